//! A small organisation, and what may be done to its directory.

mod absences;
mod departments;
mod histories;
mod look_ups;
mod passkeys;
mod people;
mod sentences;
mod services;

use std::collections::BTreeMap;

use super::*;
use crate::access::Who;
use crate::calendar::kept::Book;
use crate::draw::Draw;
use crate::golden_tests::record_missing;
use crate::ids::{DepartmentId, PersonId, ServiceId, StreamId};
use crate::log::Recorded;
use crate::refusal::{Code, Refusal};
use crate::time::{Instant, Span};
use crate::vault::Texts;

/// A directory and its log, at a moment.
struct World {
    directory: Directory,
    calendars: Book,
    log: BTreeMap<StreamId, Vec<Recorded>>,
    now: Instant,
    count: u8,
}

/// The people and departments that most stories are about.
struct Cast {
    world: World,
    service: DepartmentId,
    logistics: DepartmentId,
    /// Administrator, of no department.
    maria: PersonId,
    /// Leads customer service.
    amara: PersonId,
    /// Amara's deputy.
    tom: PersonId,
    /// Customer service.
    priya: PersonId,
    /// Leads logistics.
    lea: PersonId,
    /// A program in logistics.
    scanner: PersonId,
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

impl World {
    fn new() -> Self {
        let now = at("2026-03-02T10:00:00Z");
        let (directory, calendars) = (Directory::default(), Book::default());
        Self { directory, calendars, log: BTreeMap::new(), now, count: 0 }
    }

    /// Decides, and keeps what was decided as the store does.
    fn run(&mut self, who: &Who, command: Command) -> Result<Change, Refusal> {
        self.count = self.count.wrapping_add(1);
        let mut draw = Draw::new([self.count; 32], self.now);
        let decided = decide(&self.directory, &self.calendars, command, who, self.now, &mut draw)?;
        let (changes, next) = decided.into_parts();
        record_missing(changes.entries());
        let stream = self.log.entry(changes.stream()).or_default();
        assert_eq!(changes.expected() as usize, stream.len(), "the version that is expected");
        stream.extend(changes.recorded());
        self.directory.put(next.clone(), changes.words());
        Ok(next)
    }

    fn set_department(
        &mut self,
        id: Option<DepartmentId>,
        record: DepartmentRecord,
    ) -> DepartmentId {
        match self.run(&Who::system(), Command::SetDepartment { id, record }) {
            Ok(Change::Department(department)) => department.id,
            other => panic!("{other:?}"),
        }
    }

    fn set_service(&mut self, id: Option<ServiceId>, record: ServiceRecord) -> ServiceId {
        match self.run(&Who::system(), Command::SetService { id, record }) {
            Ok(Change::Service(service)) => service.id,
            other => panic!("{other:?}"),
        }
    }

    fn set_person(&mut self, id: Option<PersonId>, record: PersonRecord) -> PersonId {
        match self.run(&Who::system(), Command::SetPerson { id, record }) {
            Ok(Change::Person(person)) => person.id,
            other => panic!("{other:?}"),
        }
    }

    fn who(&self, id: PersonId) -> Who {
        self.directory.who(id).unwrap()
    }

    /// The directory as the log alone has it, with the texts at hand.
    fn folded(&self) -> Directory {
        let texts: Texts = self
            .directory
            .words()
            .map(|word| (word.id, self.directory.texts.show(word).to_owned()))
            .collect();
        Directory::fold(self.log.clone(), texts).unwrap()
    }
}

impl Cast {
    fn new() -> Self {
        let mut world = World::new();
        let mut record = DepartmentRecord::new("Customer Service", "Takes every case.");
        record.customer_facing = true;
        let service = world.set_department(None, record);
        let logistics =
            world.set_department(None, DepartmentRecord::new("Logistics", "Moves parcels."));
        let mut add = |name: &str, department: Option<DepartmentId>, roles: &[Role]| {
            let mut record =
                PersonRecord::new(name, format!("{}@example.org", name.to_lowercase()));
            record.departments.extend(department);
            record.roles = roles.to_vec();
            if name == "Scanner" {
                record.kind = PersonKind::Rule;
            }
            world.set_person(None, record)
        };
        let maria = add("Maria", None, &[Role::Administrator]);
        let amara = add("Amara", Some(service), &[]);
        let tom = add("Tom", Some(service), &[]);
        let priya = add("Priya", Some(service), &[Role::Compliance]);
        let lea = add("Lea", Some(logistics), &[]);
        let scanner = add("Scanner", Some(logistics), &[Role::Follower]);
        let mut cast = Self { world, service, logistics, maria, amara, tom, priya, lea, scanner };
        cast.lead(service, amara, &[tom]);
        cast.lead(logistics, lea, &[]);
        cast
    }

    fn lead(&mut self, department: DepartmentId, lead: PersonId, deputies: &[PersonId]) {
        let mut record = self.department(department);
        record.lead = Some(lead);
        record.deputies = deputies.to_vec();
        self.world.set_department(Some(department), record);
    }

    fn department(&self, id: DepartmentId) -> DepartmentRecord {
        self.world.directory.department_record(id).unwrap()
    }

    fn person(&self, id: PersonId) -> PersonRecord {
        self.world.directory.person_record(id).unwrap()
    }

    /// What a person of the directory gets for a command.
    fn run(&mut self, person: PersonId, command: Command) -> Result<Change, Refusal> {
        let who = self.world.who(person);
        self.world.run(&who, command)
    }

    fn away(&mut self, person: PersonId, from: &str, to: &str, deputy: Option<PersonId>) {
        let absence = Absence { from: at(from), to: at(to), deputy };
        self.run(person, Command::RecordAbsence { person, absence }).unwrap();
    }
}

/// The fields and codes of a refusal, as `field:code`.
fn fields(refused: Result<Change, Refusal>) -> Vec<String> {
    let refusal = refused.expect_err("this should have been refused");
    assert_eq!(refusal.code, Code::Invalid, "{refusal}");
    assert!(refusal.fields.iter().all(|field| field.message.ends_with('.')), "{refusal:?}");
    refusal.fields.iter().map(|field| format!("{}:{}", field.field, field.code)).collect()
}

fn code(refused: Result<Change, Refusal>) -> Code {
    refused.expect_err("this should have been refused").code
}
