//! The narrow set of calls that this room needs to know who is asking. Everything else goes through
//! the desk.

mod desk;

use std::future::Future;
use std::pin::Pin;

use baton_core::access::Who;
use baton_core::ids::PersonId;
use baton_core::preferences::Preferences;
use baton_core::time::Instant;

pub use desk::DeskDoors;

/// A call that is under way; the error is for the log.
pub type Soon<'a, T> = Pin<Box<dyn Future<Output = Result<T, String>> + Send + 'a>>;

/// SHA-256 of a session's or a token's secret: all that is kept of it.
pub type Print = [u8; 32];

/// A person as the frame shows them, and as the rules see them.
#[derive(Clone, Debug)]
pub struct Known {
    pub who: Who,
    pub name: String,
    pub email: String,
    /// Name of an IANA zone: `Europe/London`.
    pub zone: String,
    /// The department's name; empty without one.
    pub department: String,
}

/// What a person signs in with.
#[derive(Clone, Debug)]
pub struct Login {
    pub person: PersonId,
    /// PHC string of argon2id; `None` for a person who has no password.
    pub hash: Option<String>,
    /// Whether a code follows the password.
    pub second_step: bool,
    /// Whether their organisation asks for more than a password, and they have something that is:
    /// a passkey, or a single sign-on that counts.
    pub needs_more: bool,
}

/// A signed-in browser.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Session {
    pub print: Print,
    pub person: PersonId,
    pub created_at: Instant,
    pub seen_at: Instant,
    /// Whatever is done in between, it ends then.
    pub expires_at: Instant,
    /// The browser as it names itself, and where it was.
    pub label: String,
}

/// An API token.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    pub print: Print,
    pub person: PersonId,
}

pub trait Doors: Send + Sync {
    fn now(&self) -> Instant;
    /// 256 random bits that nobody can guess.
    fn random(&self) -> Result<[u8; 32], String>;
    /// `None` when there is no such person or they are no longer active.
    fn person(&self, id: PersonId) -> Soon<'_, Option<Known>>;
    /// How they like their own pages.
    fn preferences(&self, id: PersonId) -> Soon<'_, Preferences>;
    /// Looks up an address, whatever its case.
    fn login<'a>(&'a self, email: &'a str) -> Soon<'a, Option<Login>>;
    /// Whether they must set up a second step before anything else.
    fn owes_second_step<'a>(&'a self, who: &'a Who) -> Soon<'a, bool>;
    /// Heavy on purpose (argon2id, 19 MiB): call it on the pool only. Without a hash it does the
    /// same work and says no.
    fn verify(&self, password: &str, hash: Option<&str>) -> bool;
    /// `key` is what the browser will hold; only its print is kept.
    fn open_session(&self, key: String, session: Session) -> Soon<'_, ()>;
    fn session<'a>(&'a self, key: &'a str) -> Soon<'a, Option<Session>>;
    /// Notes that the session was used.
    fn touch_session(&self, print: Print, at: Instant) -> Soon<'_, ()>;
    /// Ends a session; false when there was none.
    fn end_session(&self, person: PersonId, print: Print) -> Soon<'_, bool>;
    fn sessions(&self, person: PersonId) -> Soon<'_, Vec<Session>>;
    /// `None` also when it has expired or was revoked.
    fn token<'a>(&'a self, key: &'a str) -> Soon<'a, Option<Token>>;
    /// How much of what they were told a person has not read.
    fn unread(&self, person: PersonId) -> Soon<'_, u64>;
    /// Whether it can serve: the database answers, in the shape of this build, and there is room.
    fn ready(&self) -> Soon<'_, bool>;
}
