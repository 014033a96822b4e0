//! How hard a text is to read.
//!
//! The formula is the Flesch–Kincaid grade (Kincaid, Fishburne, Rogers and Chissom, *Derivation of
//! New Readability Formulas for Navy Enlisted Personnel*, Research Branch Report 8-75, 1975):
//! 0.39 × words per sentence + 11.8 × syllables per word − 15.59. A child in that grade of an
//! American school is about five years older than its number, which gives the reading age.
//!
//! Syllables are counted as groups of vowels, which is right for most words of English.

use super::finding::{Found, Rule};
use super::tokens::{Sentence, sentences};
use crate::say;

/// Longer sentences are read twice (GOV.UK content design: 25 words).
const LONGEST: usize = 25;
/// Reading age up to which a message to a customer is plain.
const PLAIN: i64 = 13;
/// With fewer words the formula says nothing.
const ENOUGH: usize = 30;
/// Years from an American grade to the age of its children.
const GRADE_TO_AGE: i64 = 5;

/// The age in whole years at which the text can be read; `None` for a text that is too short.
pub fn reading_age(text: &str) -> Option<i64> {
    let sentences = sentences(text);
    let words = || sentences.iter().flat_map(|sentence| &sentence.words);
    let count = i64::try_from(words().count()).ok()?;
    if count < i64::try_from(ENOUGH).ok()? {
        return None;
    }
    let syllables = i64::try_from(words().map(|word| syllables(word.text)).sum::<usize>()).ok()?;
    let of_sentences = i64::try_from(sentences.len()).ok()?.max(1);
    // In hundredths, so that every machine counts the same.
    let grade = 39 * count / of_sentences + 1_180 * syllables / count - 1_559;
    Some((grade + 50).div_euclid(100).max(0) + GRADE_TO_AGE)
}

pub(super) fn look(text: &str, found: &mut Vec<Found>) {
    for sentence in sentences(text).iter().filter(|sentence| sentence.words.len() > LONGEST) {
        found.push(long(sentence));
    }
    let Some(age) = reading_age(text).filter(|age| *age > PLAIN) else { return };
    let whole = (0, text.trim_end().len());
    let sentence = say!("writing-reading-this-takes-a-reading-age-of", age, plain = PLAIN);
    found.push(Found::at(Rule::ReadingAge, whole, sentence));
}

fn long(sentence: &Sentence<'_>) -> Found {
    let count = sentence.words.len();
    let text = say!("writing-reading-this-sentence-has-words-are", count, longest = LONGEST);
    Found::at(Rule::LongSentence, (sentence.start(), sentence.end()), text)
}

/// Groups of vowels; a silent e at the end does not count.
fn syllables(word: &str) -> usize {
    let lower = word.to_lowercase();
    let letters: Vec<char> = lower.chars().filter(|c| c.is_alphabetic()).collect();
    let vowel = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let starts = letters.iter().enumerate().filter(|(n, c)| {
        vowel(c) && (*n == 0 || letters.get(n - 1).is_none_or(|before| !vowel(before)))
    });
    let count = starts.count();
    let silent = lower.ends_with('e') && !lower.ends_with("le")
        || (lower.ends_with("ed") && !lower.ends_with("ted") && !lower.ends_with("ded"));
    count.saturating_sub(usize::from(silent && count > 1)).max(1)
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn syllables_are_counted_as_people_say_them() {
        for (word, count) in [
            ("kettle", 2),
            ("like", 1),
            ("asked", 1),
            ("wanted", 2),
            ("delivery", 4),
            ("the", 1),
            ("C-1042", 1),
            ("organisation", 5),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
