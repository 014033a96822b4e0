//! The chain: each event carries the hash of the one before it in its stream (law L5).

use baton_core::vault::{Word, hex};
use ring::digest::{Context, SHA256};

/// What stands before the first event of a stream.
pub const NOTHING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// Everything of an event but its hash.
pub struct ChainLink<'a> {
    pub seq: i64,
    pub stream: &'a str,
    pub version: i64,
    pub at: i64,
    pub actor: &'a str,
    pub kind: &'a str,
    pub v: i64,
    pub data: &'a str,
    pub words: &'a str,
    pub prev: &'a str,
}

impl ChainLink<'_> {
    /// SHA-256 over all columns, each with its length before it, in hexadecimal.
    pub fn hash(&self) -> String {
        let mut hash = Context::new(&SHA256);
        hash.update(b"baton event 1\n");
        for number in [self.seq, self.version, self.at, self.v] {
            hash.update(&number.to_be_bytes());
        }
        for text in [self.stream, self.actor, self.kind, self.data, self.words, self.prev] {
            text_into(&mut hash, text);
        }
        hex(hash.finish().as_ref())
    }
}

/// A text with its length before it, so that no two lists of texts look alike.
pub(crate) fn text_into(hash: &mut Context, text: &str) {
    hash.update(&(text.len() as u64).to_be_bytes());
    hash.update(text.as_bytes());
}

/// What of the words of one append is fixed for ever: which there are, whose they are, how
/// sensitive, and for how long they are kept. Their text is fixed by the seals in the events.
pub struct WordsDigest(Option<Context>);

impl WordsDigest {
    pub fn new() -> Self {
        Self(None)
    }

    /// Takes the next word, in the order of their ids.
    pub fn add(&mut self, id: &str, subject: &str, class: i64, retention: &str) {
        let hash = self.0.get_or_insert_with(|| Context::new(&SHA256));
        text_into(hash, id);
        text_into(hash, subject);
        hash.update(&class.to_be_bytes());
        text_into(hash, retention);
    }

    /// Hexadecimal; empty when there were no words.
    pub fn finish(self) -> String {
        self.0.map_or_else(String::new, |hash| hex(hash.finish().as_ref()))
    }
}

pub fn digest_of_words(words: &[Word]) -> String {
    let mut sorted: Vec<&Word> = words.iter().collect();
    sorted.sort_unstable_by_key(|word| baton_core::ids::Id::bits(word.id));
    let mut digest = WordsDigest::new();
    for word in sorted {
        let (id, subject) = (crate::db::Short::of(word.id), crate::db::Short::of(word.subject));
        let class = word.class.level().into();
        digest.add(id.as_str(), subject.as_str(), class, word.retention.name());
    }
    digest.finish()
}
