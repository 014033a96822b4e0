//! Words: every free text, name and address, apart from the log and erasable.
//!
//! The log holds a [`WordRef`]: the word's id and a commitment to its text. The text itself, and
//! the salt of the commitment, are a row of the vault. Erasing deletes text and salt; the log still
//! verifies, and the text cannot be guessed back from the commitment.

use std::collections::HashMap;
use std::fmt;

use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::draw::Draw;
use crate::ids::{CustomerId, PersonId, WordId};
use crate::say;

/// Whose data a word is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    Nobody,
    Customer(CustomerId),
    Person(PersonId),
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nobody => f.write_str("nobody"),
            Self::Customer(id) => write!(f, "customer-{id}"),
            Self::Person(id) => write!(f, "person-{id}"),
        }
    }
}

/// How sensitive a value is (reference §7.1).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Class {
    P0,
    P1,
    P2,
    P3,
    P4,
}

impl Class {
    pub fn level(self) -> u8 {
        match self {
            Self::P0 => 0,
            Self::P1 => 1,
            Self::P2 => 2,
            Self::P3 => 3,
            Self::P4 => 4,
        }
    }
}

/// For how long a word is kept (reference §7.7); the job that disposes of it comes later.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Retention {
    /// As long as the organisation runs: names of departments and services.
    Organisation,
    /// While the person is with the organisation, and as its records need it.
    Staff,
    /// Two years from the close of the case.
    OrdinaryCase,
}

impl Retention {
    pub fn name(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Staff => "staff",
            Self::OrdinaryCase => "ordinary_case",
        }
    }
}

/// HMAC-SHA-256 of a text under its salt.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Seal([u8; 32]);

impl Seal {
    pub fn of(salt: &[u8; 16], text: &str) -> Self {
        Self::of_bytes(salt, text.as_bytes())
    }
    pub fn of_bytes(salt: &[u8; 16], bytes: &[u8]) -> Self {
        // A key of 16 bytes is always accepted; HMAC takes any length.
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(salt) else {
            return Self([0; 32]);
        };
        mac.update(bytes);
        Self(mac.finalize().into_bytes().into())
    }
}

/// What the log holds in place of a text.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct WordRef {
    pub id: WordId,
    pub seal: Seal,
}

/// `ID.SEAL`, the seal as 64 hexadecimal digits.
impl fmt::Display for WordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.id, hex(&self.seal.0))
    }
}

impl fmt::Debug for WordRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "word {}", self.id)
    }
}

impl Serialize for WordRef {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for WordRef {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(d)?;
        read_ref(&text).ok_or_else(|| serde::de::Error::custom("not a reference to a word"))
    }
}

/// Reads `ID.SEAL`; `None` when it is not one.
pub fn read_ref(text: &str) -> Option<WordRef> {
    let (id, seal) = text.split_once('.')?;
    Some(WordRef { id: id.parse().ok()?, seal: Seal(unhex(seal)?) })
}

/// Lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    text
}

/// Bytes from hexadecimal of exactly `N` bytes; `None` for anything else.
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != N * 2 {
        return None;
    }
    let mut bytes = [0_u8; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        let high = char::from(pair[0]).to_digit(16)?;
        let low = char::from(pair[1]).to_digit(16)?;
        *byte = u8::try_from(high * 16 + low).ok()?;
    }
    Some(bytes)
}

/// A new row of the vault.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Word {
    pub id: WordId,
    pub subject: Subject,
    pub class: Class,
    pub retention: Retention,
    pub salt: [u8; 16],
    pub text: String,
}

/// Collects the words that a command writes, and hands out their references.
#[derive(Debug)]
pub struct Ink<'a> {
    draw: &'a mut Draw,
    subject: Subject,
    retention: Retention,
    words: Vec<Word>,
}

impl<'a> Ink<'a> {
    pub fn new(draw: &'a mut Draw, subject: Subject, retention: Retention) -> Self {
        Self { draw, subject, retention, words: Vec::new() }
    }

    /// Writes a text of the ink's own subject.
    pub fn write(&mut self, class: Class, text: &str) -> WordRef {
        self.write_about(self.subject, class, text)
    }

    pub fn write_about(&mut self, subject: Subject, class: Class, text: &str) -> WordRef {
        let id = self.draw.id();
        let salt = self.draw.salt();
        let seal = Seal::of(&salt, text);
        let retention = self.retention;
        self.words.push(Word { id, subject, class, retention, salt, text: text.to_owned() });
        WordRef { id, seal }
    }

    /// Writes a text when there is one that is not blank.
    pub fn write_some(&mut self, class: Class, text: Option<&str>) -> Option<WordRef> {
        let text = text.map(str::trim).filter(|text| !text.is_empty())?;
        Some(self.write(class, text))
    }

    pub fn id<T: crate::ids::Id>(&mut self) -> T {
        self.draw.id()
    }

    pub fn dry(self) -> Vec<Word> {
        self.words
    }
}

/// What stands where a text was erased.
pub fn erased() -> &'static str {
    say!("vault-erased")
}

/// Texts at hand, by word. A word that is not here was erased or was not asked for.
#[derive(Clone, Debug, Default)]
pub struct Texts(HashMap<WordId, String>);

impl Texts {
    pub fn insert(&mut self, id: WordId, text: String) {
        self.0.insert(id, text);
    }
    /// Takes in other texts.
    pub fn extend(&mut self, other: Texts) {
        self.0.extend(other.0);
    }
    pub fn extend_with(&mut self, words: impl IntoIterator<Item = (WordId, String)>) {
        self.0.extend(words);
    }
    pub fn iter(&self) -> impl Iterator<Item = (WordId, &str)> {
        self.0.iter().map(|(id, text)| (*id, text.as_str()))
    }
    /// How long all of them are together, in bytes.
    pub fn bytes(&self) -> usize {
        self.0.values().map(String::len).sum()
    }
    pub fn get(&self, word: WordRef) -> Option<&str> {
        self.0.get(&word.id).map(String::as_str)
    }
    /// The text, or what is shown in its place.
    pub fn show(&self, word: WordRef) -> &str {
        self.get(word).unwrap_or_else(|| erased())
    }
    pub fn show_some(&self, word: Option<WordRef>) -> &str {
        word.map_or("", |word| self.show(word))
    }
}

impl FromIterator<(WordId, String)> for Texts {
    fn from_iter<I: IntoIterator<Item = (WordId, String)>>(words: I) -> Self {
        Self(words.into_iter().collect())
    }
}
