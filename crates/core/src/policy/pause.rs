//! Why a clock may stand still (reference §2.6).

use crate::calendar::Pauses;
use crate::time::Instant;

/// The reasons there are. “Busy” and “the assignee is away” are none.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum PauseReason {
    /// The customer was asked.
    Customer,
    /// Somebody outside was asked.
    ThirdParty,
    /// The receiver asked the sender; the time is the sender's.
    Clarification,
    /// The law forbids going on, or stops its own clock.
    LegalHold,
}

/// A time in which a clock stands still, [from, until).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pause {
    pub reason: PauseReason,
    pub from: Instant,
    pub until: Instant,
}

/// The pauses that count for a clock: of a legal one only what the law itself allows, of any other
/// one those that its agreement lists.
pub fn counting(pauses: &[Pause], legal: bool, agreed: &[PauseReason]) -> Pauses {
    let counts = |pause: &&Pause| match legal {
        true => pause.reason == PauseReason::LegalHold,
        false => agreed.contains(&pause.reason),
    };
    Pauses::of(pauses.iter().filter(counts).map(|pause| (pause.from, pause.until)))
}
