//! What an agreement can say about a clock, beyond its target: when people are warned, and what
//! happens to the due time when something changes on the way (reference §2.6).
//!
//! All of it is pure: moments, targets and calendars in, moments out. Nothing here remembers.
//!
//! - [`is_met`], [`warnings`]: the edge between met and breached, and the warnings before it
//! - [`Reopening`]: the clock of a case that was resolved and goes on
//! - [`Raising`], [`lowered`]: another target on the way
//! - [`Backdated`], [`Moved`]: received before it was recorded; a holiday that was added late
//! - [`PauseReason`]: why a clock may stand still; internal reasons are none

mod change;
mod pause;
mod reopening;
mod target;

#[cfg(test)]
mod tests;

pub use change::{Backdated, Moved, holiday_added};
pub use pause::{Pause, PauseReason, counting};
pub use reopening::{REOPEN_DAYS, Reopened, Reopening, reopen_until};
pub use target::{RAISED_AT_LEAST, Raising, lowered};

use crate::calendar::{Calendar, Pauses};
use crate::time::{Instant, Span};

/// A clock that runs: from when, how much working time, and what of it does not count.
#[derive(Clone, Copy, Debug)]
pub struct Clock<'a> {
    pub calendar: &'a Calendar,
    pub start: Instant,
    pub target: Span,
    pub pauses: &'a Pauses,
}

impl Clock<'_> {
    pub fn due(&self) -> Instant {
        self.calendar.due_with(self.start, self.target, self.pauses)
    }

    /// Working time from its start to a moment.
    pub fn used(&self, at: Instant) -> Span {
        self.calendar.elapsed_with(self.start, at, self.pauses)
    }

    /// Due when so much more working time has passed since a moment.
    fn due_after(&self, at: Instant, left: Span) -> Instant {
        self.calendar.due_with(at, left, self.pauses)
    }
}

/// The shares of a target at which people are warned, in per cent.
pub const WARN_AT: [u8; 2] = [75, 100];

/// Met is at the due time or before it; breached is strictly after (reference §2.4 rule 3).
pub fn is_met(due: Instant, stopped: Instant) -> bool {
    stopped <= due
}

/// When each share of the target has passed, in the order of the shares.
pub fn warnings(clock: &Clock<'_>, shares: &[u8]) -> Vec<Instant> {
    let share = |share: &u8| clock.target.as_millis().saturating_mul(i64::from(*share)) / 100;
    shares.iter().map(|part| clock.due_after(clock.start, Span::millis(share(part)))).collect()
}
