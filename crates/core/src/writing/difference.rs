//! What one side says and the other does not: numbers, names, times, and the small words that turn
//! a sentence round. Other words may differ, since a read-back is in words of one's own.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::tokens::{Token, lower, tokens};
use crate::when::names::{MONTHS, WEEKDAYS};

/// A stretch of a text, with what stands between its words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part<'a> {
    pub text: &'a str,
    /// It matters, and the other side does not have it.
    pub differs: bool,
}

/// Words that say the opposite, or draw a line.
const TURNING: [&str; 24] = [
    "no",
    "not",
    "never",
    "none",
    "nobody",
    "nothing",
    "without",
    "only",
    "except",
    "unless",
    "before",
    "after",
    "until",
    "instead",
    "cannot",
    "don't",
    "doesn't",
    "didn't",
    "won't",
    "can't",
    "shouldn't",
    "mustn't",
    "both",
    "either",
];
const NUMBERS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];
/// The words of one side, for holding the other against them.
#[derive(Clone, Debug, Default)]
pub struct Side(BTreeSet<String>);

impl Side {
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        Self(texts.into_iter().flat_map(tokens).map(|token| key(token.text)).collect())
    }

    /// The text in stretches; those that matter and are missing here differ.
    pub fn against<'a>(&self, text: &'a str) -> Vec<Part<'a>> {
        let mut parts = Vec::new();
        let mut done = 0;
        for token in tokens(text) {
            if !matters(&token) || self.0.contains(&key(token.text)) {
                continue;
            }
            let end = token.start + token.text.len();
            parts.push((done, token.start, false));
            parts.push((token.start, end, true));
            done = end;
        }
        parts.push((done, text.len(), false));
        let part =
            |(start, end, differs)| Part { text: text.get(start..end).unwrap_or(""), differs };
        parts.into_iter().map(part).filter(|part| !part.text.is_empty()).collect()
    }
}

/// A number, a date, a name, or a word that turns the sentence round.
fn matters(token: &Token<'_>) -> bool {
    let lower = lower(token.text);
    let name = token.text.starts_with(char::is_uppercase) && token.text.chars().count() > 1;
    token.text.chars().any(|c| c.is_ascii_digit())
        || TURNING.contains(&&*lower)
        || day_or_month(&lower).is_some()
        || (NUMBERS.contains(&&*lower) && lower != "one")
        || (name && !token.first)
}

/// The first three letters of the name of a day or a month.
fn day_or_month(lower: &str) -> Option<String> {
    // “May” and “sun” are words of their own, so only the long or the unmistakable count.
    let days = WEEKDAYS.iter().map(|(name, _)| *name);
    let mut names = days.chain(MONTHS).filter(|name| *name != "May");
    let name = names.find(|name| name.eq_ignore_ascii_case(lower))?;
    name.get(..3).map(str::to_lowercase)
}

/// A word as it is compared: `Kettles` as `kettle`, `two` as `2`, `Friday` as `fri`, `5pm` as
/// `17:00`.
fn key(word: &str) -> String {
    let mut lower = lower(word);
    if lower.contains('’') {
        lower = Cow::Owned(lower.replace('’', "'"));
    }
    if let Some(day) = day_or_month(&lower) {
        return day;
    }
    if let Some(number) = NUMBERS.iter().position(|name| *name == lower) {
        return number.to_string();
    }
    if let Some(time) = clock(&lower) {
        return time;
    }
    let bare = lower.strip_suffix("'s").unwrap_or(&lower);
    let bare = bare.trim_start_matches(['£', '€', '$']);
    let bare = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| bare.strip_suffix(end).filter(|number| is_number(number)))
        .unwrap_or(bare);
    let bare = bare.strip_suffix(".00").unwrap_or(bare);
    match bare.strip_suffix('s') {
        Some(one) if one.len() > 2 && !one.ends_with('s') => one.to_owned(),
        _ if bare.contains(',') => bare.replace(',', ""),
        _ => bare.to_owned(),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `5pm`, `5.30pm` and `17:30` as hours and minutes.
fn clock(lower: &str) -> Option<String> {
    let (time, later) = match (lower.strip_suffix("pm"), lower.strip_suffix("am")) {
        (Some(time), _) => (time, Some(true)),
        (_, Some(time)) => (time, Some(false)),
        _ => (lower, None),
    };
    let (hours, minutes) = time.split_once([':', '.']).unwrap_or((time, "00"));
    if (later.is_none() && !time.contains(':')) || minutes.len() != 2 || !is_number(minutes) {
        return None;
    }
    let hours: u8 = hours.parse().ok().filter(|hours| *hours < 24)?;
    let hours = match later {
        Some(true) if hours < 12 => hours + 12,
        Some(false) if hours == 12 => 0,
        _ => hours,
    };
    Some(format!("{hours:02}:{minutes}"))
}
