//! What a request is.

use serde::{Deserialize, Serialize};

use crate::agreement::Binding;
use crate::case::kinds::{
    AlternativeKind, ClockKind, DeclineReason, Mode, Mover, NeededByReason, RequestChannel,
    ServiceClass, StageName, WaitOn,
};
use crate::case::request::advice::{Advised, Weighing};
use crate::case::request::dispute::{Dispute, Ruling};
use crate::case::request::frozen::{Excused, Frozen};
use crate::case::request::hands::Turn;
use crate::case::request::hours::Hours;
use crate::case::request::ladder::Escalation;
use crate::case::request::recount::{Flag, Kept, Moved};
use crate::case::request::standstill::Standstill;
use crate::case::request::under::Earlier;
use crate::case::state::Attachment;
use crate::ids::{DepartmentId, MessageId, PersonId, RequestId, ServiceId};
use crate::time::Instant;
use crate::vault::WordRef;

/// A sum in minor units of a currency.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Money {
    pub minor: i64,
    /// ISO 4217, three capital letters.
    pub currency: String,
}

/// What the receiver is authorised to spend or decide.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Authority {
    pub amount: Money,
    pub decision: Option<WordRef>,
}

/// What the customer has already been told, so that departments do not contradict each other.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CustomerTold {
    pub what: WordRef,
    pub when: Option<Instant>,
    pub channel: Option<WordRef>,
    pub next_update_by: Option<Instant>,
}

/// One field of the customer that the receiver may see, and what for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Item {
    /// Tag of the customer's field, as [`crate::customer`] names it.
    pub field: String,
    pub purpose: WordRef,
    pub why: Option<WordRef>,
}

/// A grant: an item, from when, and until when if it ended early.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Grant {
    pub item: Item,
    pub from: Instant,
    /// Taken back before the request ended.
    pub withdrawn_at: Option<Instant>,
}

/// What the sender asks; fixed once sent.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Ask {
    pub mode: Mode,
    pub to: DepartmentId,
    pub service: Option<ServiceId>,
    pub need: WordRef,
    pub outcome_wanted: Option<WordRef>,
    pub why: Option<WordRef>,
    pub why_department: Option<WordRef>,
    pub background: Option<WordRef>,
    pub contingency: Option<WordRef>,
    pub needed_by: Option<Instant>,
    pub needed_by_reason: NeededByReason,
    /// Why it is needed sooner than the agreement gives for a delivery.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sooner_reason: Option<WordRef>,
    pub service_class: ServiceClass,
    pub channel: Option<RequestChannel>,
    pub customer_told: Option<CustomerTold>,
    pub authority: Option<Authority>,
    /// Life or safety: may be delivered before the read-back, which is then owed.
    #[serde(default)]
    pub emergency: bool,
    /// What the sender confirmed of what is advised, and why they choose otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weighing: Option<Weighing>,
    pub items: Vec<Item>,
    /// What goes with it, for whoever may see the request.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<Attachment>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReadBack {
    pub outcome: WordRef,
    pub will_do: WordRef,
    pub by: Instant,
    /// The needed-by that the receiver restated; equal to the request's.
    pub needed_by: Option<Instant>,
    pub amount: Option<Money>,
    pub contingency: Option<WordRef>,
    /// Items of the request that were not restated, for the sender to look at.
    #[serde(default)]
    pub unrestated: Vec<String>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Correction {
    pub item: WordRef,
    pub text: WordRef,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    pub question: WordRef,
    pub field: Option<String>,
    pub asked_by: PersonId,
    pub asked_at: Instant,
    pub answer: Option<WordRef>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Counter {
    pub by: Option<Instant>,
    pub scope: Option<WordRef>,
    pub reason: WordRef,
    pub effect_on_customer: WordRef,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Alternative {
    pub kind: AlternativeKind,
    pub value: Option<WordRef>,
    /// The department that the alternative names, when it names one.
    pub department: Option<DepartmentId>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decline {
    pub department: DepartmentId,
    pub by: PersonId,
    pub at: Instant,
    pub reason: DeclineReason,
    pub text: WordRef,
    pub alternative: Alternative,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wait {
    pub on: WaitOn,
    pub reason: WordRef,
    pub evidence: Option<WordRef>,
    pub resume_by: Instant,
    pub since: Instant,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Residual {
    pub what: WordRef,
    pub owner: PersonId,
    pub by: Instant,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Delivery {
    pub by: PersonId,
    pub at: Instant,
    pub outcome: WordRef,
    pub customer_may_be_told: WordRef,
    pub evidence: Option<WordRef>,
    pub residual_actions: Vec<Residual>,
    /// Version of the case when it was delivered.
    pub order: u32,
}

/// Where a request is. A stage carries only what belongs to it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stage {
    Draft,
    Sent,
    Acknowledged,
    ReadBack,
    InProgress,
    Clarifying {
        back_to: Box<Stage>,
    },
    Countered {
        counter: Counter,
        back_to: Box<Stage>,
    },
    WaitingCustomer(Wait),
    WaitingThirdParty(Wait),
    Delivered,
    Verified,
    /// Closed by the message that told the customer, when one did.
    Closed {
        told_by: Option<MessageId>,
    },
    /// Declined; settled once the sender has disposed of it.
    Declined {
        settled: bool,
    },
    Withdrawn,
    Merged {
        survivor: RequestId,
    },
}

impl Stage {
    pub fn name(&self) -> StageName {
        match self {
            Self::Draft => StageName::Draft,
            Self::Sent => StageName::Sent,
            Self::Acknowledged => StageName::Acknowledged,
            Self::ReadBack => StageName::ReadBack,
            Self::InProgress => StageName::InProgress,
            Self::Clarifying { .. } => StageName::Clarifying,
            Self::Countered { .. } => StageName::Countered,
            Self::WaitingCustomer(_) => StageName::WaitingCustomer,
            Self::WaitingThirdParty(_) => StageName::WaitingThirdParty,
            Self::Delivered => StageName::Delivered,
            Self::Verified => StageName::Verified,
            Self::Closed { .. } => StageName::Closed,
            Self::Declined { .. } => StageName::Declined,
            Self::Withdrawn => StageName::Withdrawn,
            Self::Merged { .. } => StageName::Merged,
        }
    }
}

/// One run of a clock: from its start to its stop, if it has stopped. Due times are computed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Run {
    pub kind: ClockKind,
    pub started: Instant,
    pub stopped: Option<Instant>,
    /// What it said when it stopped.
    pub frozen: Option<Frozen>,
    pub excused: Option<Excused>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    pub id: RequestId,
    /// 1 for the first request of its case: `C-1042/1`.
    pub ordinal: u32,
    /// Version of the case at the newest event of this request: its own optimistic lock.
    pub version: crate::log::Version,
    pub parent: Option<RequestId>,
    pub from: DepartmentId,
    pub sender: PersonId,
    pub assignee: Option<PersonId>,
    pub ask: Ask,
    pub grants: Vec<Grant>,
    pub stage: Stage,
    pub drafted_at: Instant,
    pub sent_at: Option<Instant>,
    /// What was agreed between the two departments when it was sent.
    pub binding: Option<Binding>,
    /// By whose working hours its clocks run.
    pub hours: Hours,
    /// Who was asked before it was redirected, and under which terms; in order.
    pub earlier: Vec<Earlier>,
    /// What was advised when it was sent, where more was advised than to ask them directly.
    pub advised: Option<Advised>,
    pub acknowledged_at: Option<Instant>,
    pub read_back: Option<ReadBack>,
    pub read_back_at: Option<Instant>,
    /// Who read it back; somebody else confirms.
    pub read_back_by: Option<PersonId>,
    pub corrections: Vec<Correction>,
    /// How often a read-back was corrected.
    pub rounds: u32,
    /// How often it was redirected.
    pub hops: u32,
    pub confirmed_at: Option<Instant>,
    /// By when it was needed before another moment was accepted.
    pub first_needed_by: Option<Instant>,
    /// An emergency was delivered before its read-back.
    pub read_back_owed: bool,
    pub questions: Vec<Question>,
    pub declines: Vec<Decline>,
    pub delivery: Option<Delivery>,
    /// What came with the answers, those that were rejected included; in order.
    pub answered_with: Vec<Attachment>,
    pub verified_at: Option<Instant>,
    pub ended_at: Option<Instant>,
    pub escalations: Vec<Escalation>,
    pub dispute: Option<Dispute>,
    pub rulings: Vec<Ruling>,
    pub runs: Vec<Run>,
    /// Clocks that were flagged as overdue.
    pub flagged: Vec<Flag>,
    /// Due times that moved because a calendar was changed, the last one last.
    pub moved: Vec<Moved>,
    /// Working time of waits that a calendar has closed since.
    pub kept: Vec<Kept>,
    /// Version of the case at the newest outcome (delivery or decline).
    pub outcome_order: Option<u32>,
    /// The case has come to belong to the department that was asked; telling the customer is its
    /// duty then.
    pub with_owner: bool,
    /// In whose hands it has been since it was sent, the newest last.
    pub turns: Vec<Turn>,
    /// When it stood still, and why; the newest last.
    pub standstills: Vec<Standstill>,
}

impl Request {
    /// Whether it has ended: only reopening and notes are left.
    pub fn ended(&self) -> bool {
        match &self.stage {
            Stage::Closed { .. } | Stage::Withdrawn | Stage::Merged { .. } => true,
            Stage::Declined { settled } => *settled,
            _ => false,
        }
    }

    /// Whether it keeps its case from closing. A draft of another department than the case's own
    /// does not: nobody is owed anything yet, and the owner cannot even see it.
    pub fn blocks_closing(&self) -> bool {
        let foreign = self.parent.is_some() || self.with_owner;
        let settled = match self.stage {
            Stage::Draft => foreign,
            Stage::Verified | Stage::Declined { .. } => true,
            _ => self.ended(),
        };
        self.ask.mode.obliges() && !settled
    }

    /// Whether the receiver has taken it in and not delivered yet.
    pub fn is_held(&self) -> bool {
        matches!(
            self.stage,
            Stage::Acknowledged
                | Stage::ReadBack
                | Stage::InProgress
                | Stage::Clarifying { .. }
                | Stage::Countered { .. }
                | Stage::WaitingCustomer(_)
                | Stage::WaitingThirdParty(_)
        )
    }

    /// Whether a field of the customer is shared with it and has not been taken back.
    pub fn shares(&self, field: &str) -> bool {
        self.grants.iter().any(|grant| grant.item.field == field && grant.withdrawn_at.is_none())
    }

    /// The one department that has to act next (reference §1.7, invariant 2).
    pub fn mover(&self) -> Mover {
        if self.ended() {
            return Mover::Nobody;
        }
        match &self.stage {
            Stage::Draft
            | Stage::ReadBack
            | Stage::Clarifying { .. }
            | Stage::Countered { .. }
            | Stage::Delivered
            | Stage::Declined { .. } => Mover::From,
            // The customer is told by the department that has the case.
            Stage::Verified if self.with_owner => Mover::To,
            Stage::Sent | Stage::Acknowledged if self.waits_for_facts() => Mover::From,
            Stage::Verified => Mover::From,
            _ => Mover::To,
        }
    }

    /// The department of the side that moves; the asked one once it has ended.
    pub fn department_to_move(&self) -> DepartmentId {
        match self.mover() {
            Mover::From => self.from,
            Mover::To | Mover::Nobody => self.ask.to,
        }
    }

    /// Every file that goes with it: the asking side's first, then what came with the answers. The
    /// place of a file that was sent never changes.
    pub fn files(&self) -> impl Iterator<Item = &Attachment> {
        self.ask.files.iter().chain(&self.answered_with)
    }

    pub fn level(&self) -> u8 {
        let standing = self.escalations.iter().filter(|one| !self.is_moot(one));
        standing.map(|escalation| escalation.level).max().unwrap_or(0)
    }

    /// The clock that is running for whoever has to move, if any.
    pub fn running(&self) -> Option<&Run> {
        self.runs.iter().rev().find(|run| run.stopped.is_none())
    }
}
