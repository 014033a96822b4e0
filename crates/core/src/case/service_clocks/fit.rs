//! Whether what departments owe each other fits inside what the customer was promised
//! (reference §2.1): at the latest due times, the customer is still told in time.

use super::resolution_due;
use crate::agreement::{self, EMERGENCY, usual};
use crate::calendar::{Calendar, Calendars};
use crate::case::kinds::{ClockKind, ServiceClass};
use crate::case::service_clocks::calendar_of;
use crate::case::state::Case;
use crate::ids::CalendarId;
use crate::time::{Instant, Span};

/// The working time that each step of a request may take.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Steps {
    pub acknowledge: Span,
    pub read_back: Span,
    /// `None`: by when it is needed, or at once.
    pub deliver: Option<Span>,
    pub needed_by: Option<Instant>,
    pub verify: Span,
    pub tell: Span,
    /// Taken in by the clock on the wall.
    pub emergency: bool,
    /// The hours of who is asked, and of who asks.
    pub asked: Option<CalendarId>,
    pub asking: Option<CalendarId>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fit {
    pub fits: bool,
    /// Working time of the service level that the steps take at the latest.
    pub needs: Span,
    /// Working time that is left until the resolution is due; none when it is late.
    pub left: Span,
    /// When the customer is told at the latest, if every step takes all of its time.
    pub latest_ola_due: Instant,
    pub promise_due: Instant,
}

impl Steps {
    /// As the agreement has them, else as usual.
    pub fn of(binding: Option<&agreement::Binding>, class: ServiceClass) -> Self {
        let agreed = |clock| binding.and_then(|binding| binding.target(clock));
        let step = |clock| agreed(clock).or_else(|| usual(clock, class));
        let at_once = Span::millis(0);
        Self {
            acknowledge: step(ClockKind::Acknowledge).unwrap_or(at_once),
            read_back: step(ClockKind::ReadBack).unwrap_or(at_once),
            deliver: step(ClockKind::Deliver),
            needed_by: None,
            verify: step(ClockKind::Verify).unwrap_or(at_once),
            tell: step(ClockKind::Tell).unwrap_or(at_once),
            emergency: false,
            asked: None,
            asking: None,
        }
    }

    /// When the customer is told at the latest.
    fn latest(&self, calendars: &Calendars, now: Instant) -> Instant {
        let (asked, asking) = (calendars.of(self.asked), calendars.of(self.asking));
        let acknowledged = match self.emergency {
            true => asked.around_the_clock().due(now, self.acknowledge.min(EMERGENCY)),
            false => asked.due(now, self.acknowledge),
        };
        let taken_in = asked.due(acknowledged, self.read_back);
        let delivered = match (self.needed_by, self.deliver) {
            (Some(by), _) => by.max(taken_in),
            (None, deliver) => asked.due(taken_in, deliver.unwrap_or(Span::millis(0))),
        };
        Self::one_after_another(asking, delivered, &[self.verify, self.tell])
    }

    fn one_after_another(calendar: &Calendar, start: Instant, steps: &[Span]) -> Instant {
        steps.iter().fold(start, |at, step| calendar.due(at, *step))
    }
}

/// `None` where nothing is promised about the resolution of the case, or it is resolved.
pub fn fit(case: &Case, steps: &Steps, calendars: &Calendars, now: Instant) -> Option<Fit> {
    let calendar = calendar_of(case, calendars);
    let promise_due = resolution_due(case, calendar)?;
    let latest_ola_due = steps.latest(calendars, now);
    Some(Fit {
        fits: latest_ola_due <= promise_due,
        needs: calendar.elapsed(now, latest_ola_due),
        left: calendar.elapsed(now, promise_due),
        latest_ola_due,
        promise_due,
    })
}
