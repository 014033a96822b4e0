//! Facts that words of a text suggest. A word is no proof: each proposal shows what it was found
//! by, and becomes a fact only when a person says so.

use std::ops::Range;

use serde_json::Value;

use super::tick::Tick;

/// Fact, value, words (one that ends with * stands for all that begin so), and why.
const WORDS: &str = include_str!("data/words.csv");

/// A fact that may be one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Proposal {
    pub fact: &'static str,
    pub value: Value,
    /// Where the words stand in the text, in bytes.
    pub at: Range<usize>,
    pub why: &'static str,
}

impl Proposal {
    /// The words that were found, as they are written.
    pub fn words<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.at.clone()).unwrap_or_default()
    }

    /// What it is when somebody confirms it.
    pub fn tick(&self) -> Tick {
        Tick { fact: self.fact.to_owned(), value: self.value.clone() }
    }
}

/// What the words of a text suggest: each fact once, with the first words of the gravest rule.
pub fn propose(text: &str) -> Vec<Proposal> {
    let words = words_of(text);
    let mut found: Vec<Proposal> = Vec::new();
    // In the data the gravest value of a fact comes first.
    for rule in rules() {
        if found.iter().any(|proposal| proposal.fact == rule.fact) {
            continue;
        }
        if let Some(at) = rule.first(&words) {
            found.push(Proposal { fact: rule.fact, value: rule.value(), at, why: rule.why });
        }
    }
    found.sort_by_key(|proposal| proposal.at.start);
    found
}

pub(super) struct WordRule {
    pub fact: &'static str,
    pub said: &'static str,
    pub words: Vec<&'static str>,
    pub why: &'static str,
}

pub(super) fn rules() -> impl Iterator<Item = WordRule> {
    WORDS.lines().skip(1).filter_map(|line| {
        let mut cells = line.split(',');
        let (fact, said) = (cells.next()?, cells.next()?);
        let words = cells.next()?.split(' ').collect();
        Some(WordRule { fact, said, words, why: cells.next()? })
    })
}

impl WordRule {
    pub(super) fn value(&self) -> Value {
        match self.said {
            "true" => Value::Bool(true),
            said => said.parse::<u32>().map_or(Value::from(said), Value::from),
        }
    }

    /// Where its words stand first, one after the other.
    fn first(&self, text: &[(Range<usize>, String)]) -> Option<Range<usize>> {
        let here = text.windows(self.words.len()).find(|some| {
            some.iter().zip(&self.words).all(|((_, word), wanted)| match wanted.strip_suffix('*') {
                Some(beginning) => word.starts_with(beginning),
                None => word == wanted,
            })
        })?;
        Some(here.first()?.0.start..here.last()?.0.end)
    }
}

/// Words in lower case with where they stand; an apostrophe parts them.
fn words_of(text: &str) -> Vec<(Range<usize>, String)> {
    let mut words: Vec<(Range<usize>, String)> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, letter)| letter.is_alphanumeric()) {
        let end = at + letter.len_utf8();
        match words.last_mut().filter(|(range, _)| range.end == at) {
            Some((range, word)) => {
                range.end = end;
                word.extend(letter.to_lowercase());
            }
            None => words.push((at..end, letter.to_lowercase().collect())),
        }
    }
    words
}

#[cfg(test)]
pub(super) fn data() -> &'static str {
    WORDS
}
