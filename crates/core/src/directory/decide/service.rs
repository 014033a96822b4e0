//! Setting a service's record.

use crate::check::Check;
use crate::draw::Draw;
use crate::ids::{ServiceId, StreamId};
use crate::log::Decided;
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::tags::{canonical_tag, is_tag};

use super::super::apply::{Change, apply_service};
use super::super::command::ServiceRecord;
use super::super::event::ServiceSet;
use super::super::state::{Directory, Service};
use super::write::Pen;
use super::{Asked, each_once};

const LONGEST_NAME: usize = 120;
const LONGEST_DESCRIPTION: usize = 2_000;
const MOST_FIELDS: usize = 30;

pub(super) fn set(
    asked: &Asked<'_>,
    id: Option<ServiceId>,
    record: &ServiceRecord,
    draw: &mut Draw,
) -> Result<Decided<Change>, Refusal> {
    let directory = asked.directory;
    let before = match id {
        Some(id) => Some(directory.service(id).ok_or_else(Refusal::not_found)?),
        None => None,
    };
    may_set(asked, before, record)?;
    let mut check = Check::default();
    check_texts(&mut check, record);
    check_links(&mut check, directory, before, record);
    check.done()?;

    let id = id.unwrap_or_else(|| draw.id());
    let mut pen = Pen::organisation(draw, &directory.texts);
    let tags = record.required_fields.iter().map(|tag| canonical_tag(tag.trim()).to_owned());
    let event = ServiceSet {
        department: record.department,
        owner: record.owner,
        name: pen.write(before.map(|of| of.name), &record.name),
        description: pen.write(before.map(|of| of.description), &record.description),
        required_fields: each_once(&tags.collect::<Vec<_>>()),
        active: record.active,
    };
    let words = pen.words();
    let expected = before.map_or(0, |service| service.version);
    let next = Change::Service(apply_service(id, expected + 1, &event));
    Ok(asked.decided(StreamId::Service(id), expected, &event.into(), words, next))
}

/// A lead keeps the services of their own department; moving one takes both departments' lead.
fn may_set(
    asked: &Asked<'_>,
    before: Option<&Service>,
    record: &ServiceRecord,
) -> Result<(), Refusal> {
    let leads_both = asked.who.leads(record.department)
        && before.is_none_or(|before| asked.who.leads(before.department));
    if asked.keeps_all_records() || leads_both {
        return Ok(());
    }
    let detail = say!("directory-service-a-service-is-kept-by-the");
    Err(Refusal::new(Code::NotAllowed, detail))
}

fn check_texts(check: &mut Check, record: &ServiceRecord) {
    check.line("name", &record.name, LONGEST_NAME);
    check.text("description", &record.description, LONGEST_DESCRIPTION);
    check.count("required_fields", record.required_fields.len(), MOST_FIELDS);
    for (i, tag) in record.required_fields.iter().enumerate().take(MOST_FIELDS) {
        if !is_tag(canonical_tag(tag.trim())) {
            let message = say!("directory-service-name-a-field-of-the-customer");
            check.add(format!("required_fields[{i}]"), "not_a_tag", message);
        }
    }
}

fn check_links(
    check: &mut Check,
    directory: &Directory,
    before: Option<&Service>,
    record: &ServiceRecord,
) {
    if !directory.department(record.department).is_some_and(|of| of.active || !record.active) {
        check.add(
            "department",
            "unknown_department",
            say!("directory-service-choose-an-active-department"),
        );
    }
    if let Some(owner) = record.owner.filter(|_| record.active) {
        match directory.active_person(owner) {
            None => check.add(
                "owner",
                "unknown_person",
                say!("directory-service-choose-an-active-person"),
            ),
            Some(person) if !person.is_human() => {
                check.add(
                    "owner",
                    "not_human",
                    say!("directory-service-a-program-is-accountable-for"),
                );
            }
            Some(_) => {}
        }
    }
    let other = directory.service_by_name(&record.name);
    if record.active && other.is_some_and(|other| Some(other.id) != before.map(|of| of.id)) {
        check.add("name", "taken", say!("directory-service-another-service-has-this-name"));
    }
}
