//! How the events of the directory are said.

use crate::ids::StreamId;
use crate::log::Version;
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
        DirectoryEvent::AbsenceEnded(ended) => {
            format!("{actor} ended the absence of {person} that began {}.", moment(ended.from))
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
    let lead = set.lead.map(|lead| format!(", led by {}", directory.person_name(lead)));
    let lead = lead.unwrap_or_default();
    match (set.active, version) {
        (false, _) => format!("{actor} made the department {name} inactive."),
        (true, 0 | 1) => format!("{actor} set up the department {name}{lead}."),
        (true, _) => format!("{actor} changed the record of the department {name}{lead}."),
    }
}

fn say_service(directory: &Directory, version: Version, set: &ServiceSet, actor: &str) -> String {
    let name = directory.texts.show(set.name);
    let department = directory.department_name(set.department);
    match (set.active, version) {
        (false, _) => format!("{actor} made the service {name} of {department} inactive."),
        (true, 0 | 1) => format!("{actor} set up the service {name} of {department}."),
        (true, _) => format!("{actor} changed the service {name} of {department}."),
    }
}

fn say_person(directory: &Directory, version: Version, set: &PersonSet, actor: &str) -> String {
    let name = directory.texts.show(set.name);
    let departments: Vec<&str> =
        set.departments.iter().map(|id| directory.department_name(*id)).collect();
    let of = if departments.is_empty() {
        String::new()
    } else {
        format!(" of {}", departments.join(" and "))
    };
    match (set.active, version) {
        (false, _) => format!("{actor} made {name} inactive."),
        (true, 0 | 1) => format!("{actor} added {name}{of}."),
        (true, _) => format!("{actor} changed the record of {name}{of}."),
    }
}

fn say_absence(directory: &Directory, person: &str, absence: Absence, actor: &str) -> String {
    let (from, to) = (moment(absence.from), moment(absence.to));
    match absence.deputy.map(|deputy| directory.person_name(deputy)) {
        Some(deputy) => format!(
            "{actor} recorded that {person} is away from {from} to {to}; {deputy} acts for them."
        ),
        None => format!("{actor} recorded that {person} is away from {from} to {to}."),
    }
}

fn moment(at: Instant) -> String {
    at.timestamp().strftime("%-d %B %Y, %H:%M UTC").to_string()
}
