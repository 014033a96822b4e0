//! Setting a person's record.

use jiff::tz::TimeZone;

use crate::check::Check;
use crate::draw::Draw;
use crate::ids::{PersonId, StreamId};
use crate::log::Decided;
use crate::refusal::Refusal;
use crate::say;
use crate::vault::Subject;

use super::super::apply::{Change, apply_person};
use super::super::command::PersonRecord;
use super::super::event::{DirectoryEvent, PersonSet};
use super::super::state::{Directory, Person, PersonKind, Role};
use super::write::Pen;
use super::{Asked, each_once, only_administrators};

const LONGEST_NAME: usize = 120;
const MOST_DEPARTMENTS: usize = 30;

pub(super) fn set(
    asked: &Asked<'_>,
    id: Option<PersonId>,
    record: &PersonRecord,
    draw: &mut Draw,
) -> Result<Decided<Change>, Refusal> {
    let directory = asked.directory;
    let before = match id {
        Some(id) => Some(directory.person(id).ok_or_else(Refusal::not_found)?),
        None => None,
    };
    if !asked.keeps_all_records() {
        return Err(only_administrators(say!("directory-person-the-records-of-people")));
    }
    let zone = TimeZone::get(record.zone.trim()).ok();
    let zone = zone.as_ref().and_then(TimeZone::iana_name);
    let mut check = Check::default();
    check_person(&mut check, directory, before, record);
    if zone.is_none() {
        check.add("zone", "not_a_zone", say!("directory-person-write-a-time-zone-like-europe"));
    }
    if let Some(before) = before {
        check_duties(&mut check, directory, before, record);
    }
    check.done()?;

    let id = id.unwrap_or_else(|| draw.id());
    let mut pen = Pen::person(draw, &directory.texts, Subject::Person(id));
    let event = DirectoryEvent::from(PersonSet {
        name: pen.write(before.map(|of| of.name), &record.name),
        email: pen.write(before.map(|of| of.email), &record.email),
        departments: each_once(&record.departments),
        kind: record.kind,
        roles: each_once(&record.roles),
        zone: zone.unwrap_or_default().to_owned(),
        active: record.active,
    });
    let words = pen.words();
    let expected = before.map_or(0, |person| person.version);
    let next = apply_person(before.cloned(), id, expected + 1, asked.now, &event);
    let next = next.ok_or_else(Refusal::not_found)?;
    Ok(asked.decided(StreamId::Person(id), expected, &event, words, Change::Person(next)))
}

fn check_person(
    check: &mut Check,
    directory: &Directory,
    before: Option<&Person>,
    record: &PersonRecord,
) {
    check.line("name", &record.name, LONGEST_NAME);
    check.email("email", &record.email);
    let other = directory.person_by_email(&record.email);
    if record.active && other.is_some_and(|other| Some(other.id) != before.map(|of| of.id)) {
        check.add("email", "taken", say!("directory-person-another-active-person-has-this"));
    }
    check.count("departments", record.departments.len(), MOST_DEPARTMENTS);
    for (i, id) in record.departments.iter().enumerate().take(MOST_DEPARTMENTS) {
        if !directory.department(*id).is_some_and(|of| of.active || !record.active) {
            let message = say!("directory-person-choose-an-active-department");
            check.add(format!("departments[{i}]"), "unknown_department", message);
        }
    }
    let human_role = record.roles.iter().find(|role| **role != Role::Follower);
    if let Some(role) = human_role.filter(|_| record.kind == PersonKind::Rule) {
        let message = say!("directory-person-a-program-can-only-be-a", role = role.name());
        check.add("roles", "not_human", message);
    }
}

/// Nobody goes while something still depends on them.
fn check_duties(check: &mut Check, directory: &Directory, before: &Person, record: &PersonRecord) {
    let stays = record.active && record.kind == PersonKind::Human;
    let goes = if record.active { "departments" } else { "active" };
    for department in directory.departments.values().filter(|of| of.is_led_by(before.id)) {
        if !stays || !record.departments.contains(&department.id) {
            let name = directory.department_name(department.id);
            let message = say!("directory-person-they-lead-or-stand-in-for", name);
            check.add(goes, "leads_a_department", message);
        }
    }
    let owned = directory.services.values().find(|of| of.active && of.owner == Some(before.id));
    if let Some(service) = owned.filter(|_| !stays) {
        let name = directory.service_name(service.id);
        let message = say!("directory-person-they-are-accountable-for-first", name);
        check.add(goes, "owns_a_service", message);
    }
    let administers = |person: &Person| person.active && person.has(Role::Administrator);
    let still = stays && record.roles.contains(&Role::Administrator);
    let another = directory.people.values().any(|of| of.id != before.id && administers(of));
    if administers(before) && !still && !another {
        let message = say!("directory-person-they-are-the-only-administrator");
        check.add(if stays { "roles" } else { goes }, "last_administrator", message);
    }
}
