//! What a decision hands to the store. Only rules make it: its constructor is private to this room.

use std::fmt;
use std::str::FromStr;

use crate::ids::{CaseId, Id, MessageId, PersonId, RequestId, StreamId};
use crate::time::Instant;
use crate::vault::Word;

/// How many events a stream has; also the optimistic lock of the thing.
pub type Version = u32;

/// Who did it, as the log names them.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Actor {
    Person(PersonId),
    /// The customer, by mail or another channel.
    Customer,
    /// Baton itself: a timer, an import, a bounce that came back.
    System,
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => write!(f, "person-{id}"),
            Self::Customer => f.write_str("customer"),
            Self::System => f.write_str("system"),
        }
    }
}

/// Text that names no actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this names no actor")]
pub struct NotAnActor;

impl FromStr for Actor {
    type Err = NotAnActor;
    fn from_str(text: &str) -> Result<Self, NotAnActor> {
        match text {
            "customer" => Ok(Self::Customer),
            "system" => Ok(Self::System),
            _ => {
                let id = text.strip_prefix("person-").ok_or(NotAnActor)?;
                Ok(Self::Person(id.parse().map_err(|_| NotAnActor)?))
            }
        }
    }
}

/// One event, ready to be written: typed on the way in, text in the log.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    pub at: Instant,
    pub actor: Actor,
    /// Snake case, past tense: `request_acknowledged`.
    pub kind: &'static str,
    /// Version of the event's shape, from 1.
    pub v: u16,
    /// JSON of the event's own fields, without words.
    pub data: String,
}

/// One event as the log holds it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Recorded {
    pub version: Version,
    pub at: Instant,
    pub actor: Actor,
    pub kind: String,
    pub v: u16,
    pub data: String,
}

/// When and by whom an event came about, and which version it leads to.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    pub version: Version,
    pub at: Instant,
    pub actor: Actor,
}

impl Stamp {
    /// For what only people do: another actor in a damaged log is nobody.
    pub fn person(self) -> PersonId {
        match self.actor {
            Actor::Person(id) => id,
            Actor::Customer | Actor::System => PersonId::from_bits(0),
        }
    }
}

impl Recorded {
    pub fn stamp(&self) -> Stamp {
        Stamp { version: self.version, at: self.at, actor: self.actor }
    }
}

/// What shall happen outside once the events are durable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Effect {
    /// Send this message of the case to the customer, not before the moment (undo window).
    SendMessage { case: CaseId, message: MessageId, not_before: Instant },
    /// Take back the sending of a message that has not left.
    CancelMessage { message: MessageId },
    /// Delete every word of this subject from the vault, in the same transaction.
    EraseWords { subject: crate::vault::Subject },
    /// These bytes hold data of this subject, and go when it is erased.
    OwnFile { file: String, subject: crate::vault::Subject },
    /// Look again at the moment, at a request or at the promises of the case: a due time may have
    /// passed.
    Remind { case: CaseId, request: Option<RequestId>, at: Instant },
    /// Tell these people that it is their move. No customer data goes into a notice.
    Notify { people: Vec<PersonId>, case: CaseId, request: Option<RequestId>, kind: &'static str },
}

/// The non-generic part of a decision: what the store appends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Changes {
    stream: StreamId,
    expected: Version,
    entries: Vec<Entry>,
    words: Vec<Word>,
    effects: Vec<Effect>,
}

impl Changes {
    pub fn stream(&self) -> StreamId {
        self.stream
    }
    /// The version that the stream must have for the append; 0 for a new stream.
    pub fn expected(&self) -> Version {
        self.expected
    }
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
    pub fn words(&self) -> &[Word] {
        &self.words
    }
    pub fn effects(&self) -> &[Effect] {
        &self.effects
    }
    /// The entries as the log holds them once they are appended.
    pub fn recorded(&self) -> impl Iterator<Item = Recorded> {
        (self.expected + 1..).zip(&self.entries).map(|(version, entry)| Recorded {
            version,
            at: entry.at,
            actor: entry.actor,
            kind: entry.kind.to_owned(),
            v: entry.v,
            data: entry.data.clone(),
        })
    }
}

/// Events that a rule has allowed, the words they point to, and the state that they lead to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decided<T> {
    changes: Changes,
    next: T,
}

impl<T> Decided<T> {
    pub(crate) fn new(
        stream: StreamId,
        expected: Version,
        entries: Vec<Entry>,
        words: Vec<Word>,
        effects: Vec<Effect>,
        next: T,
    ) -> Self {
        Self { changes: Changes { stream, expected, entries, words, effects }, next }
    }
    pub fn changes(&self) -> &Changes {
        &self.changes
    }
    pub fn next(&self) -> &T {
        &self.next
    }
    pub fn into_parts(self) -> (Changes, T) {
        (self.changes, self.next)
    }
}

/// A recorded event that this build cannot read: newer than it, or damaged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("event {kind} version {v} cannot be read: {why}")]
pub struct Unreadable {
    pub kind: String,
    pub v: u16,
    pub why: String,
}

/// Makes the enum of a stream's events from one table: struct, stored kind, version of the shape.
///
/// Gives `kind()`, `v()`, `encode()`, `decode(kind, v, data)`, `KINDS`, and `From<Struct>`.
#[macro_export]
macro_rules! events {
    ($(#[$doc:meta])* $name:ident { $($event:ident = $kind:literal v $v:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Debug)]
        pub enum $name { $($event($event)),+ }

        impl $name {
            /// Every stored kind with the version that is written today.
            pub const KINDS: &'static [(&'static str, u16)] = &[$(($kind, $v)),+];

            pub fn kind(&self) -> &'static str {
                match self { $(Self::$event(_) => $kind),+ }
            }
            pub fn v(&self) -> u16 {
                match self { $(Self::$event(_) => $v),+ }
            }
            /// The event's own fields as JSON.
            pub fn encode(&self) -> String {
                match self {
                    // Events hold only types whose serialisation cannot fail.
                    $(Self::$event(event) => serde_json::to_string(event).unwrap_or_default()),+
                }
            }
            /// Reads an event of today's shape.
            pub fn decode(kind: &str, v: u16, data: &str) -> Result<Self, $crate::log::Unreadable> {
                let unreadable = |why: String| $crate::log::Unreadable { kind: kind.to_owned(), v, why };
                match (kind, v) {
                    $(($kind, $v) => serde_json::from_str(data)
                        .map(Self::$event)
                        .map_err(|error| unreadable(error.to_string())),)+
                    _ => Err(unreadable("this build does not know it".to_owned())),
                }
            }
        }
        $(impl From<$event> for $name {
            fn from(event: $event) -> Self { Self::$event(event) }
        })+
    };
}
