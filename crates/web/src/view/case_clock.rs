//! The clocks of a case, and whether what is asked of a department fits inside them.

use baton_core::case::kinds::CaseClock;
use baton_core::case::service_clocks::{Clock, ClockState, Fit, calendar_of, clocks};

use crate::shape::{Out, Thing};
use crate::view::request::{DAY, DayView, REQUEST, RequestView, Source};
use crate::view::{MAYBE_ID, MAYBE_TEXT, MAYBE_TIME, maybe_time, time, view};

view! {
    CaseClockView as CASE_CLOCK "CaseClock" {
        "kind" kind: &'static str = Out::Choice(CaseClock::NAMES),
        /// The promise that it is about, when it is about one.
        "promise" promise: Option<String> = MAYBE_ID,
        "started" started: String = Out::Time,
        "due" due: String = Out::Time,
        "stopped" stopped: Option<String> = MAYBE_TIME,
        "state" state: &'static str = Out::Choice(ClockState::NAMES),
        /// Seconds of working time, without the pauses.
        "used_seconds" used_seconds: i64 = Out::Whole,
        "paused_seconds" paused_seconds: i64 = Out::Whole,
    }
    CaseWhyView as CASE_WHY "CaseClockAccount" {
        "clock" clock: CaseClockView = Out::Thing(&CASE_CLOCK),
        /// Where its time comes from.
        "why" why: Option<String> = MAYBE_TEXT,
        "service_level" service_level: Option<LevelOfCaseView> =
            Out::Maybe(&Out::Thing(&LEVEL_OF_CASE)),
        /// Every day from its start to its due time, in the zone of the calendar.
        "days" days: Vec<DayView> = Out::List(&Out::Thing(&DAY)),
    }
    LevelOfCaseView as LEVEL_OF_CASE "ServiceLevelOfCase" {
        /// `organisation`, or the id of the department whose own it is.
        "id" id: String = Out::Text,
        "number" number: u32 = Out::Whole,
    }
    FitView as FIT "Fit" {
        /// Whether the customer is told in time if every step takes all of its time.
        "fits" fits: bool = Out::Flag,
        /// Seconds of working time that the steps take at the latest.
        "needs_seconds" needs_seconds: i64 = Out::Whole,
        /// Seconds of working time that are left until the resolution is due.
        "left_seconds" left_seconds: i64 = Out::Whole,
        "latest_ola_due" latest_ola_due: String = Out::Time,
        "promise_due" promise_due: String = Out::Time,
    }
}

/// A request that was just raised, with whether it fits inside what the customer was promised.
#[derive(Debug, serde::Serialize)]
pub struct RaisedView {
    #[serde(flatten)]
    pub request: RequestView,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fit: Option<FitView>,
}
pub const RAISED: Thing =
    Thing::new("RaisedRequest", REQUEST.fields).sometimes(&[("fit", Out::Thing(&FIT))]);

pub fn all(source: &Source<'_>) -> Vec<CaseClockView> {
    let calendar = calendar_of(source.case, source.calendars);
    clocks(source.case, calendar, source.now).iter().map(clock).collect()
}

pub fn clock(clock: &Clock) -> CaseClockView {
    CaseClockView {
        kind: clock.kind.name(),
        promise: clock.promise.map(|id| id.to_string()),
        started: time(clock.started),
        due: time(clock.due),
        stopped: maybe_time(clock.stopped),
        state: clock.state.name(),
        used_seconds: clock.used_ms.div_euclid(1_000),
        paused_seconds: clock.paused_ms.div_euclid(1_000),
    }
}

pub fn fit(fit: &Fit) -> FitView {
    FitView {
        fits: fit.fits,
        needs_seconds: fit.needs.as_seconds(),
        left_seconds: fit.left.as_seconds(),
        latest_ola_due: time(fit.latest_ola_due),
        promise_due: time(fit.promise_due),
    }
}
