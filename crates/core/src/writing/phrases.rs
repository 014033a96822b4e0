//! Finding phrases of a list in a text, whatever case they are in.

use crate::catalogue::Word;

use super::tokens::{Token, tokens};

/// A phrase, what is said of it, and what to write instead.
pub(super) type Entry = (&'static str, Word, &'static str);

/// Each place where an entry of the list stands; of two that begin at one place the longer.
pub(super) fn find(text: &str, list: &'static [Entry]) -> Vec<((usize, usize), &'static Entry)> {
    let words = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let longest = list
            .iter()
            .filter_map(|entry| Some((length(rest, entry.0)?, entry)))
            .max_by_key(|(length, _)| *length);
        let Some((length, entry)) = longest else {
            at += 1;
            continue;
        };
        if let (Some(first), Some(last)) = (rest.first(), rest.get(length - 1)) {
            found.push(((first.start, last.end()), entry));
        }
        at += length;
    }
    found
}

/// How many words the phrase has, if the text begins with it.
fn length(words: &[Token<'_>], phrase: &str) -> Option<usize> {
    let parts: Vec<&str> = phrase.split(' ').collect();
    let starts = parts.iter().enumerate().all(|(n, part)| {
        words.get(n).is_some_and(|word| plain(word.text) == *part && (n == 0 || !word.first))
    });
    starts.then_some(parts.len())
}

/// Lower case, with a straight apostrophe.
pub(super) fn plain(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}
