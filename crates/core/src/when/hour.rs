//! Hours: `3pm`, `15:00`, `at 9`, `noon`, `morning`.

use jiff::civil::Time;

/// The hour that the words begin with, and how many words it takes.
pub(super) fn hour(words: &[&str]) -> Option<(usize, Time)> {
    match words {
        ["end", "of", "day", ..] => Some((3, super::CLOSE)),
        ["at", hour, half @ ("am" | "pm"), ..] => Some((3, clock(hour, Some(half))?)),
        [hour, half @ ("am" | "pm"), ..] => Some((2, clock(hour, Some(half))?)),
        ["at", hour, ..] => Some((2, named(hour).or_else(|| bare(hour))?)),
        [hour, ..] => Some((1, named(hour)?)),
        [] => None,
    }
}

fn named(word: &str) -> Option<Time> {
    let of_day = match word {
        "morning" => 9,
        "noon" | "midday" | "lunchtime" => 12,
        "afternoon" => 14,
        "evening" | "tonight" => 18,
        "midnight" => 0,
        _ => return written(word),
    };
    Time::new(of_day, 0, 0, 0).ok()
}

/// `3pm`, `3.15pm`, `15:00`, `15.30`.
fn written(word: &str) -> Option<Time> {
    for half in ["am", "pm"] {
        if let Some(hour) = word.strip_suffix(half) {
            return clock(hour, Some(half));
        }
    }
    word.contains([':', '.']).then(|| clock(word, None)).flatten()
}

/// `at 9`, `at 3`: within the hours in which people are at work.
fn bare(word: &str) -> Option<Time> {
    let hour: i8 = word.parse().ok()?;
    let hour = if (1..=6).contains(&hour) { hour + 12 } else { hour };
    Time::new(hour, 0, 0, 0).ok()
}

/// `9`, `9.30`, `15:00` by the clock of 24 hours or, with a half of it, of 12.
pub(super) fn clock(text: &str, half: Option<&str>) -> Option<Time> {
    let (hour, minute) = text.split_once([':', '.']).unwrap_or((text, "00"));
    if minute.len() != 2 {
        return None;
    }
    let (hour, minute): (i8, i8) = (hour.parse().ok()?, minute.parse().ok()?);
    let hour = match half {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some("pm") => hour % 12 + 12,
        Some(_) => hour % 12,
    };
    Time::new(hour, minute, 0, 0).ok()
}
