//! What ran between two departments, and how it is counted.
//!
//! A figure counts the clocks that fell due in a window, met or not, so that what is still open and
//! late is not left out (reference §5.1 rule 3). Fewer than [`FEWEST`] have no share.

use std::collections::BTreeMap;

use super::kinds::{ClockKind, LeftOut, PauseReason, ServiceClass, Side};
use crate::calendar::Pauses;
use crate::ids::{CaseId, DepartmentId, RequestId, ServiceId};
use crate::time::{Instant, Span};

/// Fewer clocks than this are counted and have no share (reference §5.1 rule 5).
pub const FEWEST: u32 = 10;
/// How far back figures of agreements look: 90 periods of 24 hours.
pub const PERIOD: Span = Span::times_24h(90);

/// [from, until): due times in it belong to a figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    pub from: Instant,
    pub until: Instant,
}

impl Window {
    /// The last [`PERIOD`].
    pub fn up_to(now: Instant) -> Self {
        Self { from: now - PERIOD, until: now }
    }

    pub fn holds(self, due: Instant) -> bool {
        self.from <= due && due < self.until
    }
}

/// What one department asked of another in one request: clocks and what may move them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Trace {
    pub case: CaseId,
    pub request: RequestId,
    /// `C-1042/2`.
    pub reference: String,
    pub from: DepartmentId,
    /// The department that was asked at the time.
    pub to: DepartmentId,
    pub service: Option<ServiceId>,
    pub class: ServiceClass,
    pub needed_by: Option<Instant>,
    /// Needed by a moment that the law names: nothing stops its delivery's clock.
    pub legal: bool,
    /// Whoever is asked takes it in day and night.
    pub emergency: bool,
    pub shared: Vec<Shared>,
    pub stills: Vec<Still>,
    /// Working time of its waits that has been closed since, and puts the delivery off as before.
    pub lost: Pauses,
    pub runs: Vec<Ran>,
}

/// A field of the customer that was shared from a moment on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shared {
    pub field: String,
    pub from: Instant,
}

/// A time in which the request waited, [from, until); `None`: it still does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Still {
    pub reason: PauseReason,
    pub from: Instant,
    pub until: Option<Instant>,
}

/// One run of a clock as it was.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Ran {
    pub kind: ClockKind,
    pub started: Instant,
    pub stopped: Option<Instant>,
    /// It stopped because the request ended another way.
    pub left_out: Option<LeftOut>,
    /// When it was due by the terms that it ran under.
    pub due: Option<Instant>,
    /// The due time that a ruling has set.
    pub ruled: Option<Instant>,
    /// Whoever waited has excused that it was late.
    pub excused: bool,
}

/// How a clock stands to its due time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Outcome {
    Met,
    Late,
    Open,
    LeftOut(LeftOut),
}

impl Ran {
    /// What comes of it if it was due then. What was late before it was withdrawn stays late
    /// (reference §2.6); `None` while it runs and is not due yet.
    pub(super) fn outcome(&self, due: Instant, now: Instant) -> Option<Outcome> {
        match (self.stopped, self.left_out) {
            (Some(stopped), _) if stopped > due => Some(Outcome::Late),
            (Some(_), Some(why)) => Some(Outcome::LeftOut(why)),
            (Some(_), None) => Some(Outcome::Met),
            (None, _) if now > due => Some(Outcome::Open),
            (None, _) => None,
        }
    }
}

/// Clocks of one kind, counted.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    pub met: u32,
    /// Stopped after they were due.
    pub late: u32,
    /// Due, and running still.
    pub open: u32,
    /// Of those that are late, how many whoever waited has excused. They stay late.
    pub excused: u32,
    pub left_out: BTreeMap<LeftOut, u32>,
    /// Working seconds of each that counts, in order once [`Tally::sort`] was called.
    used: Vec<i64>,
}

impl Tally {
    /// Those that count.
    pub fn n(&self) -> u32 {
        self.met + self.late + self.open
    }

    pub fn is_empty(&self) -> bool {
        self.n() == 0 && self.left_out.is_empty()
    }

    /// The share that was met in whole per cent, rounded down; `None` below [`FEWEST`].
    pub fn attainment(&self) -> Option<u32> {
        (self.n() >= FEWEST).then(|| self.met * 100 / self.n())
    }

    /// The same without what was excused.
    pub fn attainment_without_excused(&self) -> Option<u32> {
        let n = self.n() - self.excused;
        (n >= FEWEST).then(|| self.met * 100 / n)
    }

    /// Working seconds that half of them took at most.
    pub fn median(&self) -> Option<i64> {
        nearest_rank(&self.used, 50)
    }

    /// Working seconds that nine in ten took at most.
    pub fn p90(&self) -> Option<i64> {
        nearest_rank(&self.used, 90)
    }

    /// Counts a clock; whether it was excused matters only where it is late.
    pub(super) fn count(
        &mut self,
        outcome: Outcome,
        excused: bool,
        used: impl FnOnce() -> Option<Span>,
    ) {
        if excused && matches!(outcome, Outcome::Late | Outcome::Open) {
            self.excused += 1;
        }
        match outcome {
            Outcome::Met => self.met += 1,
            Outcome::Late => self.late += 1,
            Outcome::Open => self.open += 1,
            Outcome::LeftOut(why) => {
                *self.left_out.entry(why).or_default() += 1;
                return;
            }
        }
        self.used.extend(used().map(Span::as_seconds));
    }

    /// Several rows together.
    pub(super) fn of<'a>(rows: impl Iterator<Item = &'a Row>) -> Self {
        let mut whole = Self::default();
        for row in rows {
            whole.add(&row.tally);
        }
        whole.sort();
        whole
    }

    pub(super) fn sort(&mut self) {
        self.used.sort_unstable();
    }

    fn add(&mut self, other: &Self) {
        self.met += other.met;
        self.late += other.late;
        self.open += other.open;
        self.excused += other.excused;
        for (why, n) in &other.left_out {
            *self.left_out.entry(*why).or_default() += n;
        }
        self.used.extend(&other.used);
    }
}

/// The smallest of the sorted values that so many per cent of them do not exceed (reference §5.1
/// rule 4).
pub fn nearest_rank(sorted: &[i64], per_cent: usize) -> Option<i64> {
    let rank = (sorted.len() * per_cent).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

/// The clocks of one step and class of service.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    pub kind: ClockKind,
    pub class: ServiceClass,
    pub tally: Tally,
}

/// All that one side owes, together.
pub(super) fn of_side(rows: &[Row], side: Side) -> Tally {
    Tally::of(rows.iter().filter(|row| row.kind.side() == side))
}
