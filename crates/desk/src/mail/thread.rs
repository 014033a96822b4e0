//! To which case a mail belongs: our own signed Message-IDs first, then known ids, never the
//! subject.
//!
//! A header is a hint that anyone can write. An id that we made carries a token, an HMAC of the
//! case and the message under a key that only this desk has, so that nobody can guess a way into
//! a case.

use baton_core::ids::{CaseId, MessageId};
use ring::hmac;

use super::message::Parsed;

/// More ids than this are not looked up.
const CANDIDATES: usize = 50;
/// 128 bits of the HMAC.
const TOKEN_BYTES: usize = 16;

/// The desk's secret for Message-IDs.
#[derive(Clone)]
pub struct Key(hmac::Key);

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("mail key")
    }
}

/// A message of ours, as its Message-ID names it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OwnId {
    pub case: CaseId,
    pub message: MessageId,
}

impl Key {
    /// 32 random bytes, the same ones as long as the desk lives.
    pub fn new(secret: &[u8; 32]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, secret))
    }

    /// `case.message.token@domain`, without the angle brackets.
    pub fn message_id(&self, own: OwnId, domain: &str) -> String {
        let named = named(own);
        let token = self.token(&named);
        format!("{named}.{token}@{domain}")
    }

    /// The message that an id names, when this desk made the id.
    ///
    /// The domain is not asked: it may have changed since, and the token proves enough.
    pub fn read(&self, id: &str) -> Option<OwnId> {
        let id = id.trim().trim_matches(['<', '>']).to_ascii_lowercase();
        let (local, _domain) = id.split_once('@')?;
        let (named_part, token) = local.rsplit_once('.')?;
        let (case, message) = named_part.split_once('.')?;
        let own = OwnId { case: case.parse().ok()?, message: message.parse().ok()? };
        self.agrees(&named(own), token).then_some(own)
    }

    fn token(&self, named: &str) -> String {
        let tag = hmac::sign(&self.0, format!("baton message 1 {named}").as_bytes());
        baton_core::vault::hex(tag.as_ref().get(..TOKEN_BYTES).unwrap_or_default())
    }

    /// Compares under a second HMAC, so that the time it takes tells nothing about the token.
    fn agrees(&self, named: &str, token: &str) -> bool {
        let right = hmac::sign(&self.0, self.token(named).as_bytes());
        hmac::verify(&self.0, token.as_bytes(), right.as_ref()).is_ok()
    }
}

fn named(own: OwnId) -> String {
    format!("{}.{}", own.case, own.message)
}

/// Where a mail belongs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place<K> {
    /// It answers a message of ours, by an id that only we can make.
    Answers(OwnId),
    /// It names a message that is known. Anyone could write that id: check that the sender takes
    /// part in the case before the mail counts as theirs.
    Follows(K),
    New,
}

/// The order of matching. `known` looks up a Message-ID among those that arrived or left.
pub fn place<K>(mail: &Parsed, key: &Key, known: impl Fn(&str) -> Option<K>) -> Place<K> {
    if let Some(own) = own_id(mail, key) {
        return Place::Answers(own);
    }
    candidates(mail).iter().find_map(|id| known(id)).map_or(Place::New, Place::Follows)
}

/// The newest of our own messages that the mail answers.
pub fn own_id(mail: &Parsed, key: &Key) -> Option<OwnId> {
    candidates(mail).iter().find_map(|id| key.read(id))
}

/// The ids to look up, best first: In-Reply-To, then References from the newest back.
pub fn candidates(mail: &Parsed) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for id in mail.in_reply_to.iter().chain(mail.references.iter().rev()) {
        if ids.len() < CANDIDATES && !ids.contains(id) && mail.message_id.as_ref() != Some(id) {
            ids.push(id.clone());
        }
    }
    ids
}
