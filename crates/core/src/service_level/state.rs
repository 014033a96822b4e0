//! What a service level is.

use serde::{Deserialize, Serialize};

use super::kinds::{Goal, Priority, WaitOn};
use crate::ids::{CalendarId, DepartmentId, Id, PersonId, ServiceLevelId};
use crate::log::Version;
use crate::policy::{Raising, Reopening};
use crate::time::{Instant, Span};

/// What the organisation, or one department of it, promises to customers.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ServiceLevel {
    pub id: ServiceLevelId,
    pub version: Version,
    /// `None`: of every department that has none of its own.
    pub department: Option<DepartmentId>,
    /// In the order in which they were set.
    pub versions: Vec<LevelVersion>,
}

/// One version of the promise. It is never changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LevelVersion {
    /// From 1.
    pub number: u32,
    /// `None`: from then on nothing is promised here.
    pub terms: Option<Terms>,
    pub set_by: PersonId,
    pub set_at: Instant,
    pub effective_from: Instant,
}

/// What is promised, and what happens to it on the way (reference §2.6).
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Terms {
    pub targets: Vec<Target>,
    /// By whose working hours; `None`: by those of the department that opens the case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarId>,
    /// What stops the clock of the resolution.
    pub pauses: Vec<WaitOn>,
    pub reopening: Reopening,
    pub raising: Raising,
    /// The first reply says what happens next and by when (seed S4).
    pub says_next: bool,
}

/// Working time for one promise about cases of one priority.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Target {
    pub priority: Priority,
    pub goal: Goal,
    /// Seconds of working time, 1 or more.
    pub business_seconds: u32,
}

/// What a case was promised when it reached the organisation; it stays with the case whatever is
/// promised later.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Binding {
    pub level: ServiceLevelId,
    pub number: u32,
    pub terms: Terms,
}

impl ServiceLevelId {
    /// There is one for the organisation and at most one for each department.
    pub fn of(department: Option<DepartmentId>) -> Self {
        Self::from_bits(department.map_or(0, Id::bits))
    }

    pub fn department(self) -> Option<DepartmentId> {
        (self.bits() != 0).then(|| DepartmentId::from_bits(self.bits()))
    }
}

impl Target {
    pub fn span(&self) -> Span {
        Span::seconds(i64::from(self.business_seconds))
    }
}

impl Terms {
    /// The working time that is promised; `None`: nothing is.
    pub fn target(&self, priority: Priority, goal: Goal) -> Option<Span> {
        let found = self.targets.iter().find(|one| (one.priority, one.goal) == (priority, goal));
        found.map(Target::span)
    }
}

impl ServiceLevel {
    /// The version that holds at a moment: the one that was set last of those in effect.
    pub fn version_at(&self, at: Instant) -> Option<&LevelVersion> {
        self.versions.iter().rev().find(|version| version.effective_from <= at)
    }

    /// What a case that reaches the organisation at this moment is promised.
    pub fn binding(&self, at: Instant) -> Option<Binding> {
        let version = self.version_at(at)?;
        let terms = version.terms.clone()?;
        Some(Binding { level: self.id, number: version.number, terms })
    }
}
