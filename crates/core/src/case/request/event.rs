//! Events of a request. Each names its request; the stream is the case.

use serde::{Deserialize, Serialize};

use crate::agreement::Binding;
use crate::case::kinds::{ClockKind, DeclineReason, DisputeSubject, Mode, Mover, WaitOn};
use crate::case::request::advice::Advised;
use crate::case::request::dispute::Restated;
use crate::case::request::frozen::Frozen;
use crate::case::request::hours::Hours;
use crate::case::request::recount::{Flag, Kept, Moved};
use crate::case::request::state::{
    Alternative, Ask, Correction, Counter, Item, ReadBack, Residual,
};
use crate::case::state::Attachment;
use crate::escalation::Route;
use crate::ids::{DepartmentId, MessageId, PersonId, RequestId};
use crate::time::Instant;
use crate::vault::WordRef;

/// Structs that all derive the same and all name their request first.
macro_rules! of_request {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident: $type:ty),* $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
        pub struct $name {
            pub request: RequestId,
            $($(#[$fmeta])* pub $field: $type,)*
        }
    )+};
}

of_request! {
    RequestDrafted {
        ordinal: u32,
        from: DepartmentId,
        sender: PersonId,
        parent: Option<RequestId>,
        ask: Ask,
    }
    RequestRevised { ask: Ask }
    RequestSent {
        /// What was agreed between the two departments at that moment.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        binding: Option<Binding>,
        /// By whose working hours its clocks run.
        #[serde(default, skip_serializing_if = "Hours::are_standard")]
        hours: Hours,
        /// What was advised at that moment, and what was chosen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        advised: Option<Advised>,
    }
    /// A named person of the receiving department has taken it in.
    RequestAcknowledged { assignee: PersonId }
    RequestAssigned { assignee: PersonId }
    RequestReadBack { read_back: ReadBack }
    ReadBackConfirmed {}
    ReadBackCorrected { corrections: Vec<Correction> }
    ClarificationAsked { question: WordRef, field: Option<String> }
    ClarificationAnswered { answer: WordRef }
    RequestCountered { counter: Counter }
    CounterAccepted { text: Option<WordRef> }
    CounterRefused { text: Option<WordRef> }
    RequestDeclined { reason: DeclineReason, text: WordRef, alternative: Alternative }
    /// The sender has disposed of the decline: the customer was told, or it was accepted.
    DeclineSettled {}
    RequestRedirected {
        to: DepartmentId,
        /// What is agreed with that department at that moment.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        binding: Option<Binding>,
        #[serde(default, skip_serializing_if = "Hours::are_standard")]
        hours: Hours,
    }
    ProgressNoted { note: WordRef }
    RequestNoteAdded { note: WordRef }
    WaitStarted { on: WaitOn, reason: WordRef, evidence: Option<WordRef>, resume_by: Instant }
    WaitEnded {}
    RequestDelivered {
        outcome: WordRef,
        customer_may_be_told: WordRef,
        evidence: Option<WordRef>,
        residual_actions: Vec<Residual>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        files: Vec<Attachment>,
    }
    RequestVerified {}
    DeliveryRejected { failed: WordRef, text: Option<WordRef> }
    /// The loop is closed: the customer was told (by this message), or there is nobody to tell.
    RequestClosed { message: Option<MessageId> }
    RequestWithdrawn { reason: WordRef }
    RequestReopened { reason: WordRef }
    RequestMerged { survivor: RequestId }
    RequestEscalated {
        level: u8,
        reason: WordRef,
        decision_wanted: WordRef,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        routes: Vec<Route>,
        /// Who was asked to decide, those who stand in for others included.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        asked: Vec<PersonId>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        advised: Option<Advised>,
        /// The clock that ran out, where no person asked for the level.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        late: Option<Flag>,
    }
    /// Whoever was asked has decided.
    EscalationAnswered { decision: WordRef, reason: WordRef }
    DisputeOpened {
        subject: DisputeSubject,
        position: WordRef,
        /// Who was asked to rule.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        arbiter: Option<PersonId>,
        /// The side that opened it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        side: Option<Mover>,
    }
    /// How the other side sees it.
    DisputeAnswered { position: WordRef }
    /// The other side has not said how it sees it in its time: it can be ruled on without.
    DisputeUnanswered {}
    DisputeRuled {
        subject: Option<DisputeSubject>,
        decision: WordRef,
        reason: WordRef,
        precedent: bool,
        /// The due time that it sets anew.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        restated: Option<Restated>,
    }
    /// What a clock said when it stopped; no later calendar or agreement changes it.
    ClockStopped { clock: ClockKind, started: Instant, result: Frozen }
    /// The other side does not hold it against them; it stays late all the same.
    BreachExcused { clock: ClockKind, started: Instant, reason: WordRef }
    PacketWidened { items: Vec<Item> }
    PacketNarrowed { field: String, reason: WordRef }
    /// A notice that turned out to ask for something.
    NoticeConverted {
        mode: Mode,
        /// What is agreed with that department at that moment.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        binding: Option<Binding>,
    }
    /// A due time has passed. Time only flags: nothing else changes.
    RequestOverdue { clock: ClockKind, started: Instant, due: Instant }
    /// A calendar was changed, and a clock that runs is due at another moment.
    DueMoved {
        #[serde(flatten)]
        moved: Moved,
    }
    /// A calendar closed hours of a wait, which put off the delivery all the same.
    WaitKept {
        #[serde(flatten)]
        kept: Kept,
    }
    /// The case belongs to the receiving department from here on.
    CaseTransferred { department: DepartmentId, owner: PersonId }
}
