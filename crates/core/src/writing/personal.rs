//! What is known of a customer, typed into a text that another department reads.

use super::finding::{Found, Rule};
use super::phrases::plain;
use super::tokens::{Token, tokens};
use crate::say;

/// The record of the customer whom the text is about: tags and values, as the writer may see them.
#[derive(Clone, Debug, Default)]
pub struct Record {
    pub name: Option<String>,
    pub fields: Vec<(String, String)>,
}

/// Shortest value that is looked for, in characters: shorter ones stand in every text.
const SHORTEST: usize = 4;
/// Digits by which a telephone number is known, from its end: without what a country puts before.
const DIGITS: usize = 9;

pub(super) fn look(text: &str, record: &Record, found: &mut Vec<Found>) {
    let first = record.name.as_deref().and_then(|name| name.split_whitespace().next());
    let whose = first.map_or_else(
        || say!("writing-personal-the-customers").to_owned(),
        |name| format!("{name}’s"),
    );
    let words = tokens(text);
    let mut taken: Vec<(usize, usize)> = Vec::new();
    for (tag, value) in &record.fields {
        for range in places(text, &words, tag, value) {
            if taken.iter().any(|(start, end)| range.0 < *end && *start < range.1) {
                continue;
            }
            taken.push(range);
            let sentence =
                say!("writing-personal-this-is-share-it-as-a", whose, called = called(tag));
            found.push(Found::at(Rule::PersonalData, range, sentence));
        }
    }
}

fn called(tag: &str) -> String {
    match tag {
        "phone" => say!("writing-personal-phone-number").to_owned(),
        "email" => say!("writing-personal-e-mail-address").to_owned(),
        "account" => say!("writing-personal-account-number").to_owned(),
        other => other.replace('_', " "),
    }
}

fn places(text: &str, words: &[Token<'_>], tag: &str, value: &str) -> Vec<(usize, usize)> {
    if value.trim().chars().count() < SHORTEST.min(if tag == "name" { 2 } else { SHORTEST }) {
        return Vec::new();
    }
    match tag {
        "phone" => phones(text, value),
        "name" => names(words, value),
        "address" => parts(value).iter().flat_map(|part| runs(words, part)).collect(),
        "date_of_birth" => births(value).iter().flat_map(|day| runs(words, day)).collect(),
        "notes" => Vec::new(),
        _ => runs(words, value),
    }
}

/// Each place where the words of the value stand one after the other.
fn runs(words: &[Token<'_>], value: &str) -> Vec<(usize, usize)> {
    let wanted: Vec<String> = tokens(value).iter().map(|word| plain(word.text)).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let same = |part: &&[Token<'_>]| {
        part.iter().zip(&wanted).all(|(word, wanted)| plain(word.text) == *wanted)
    };
    let ends = |part: &[Token<'_>]| Some((part.first()?.start, part.last()?.end()));
    words.windows(wanted.len()).filter(same).filter_map(ends).collect()
}

/// The whole name, and each longer part of it where it stands as a name: with a capital.
fn names(words: &[Token<'_>], value: &str) -> Vec<(usize, usize)> {
    let mut found = runs(words, value);
    let parts: Vec<&str> = value.split_whitespace().filter(|part| part.len() > 2).collect();
    for word in words.iter().filter(|word| word.text.starts_with(char::is_uppercase)) {
        let bare = word.text.trim_end_matches("'s").trim_end_matches("’s");
        if parts.iter().any(|part| plain(part) == plain(bare)) {
            found.push((word.start, word.start + bare.len()));
        }
    }
    found
}

/// Lines of an address, and what stands between commas, where it is long enough to tell.
fn parts(value: &str) -> Vec<String> {
    let longer = |part: &&str| part.chars().count() > 5;
    let parts = value.split([',', '\n']).map(str::trim).filter(longer);
    parts.map(str::to_owned).collect()
}

/// A day as people write it.
fn births(value: &str) -> Vec<String> {
    let Ok(day) = value.trim().parse::<jiff::civil::Date>() else { return Vec::new() };
    let ways = ["%Y-%m-%d", "%d/%m/%Y", "%-d/%-m/%Y", "%d.%m.%Y", "%-d %B %Y", "%-d %b %Y"];
    ways.iter().map(|way| day.strftime(way).to_string()).collect()
}

/// Stretches of digits with what stands between the digits of a number.
fn phones(text: &str, value: &str) -> Vec<(usize, usize)> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let value = digits(value);
    let tail = value.len().saturating_sub(DIGITS);
    let Some(known) = value.get(tail..).filter(|known| known.len() > 5) else { return Vec::new() };
    let mut found = Vec::new();
    let mut start = None;
    let between = |c: char| matches!(c, ' ' | '-' | '.' | '(' | ')' | '/' | '+');
    let ends = text.char_indices().map(|(at, c)| (at, Some(c))).chain([(text.len(), None)]);
    for (at, c) in ends {
        if c.is_some_and(|c| c.is_ascii_digit() || c == '+' || (start.is_some() && between(c))) {
            start.get_or_insert(at);
            continue;
        }
        let Some(from) = start.take() else { continue };
        let part = text.get(from..at).unwrap_or_default();
        if digits(part).contains(known) {
            found.push((from, from + part.trim_end_matches(between).len()));
        }
    }
    found
}
