//! Moments, as UTC milliseconds. Nothing here reads a clock.

use std::fmt;
use std::ops::{Add, Sub};
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instant(i64);

/// A span of physical time in milliseconds; may be negative.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Span(i64);

/// Text that is not an RFC 3339 time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a time: write it like 2026-12-01T17:00:00Z")]
pub struct NotATime;

/// The furthest moment that is accepted from outside: 9999-12-31T23:59:59Z.
const FURTHEST: i64 = 253_402_300_799_000;

impl Instant {
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }
    pub const fn millis(self) -> i64 {
        self.0
    }
    pub fn since(self, earlier: Instant) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
    /// As jiff sees it, for calendars and for showing; out of range becomes the epoch.
    pub fn timestamp(self) -> jiff::Timestamp {
        jiff::Timestamp::from_millisecond(self.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH)
    }
}

impl Span {
    pub const fn millis(n: i64) -> Self {
        Self(n)
    }
    pub const fn seconds(n: i64) -> Self {
        Self(n * 1_000)
    }
    pub const fn minutes(n: i64) -> Self {
        Self(n * 60_000)
    }
    pub const fn hours(n: i64) -> Self {
        Self(n * 3_600_000)
    }
    /// Periods of exactly 24 hours. The bare word "day" does not exist here.
    pub const fn times_24h(n: i64) -> Self {
        Self(n * 86_400_000)
    }
    pub const fn as_millis(self) -> i64 {
        self.0
    }
    pub const fn as_seconds(self) -> i64 {
        self.0 / 1_000
    }
}

impl Add<Span> for Instant {
    type Output = Instant;
    fn add(self, span: Span) -> Instant {
        Instant(self.0.saturating_add(span.0))
    }
}

impl Sub<Span> for Instant {
    type Output = Instant;
    fn sub(self, span: Span) -> Instant {
        Instant(self.0.saturating_sub(span.0))
    }
}

/// RFC 3339 in UTC, whole seconds unless there are milliseconds.
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.timestamp(), f)
    }
}

impl FromStr for Instant {
    type Err = NotATime;
    /// Reads RFC 3339 with any offset; anything below a millisecond is dropped.
    fn from_str(text: &str) -> Result<Self, NotATime> {
        let moment: jiff::Timestamp = text.trim().parse().map_err(|_| NotATime)?;
        let millis = moment.as_millisecond();
        if (0..=FURTHEST).contains(&millis) { Ok(Self(millis)) } else { Err(NotATime) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_written_in_utc_and_read_back() {
        let at: Instant = "2026-12-01T17:00:00Z".parse().unwrap();
        assert_eq!(at.to_string(), "2026-12-01T17:00:00Z");
        assert_eq!("2026-12-01T18:00:00+01:00".parse(), Ok(at));
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in ["", "tomorrow", "2026-12-01", "2026-02-30T00:00:00Z", "1950-01-01T00:00:00Z"] {
            assert_eq!(text.parse::<Instant>(), Err(NotATime), "{text}");
        }
    }
}
