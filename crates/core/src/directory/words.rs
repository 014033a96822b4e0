//! How the events of the directory are said.

use crate::ids::StreamId;
use crate::log::Version;
use crate::say;
use crate::time::Instant;

use super::event::{DepartmentSet, DirectoryEvent, PersonSet, ServiceSet};
use super::state::{Absence, Directory};

/// One sentence about an event of a stream, with the name of whoever did it.
pub fn say(
    directory: &Directory,
    stream: StreamId,
    version: Version,
    event: &DirectoryEvent,
    actor: &str,
) -> String {
    let person = match stream {
        StreamId::Person(id) => directory.person_name(id),
        _ => "nobody",
    };
    match event {
        DirectoryEvent::DepartmentSet(set) => say_department(directory, version, set, actor),
        DirectoryEvent::ServiceSet(set) => say_service(directory, version, set, actor),
        DirectoryEvent::PersonSet(set) => say_person(directory, version, set, actor),
        DirectoryEvent::AbsenceRecorded(recorded) => {
            say_absence(directory, person, recorded.absence, actor)
        }
        DirectoryEvent::PasskeyRemoved(removed) => {
            let reason = directory.texts.show(removed.reason);
            say!("directory-words-removed-a-passkey-of", actor, person, reason)
        }
        DirectoryEvent::AbsenceEnded(ended) => {
            say!(
                "directory-words-ended-the-absence-of-that-began",
                actor,
                person,
                moment = moment(ended.from)
            )
        }
    }
}

fn say_department(
    directory: &Directory,
    version: Version,
    set: &DepartmentSet,
    actor: &str,
) -> String {
    let name = directory.texts.show(set.name);
    let lead =
        set.lead.map(|lead| say!("directory-words-led-by", lead = directory.person_name(lead)));
    let lead = lead.unwrap_or_default();
    match (set.active, version) {
        (false, _) => say!("directory-words-made-the-department-inactive", actor, name),
        (true, 0 | 1) => say!("directory-words-set-up-the-department", actor, name, lead),
        (true, _) => say!("directory-words-changed-the-record-of-the", actor, name, lead),
    }
}

fn say_service(directory: &Directory, version: Version, set: &ServiceSet, actor: &str) -> String {
    let name = directory.texts.show(set.name);
    let department = directory.department_name(set.department);
    match (set.active, version) {
        (false, _) => say!("directory-words-made-the-service-of-inactive", actor, name, department),
        (true, 0 | 1) => say!("directory-words-set-up-the-service-of", actor, name, department),
        (true, _) => say!("directory-words-changed-the-service-of", actor, name, department),
    }
}

fn say_person(directory: &Directory, version: Version, set: &PersonSet, actor: &str) -> String {
    let name = directory.texts.show(set.name);
    let departments: Vec<&str> =
        set.departments.iter().map(|id| directory.department_name(*id)).collect();
    let of = if departments.is_empty() {
        String::new()
    } else {
        say!("directory-words-of", departments = departments.join(" and "))
    };
    match (set.active, version) {
        (false, _) => say!("directory-words-made-inactive", actor, name),
        (true, 0 | 1) => say!("directory-words-added", actor, name, of),
        (true, _) => say!("directory-words-changed-the-record-of", actor, name, of),
    }
}

fn say_absence(directory: &Directory, person: &str, absence: Absence, actor: &str) -> String {
    let (from, to) = (moment(absence.from), moment(absence.to));
    match absence.deputy.map(|deputy| directory.person_name(deputy)) {
        Some(deputy) => {
            say!("directory-words-recorded-that-is-away-from-to", actor, person, from, to, deputy)
        }
        None => say!("directory-words-recorded-that-is-away-from-to-2", actor, person, from, to),
    }
}

fn moment(at: Instant) -> String {
    at.timestamp().strftime("%-d %B %Y, %H:%M UTC").to_string()
}
