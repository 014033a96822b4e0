//! The hours at which mail may come, in a person's own zone.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::time::{Instant, Span};

/// Minutes of a day.
const DAY: u16 = 24 * 60;
/// Further ahead than any week of days can close.
const AHEAD: usize = 15;

/// From one minute of the day to another; over midnight when the end is before the beginning.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Frame {
    pub from: u16,
    pub to: u16,
}

impl Frame {
    pub fn new(from: u16, to: u16) -> Self {
        Self { from: from % DAY, to: to % DAY }
    }

    fn over_midnight(self) -> bool {
        self.to < self.from
    }

    fn holds(self, minute: u16) -> bool {
        if self.over_midnight() {
            minute >= self.from || minute < self.to
        } else {
            (self.from..self.to).contains(&minute)
        }
    }
}

/// Days of the week.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Days(u8);

impl Days {
    pub const WORKING: Days = Days(0b001_1111);

    /// Bit 0 is Monday.
    pub fn from_bits(bits: u8) -> Self {
        Self(bits & 0b111_1111)
    }
    pub fn bits(self) -> u8 {
        self.0
    }
    /// 0 is Monday.
    pub fn has(self, day: u8) -> bool {
        day < 7 && self.0 & (1 << day) != 0
    }
    fn holds(self, date: Date) -> bool {
        let day = u8::try_from(date.weekday().to_monday_zero_offset()).unwrap_or(7);
        self.has(day)
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Hours {
    /// When the person works; mail waits for it. `None`: always.
    pub work: Option<Frame>,
    pub days: Days,
    /// When nothing may ring.
    pub quiet: Option<Frame>,
    /// Minute of the day of the daily letter.
    pub digest_at: u16,
}

impl Default for Hours {
    fn default() -> Self {
        Self { work: None, days: Days::WORKING, quiet: None, digest_at: 8 * 60 }
    }
}

impl Hours {
    /// Whether mail may come at a moment.
    pub fn is_open(&self, at: Instant, zone: &TimeZone) -> bool {
        let local = zone.to_datetime(at.timestamp());
        let (date, minute) = (local.date(), minute_of(local));
        let works = self.work.is_none_or(|work| {
            // The hours after midnight belong to the day on which the work began.
            let begun = if work.over_midnight() && minute < work.to {
                date.yesterday().unwrap_or(date)
            } else {
                date
            };
            work.holds(minute) && self.days.holds(begun)
        });
        works && !self.quiet.is_some_and(|quiet| quiet.holds(minute))
    }

    /// The first moment from `at` on when mail may come. Hours that never open hold nothing back.
    pub fn next_open(&self, at: Instant, zone: &TimeZone) -> Instant {
        if self.is_open(at, zone) {
            return at;
        }
        let begins = self.work.map(|work| work.from);
        let ends = self.quiet.map(|quiet| quiet.to);
        let marks: Vec<u16> = begins.into_iter().chain(ends).collect();
        let mut date = zone.to_datetime(at.timestamp()).date();
        for _ in 0..AHEAD {
            let mut moments: Vec<Instant> =
                marks.iter().filter_map(|minute| moment(date, *minute, zone)).collect();
            moments.sort_unstable();
            let open = |moment: &Instant| *moment >= at && self.is_open(*moment, zone);
            if let Some(found) = moments.into_iter().find(open) {
                return found;
            }
            let Ok(next) = date.tomorrow() else { break };
            date = next;
        }
        at
    }

    /// The next daily letter after a moment.
    pub fn next_digest(&self, now: Instant, zone: &TimeZone) -> Instant {
        let today = zone.to_datetime(now.timestamp()).date();
        let days = [Some(today), today.tomorrow().ok()];
        let moments = days.into_iter().flatten();
        let mut later = moments
            .filter_map(|date| moment(date, self.digest_at, zone))
            .filter(|moment| *moment > now);
        later.next().unwrap_or(now + Span::times_24h(1))
    }
}

fn minute_of(local: jiff::civil::DateTime) -> u16 {
    let (hour, minute) = (i16::from(local.hour()), i16::from(local.minute()));
    u16::try_from(hour * 60 + minute).unwrap_or(0)
}

/// A minute of a day as a moment; one that the clocks skip is the one after the skip.
fn moment(date: Date, minute: u16, zone: &TimeZone) -> Option<Instant> {
    let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
    let zoned = date.at(hour, minute, 0, 0).to_zoned(zone.clone()).ok()?;
    Some(Instant::from_millis(zoned.timestamp().as_millisecond()))
}

/// The next full hour after a moment.
pub(super) fn next_hour(now: Instant) -> Instant {
    let hour = Span::hours(1).as_millis();
    Instant::from_millis((now.millis().div_euclid(hour) + 1).saturating_mul(hour))
}
