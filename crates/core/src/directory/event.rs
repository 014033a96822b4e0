//! What the log keeps of the directory: whole records, as they were set.

use serde::{Deserialize, Serialize};

use super::state::{Absence, Channel, PersonKind, Role};
use crate::ids::{CalendarId, DepartmentId, PersonId};
use crate::time::Instant;
use crate::vault::WordRef;

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DepartmentSet {
    pub name: WordRef,
    pub purpose: WordRef,
    pub not_our_job: Vec<WordRef>,
    pub needs_from_you: Vec<WordRef>,
    pub channels: Vec<Channel>,
    pub lead: Option<PersonId>,
    pub deputies: Vec<PersonId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub head: Option<PersonId>,
    pub hours: Option<WordRef>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarId>,
    pub customer_facing: bool,
    pub active: bool,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ServiceSet {
    pub department: DepartmentId,
    pub owner: Option<PersonId>,
    pub name: WordRef,
    pub description: WordRef,
    pub required_fields: Vec<String>,
    pub active: bool,
}

/// All but the absences, which have events of their own.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PersonSet {
    pub name: WordRef,
    pub email: WordRef,
    pub departments: Vec<DepartmentId>,
    pub kind: PersonKind,
    pub roles: Vec<Role>,
    pub zone: String,
    pub active: bool,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AbsenceRecorded {
    pub absence: Absence,
}

/// The absence that begins at `from` ended with this event, or never took place.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct AbsenceEnded {
    pub from: Instant,
}

/// An administrator took one of their passkeys away. Which one is not said: it opens nothing more.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PasskeyRemoved {
    pub reason: WordRef,
}

crate::events! {
    /// An event of the stream of a department, a service or a person.
    DirectoryEvent {
        DepartmentSet = "department_set" v 1,
        ServiceSet = "service_set" v 1,
        PersonSet = "person_set" v 1,
        AbsenceRecorded = "absence_recorded" v 1,
        AbsenceEnded = "absence_ended" v 1,
        PasskeyRemoved = "passkey_removed" v 1,
    }
}
