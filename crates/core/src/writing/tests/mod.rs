//! Real sentences, and what is said about them.

mod differences;
mod messages;
mod needs;
mod personal;

use super::{About, Kind, look};

/// Each finding as its rule and the words that it is about.
fn said(kind: Kind, text: &str, about: &About<'_>) -> Vec<(&'static str, String)> {
    let found = look(kind, text, about);
    for one in &found {
        let words: String = text.chars().skip(one.start).take(one.end - one.start).collect();
        assert!(one.words.is_empty() || words == one.words, "{text}: {one:?}");
        assert!(one.sentence.ends_with('.'), "{}", one.sentence);
        assert!(one.rule.why().ends_with('.') && !one.rule.name().is_empty());
    }
    found.into_iter().map(|one| (one.rule.name(), one.words)).collect()
}

/// Only the rules.
fn rules(kind: Kind, text: &str) -> Vec<&'static str> {
    said(kind, text, &About::default()).into_iter().map(|(rule, _)| rule).collect()
}
