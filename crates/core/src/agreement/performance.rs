//! What is kept of an agreement that binds.

use std::collections::BTreeMap;

use super::figures::{Ran, Row, Tally, Window, of_side};
use super::kinds::{ClockKind, LeftOut, ServiceClass, Side};
use crate::time::{Instant, Span};

/// A clock as it was counted by the terms that it ran under.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Measured {
    pub kind: ClockKind,
    pub class: ServiceClass,
    pub started: Instant,
    pub stopped: Option<Instant>,
    pub due: Instant,
    pub left_out: Option<LeftOut>,
    /// Working time from start to stop.
    pub used: Option<Span>,
    /// Whoever waited has excused that it was late.
    pub excused: bool,
}

/// Clocks that fell due in the window.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Performance {
    pub window: Window,
    /// Steps and classes of which there was any, in order.
    pub rows: Vec<Row>,
}

impl Performance {
    /// All that one side owed.
    pub fn side(&self, side: Side) -> Tally {
        of_side(&self.rows, side)
    }

    pub fn whole(&self) -> Tally {
        Tally::of(self.rows.iter())
    }

    /// One step of every class.
    pub fn step(&self, kind: ClockKind) -> Tally {
        Tally::of(self.rows.iter().filter(|row| row.kind == kind))
    }
}

/// Counts those that fell due in the window; the time used is that of those that have stopped.
pub fn perform(measured: impl IntoIterator<Item = Measured>, window: Window) -> Performance {
    let mut tallies: BTreeMap<(ClockKind, ServiceClass), Tally> = BTreeMap::new();
    for one in measured.into_iter().filter(|one| window.holds(one.due)) {
        let ran = Ran {
            kind: one.kind,
            started: one.started,
            stopped: one.stopped,
            left_out: one.left_out,
            due: Some(one.due),
            ruled: None,
            excused: one.excused,
        };
        let Some(outcome) = ran.outcome(one.due, window.until) else { continue };
        tallies.entry((one.kind, one.class)).or_default().count(outcome, one.excused, || one.used);
    }
    let row = |((kind, class), mut tally): ((ClockKind, ServiceClass), Tally)| {
        tally.sort();
        Row { kind, class, tally }
    };
    Performance { window, rows: tallies.into_iter().map(row).collect() }
}
