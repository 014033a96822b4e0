//! The records of the directory. Names and texts are references to words.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::ids::{CalendarId, DepartmentId, PersonId, ServiceId};
use crate::log::Version;
use crate::time::Instant;
use crate::vault::{Texts, WordRef};

/// Every record, active or not, with the texts that they point to.
#[derive(Clone, Debug, Default)]
pub struct Directory {
    pub departments: BTreeMap<DepartmentId, Department>,
    pub services: BTreeMap<ServiceId, Service>,
    pub people: BTreeMap<PersonId, Person>,
    pub texts: Texts,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Department {
    pub id: DepartmentId,
    pub version: Version,
    pub name: WordRef,
    /// What it can do for the others.
    pub purpose: WordRef,
    pub not_our_job: Vec<WordRef>,
    /// What a request to it should bring along.
    pub needs_from_you: Vec<WordRef>,
    pub channels: Vec<Channel>,
    /// An active human member.
    pub lead: Option<PersonId>,
    /// Active human members who lead in the lead's place, first come first asked.
    pub deputies: Vec<PersonId>,
    /// Whom its leads answer to: an active human, of whatever department.
    pub head: Option<PersonId>,
    /// When it can be reached, in plain words.
    pub hours: Option<WordRef>,
    /// Its working hours; `None`: the standard ones.
    pub calendar: Option<CalendarId>,
    /// Takes cases from customers: its people may find customers.
    pub customer_facing: bool,
    pub active: bool,
}

/// A way to reach a department.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Channel {
    pub kind: ContactKind,
    pub address: WordRef,
    pub preferred_for: Option<WordRef>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// A request on this desk.
    Desk,
    Email,
    Phone,
    Chat,
    Web,
    Counter,
    Meeting,
}

/// Something that a department does for the others on request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Service {
    pub id: ServiceId,
    pub version: Version,
    pub department: DepartmentId,
    /// Who is accountable for it and rules on disputes about it.
    pub owner: Option<PersonId>,
    pub name: WordRef,
    pub description: WordRef,
    /// Tags of the customer's fields that a request for it must share.
    pub required_fields: Vec<String>,
    pub active: bool,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Person {
    pub id: PersonId,
    pub version: Version,
    pub name: WordRef,
    pub email: WordRef,
    pub departments: Vec<DepartmentId>,
    pub kind: PersonKind,
    pub roles: Vec<Role>,
    /// IANA name of the zone in which times are shown: `Europe/London`.
    pub zone: String,
    /// In order of their beginning; two never overlap.
    pub absences: Vec<Absence>,
    pub active: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonKind {
    Human,
    /// The account of a program. It leads nothing, and neither acknowledges nor reads back.
    Rule,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    Administrator,
    Compliance,
    /// Rules on disputes about services that have no owner.
    Arbiter,
    /// Reads the events, without words.
    Follower,
    /// The director on duty: the last rung of every ladder.
    Director,
    Communications,
    Complaints,
    Dpo,
    IndependentReviewer,
    Safeguarding,
    Vulnerability,
}

/// A time in which somebody is away: [from, to). The reason is nobody's business.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Absence {
    pub from: Instant,
    pub to: Instant,
    /// Who acts in their place.
    pub deputy: Option<PersonId>,
}

impl Department {
    /// Leads it, or leads it in the lead's place.
    pub fn is_led_by(&self, person: PersonId) -> bool {
        self.lead == Some(person) || self.deputies.contains(&person)
    }
}

impl Person {
    pub fn is_human(&self) -> bool {
        self.kind == PersonKind::Human
    }

    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    pub fn belongs_to(&self, department: DepartmentId) -> bool {
        self.departments.contains(&department)
    }

    /// The absence that a moment falls into.
    pub fn absence_at(&self, at: Instant) -> Option<&Absence> {
        self.absences.iter().find(|absence| absence.from <= at && at < absence.to)
    }
}

impl ContactKind {
    pub const ALL: [Self; 7] =
        [Self::Desk, Self::Email, Self::Phone, Self::Chat, Self::Web, Self::Counter, Self::Meeting];

    pub fn name(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Chat => "chat",
            Self::Web => "web",
            Self::Counter => "counter",
            Self::Meeting => "meeting",
        }
    }

    /// The kind with this name; the other way of [`ContactKind::name`].
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl PersonKind {
    pub const ALL: [Self; 2] = [Self::Human, Self::Rule];

    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Rule => "rule",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl Role {
    pub const ALL: [Self; 11] = [
        Self::Administrator,
        Self::Compliance,
        Self::Arbiter,
        Self::Follower,
        Self::Director,
        Self::Communications,
        Self::Complaints,
        Self::Dpo,
        Self::IndependentReviewer,
        Self::Safeguarding,
        Self::Vulnerability,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Compliance => "compliance",
            Self::Arbiter => "arbiter",
            Self::Follower => "follower",
            Self::Director => "director",
            Self::Communications => "communications",
            Self::Complaints => "complaints",
            Self::Dpo => "dpo",
            Self::IndependentReviewer => "independent_reviewer",
            Self::Safeguarding => "safeguarding",
            Self::Vulnerability => "vulnerability",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}
