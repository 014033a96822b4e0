//! A number in a document is the number in the code.
//!
//! A paragraph of a document that names a quantity carries, at its end, a comment for each one:
//! `<!-- pin: crates/core/src/time.rs "253_402_300_799_000" -->`. The text in quotes must stand in
//! that file, and its number in the paragraph.

use super::{none, tree};

/// What makes a number a quantity: the word after it.
const UNITS: [&str; 34] = [
    "ms",
    "s",
    "second",
    "seconds",
    "minute",
    "minutes",
    "hour",
    "hours",
    "days",
    "weeks",
    "months",
    "years",
    "KB",
    "MB",
    "GB",
    "KiB",
    "MiB",
    "GiB",
    "bytes",
    "%",
    "characters",
    "letters",
    "lines",
    "events",
    "times",
    "tries",
    "attempts",
    "settings",
    "fields",
    "items",
    "rounds",
    "people",
    "cases",
    "bits",
];

/// Documents that promise something about the product. The figures of the bench are measured, and
/// written by it.
fn is_pinned(file: &tree::File) -> bool {
    file.ends(".md")
        && (["README.md", "ARCHITECTURE.md", "SECURITY.md"].contains(&file.path.as_str())
            || file.under("docs/"))
        && !["docs/decisions/README.md", "docs/performance.md"].contains(&file.path.as_str())
}

struct Pin<'a> {
    path: &'a str,
    literal: &'a str,
}

/// The pins of a paragraph; an error for one that cannot be read.
fn pins(paragraph: &str) -> Result<Vec<Pin<'_>>, String> {
    let comments = paragraph.split("<!-- pin:").skip(1);
    let read = |comment: &'_ str| -> Option<(usize, usize, usize, usize)> {
        let body = &comment[..comment.find("-->")?];
        let open = body.find('"')?;
        let close = body.rfind('"').filter(|close| *close > open)?;
        let path = body[..open].trim();
        let start = body.find(path)?;
        Some((start, start + path.len(), open + 1, close))
    };
    comments
        .map(|comment| {
            let (a, b, c, d) = read(comment).ok_or_else(|| format!("unreadable pin:{comment}"))?;
            Ok(Pin { path: &comment[a..b], literal: &comment[c..d] })
        })
        .collect()
}

/// Every quantity of a paragraph: the number as it is written.
fn quantities(paragraph: &str) -> Vec<&str> {
    let words: Vec<&str> = paragraph.split_whitespace().collect();
    let number = |word: &&str| word.starts_with(|first: char| first.is_ascii_digit());
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate().filter(|(_, word)| number(word)) {
        let next =
            words.get(at + 1).map(|next| next.trim_matches(|end: char| ",.;:)*`".contains(end)));
        let digits = word.trim_end_matches(|end: char| ",.;:)%*`".contains(end));
        if word.contains('%') || next.is_some_and(|next| UNITS.contains(&next)) {
            found.push(digits);
        }
    }
    found
}

fn plain(number: &str) -> String {
    number.replace(['_', ','], "")
}

fn without_comments(paragraph: &str) -> String {
    let mut text = String::new();
    for (n, part) in paragraph.split("<!--").enumerate() {
        text.push_str(if n == 0 {
            part
        } else {
            part.split_once("-->").map_or("", |(_, rest)| rest)
        });
    }
    text
}

/// A decision says what was so when it was taken: only its pins are checked, not its numbers.
fn may_have_loose_numbers(file: &tree::File) -> bool {
    file.under("docs/decisions/")
}

#[test]
fn every_number_of_a_document_stands_in_the_code() {
    let mut breaches = Vec::new();
    for file in tree::files().iter().filter(|file| is_pinned(file)) {
        for paragraph in file.text.split("\n\n") {
            let shown = without_comments(paragraph);
            let pins = match pins(paragraph) {
                Ok(pins) => pins,
                Err(fault) => {
                    breaches.push(format!("{}: {fault}", file.path));
                    continue;
                }
            };
            breaches.extend(
                pins.iter()
                    .filter_map(|pin| loose(pin, &shown))
                    .map(|what| format!("{}: {what}", file.path)),
            );
            for number in quantities(&shown).into_iter().filter(|_| !may_have_loose_numbers(file)) {
                if !pins.iter().any(|pin| plain(pin.literal).contains(&plain(number))) {
                    breaches.push(format!(
                        "{}: {number} has no pin in {:?}",
                        file.path,
                        first_line(&shown)
                    ));
                }
            }
        }
    }
    none("Pin these to the line of code that makes them true:", &breaches);
}

/// What is wrong with a pin.
fn loose(pin: &Pin<'_>, shown: &str) -> Option<String> {
    let Some(file) = tree::files().iter().find(|file| file.path == pin.path) else {
        return Some(format!("{} is not there", pin.path));
    };
    if !file.text.contains(pin.literal) {
        return Some(format!("{} does not say {:?}", pin.path, pin.literal));
    }
    let digits: String = plain(pin.literal);
    let said = quantities_or_words(shown).iter().any(|word| digits.contains(&plain(word)));
    (!said).then(|| format!("the paragraph of the pin {:?} does not name its number", pin.literal))
}

fn quantities_or_words(shown: &str) -> Vec<String> {
    shown
        .split(|letter: char| !letter.is_ascii_digit() && !"_,.".contains(letter))
        .map(|word| word.trim_matches([',', '.']).to_owned())
        .filter(|word| word.starts_with(|first: char| first.is_ascii_digit()))
        .collect()
}

fn first_line(paragraph: &str) -> &str {
    paragraph.trim().lines().next().unwrap_or_default()
}

#[test]
fn a_quantity_is_a_number_with_a_unit() {
    let text = "At most 40 settings, RFC 9457, 12 % or 7%, in 2.5 seconds, on 2 cores.";
    assert_eq!(quantities(text), ["40", "12", "7", "2.5"]);
}
