//! Facts that words of a text suggest. A word is no proof: each proposal shows what it was found
//! by, and becomes a fact only when a person says so.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

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
    // Where the words of each rule stand first, by the rule's place in the data.
    let mut places: BTreeMap<usize, Range<usize>> = BTreeMap::new();
    let mut rest = words.as_slice();
    while let [(_, word), after @ ..] = rest {
        for (place, rule) in rules().that_begin_like(word) {
            if !places.contains_key(&place)
                && let Some(at) = rule.here(rest)
            {
                places.insert(place, at);
            }
        }
        rest = after;
    }
    let mut found: Vec<Proposal> = Vec::new();
    // In the data the gravest value of a fact comes first.
    for (place, at) in places {
        let Some(rule) = rules().all.get(place) else { continue };
        if found.iter().all(|proposal| proposal.fact != rule.fact) {
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

/// The rules of the data, read once: a case is held against them each time that it is shown.
pub(super) struct WordRules {
    pub all: Vec<WordRule>,
    /// Places of those whose first word begins with the letter.
    by_letter: BTreeMap<char, Vec<usize>>,
}

pub(super) fn rules() -> &'static WordRules {
    static RULES: LazyLock<WordRules> = LazyLock::new(|| WordRules::of(WORDS));
    &RULES
}

impl WordRules {
    fn of(data: &'static str) -> Self {
        let read = |line: &'static str| {
            let mut cells = line.split(',');
            let (fact, said) = (cells.next()?, cells.next()?);
            let words = cells.next()?.split(' ').collect();
            Some(WordRule { fact, said, words, why: cells.next()? })
        };
        let all: Vec<WordRule> = data.lines().skip(1).filter_map(read).collect();
        let mut by_letter: BTreeMap<char, Vec<usize>> = BTreeMap::new();
        for (place, rule) in all.iter().enumerate() {
            let letter = rule.words.first().and_then(|word| word.chars().next());
            by_letter.entry(letter.unwrap_or_default()).or_default().push(place);
        }
        Self { all, by_letter }
    }

    fn that_begin_like(&self, word: &str) -> impl Iterator<Item = (usize, &WordRule)> {
        let places = word.chars().next().and_then(|letter| self.by_letter.get(&letter));
        places.into_iter().flatten().filter_map(|place| Some((*place, self.all.get(*place)?)))
    }
}

impl WordRule {
    pub(super) fn value(&self) -> Value {
        match self.said {
            "true" => Value::Bool(true),
            said => said.parse::<u32>().map_or(Value::from(said), Value::from),
        }
    }

    /// Where its words stand, one after the other, if the text goes on with them.
    fn here(&self, text: &[Word<'_>]) -> Option<Range<usize>> {
        let here = text.get(..self.words.len())?;
        let fits = here.iter().zip(&self.words).all(|((_, word), wanted)| {
            match wanted.strip_suffix('*') {
                Some(beginning) => word.starts_with(beginning),
                None => word == wanted,
            }
        });
        fits.then_some(here.first()?.0.start..here.last()?.0.end)
    }
}

/// A word in lower case, and where it stands in the text.
type Word<'a> = (Range<usize>, Cow<'a, str>);

/// The words of a text; an apostrophe parts them.
fn words_of(text: &str) -> Vec<Word<'_>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    for (at, letter) in text.char_indices().filter(|(_, letter)| letter.is_alphanumeric()) {
        let end = at + letter.len_utf8();
        match places.last_mut().filter(|place| place.end == at) {
            Some(place) => place.end = end,
            None => places.push(at..end),
        }
    }
    let word = |place: Range<usize>| {
        let word = text.get(place.clone()).unwrap_or_default();
        let plain = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        (place, if plain { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) })
    };
    places.into_iter().map(word).collect()
}

#[cfg(test)]
pub(super) fn data() -> &'static str {
    WORDS
}
