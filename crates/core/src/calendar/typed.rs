//! Opening hours as people write them: `9-12.30, 1.30pm-5.30pm`, `24 hours`, `closed`.
//!
//! What is read is told back, so that whoever wrote it sees how it was understood. Hours that could
//! be meant in two ways are asked about and never guessed: `9-5` is no night shift to most people,
//! and 17:00 to none of the others.

use jiff::civil::Time;

use super::Opening;
use crate::say;
use crate::when;

/// Hours that cannot be read as they stand.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unread {
    /// The part that is no span of hours.
    NotUnderstood(String),
    /// It may be meant by the clock of 12 hours or of 24.
    TwoWays(String),
}

impl Unread {
    /// The stable code of a field's error.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotUnderstood(_) => "not_hours",
            Self::TwoWays(_) => "two_ways",
        }
    }

    /// What to write instead.
    pub fn message(&self) -> String {
        match self {
            Self::NotUnderstood(part) => say!("calendar-typed-is-not-understood", part),
            Self::TwoWays(part) => say!("calendar-typed-may-be-meant-in-two-ways", part),
        }
    }
}

/// The spans of one day, in order; none is closed.
pub fn hours(text: &str) -> Result<Vec<Opening>, Unread> {
    let plain = text.trim().to_lowercase().replace(['–', '—', '−'], "-");
    match plain.as_str() {
        "" | "closed" | "none" | "-" => return Ok(Vec::new()),
        "24 hours" | "24h" | "24 h" | "24/7" | "all day" | "open 24 hours" => {
            return Ok(vec![Opening::between(0, 0)]);
        }
        _ => {}
    }
    let parts = plain.replace(" and ", ",").replace([';', '&', '\n'], ",");
    let parts = parts.split(',').map(str::trim).filter(|part| !part.is_empty());
    let mut spans = parts.map(span).collect::<Result<Vec<_>, _>>()?;
    spans.sort_unstable();
    Ok(spans)
}

fn span(part: &str) -> Result<Opening, Unread> {
    // Exactly as it is told back: by the clock of 24 hours, whatever it says.
    if let Ok(exact) = part.parse() {
        return Ok(exact);
    }
    let unread = || Unread::NotUnderstood(part.to_owned());
    let joined = [" to ", " until ", " till "];
    let joined = joined.iter().fold(part.to_owned(), |text, word| text.replace(word, "-"));
    let joined = joined.strip_suffix(" the next day").unwrap_or(&joined);
    let (from, until) = joined.split_once('-').ok_or_else(unread)?;
    let (from, until) = (End::of(from), End::of(until));
    let (from, until) = (from.ok_or_else(unread)?, until.ok_or_else(unread)?);
    let (from, until) = match (from.half, until.half) {
        (None, Some(_)) if from.has_halves() => {
            (from.before(&until).ok_or_else(unread)?, until.minute)
        }
        (Some(_), None) if until.has_halves() => {
            (from.minute, until.after(&from).ok_or_else(unread)?)
        }
        (None, None) if until.minute <= from.minute && from.has_halves() && until.has_halves() => {
            return Err(Unread::TwoWays(part.to_owned()));
        }
        _ => (from.minute, until.minute),
    };
    Ok(Opening::between(from, until))
}

/// One end of a span.
struct End<'a> {
    /// Of the day, as it is written.
    minute: u16,
    /// The hour and minute without a half.
    text: &'a str,
    half: Option<&'static str>,
    /// A word says which moment it is.
    named: bool,
}

impl<'a> End<'a> {
    fn of(text: &'a str) -> Option<Self> {
        let text = text.trim();
        let named = |minute| Some(Self { minute, text, half: None, named: true });
        match text {
            "noon" | "midday" => return named(720),
            "midnight" | "24" | "24:00" | "24.00" => return named(0),
            _ => {}
        }
        let half = ["am", "pm"].into_iter().find(|half| text.ends_with(half));
        let bare = half.and_then(|half| text.strip_suffix(half)).unwrap_or(text).trim();
        Some(Self { minute: minute(bare, half)?, text: bare, half, named: false })
    }

    /// Whether it could be meant by the clock of 12 hours.
    fn has_halves(&self) -> bool {
        !self.named && (60..780).contains(&self.minute)
    }

    fn in_half(&self, half: &str) -> Option<u16> {
        minute(self.text, Some(half))
    }

    /// Of the same half as the closing where that is before it: `1.30-5.30pm`, but `9-5pm`.
    fn before(&self, closing: &Self) -> Option<u16> {
        let same = self.in_half(closing.half?)?;
        if same < closing.minute { Some(same) } else { self.in_half("am") }
    }

    /// Of the same half as the opening where that is after it: `1pm-5`, but `9am-5`.
    fn after(&self, opening: &Self) -> Option<u16> {
        let same = self.in_half(opening.half?)?;
        if same > opening.minute { Some(same) } else { self.in_half("pm") }
    }
}

/// `9`, `9.30`, `9:30`, `0930`, as a minute of the day.
fn minute(text: &str, half: Option<&str>) -> Option<u16> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let time: Time = match text.len() {
        3 | 4 if digits => {
            let (hour, minute) = text.split_at_checked(text.len() - 2)?;
            when::clock(&format!("{hour}:{minute}"), half)?
        }
        _ => when::clock(text, half)?,
    };
    u16::try_from(i32::from(time.hour()) * 60 + i32::from(time.minute())).ok()
}

/// A line of days that differ: `24 December 2026: 9-12`, `2027-01-02 closed`.
///
/// # Errors
/// `None` for a line that begins with no date; else the hours that were not understood.
pub fn day(
    line: &str,
    today: jiff::civil::Date,
) -> Option<Result<(jiff::civil::Date, Vec<Opening>), Unread>> {
    let words: Vec<&str> = line.split_whitespace().collect();
    // The longest beginning that is a date: “1 December 2026” and not “1 December”.
    let (date, rest) = (1..=words.len().min(4)).rev().find_map(|taken| {
        let (date, rest) = words.split_at_checked(taken)?;
        let date = date.join(" ");
        Some((when::date(date.trim_end_matches(':'), today)?, rest.join(" ")))
    })?;
    let rest = rest.trim_start_matches([':', ' ']);
    Some(hours(rest).map(|hours| (date, hours)))
}
