//! What events make of the directory. Total: nothing here fails or looks outside.

use crate::ids::{DepartmentId, PersonId, ServiceId, StreamId};
use crate::log::{Recorded, Unreadable, Version};
use crate::time::Instant;
use crate::vault::{Texts, Word, WordRef};

use super::event::{DepartmentSet, DirectoryEvent, PersonSet, ServiceSet};
use super::state::{Absence, Department, Directory, Person, Service};

/// One record after a decision.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    Department(Department),
    Service(Service),
    Person(Person),
}

impl Directory {
    /// The directory out of its streams; those of cases and customers are passed over. The texts
    /// are those of [`Directory::words`], which can also be handed in afterwards.
    pub fn fold(
        streams: impl IntoIterator<Item = (StreamId, Vec<Recorded>)>,
        texts: Texts,
    ) -> Result<Self, Unreadable> {
        let mut directory = Self { texts, ..Self::default() };
        for (stream, events) in streams {
            directory.catch_up(stream, &events)?;
        }
        Ok(directory)
    }

    /// Applies the next events of one stream.
    pub fn catch_up(&mut self, stream: StreamId, events: &[Recorded]) -> Result<(), Unreadable> {
        if matches!(stream, StreamId::Case(_) | StreamId::Customer(_)) {
            return Ok(());
        }
        for recorded in events {
            let event = DirectoryEvent::decode(&recorded.kind, recorded.v, &recorded.data)?;
            self.apply(stream, recorded.version, recorded.at, &event);
        }
        Ok(())
    }

    /// Applies one event. An event that its stream could not have changes nothing.
    pub fn apply(
        &mut self,
        stream: StreamId,
        version: Version,
        at: Instant,
        event: &DirectoryEvent,
    ) {
        match (stream, event) {
            (StreamId::Department(id), DirectoryEvent::DepartmentSet(set)) => {
                self.departments.insert(id, apply_department(id, version, set));
            }
            (StreamId::Service(id), DirectoryEvent::ServiceSet(set)) => {
                self.services.insert(id, apply_service(id, version, set));
            }
            (StreamId::Person(id), event) => {
                let before = self.people.remove(&id);
                if let Some(person) = apply_person(before, id, version, at, event) {
                    self.people.insert(id, person);
                }
            }
            _ => {}
        }
    }

    /// Takes in a decision that is durable, with the words that it wrote.
    pub fn put(&mut self, change: Change, words: &[Word]) {
        for word in words {
            self.texts.insert(word.id, word.text.clone());
        }
        match change {
            Change::Department(of) => drop(self.departments.insert(of.id, of)),
            Change::Service(of) => drop(self.services.insert(of.id, of)),
            Change::Person(of) => drop(self.people.insert(of.id, of)),
        }
    }

    /// Every word that the records point to, to ask the vault for.
    pub fn words(&self) -> impl Iterator<Item = WordRef> + '_ {
        let departments = self.departments.values().flat_map(|of| {
            let channels =
                of.channels.iter().flat_map(|of| [of.address].into_iter().chain(of.preferred_for));
            let lists = of.not_our_job.iter().chain(&of.needs_from_you).copied();
            [of.name, of.purpose].into_iter().chain(of.hours).chain(lists).chain(channels)
        });
        let services = self.services.values().flat_map(|of| [of.name, of.description]);
        let people = self.people.values().flat_map(|of| [of.name, of.email]);
        departments.chain(services).chain(people)
    }
}

pub fn apply_department(id: DepartmentId, version: Version, set: &DepartmentSet) -> Department {
    Department {
        id,
        version,
        name: set.name,
        purpose: set.purpose,
        not_our_job: set.not_our_job.clone(),
        needs_from_you: set.needs_from_you.clone(),
        channels: set.channels.clone(),
        lead: set.lead,
        deputies: set.deputies.clone(),
        head: set.head,
        hours: set.hours,
        calendar: set.calendar,
        customer_facing: set.customer_facing,
        active: set.active,
    }
}

pub fn apply_service(id: ServiceId, version: Version, set: &ServiceSet) -> Service {
    Service {
        id,
        version,
        department: set.department,
        owner: set.owner,
        name: set.name,
        description: set.description,
        required_fields: set.required_fields.clone(),
        active: set.active,
    }
}

/// A person after one more event; without a record there is nobody to be absent.
pub fn apply_person(
    before: Option<Person>,
    id: PersonId,
    version: Version,
    at: Instant,
    event: &DirectoryEvent,
) -> Option<Person> {
    match event {
        DirectoryEvent::PersonSet(set) => {
            let absences = before.map(|person| person.absences).unwrap_or_default();
            Some(set_person(id, version, set, absences))
        }
        _ => before.map(|mut person| {
            person.version = version;
            apply_absence(&mut person.absences, at, event);
            person
        }),
    }
}

fn set_person(id: PersonId, version: Version, set: &PersonSet, absences: Vec<Absence>) -> Person {
    Person {
        id,
        version,
        name: set.name,
        email: set.email,
        departments: set.departments.clone(),
        kind: set.kind,
        roles: set.roles.clone(),
        zone: set.zone.clone(),
        absences,
        active: set.active,
    }
}

fn apply_absence(absences: &mut Vec<Absence>, at: Instant, event: &DirectoryEvent) {
    match event {
        DirectoryEvent::AbsenceRecorded(recorded) => {
            absences.push(recorded.absence);
            absences.sort_by_key(|absence| absence.from);
        }
        DirectoryEvent::AbsenceEnded(ended) => {
            absences.retain(|absence| absence.from != ended.from || absence.from < at);
            if let Some(absence) = absences.iter_mut().find(|of| of.from == ended.from) {
                absence.to = absence.to.min(at);
            }
        }
        DirectoryEvent::DepartmentSet(_)
        | DirectoryEvent::ServiceSet(_)
        | DirectoryEvent::PersonSet(_)
        | DirectoryEvent::PasskeyRemoved(_) => {}
    }
}
