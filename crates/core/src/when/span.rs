//! Time from now, counted in hours and minutes: `in 2 hours`, `90m`, `in half an hour`.

use crate::time::Span;

/// The span that the words begin with, and how many words it takes.
pub(super) fn span(words: &[&str]) -> Option<(usize, Span)> {
    match words {
        ["in", "half", "an", "hour", ..] => Some((4, Span::minutes(30))),
        ["in", "an", "hour", "and", "a", "half", ..] => Some((6, Span::minutes(90))),
        ["in", rest @ ..] => span(rest).map(|(taken, span)| (taken + 1, span)),
        _ => {
            let (taken, count, unit) = amount(words)?;
            Some((taken, unit_of(unit, count)?))
        }
    }
}

fn unit_of(unit: &str, count: i32) -> Option<Span> {
    match unit {
        "m" | "min" | "mins" | "minute" | "minutes" => Some(Span::minutes(i64::from(count))),
        "h" | "hr" | "hrs" | "hour" | "hours" => Some(Span::hours(i64::from(count))),
        _ => None,
    }
}

/// A number and what it counts: `2 hours`, `2h`, `a week`, `three days`.
pub(super) fn amount<'a>(words: &[&'a str]) -> Option<(usize, i32, &'a str)> {
    let (first, rest) = words.split_first()?;
    if let Some(count) = number(first) {
        return Some((2, count, rest.first()?));
    }
    let end = first.find(|letter: char| !letter.is_ascii_digit()).filter(|end| *end > 0)?;
    let (count, unit) = first.split_at_checked(end)?;
    Some((1, number(count)?, unit))
}

/// Up to four digits, so that no sum of days leaves the calendar; or a word up to twelve.
fn number(word: &str) -> Option<i32> {
    const WORDS: [&str; 13] = [
        "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ];
    if ["a", "an"].contains(&word) {
        return Some(1);
    }
    if word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return word.parse().ok();
    }
    let place = WORDS.iter().position(|known| *known == word && !word.is_empty())?;
    i32::try_from(place).ok()
}
