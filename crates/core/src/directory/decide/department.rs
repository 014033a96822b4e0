//! Setting a department's record.

use crate::calendar::kept::Book;
use crate::check::Check;
use crate::draw::Draw;
use crate::ids::{DepartmentId, PersonId, StreamId};
use crate::log::Decided;
use crate::refusal::Refusal;
use crate::say;

use super::super::apply::{Change, apply_department};
use super::super::command::{ChannelRecord, DepartmentRecord};
use super::super::event::DepartmentSet;
use super::super::state::{Channel, Department, Directory, Person};
use super::write::Pen;
use super::{Asked, each_once, only_administrators};

const LONGEST_NAME: usize = 120;
const LONGEST_PURPOSE: usize = 1_000;
const LONGEST_LINE: usize = 300;
const MOST_LINES: usize = 30;

pub(super) fn set(
    asked: &Asked<'_>,
    id: Option<DepartmentId>,
    record: &DepartmentRecord,
    draw: &mut Draw,
) -> Result<Decided<Change>, Refusal> {
    let directory = asked.directory;
    let before = match id {
        Some(id) => Some(directory.department(id).ok_or_else(Refusal::not_found)?),
        None => None,
    };
    may_set(asked, before, record)?;
    let mut check = Check::default();
    check_texts(&mut check, record);
    check_name(&mut check, directory, before, record);
    check_leads(&mut check, directory, before, record);
    check_calendar(&mut check, asked.calendars, before, record);
    check_end(&mut check, directory, before, record);
    check.done()?;

    let id = id.unwrap_or_else(|| draw.id());
    let mut pen = Pen::organisation(draw, &directory.texts);
    let event = write(&mut pen, before, record);
    let words = pen.words();
    let expected = before.map_or(0, |department| department.version);
    let next = Change::Department(apply_department(id, expected + 1, &event));
    Ok(asked.decided(StreamId::Department(id), expected, &event.into(), words, next))
}

/// A lead keeps the texts and channels of their own department, and nothing else.
fn may_set(
    asked: &Asked<'_>,
    before: Option<&Department>,
    record: &DepartmentRecord,
) -> Result<(), Refusal> {
    if asked.keeps_all_records() {
        return Ok(());
    }
    let Some(before) = before else {
        return Err(only_administrators(say!("directory-department-which-departments-there-are")));
    };
    if !asked.who.leads(before.id) {
        return Err(only_administrators(say!(
            "directory-department-the-record-of-a-department-that"
        )));
    }
    let texts = &asked.directory.texts;
    let same = texts.get(before.name) == Some(record.name.trim())
        && before.lead == record.lead
        && before.deputies == record.deputies
        && before.head == record.head
        && before.calendar == record.calendar
        && before.customer_facing == record.customer_facing
        && before.active == record.active;
    let what = say!("directory-department-a-departments-name-lead");
    if same { Ok(()) } else { Err(only_administrators(what)) }
}

fn check_texts(check: &mut Check, record: &DepartmentRecord) {
    check.line("name", &record.name, LONGEST_NAME);
    check.text("purpose", &record.purpose, LONGEST_PURPOSE);
    check.texts("not_our_job", &record.not_our_job, MOST_LINES, LONGEST_LINE);
    check.texts("needs_from_you", &record.needs_from_you, MOST_LINES, LONGEST_LINE);
    check.line_if_any("hours", record.hours.as_deref(), LONGEST_LINE);
    check.count("channels", record.channels.len(), MOST_LINES);
    for (i, channel) in record.channels.iter().enumerate().take(MOST_LINES) {
        check.line(&format!("channels[{i}].address"), &channel.address, LONGEST_LINE);
        let preferred_for = channel.preferred_for.as_deref();
        check.line_if_any(&format!("channels[{i}].preferred_for"), preferred_for, LONGEST_LINE);
    }
}

fn check_name(
    check: &mut Check,
    directory: &Directory,
    before: Option<&Department>,
    record: &DepartmentRecord,
) {
    let other = directory.department_by_name(&record.name);
    if record.active && other.is_some_and(|other| Some(other.id) != before.map(|of| of.id)) {
        check.add("name", "taken", say!("directory-department-another-department-has-this"));
    }
}

fn check_leads(
    check: &mut Check,
    directory: &Directory,
    before: Option<&Department>,
    record: &DepartmentRecord,
) {
    if let Some(lead) = record.lead {
        check_lead(check, directory, before, "lead", lead);
        if record.deputies.contains(&lead) {
            check.add(
                "deputies",
                "is_lead",
                say!("directory-department-the-lead-is-not-their-own"),
            );
        }
    }
    let head = record.head.map(|head| directory.active_person(head));
    if head.is_some_and(|head| !head.is_some_and(Person::is_human)) {
        check.add("head", "unknown_person", say!("directory-department-choose-an-active-human"));
    }
    check.count("deputies", record.deputies.len(), MOST_LINES);
    for (i, deputy) in record.deputies.iter().enumerate().take(MOST_LINES) {
        check_lead(check, directory, before, &format!("deputies[{i}]"), *deputy);
    }
}

fn check_lead(
    check: &mut Check,
    directory: &Directory,
    before: Option<&Department>,
    field: &str,
    id: PersonId,
) {
    let Some(person) = directory.active_person(id) else {
        return check.add(
            field,
            "unknown_person",
            say!("directory-department-choose-an-active-person-of-the"),
        );
    };
    if !person.is_human() {
        check.add(field, "not_human", say!("directory-department-a-program-leads-nothing-choose"));
    }
    if !before.is_some_and(|department| person.belongs_to(department.id)) {
        let message = say!("directory-department-first-make-them-a-member-of");
        check.add(field, "not_a_member", message);
    }
}

/// A retired calendar is not chosen; whoever counts by it goes on doing so.
fn check_calendar(
    check: &mut Check,
    calendars: &Book,
    before: Option<&Department>,
    record: &DepartmentRecord,
) {
    let Some(chosen) = record.calendar else { return };
    let stays = before.is_some_and(|before| before.calendar == Some(chosen));
    let in_force = calendars.get(chosen).is_some_and(|kept| !kept.is_retired());
    if !stays && !in_force {
        let message = say!("directory-department-choose-a-calendar");
        check.add("calendar", "unknown_calendar", message);
    }
}

fn check_end(
    check: &mut Check,
    directory: &Directory,
    before: Option<&Department>,
    record: &DepartmentRecord,
) {
    let Some(before) = before.filter(|before| before.active && !record.active) else {
        return;
    };
    let members = directory.members(before.id).len();
    if members > 0 {
        let message = say!("directory-department-it-still-has-active-members", members);
        check.add("active", "has_members", message);
    }
    if directory.services_of(before.id).next().is_some() {
        let message = say!("directory-department-it-still-offers-services-move");
        check.add("active", "has_services", message);
    }
}

fn write(
    pen: &mut Pen<'_>,
    before: Option<&Department>,
    record: &DepartmentRecord,
) -> DepartmentSet {
    let list = |of: fn(&Department) -> &Vec<_>| before.map(of).map_or(&[][..], Vec::as_slice);
    DepartmentSet {
        name: pen.write(before.map(|of| of.name), &record.name),
        purpose: pen.write(before.map(|of| of.purpose), &record.purpose),
        not_our_job: pen.write_all(list(|of| &of.not_our_job), &record.not_our_job),
        needs_from_you: pen.write_all(list(|of| &of.needs_from_you), &record.needs_from_you),
        channels: write_channels(pen, before, &record.channels),
        lead: record.lead,
        deputies: each_once(&record.deputies),
        head: record.head,
        hours: pen.write_some(before.and_then(|of| of.hours), record.hours.as_deref()),
        calendar: record.calendar,
        customer_facing: record.customer_facing,
        active: record.active,
    }
}

fn write_channels(
    pen: &mut Pen<'_>,
    before: Option<&Department>,
    records: &[ChannelRecord],
) -> Vec<Channel> {
    let before = before.map_or(&[][..], |department| &department.channels);
    let write = |record: &ChannelRecord| {
        let address = pen.write(before.iter().map(|of| of.address), &record.address);
        let known = before.iter().find(|of| of.address == address);
        let preferred_for = known.and_then(|of| of.preferred_for);
        let preferred_for = pen.write_some(preferred_for, record.preferred_for.as_deref());
        Channel { kind: record.kind, address, preferred_for }
    };
    records.iter().map(write).collect()
}
