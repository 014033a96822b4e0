//! What a due time rests on, as it is told to whoever asks why it is due then.

use crate::case::kinds::Priority;
use crate::time::{Instant, Span};

/// Working time that the service level gives at a priority.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Share {
    pub priority: Priority,
    pub target: Span,
}

/// Which rule gave a due time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    /// Working time from the start.
    Target(Share),
    /// The priority was raised, and what it gives from the start was over or nearly so: the least
    /// that people get from the change on.
    Floor(Share),
    /// Working time from the change of the priority on.
    FromChange(Share),
    /// The share of it that was left when the priority was raised.
    ProRata(Share),
    /// Working time from the reopening on.
    Anew(Share),
    /// It was promised in words of its own.
    Promised,
    /// The next update was promised; until when the service level would have allowed one.
    NextUpdate { allowed: Option<Instant> },
    /// A case that was merged into this one was due then.
    Merged,
    /// It was late when it was due then, and nothing takes that back.
    Late,
}

/// Why a later change of the priority did not move it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Held {
    /// Raising a priority never gives more time.
    Raised(Priority),
    /// The customer has not agreed to a later one.
    NotAgreed(Priority),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Basis {
    pub rule: Rule,
    pub held: Option<Held>,
}

impl From<Rule> for Basis {
    fn from(rule: Rule) -> Self {
        Self { rule, held: None }
    }
}
