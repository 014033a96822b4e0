//! Two departments see it differently, and somebody who is neither decides.
//!
//! - [`Dispute`]: what it is about, and how each side sees it; [`arbiter`]: who decides
//! - [`due`]: by when; [`Ruling`], [`Restated`]: what was decided, and which due time it changes

use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Calendars};
use crate::case::kinds::{ClockKind, DeclineReason, DisputeSubject, Mover, ServiceClass};
use crate::case::request::ladder::Between;
use crate::case::request::state::Request;
use crate::directory::Directory;
use crate::ids::{DepartmentId, PersonId};
use crate::time::{Instant, Span};
use crate::vault::WordRef;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Dispute {
    pub subject: DisputeSubject,
    pub by: PersonId,
    pub at: Instant,
    pub position: WordRef,
    /// The side that opened it.
    pub side: Mover,
    /// How the other side sees it.
    pub other: Option<Position>,
    /// Who was asked to rule; `None`: whoever holds the role.
    pub arbiter: Option<PersonId>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Position {
    pub by: PersonId,
    pub at: Instant,
    pub position: WordRef,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ruling {
    pub by: PersonId,
    pub at: Instant,
    pub decision: WordRef,
    pub reason: WordRef,
    pub precedent: bool,
    pub subject: Option<DisputeSubject>,
    /// Hops when it was given; a later third hop needs no second ruling.
    pub hops: u32,
    /// Reasons with which the request had been declined by then: they are settled.
    pub settled: Vec<DeclineReason>,
}

/// A clock that a ruling has set anew. The event that started it stays as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Restated {
    pub clock: ClockKind,
    pub started: Instant,
    /// When it was due before.
    pub was: Option<Instant>,
    pub due: Instant,
}

/// Whoever is accountable for the service, else the one head of both departments, else the head of
/// the one that was asked, else of the other; whoever acts for them while they are away.
pub fn arbiter(directory: &Directory, between: Between, at: Instant) -> Option<PersonId> {
    let owner = between.service.and_then(|id| directory.service(id)?.owner);
    let head = |id: DepartmentId| directory.department(id)?.head;
    let named = owner.or_else(|| head(between.to)).or_else(|| head(between.from))?;
    directory.stand_in(named, at)
}

/// By when a dispute is to be decided: 4, 8, 16 or 40 hours of working time (reference §1.5).
pub fn due(dispute: &Dispute, class: ServiceClass, calendar: &Calendar) -> Instant {
    let hours = match class {
        ServiceClass::Expedite => 4,
        ServiceClass::FixedDate => 8,
        ServiceClass::Standard => 16,
        ServiceClass::Intangible => 40,
    };
    calendar.due(dispute.at, Span::hours(hours))
}

impl Request {
    /// By when its dispute is to be decided, if there is one.
    pub fn dispute_due(&self, calendars: &Calendars) -> Option<Instant> {
        let dispute = self.dispute.as_ref()?;
        Some(due(dispute, self.ask.service_class, self.asked_calendar(calendars)))
    }

    /// What a ruling has made of the due time of a run, the newest ruling last.
    pub fn restated(&self, clock: ClockKind, started: Instant) -> Option<&Restated> {
        let of = |one: &&Restated| one.clock == clock && one.started == started;
        self.restated.iter().rev().find(of)
    }
}
