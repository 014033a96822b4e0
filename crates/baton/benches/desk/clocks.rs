//! Due times: of many open clocks, and of one; beside a walk from day to day.

use std::collections::BTreeSet;
use std::time::Duration;

use baton_core::agreement::{Hours, Side, Terms, Trace, Window, simulate};
use baton_core::calendar::{Calendar, Calendars, HolidaySet, Nation};
use baton_core::case::Case;
use baton_core::case::clocks::due;
use baton_core::case::kinds::ClockKind;
use baton_core::case::request::Request;
use baton_core::case::request::state::Run;
use baton_core::case::request::trace::traces;
use baton_core::time::{Instant, Span};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::Fault;
use crate::texts::Luck;
use crate::timing::{median, now, since};

/// So many clocks are open in an organisation that has much to do.
const OPEN: usize = 100_000;
/// The first moment of 2026.
const YEAR: i64 = 1_767_225_600_000;
/// Requests between two departments within the days on which a draft is tried.
const TRIED: usize = 10_000;
/// The walk is measured on fewer and counted up.
const WALKED: usize = 5_000;

pub struct Clocks {
    pub open: usize,
    /// All of them by the rules, with the agreement, the pauses and both calendars.
    pub recount: Duration,
    /// Requests that a draft of an agreement was tried on, and how long that took.
    pub tried: usize,
    pub simulation: Duration,
    /// Nanoseconds for one due time by a calendar that has been asked before.
    pub one: f64,
    /// The same by a walk from day to day.
    pub walked: f64,
}

/// `request`: one that was sent; its clocks are put at other moments.
pub fn run(case: &Case, request: &Request, runs: usize) -> Result<Clocks, Fault> {
    let calendars = Calendars::default();
    let mut luck = Luck::new(7);
    let starts: Vec<(Instant, Span)> = (0..OPEN).map(|_| moment(&mut luck)).collect();
    let open: Vec<Request> = starts.iter().map(|(at, _)| opened(request, *at)).collect();
    let times = |work: &dyn Fn()| {
        work();
        let measured = (0..runs.max(3)).map(|_| {
            let start = now();
            work();
            since(start).as_secs_f64()
        });
        median(measured.collect())
    };
    let recount = times(&|| {
        for request in &open {
            for run in &request.runs {
                std::hint::black_box(due(request, run, &calendars));
            }
        }
    });
    let (calendar, walk) = (calendars.standard(), Walk::new());
    let one = times(&|| {
        for (at, target) in &starts {
            std::hint::black_box(calendar.due(*at, *target));
        }
    });
    let some = &starts[..WALKED];
    let walked = times(&|| {
        for (at, target) in some {
            std::hint::black_box(walk.due(*at, *target));
        }
    });
    agree(calendar, &walk, some);
    let asked = open.iter().take(TRIED);
    let tried: Vec<Trace> = asked.flat_map(|one| traces(case, one, &calendars)).collect();
    let (terms, until) = (terms()?, Instant::from_millis(YEAR) + Span::times_24h(365));
    let window = Window { from: Instant::from_millis(YEAR), until };
    let hours = Hours { from: calendar, to: calendar };
    let counted = simulate(&tried, &terms, hours, window).side(Side::To).n();
    assert!(usize::try_from(counted)? > TRIED / 2, "{counted} of {TRIED} count");
    let simulation = times(&|| {
        std::hint::black_box(simulate(&tried, &terms, hours, window));
    });
    Ok(Clocks {
        tried: TRIED,
        simulation: Duration::from_secs_f64(simulation),
        open: OPEN,
        recount: Duration::from_secs_f64(recount),
        one: one * 1e9 / crate::timing::count(OPEN),
        walked: walked * 1e9 / crate::timing::count(WALKED),
    })
}

/// Terms with the usual times and nothing else.
fn terms() -> Result<Terms, Fault> {
    let none: [&str; 0] = [];
    let text = serde_json::json!({
        "in_scope": none, "out_of_scope": none, "targets": none, "facts": none,
        "from_duties": none, "to_duties": none, "from_needs": none, "to_needs": none,
        "pauses": none, "on_breach": null, "review_on": "2027-01-01", "effective_from": null,
    });
    Ok(serde_json::from_value(text)?)
}

/// Any moment of a year, and up to five days of working time.
fn moment(luck: &mut Luck) -> (Instant, Span) {
    let start: Instant = Instant::from_millis(YEAR);
    let minutes = i64::try_from(luck.below(365 * 24 * 60)).unwrap_or(0);
    let target = i64::try_from(luck.below(5 * 510)).unwrap_or(0);
    (start + Span::minutes(minutes), Span::minutes(target + 30))
}

/// A request whose acknowledgement and delivery run since a moment.
fn opened(request: &Request, at: Instant) -> Request {
    let mut request = request.clone();
    let begun = |kind| Run { kind, started: at, stopped: None, frozen: None, excused: None };
    request.runs = vec![begun(ClockKind::Acknowledge)];
    request
}

/// What one would write first: day after day, its hours, until the target is used up.
struct Walk {
    zone: jiff::tz::TimeZone,
    holidays: BTreeSet<Date>,
}

impl Walk {
    fn new() -> Self {
        let set = HolidaySet::of(Nation::EnglandAndWales);
        let zone = jiff::tz::TimeZone::get("Europe/London").unwrap_or(jiff::tz::TimeZone::UTC);
        Self { zone, holidays: set.days().map(|(day, _)| day).collect() }
    }

    fn due(&self, start: Instant, target: Span) -> Instant {
        let mut day = start.timestamp().to_zoned(self.zone.clone()).date();
        let mut left = target.as_millis();
        loop {
            let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
            if !weekend && !self.holidays.contains(&day) {
                let (open, close) = (self.at(day, 9, 0), self.at(day, 17, 30));
                let from = open.max(start.millis());
                if close - from >= left && close > from {
                    return Instant::from_millis(from + left);
                }
                left -= (close - from).max(0);
            }
            let Ok(next) = day.checked_add(1.day()) else { return start };
            day = next;
        }
    }

    fn at(&self, day: Date, hour: i8, minute: i8) -> i64 {
        let wall = day.at(hour, minute, 0, 0);
        self.zone.to_ambiguous_timestamp(wall).compatible().map_or(0, |at| at.as_millisecond())
    }
}

/// Both count the same, or the comparison means nothing.
fn agree(calendar: &Calendar, walk: &Walk, some: &[(Instant, Span)]) {
    for (at, target) in some {
        assert_eq!(calendar.due(*at, *target), walk.due(*at, *target), "{at} {target:?}");
    }
}
