//! Words and sentences of a text, each with its place in it.

use std::borrow::Cow;

/// The word in lower case; most are already.
pub fn lower(word: &str) -> Cow<'_, str> {
    let is_lower = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// A word as it stands in the text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token<'a> {
    pub text: &'a str,
    /// Place of its first byte.
    pub start: usize,
    /// Whether a sentence or a line begins with it.
    pub first: bool,
}

impl Token<'_> {
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// What may stand inside of a word: `don't`, `17:30`, `a.b@c.org`, `12.50`, `C-1042/2`.
fn inner(c: char) -> bool {
    matches!(c, '\'' | '’' | '.' | ':' | '@' | '-' | '/' | '_' | '+' | ',')
}

/// The words, without what surrounds them.
pub fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut first = true;
    let mut start = None;
    let ends = text.char_indices().map(|(at, c)| (at, Some(c))).chain([(text.len(), None)]);
    for (at, c) in ends {
        if c.is_some_and(|c| c.is_alphanumeric() || inner(c) || matches!(c, '£' | '€' | '$')) {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            let rough = text.get(from..at).unwrap_or_default();
            first = push(&mut found, rough, from, first);
        }
        first |= matches!(c, Some('!' | '?' | '\n' | ';' | '•'));
    }
    found
}

/// Adds a word, and says whether the next one begins a sentence.
fn push<'a>(found: &mut Vec<Token<'a>>, rough: &'a str, from: usize, first: bool) -> bool {
    let bare = rough.trim_start_matches(inner);
    let start = from + rough.len() - bare.len();
    let text = bare.trim_end_matches(inner);
    if !text.is_empty() {
        found.push(Token { text, start, first });
    }
    let after = &bare.get(text.len()..).unwrap_or_default();
    if text.is_empty() { first || after.contains('.') } else { after.contains(['.', ':']) }
}

/// A sentence: its words, and where it begins and ends.
#[derive(Clone, Debug)]
pub struct Sentence<'a> {
    pub words: Vec<Token<'a>>,
}

impl Sentence<'_> {
    pub fn start(&self) -> usize {
        self.words.first().map_or(0, |word| word.start)
    }
    pub fn end(&self) -> usize {
        self.words.last().map_or(0, Token::end)
    }
}

pub fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let mut all: Vec<Sentence<'_>> = Vec::new();
    for word in tokens(text) {
        match all.last_mut().filter(|_| !word.first) {
            Some(sentence) => sentence.words.push(word),
            None => all.push(Sentence { words: vec![word] }),
        }
    }
    all
}
