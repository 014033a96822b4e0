//! Times as people say them: how far away and which moment, always both, in the viewer's zone.

use baton_core::say;
use baton_core::time::Instant;
use baton_core::when::names;
use jiff::civil::{Date, DateTime};
use jiff::tz::{TimeZone, TimeZoneOffsetInfo};
use maud::{Markup, html};

use crate::page::Sample;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;

/// `in 25 min (14:05)`, `3 h ago (09:10)`, `tomorrow 09:00 (in 18 h)`, `Tue 1 Dec, 17:00 (in 9 days)`.
pub fn when(at: Instant, now: Instant, zone: &TimeZone) -> Markup {
    let there = There::new(at, now, zone);
    there.element(&there.words())
}

/// A moment by which something must be done: `due in 25 min (14:05)`, `late by 2 h 10 min (14:05)`.
pub fn due(at: Instant, now: Instant, zone: &TimeZone) -> Markup {
    let there = There::new(at, now, zone);
    if at < now {
        let late = say!(
            "ui-when-late-by",
            amount = amount(now.since(at).as_seconds()),
            there = there.clock_or_day()
        );
        return html! { span.late { (there.element(&late)) } };
    }
    there.element(&say!("ui-when-due", there = there.words()))
}

/// Relative and absolute together.
pub fn words(at: Instant, now: Instant, zone: &TimeZone) -> String {
    There::new(at, now, zone).words()
}

/// Two units at most below a day, then whole days.
pub fn amount(seconds: i64) -> String {
    let (days, hours, minutes) = (seconds / (24 * HOUR), seconds / HOUR, seconds / MINUTE);
    match (days, hours, minutes % 60) {
        (0, 0, _) => say!("ui-when-min", minutes),
        (0, hours, 0) => format!("{hours} h"),
        (0, hours, minutes) if hours < 6 => say!("ui-when-h-min", hours, minutes),
        (0, hours, _) => format!("{hours} h"),
        (1, ..) => "1 day".to_owned(),
        (days, ..) => say!("ui-when-days", days),
    }
}

/// Working time, in which a day has as many hours as the department is open: `26 h 10 min`.
pub fn working(minutes: i64) -> String {
    match (minutes / 60, minutes % 60) {
        (0, 0) => say!("ui-when-under-a-minute").to_owned(),
        (0, minutes) => say!("ui-when-min", minutes),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => say!("ui-when-h-min", hours, minutes),
    }
}

/// The moment alone, as an element: where something else says how far away it is.
pub fn moment(at: Instant, now: Instant, zone: &TimeZone) -> Markup {
    let there = There::new(at, now, zone);
    there.element(&there.clock_or_day())
}

/// Only the moment: `14:05` today, `tomorrow 09:00`, `Tue 1 Dec, 17:00`.
pub fn day(at: Instant, now: Instant, zone: &TimeZone) -> String {
    There::new(at, now, zone).clock_or_day()
}

/// A day without a time: `Tuesday 1 December 2026`.
pub fn date(day: jiff::civil::Date) -> Markup {
    html! { time datetime=(day) { (date_words(day)) } }
}

/// The same inside a sentence.
pub fn date_words(day: jiff::civil::Date) -> String {
    say!(
        "ui-when-long-day",
        weekday = weekday(day),
        day = day.day(),
        month = month(day),
        year = day.year()
    )
}

/// For the title: `Tuesday 1 December 2026, 17:00:00 GMT`.
pub fn full(at: Instant, zone: &TimeZone) -> String {
    There::new(at, at, zone).in_full()
}

fn month(date: Date) -> &'static str {
    names::month_name(date.month())
}

fn weekday(date: Date) -> &'static str {
    names::weekday_name(date.weekday())
}

/// `09`.
fn two(n: i8) -> String {
    let digit = |n: i8| char::from(b'0' + u8::try_from(n).unwrap_or_default() % 10);
    String::from_iter([digit(n / 10), digit(n % 10)])
}

/// `14:05`.
fn clock(at: DateTime) -> String {
    two(at.hour()) + ":" + &two(at.minute())
}

/// A moment and the present, both as the clocks of a zone show them. A page has many: the zone is
/// asked once for each, and nothing is looked up in a pattern.
struct There<'z> {
    at: Instant,
    now: Instant,
    local: DateTime,
    /// Says `GMT` or `BST`.
    clock: TimeZoneOffsetInfo<'z>,
    today: Date,
}

impl<'z> There<'z> {
    fn new(at: Instant, now: Instant, zone: &'z TimeZone) -> Self {
        let info = zone.to_offset_info(at.timestamp());
        let local = info.offset().to_datetime(at.timestamp());
        let today = zone.to_datetime(now.timestamp()).date();
        Self { at, now, local, clock: info, today }
    }

    fn in_full(&self) -> String {
        let (date, zone) = (self.local.date(), self.clock.abbreviation());
        let (day, month, year) = (date.day(), month(date), date.year());
        let (minute, second) = (clock(self.local), two(self.local.second()));
        say!("ui-when-in-full", weekday = weekday(date), day, month, year, minute, second, zone)
    }

    fn element(&self, words: &str) -> Markup {
        html! { time datetime=(self.at) title=(self.in_full()) { (words) } }
    }

    fn words(&self) -> String {
        let seconds = self.at.since(self.now).as_seconds();
        let moment = self.clock_or_day();
        if seconds.abs() < MINUTE {
            return say!("ui-when-now", moment);
        }
        let amount = amount(seconds.abs());
        let far = seconds.abs() >= 24 * HOUR || moment.contains(' ');
        match (far, seconds > 0) {
            (false, true) => say!("ui-when-in", amount, moment),
            (false, false) => say!("ui-when-ago", amount, moment),
            (true, true) => say!("ui-when-in-2", moment, amount),
            (true, false) => say!("ui-when-ago-2", moment, amount),
        }
    }

    /// `14:05` today, `tomorrow 09:00`, `Tue 1 Dec, 17:00` this year, else with the year.
    fn clock_or_day(&self) -> String {
        let clock = clock(self.local);
        let (day, today) = (self.local.date(), self.today);
        if day == today {
            return clock;
        }
        if today.tomorrow().ok() == Some(day) {
            return say!("ui-when-tomorrow", clock);
        }
        if today.yesterday().ok() == Some(day) {
            return say!("ui-when-yesterday", clock);
        }
        let same_year = day.year() == today.year();
        let year = if same_year { String::new() } else { format!(" {}", day.year()) };
        say!(
            "ui-when-day-and-clock",
            weekday = names::weekday_short(day.weekday()),
            day = day.day(),
            month = names::month_short(day.month()),
            year,
            clock
        )
    }
}

pub fn samples() -> Vec<Sample> {
    let at = Instant::from_millis(1_796_144_400_000);
    let zone = TimeZone::UTC;
    let after = |minutes: i64| at + baton_core::time::Span::minutes(minutes);
    vec![Sample::new(
        "times",
        html! {
            p { (when(after(25), at, &zone)) }
            p { (when(after(-3000), at, &zone)) }
            p { (due(after(90), at, &zone)) }
            p { (due(after(-130), at, &zone)) }
        },
    )]
}
