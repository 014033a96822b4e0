//! Two cases that are one matter. The one that was merged keeps its stream and rests; the other
//! one goes on for both (reference §1.4, §2.6).

use crate::case::event::{CaseJoined, CaseMerged, JoinedMessageBounced};
use crate::case::kinds::CaseClock;
use crate::case::state::Case;
use crate::ids::{CaseId, MessageId};
use crate::log::Stamp;
use crate::log::{Actor, Version};
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::{Instant, Span};
use serde::{Deserialize, Serialize};

/// How long a merger can be taken back.
pub const TAKE_BACK: Span = Span::times_24h(30);

/// Where a case that was merged goes on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Merger {
    pub into: CaseId,
    /// The number of that case.
    pub number: u64,
    pub by: Actor,
    pub at: Instant,
    /// The time for taking it back is over.
    pub settled: bool,
}

impl Merger {
    /// Reference of the case in which it goes on.
    pub fn reference(&self) -> String {
        format!("C-{}", self.number)
    }

    /// Until when it can be taken back.
    pub fn until(&self) -> Instant {
        self.at + TAKE_BACK
    }
}

/// What the customer of a case that joined was promised, and still waits for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Carried {
    pub clock: CaseClock,
    pub started: Instant,
    pub due: Instant,
}

/// Another case that goes on in this one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Joined {
    pub case: CaseId,
    /// The number of that case.
    pub number: u64,
    pub by: Actor,
    pub at: Instant,
    /// When that case reached the organisation.
    pub received_at: Instant,
    /// Its customer has not been told how it ended, so this case owes that too.
    pub untold: bool,
    /// Letters of that case that came back since.
    pub bounced: Vec<MessageId>,
    pub clocks: Vec<Carried>,
    /// Version of this case when it joined.
    pub since: Version,
    /// Version of this case when it joined, or when a letter of it came back.
    pub order: u32,
}

impl Joined {
    pub fn reference(&self) -> String {
        format!("C-{}", self.number)
    }
}

impl Case {
    /// Nothing happens here any more: it is closed, or goes on in another case.
    pub fn is_over(&self) -> bool {
        self.closure.is_some() || self.merger.is_some()
    }

    /// When the matter reached the organisation: the earliest receipt of all that joined.
    pub fn first_received(&self) -> Instant {
        let joined = self.joined.iter().map(|joined| joined.received_at);
        joined.fold(self.received_at, Instant::min)
    }
}

/// The refusal of whatever belongs to the case that goes on.
pub(super) fn elsewhere(merger: &Merger) -> Refusal {
    let goes_on = merger.reference();
    Refusal::new(Code::Terminal, say!("case-joined-the-case-was-merged-into-and", goes_on))
}

pub(super) fn merge(case: &mut Case, stamp: Stamp, event: &CaseMerged) {
    let (into, number) = (event.into, event.number);
    let merger = Merger { into, number, by: stamp.actor, at: stamp.at, settled: false };
    case.merger = Some(merger);
}

pub(super) fn settle(case: &mut Case) {
    if let Some(merger) = &mut case.merger {
        merger.settled = true;
    }
}

pub(super) fn join(case: &mut Case, stamp: Stamp, event: &CaseJoined) {
    case.joined.push(Joined {
        case: event.case,
        number: event.number,
        by: stamp.actor,
        at: stamp.at,
        received_at: event.received_at,
        untold: event.untold,
        bounced: Vec::new(),
        clocks: event.clocks.clone(),
        since: stamp.version,
        order: stamp.version,
    });
}

pub(super) fn part(case: &mut Case, other: CaseId) {
    case.joined.retain(|joined| joined.case != other);
}

/// The customer does not know what that case had told, so this one has to tell it.
pub(super) fn bounce(case: &mut Case, stamp: Stamp, event: &JoinedMessageBounced) {
    let joined = case.joined.iter_mut().find(|joined| joined.case == event.case);
    if let Some(joined) = joined {
        joined.bounced.push(event.message);
        joined.untold |= event.told;
        joined.order = if event.told { stamp.version } else { joined.order };
    }
}
