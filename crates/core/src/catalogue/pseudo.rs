//! Languages that nobody speaks, made from English by rule.

use std::borrow::Cow;

/// Letters with an accent in their place, and every vowel twice: about 40 % longer.
pub fn accented(text: &str) -> Cow<'_, str> {
    let mut said = String::with_capacity(text.len() * 3);
    for letter in text.chars() {
        let (accented, twice) = accent(letter);
        said.push(accented);
        if twice {
            said.push(accented);
        }
    }
    Cow::Owned(said)
}

/// The letter with an accent, and whether it is a vowel.
fn accent(letter: char) -> (char, bool) {
    const PLAIN: &str = "abcdefghiklmnoprstuwyzABCDEFGHIKLMNOPRSTUWYZ";
    const ACCENTED: &str = "áƀçďéƒĝĥíķļṁñóƥŕšťúŵýžÁƁÇĎÉƑĜĤÍĶĻṀÑÓƤŔŠŤÚŴÝŽ";
    let place = PLAIN.chars().position(|plain| plain == letter);
    let accented = place.and_then(|place| ACCENTED.chars().nth(place)).unwrap_or(letter);
    (accented, "aeiouAEIOU".contains(letter))
}

/// Every word between marks that turn it from right to left.
pub fn mirrored(text: &str) -> Cow<'_, str> {
    let mut said = String::with_capacity(text.len() * 2);
    let mut in_word = false;
    for letter in text.chars() {
        if letter.is_alphanumeric() != in_word {
            said.push_str(if in_word { "\u{202c}\u{200f}" } else { "\u{200f}\u{202e}" });
            in_word = !in_word;
        }
        said.push(letter);
    }
    if in_word {
        said.push_str("\u{202c}\u{200f}");
    }
    Cow::Owned(said)
}
