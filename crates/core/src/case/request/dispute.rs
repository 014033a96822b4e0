//! Two departments see it differently, and somebody who is neither decides.
//!
//! - [`Dispute`]: what it is about, and how each side sees it; [`arbiter`]: who decides
//! - [`due`]: by when; [`Ruling`], [`Restated`]: what was decided, and which due time it changes

use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Calendars};
use crate::case::kinds::{ClockKind, DeclineReason, DisputeSubject, Mover, ServiceClass};
use crate::case::request::frozen::Excused;
use crate::case::request::ladder::Escalation;
use crate::case::request::state::{Request, Run};
use crate::directory::{Directory, Role};
use crate::ids::PersonId;
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
    /// It has not said so in its time.
    pub unanswered: bool,
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
    /// What it was given on; `None`: on a third redirection.
    pub dispute: Option<Dispute>,
    /// The due time that it has set anew.
    pub restated: Option<Restated>,
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

/// Whoever is accountable for the service, an arbiter, a head of the two departments: the first who
/// works in neither, else the first who has no part in it, else the director on duty; whoever acts
/// for them while they are away.
pub fn arbiter(
    directory: &Directory,
    request: &Request,
    opener: Option<PersonId>,
    at: Instant,
) -> Option<PersonId> {
    let owner = request.ask.service.and_then(|id| directory.service(id)?.owner);
    let sides = [request.ask.to, request.from];
    let heads = sides.into_iter().filter_map(|id| directory.department(id)?.head);
    let named = owner.into_iter().chain(directory.holders(Role::Arbiter)).chain(heads);
    let present = |named: PersonId| {
        let person = directory.stand_in(named, at)?;
        (Some(person) != opener && !request.has_part(person)).then_some(person)
    };
    let outside = |person: &&PersonId| {
        let who = directory.who(**person);
        who.is_some_and(|who| !sides.iter().any(|of| who.belongs_to(*of) || who.leads(*of)))
    };
    let neutral: Vec<PersonId> = named.filter_map(present).collect();
    let director = || directory.holders(Role::Director).into_iter().find_map(present);
    neutral.iter().find(outside).or(neutral.first()).copied().or_else(director)
}

/// The arbiter who was found, or else all who hold the role.
pub fn rulers(directory: &Directory, arbiter: Option<PersonId>) -> Vec<PersonId> {
    arbiter.map_or_else(|| directory.holders(Role::Arbiter), |arbiter| vec![arbiter])
}

/// By when a dispute is to be decided: 4, 8, 16 or 40 hours of working time (reference §1.5).
pub fn due(dispute: &Dispute, class: ServiceClass, calendar: &Calendar) -> Instant {
    calendar.due(dispute.at, Span::hours(hours(class)))
}

/// By when the other side says how it sees it: in the first half of that time.
pub fn answer_due(dispute: &Dispute, class: ServiceClass, calendar: &Calendar) -> Instant {
    calendar.due(dispute.at, Span::hours(hours(class) / 2))
}

fn hours(class: ServiceClass) -> i64 {
    match class {
        ServiceClass::Expedite => 4,
        ServiceClass::FixedDate => 8,
        ServiceClass::Standard => 16,
        ServiceClass::Intangible => 40,
    }
}

impl Restated {
    fn is_of(&self, run: &Run) -> bool {
        (self.clock, self.started) == (run.kind, run.started)
    }
}

impl Dispute {
    /// Whether both sides had their say: the other one has said how it sees it, or its time to do
    /// so has passed.
    pub fn is_heard(&self) -> bool {
        self.other.is_some() || self.unanswered
    }
}

impl Request {
    /// By when its dispute is to be decided, if there is one.
    pub fn dispute_due(&self, calendars: &Calendars) -> Option<Instant> {
        let dispute = self.dispute.as_ref()?;
        Some(due(dispute, self.ask.service_class, self.asked_calendar(calendars)))
    }

    /// By when the other side says how it sees it, while it has not.
    pub fn position_due(&self, calendars: &Calendars) -> Option<Instant> {
        let dispute = self.dispute.as_ref().filter(|dispute| !dispute.is_heard())?;
        Some(answer_due(dispute, self.ask.service_class, self.asked_calendar(calendars)))
    }

    /// Whether somebody has a part in what is contested, so that they do not rule on it.
    pub fn has_part(&self, person: PersonId) -> bool {
        let disputed = self.dispute.as_ref().is_some_and(|dispute| {
            dispute.by == person || dispute.other.is_some_and(|other| other.by == person)
        });
        disputed || self.sender == person || self.assignee == Some(person)
    }

    /// The level at which its dispute went to the director on duty, as nobody had ruled in time.
    pub fn climbed(&self) -> Option<&Escalation> {
        let position = self.dispute.as_ref()?.position;
        self.escalations.iter().find(|one| one.reason == position)
    }

    /// What a ruling has made of the due time of a run, the newest ruling last.
    pub fn restated(&self, clock: ClockKind, started: Instant) -> Option<&Restated> {
        let of = |one: &&Restated| one.clock == clock && one.started == started;
        self.rulings.iter().rev().filter_map(|ruling| ruling.restated.as_ref()).find(of)
    }

    /// When a run was due that was late before a ruling set it anew. It stays late (reference §2.6).
    pub fn late_since(&self, run: &Run) -> Option<Instant> {
        self.rulings.iter().find_map(|ruling| {
            let one = ruling.restated.filter(|one| one.is_of(run))?;
            let until = run.stopped.unwrap_or(ruling.at).min(ruling.at);
            one.was.filter(|was| until > *was)
        })
    }

    /// Who does not hold against whoever owed it that a run was late: who waited, or who ruled that
    /// it is due later, as long as it is not late again.
    pub fn excused(&self, run: &Run) -> Option<Excused> {
        let ruled = || {
            self.late_since(run)?;
            let anew = |ruling: &&Ruling| ruling.restated.is_some_and(|one| one.is_of(run));
            let ruling = self.rulings.iter().rev().find(anew)?;
            let due = ruling.restated?.due;
            let flagged = || self.was_flagged(run.kind, run.started);
            let again = run.stopped.map_or_else(flagged, |stopped| stopped > due);
            (!again).then_some(Excused { by: ruling.by, at: ruling.at, reason: ruling.reason })
        };
        run.excused.or_else(ruled)
    }

    /// Whether a run was flagged as late, by the due time that a ruling has set if one has.
    pub fn was_flagged(&self, clock: ClockKind, started: Instant) -> bool {
        let ruled = self.restated(clock, started);
        self.flagged.iter().any(|flag| {
            let this = (flag.clock, flag.started) == (clock, started);
            this && ruled.is_none_or(|one| flag.due == one.due)
        })
    }
}
