//! Every event of a case's stream. Facts only; words are references into the vault.

use serde::{Deserialize, Serialize};

pub use crate::case::request::event::*;

use crate::case::joined::Carried;
use crate::case::kinds::{CaseClock, Channel, MessageKind, NoReply, Priority, UpdateKind, WaitOn};
use crate::case::request::recount::Moved;
use crate::case::state::{Attachment, Earlier, Exemption};
use crate::ids::{
    CalendarId, CaseId, CustomerId, DepartmentId, MessageId, PersonId, PromiseId, RequestId,
};
use crate::service_level::Binding;
use crate::time::Instant;
use crate::vault::WordRef;

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseOpened {
    pub case: CaseId,
    pub number: u64,
    pub customer: Option<CustomerId>,
    pub subject: WordRef,
    pub channel: Channel,
    pub priority: Priority,
    pub department: DepartmentId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarId>,
    pub owner: PersonId,
    pub received_at: Instant,
    /// What the customer is promised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_level: Option<Binding>,
    /// The matter was closed too long ago to be reopened; this case takes it up again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<Earlier>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MessageAdded {
    pub message: MessageId,
    pub kind: MessageKind,
    pub channel: Channel,
    pub body: WordRef,
    pub address: Option<WordRef>,
    pub automatic: bool,
    /// Said by a rule's account and not by a human being.
    #[serde(default, skip_serializing_if = "is_not")]
    pub by_rule: bool,
    /// When it leaves; until then it can be taken back.
    pub held_until: Option<Instant>,
    pub attachments: Vec<Attachment>,
    pub html: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CustomerToldOf {
    pub message: MessageId,
    pub update: UpdateKind,
    pub channel: Channel,
    pub body: WordRef,
    pub address: Option<WordRef>,
    pub held_until: Option<Instant>,
    /// Said by a rule's account and not by a human being.
    #[serde(default, skip_serializing_if = "is_not")]
    pub by_rule: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MessageUndone {
    pub message: MessageId,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MessageLeft {
    pub message: MessageId,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MessageBounced {
    pub message: MessageId,
    pub reason: WordRef,
}

/// Somebody has read what the customer wrote, and it needs no reply.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReplyWaived {
    pub message: MessageId,
    pub reason: NoReply,
    /// The reason in words, where the list has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<WordRef>,
}

/// It needs a reply after all.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ReplyExpected {
    pub message: MessageId,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PromiseMade {
    pub promise: PromiseId,
    pub what: WordRef,
    pub by: Instant,
    /// A promise to write again: any update to the customer keeps it.
    pub of_update: bool,
    /// The message that makes it, when one does.
    pub message: Option<MessageId>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PromiseKept {
    pub promise: PromiseId,
    /// The message that keeps it, when one does.
    pub message: Option<MessageId>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PromiseBroken {
    pub promise: PromiseId,
    /// The message that settles it late, when one does.
    pub message: Option<MessageId>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PromiseReleased {
    pub promise: PromiseId,
    pub reason: WordRef,
}

/// The customer still waits for what was promised by now. Time only flags.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PromiseOverdue {
    pub promise: PromiseId,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct OwnerChanged {
    pub owner: PersonId,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PriorityChanged {
    pub priority: Priority,
    pub reason: WordRef,
    /// To the later times of a lower priority.
    #[serde(default, skip_serializing_if = "is_not")]
    pub customer_agreed: bool,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseClosed {
    pub outcome: WordRef,
    pub exemption: Option<Exemption>,
    /// From then on it is reopened no more: what comes is a new case that follows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reopen_until: Option<Instant>,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseReopened {
    pub reason: WordRef,
}

/// This case goes on in another one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseMerged {
    pub into: CaseId,
    pub number: u64,
}

/// This case is on its own again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseSeparated {
    pub from: CaseId,
    pub number: u64,
}

/// The time for taking the merger back is over.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MergerSettled {}

/// Another case goes on in this one.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseJoined {
    pub case: CaseId,
    pub number: u64,
    /// When that case reached the organisation.
    pub received_at: Instant,
    /// Its customer has not been told how it ended.
    pub untold: bool,
    /// What its customer was promised and still waits for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clocks: Vec<Carried>,
}

/// A case that had joined is on its own again.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseParted {
    pub case: CaseId,
    pub number: u64,
}

/// A letter of a case that had joined came back.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct JoinedMessageBounced {
    pub case: CaseId,
    pub number: u64,
    pub message: MessageId,
    /// It was to tell the customer the outcome.
    pub told: bool,
}

/// A clock of the case has stopped: what came of it, as it stays.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseClockStopped {
    pub clock: CaseClock,
    pub started: Instant,
    pub stopped: Instant,
    pub due: Instant,
    /// Working milliseconds, without the pauses.
    pub used_ms: i64,
    /// Working milliseconds in pauses.
    pub paused_ms: i64,
    /// `None`: nothing was left to be met.
    pub met: Option<bool>,
}

/// A calendar was changed, and a clock that runs is due at another moment.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseDueMoved {
    pub moved: Moved<CaseClock>,
}

/// It waits for somebody outside.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseWaitStarted {
    pub on: WaitOn,
    pub reason: WordRef,
    pub evidence: Option<WordRef>,
    pub resume_by: Instant,
}

/// It waits no longer: somebody goes on, the customer answered, or its time is over.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseWaitEnded {}

/// The time of a clock of the case is over, and it still runs. Time only flags.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CaseClockOverdue {
    pub clock: CaseClock,
    pub started: Instant,
    pub due: Instant,
}

/// Leaves out what is not so, as nearly everything is not.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference in")]
fn is_not(so: &bool) -> bool {
    !*so
}

crate::events! {
    /// An event of a case, its requests included.
    CaseEvent {
        CaseOpened = "case_opened" v 1,
        MessageAdded = "message_added" v 1,
        CustomerToldOf = "customer_told" v 1,
        MessageUndone = "message_undone" v 1,
        MessageLeft = "message_left" v 1,
        MessageBounced = "message_bounced" v 1,
        ReplyWaived = "reply_waived" v 1,
        ReplyExpected = "reply_expected" v 1,
        PromiseMade = "promise_made" v 1,
        PromiseKept = "promise_kept" v 1,
        PromiseBroken = "promise_broken" v 1,
        PromiseReleased = "promise_released" v 1,
        PromiseOverdue = "promise_overdue" v 1,
        OwnerChanged = "owner_changed" v 1,
        PriorityChanged = "priority_changed" v 1,
        CaseClosed = "case_closed" v 1,
        CaseReopened = "case_reopened" v 1,
        CaseMerged = "case_merged" v 1,
        CaseSeparated = "case_separated" v 1,
        MergerSettled = "merger_settled" v 1,
        CaseJoined = "case_joined" v 1,
        CaseParted = "case_parted" v 1,
        JoinedMessageBounced = "joined_message_bounced" v 1,
        CaseClockStopped = "case_clock_stopped" v 1,
        CaseClockOverdue = "case_clock_overdue" v 1,
        CaseDueMoved = "case_due_moved" v 1,
        CaseWaitStarted = "case_wait_started" v 1,
        CaseWaitEnded = "case_wait_ended" v 1,
        CaseTransferred = "case_transferred" v 1,
        RequestDrafted = "request_drafted" v 1,
        RequestRevised = "request_revised" v 1,
        RequestSent = "request_sent" v 1,
        RequestAcknowledged = "request_acknowledged" v 1,
        RequestAssigned = "request_assigned" v 1,
        RequestReadBack = "request_read_back" v 1,
        ReadBackConfirmed = "read_back_confirmed" v 1,
        ReadBackCorrected = "read_back_corrected" v 1,
        ClarificationAsked = "clarification_asked" v 1,
        ClarificationAnswered = "clarification_answered" v 1,
        RequestCountered = "request_countered" v 1,
        CounterAccepted = "counter_accepted" v 1,
        CounterRefused = "counter_refused" v 1,
        RequestDeclined = "request_declined" v 1,
        DeclineSettled = "decline_settled" v 1,
        RequestRedirected = "request_redirected" v 1,
        ProgressNoted = "progress_noted" v 1,
        RequestNoteAdded = "request_note_added" v 1,
        WaitStarted = "wait_started" v 1,
        WaitEnded = "wait_ended" v 1,
        RequestDelivered = "request_delivered" v 1,
        RequestVerified = "request_verified" v 1,
        DeliveryRejected = "delivery_rejected" v 1,
        RequestClosed = "request_closed" v 1,
        RequestWithdrawn = "request_withdrawn" v 1,
        RequestReopened = "request_reopened" v 1,
        RequestMerged = "request_merged" v 1,
        RequestEscalated = "request_escalated" v 1,
        EscalationAnswered = "escalation_answered" v 1,
        DisputeOpened = "dispute_opened" v 1,
        DisputeAnswered = "dispute_answered" v 1,
        DisputeUnanswered = "dispute_unanswered" v 1,
        DisputeRuled = "dispute_ruled" v 1,
        PacketWidened = "packet_widened" v 1,
        PacketNarrowed = "packet_narrowed" v 1,
        NoticeConverted = "notice_converted" v 1,
        ClockStopped = "clock_stopped" v 1,
        BreachExcused = "breach_excused" v 1,
        RequestOverdue = "request_overdue" v 1,
        DueMoved = "due_moved" v 1,
        WaitKept = "wait_kept" v 1,
    }
}

/// The request that an event is about, for each kind of event that is about one.
macro_rules! names_request {
    ($event:expr, $($kind:ident)+) => {
        match $event {
            $(CaseEvent::$kind(event) => Some(event.request),)+
            _ => None,
        }
    };
}

impl CaseEvent {
    /// Whether it only writes down what a clock said when something else stopped it. Clocks tell
    /// it; the story does not.
    pub fn is_result(&self) -> bool {
        matches!(self, Self::ClockStopped(_) | Self::CaseClockStopped(_))
    }

    /// The request that this is about; `None` for what is about the case itself.
    pub fn request(&self) -> Option<RequestId> {
        names_request!(
            self,
            RequestDrafted RequestRevised RequestSent RequestAcknowledged
            RequestAssigned RequestReadBack ReadBackConfirmed ReadBackCorrected
            ClarificationAsked ClarificationAnswered RequestCountered CounterAccepted
            CounterRefused RequestDeclined DeclineSettled RequestRedirected
            ProgressNoted RequestNoteAdded WaitStarted WaitEnded
            RequestDelivered RequestVerified DeliveryRejected RequestClosed
            RequestWithdrawn RequestReopened RequestMerged RequestEscalated
            EscalationAnswered
            DisputeOpened DisputeAnswered DisputeUnanswered DisputeRuled PacketWidened
            PacketNarrowed NoticeConverted ClockStopped BreachExcused RequestOverdue DueMoved
            WaitKept CaseTransferred
        )
    }
}
