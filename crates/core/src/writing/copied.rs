//! A read-back that says again what was asked, word for word.

use std::collections::BTreeSet;

use super::finding::{Found, Rule};
use super::phrases::plain;
use super::tokens::tokens;
use crate::say;

/// Share of words taken from the ask from which it is worth another look, in per cent. From 90 on
/// the rules of the read-back refuse it.
const MUCH: usize = 70;
/// With fewer words there is nothing to compare.
const ENOUGH: usize = 5;

pub(super) fn look(text: &str, asked: &str, found: &mut Vec<Found>) {
    let words: Vec<String> = tokens(text).iter().map(|word| plain(word.text)).collect();
    let asked: BTreeSet<String> = tokens(asked).iter().map(|word| plain(word.text)).collect();
    if words.len() < ENOUGH || asked.len() < ENOUGH {
        return;
    }
    let taken = words.iter().filter(|word| asked.contains(*word)).count();
    let share = taken * 100 / words.len();
    if share >= MUCH {
        let sentence = say!("writing-copied-of-these-words-are-those-of", share);
        let whole = (0, text.trim_end().len());
        let instead = say!("writing-copied-i-will-so-that");
        found.push(Found::at(Rule::Copied, whole, sentence).instead(instead));
    }
}
