//! What became known later than it happened (reference §2.6).

use super::Clock;
use crate::calendar::Calendar;
use crate::time::{Instant, Span};

/// A letter or a voicemail: received first, recorded later. Its clock starts when it was received.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Backdated {
    pub received: Instant,
    pub recorded: Instant,
}

impl Backdated {
    /// Working time that the customer waited before anybody wrote it down: a figure of its own.
    pub fn delay(&self, calendar: &Calendar) -> Span {
        calendar.elapsed(self.received, self.recorded)
    }
}

/// A due time that has moved, for the event that shows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moved {
    pub was: Instant,
    pub now: Instant,
}

/// What a holiday does that was added after the clock had started: the due time of a clock that
/// runs can move later, never earlier; a clock that has stopped stays as it is.
pub fn holiday_added(
    clock: &Clock<'_>,
    with_it: &Calendar,
    stopped: Option<Instant>,
) -> Option<Moved> {
    let was = clock.due();
    let now = Clock { calendar: with_it, ..*clock }.due();
    (stopped.is_none() && now > was).then_some(Moved { was, now })
}
