//! Facts that words of a text suggest. A word is no proof: each proposal shows what it was found
//! by, and becomes a fact only when a person says so.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use serde_json::Value;

use super::tick::Tick;

/// Fact, value, words, the longer phrases in which the words mean something else, and why. A word
/// that ends with * stands for all that begin so, a/b for either, and phrases are parted by ;.
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
    for (n, (_, word)) in words.iter().enumerate() {
        for (place, rule) in rules().that_begin_like(word) {
            if !places.contains_key(&place)
                && let Some(at) = rule.stands(&words, n)
            {
                places.insert(place, at);
            }
        }
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
    pub words: Phrase,
    /// Longer phrases in which the words mean something else.
    pub but_not: Vec<Phrase>,
    pub why: &'static str,
}

/// The rules of the data, read once: a case is held against them each time that it is shown.
pub(super) struct WordRules {
    pub all: Vec<WordRule>,
    /// Places of those whose first word may begin with the letter.
    by_letter: BTreeMap<char, BTreeSet<usize>>,
}

pub(super) fn rules() -> &'static WordRules {
    static RULES: LazyLock<WordRules> = LazyLock::new(|| WordRules::of(WORDS));
    &RULES
}

impl WordRules {
    fn of(data: &'static str) -> Self {
        let read = |line: &'static str| {
            let mut cells = line.split(',');
            let (fact, said, words) = (cells.next()?, cells.next()?, Phrase::of(cells.next()?));
            let phrases = cells.next()?.split(';').map(str::trim);
            let but_not = phrases.filter(|phrase| !phrase.is_empty()).map(Phrase::of).collect();
            Some(WordRule { fact, said, words, but_not, why: cells.next()? })
        };
        let all: Vec<WordRule> = data.lines().skip(1).filter_map(read).collect();
        let mut by_letter: BTreeMap<char, BTreeSet<usize>> = BTreeMap::new();
        for (place, rule) in all.iter().enumerate() {
            for word in rule.words.0.first().into_iter().flatten() {
                by_letter.entry(word.chars().next().unwrap_or_default()).or_default().insert(place);
            }
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

    /// Where its words stand from the nth word of a text on, unless they are part of a phrase that
    /// means something else.
    fn stands(&self, text: &[Word<'_>], n: usize) -> Option<Range<usize>> {
        let here = self.words.here(text, n)?;
        let end = n + here.len();
        let harmless = self.but_not.iter().any(|phrase| {
            let mut starts = end.saturating_sub(phrase.0.len())..=n;
            starts.any(|start| phrase.here(text, start).is_some())
        });
        (!harmless).then_some(here.first()?.0.start..here.last()?.0.end)
    }
}

/// Words one after the other, each as any of some.
pub(super) struct Phrase(pub Vec<Vec<&'static str>>);

impl Phrase {
    fn of(text: &'static str) -> Self {
        Self(text.split(' ').map(|word| word.split('/').collect()).collect())
    }

    /// The words of a text from the nth on, if they are these.
    fn here<'t, 'a>(&self, text: &'t [Word<'a>], n: usize) -> Option<&'t [Word<'a>]> {
        let here = text.get(n..n.checked_add(self.0.len())?)?;
        let is = |word: &str, wanted: &str| match wanted.strip_suffix('*') {
            Some(beginning) => word.starts_with(beginning),
            None => word == wanted,
        };
        let fits = here.iter().zip(&self.0).all(|((_, word), any)| any.iter().any(|w| is(word, w)));
        fits.then_some(here)
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
