//! What can be changed in the directory, in plain text.

use super::state::{Absence, ContactKind, Directory, PersonKind, Role};
use crate::ids::{CalendarId, DepartmentId, PersonId, ServiceId};
use crate::time::Instant;

/// A record is set as a whole; without an id it is a new one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    SetDepartment {
        id: Option<DepartmentId>,
        record: DepartmentRecord,
    },
    SetService {
        id: Option<ServiceId>,
        record: ServiceRecord,
    },
    SetPerson {
        id: Option<PersonId>,
        record: PersonRecord,
    },
    RecordAbsence {
        person: PersonId,
        absence: Absence,
    },
    /// The absence that begins at `from` ends now, or does not take place if it has not begun.
    EndAbsence {
        person: PersonId,
        from: Instant,
    },
    /// One of somebody's passkeys opens nothing any more, as its device is lost.
    RemovePasskey {
        person: PersonId,
        /// As the list of their passkeys names it.
        passkey: String,
        reason: String,
    },
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DepartmentRecord {
    pub name: String,
    pub purpose: String,
    pub not_our_job: Vec<String>,
    pub needs_from_you: Vec<String>,
    pub channels: Vec<ChannelRecord>,
    pub lead: Option<PersonId>,
    pub deputies: Vec<PersonId>,
    pub head: Option<PersonId>,
    pub hours: Option<String>,
    pub calendar: Option<CalendarId>,
    pub customer_facing: bool,
    pub active: bool,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChannelRecord {
    pub kind: ContactKind,
    pub address: String,
    pub preferred_for: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServiceRecord {
    pub department: DepartmentId,
    pub owner: Option<PersonId>,
    pub name: String,
    pub description: String,
    pub required_fields: Vec<String>,
    pub active: bool,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PersonRecord {
    pub name: String,
    pub email: String,
    pub departments: Vec<DepartmentId>,
    pub kind: PersonKind,
    pub roles: Vec<Role>,
    pub zone: String,
    pub active: bool,
}

impl DepartmentRecord {
    /// An active department with a name and a purpose, and nothing else yet.
    pub fn new(name: impl Into<String>, purpose: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            purpose: purpose.into(),
            not_our_job: Vec::new(),
            needs_from_you: Vec::new(),
            channels: Vec::new(),
            lead: None,
            deputies: Vec::new(),
            head: None,
            hours: None,
            calendar: None,
            customer_facing: false,
            active: true,
        }
    }
}

impl ServiceRecord {
    /// An active service without an owner or required fields.
    pub fn new(
        department: DepartmentId,
        name: impl Into<String>,
        description: impl Into<String>,
    ) -> Self {
        Self {
            department,
            owner: None,
            name: name.into(),
            description: description.into(),
            required_fields: Vec::new(),
            active: true,
        }
    }
}

impl PersonRecord {
    /// An active human in London without a department or role.
    pub fn new(name: impl Into<String>, email: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            email: email.into(),
            departments: Vec::new(),
            kind: PersonKind::Human,
            roles: Vec::new(),
            zone: "Europe/London".to_owned(),
            active: true,
        }
    }
}

/// The records as they are now, to change a part of one and set it again.
impl Directory {
    pub fn department_record(&self, id: DepartmentId) -> Option<DepartmentRecord> {
        let department = self.department(id)?;
        let show = |words: &[_]| words.iter().map(|word| self.texts.show(*word).into()).collect();
        let channels = department.channels.iter().map(|channel| ChannelRecord {
            kind: channel.kind,
            address: self.texts.show(channel.address).to_owned(),
            preferred_for: channel.preferred_for.map(|word| self.texts.show(word).to_owned()),
        });
        Some(DepartmentRecord {
            name: self.texts.show(department.name).to_owned(),
            purpose: self.texts.show(department.purpose).to_owned(),
            not_our_job: show(&department.not_our_job),
            needs_from_you: show(&department.needs_from_you),
            channels: channels.collect(),
            lead: department.lead,
            deputies: department.deputies.clone(),
            head: department.head,
            hours: department.hours.map(|word| self.texts.show(word).to_owned()),
            calendar: department.calendar,
            customer_facing: department.customer_facing,
            active: department.active,
        })
    }

    pub fn service_record(&self, id: ServiceId) -> Option<ServiceRecord> {
        let service = self.service(id)?;
        Some(ServiceRecord {
            department: service.department,
            owner: service.owner,
            name: self.texts.show(service.name).to_owned(),
            description: self.texts.show(service.description).to_owned(),
            required_fields: service.required_fields.clone(),
            active: service.active,
        })
    }

    pub fn person_record(&self, id: PersonId) -> Option<PersonRecord> {
        let person = self.person(id)?;
        Some(PersonRecord {
            name: self.texts.show(person.name).to_owned(),
            email: self.texts.show(person.email).to_owned(),
            departments: person.departments.clone(),
            kind: person.kind,
            roles: person.roles.clone(),
            zone: person.zone.clone(),
            active: person.active,
        })
    }
}
