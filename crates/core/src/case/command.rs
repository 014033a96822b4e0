//! What can be asked of a case. Times, choices and ids are parsed; texts are as typed.

use crate::case::kinds::{
    CaseClock, Channel, ExemptionKind, MessageKind, NoReply, Priority, UpdateKind,
};
use crate::case::request;
use crate::case::request::recount::Moved;
use crate::ids::{CaseId, CustomerId, DepartmentId, MessageId, PersonId, PromiseId};
use crate::time::Instant;

/// Opening a case. Its id is drawn, its number comes from the store; both are handed in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Open {
    pub id: CaseId,
    pub number: u64,
    pub customer: Option<CustomerId>,
    pub subject: String,
    pub body: Option<String>,
    pub channel: Channel,
    pub priority: Priority,
    pub department: DepartmentId,
    pub owner: PersonId,
    /// When it reached the organisation, if earlier than now.
    pub received_at: Option<Instant>,
    /// What came in, when it came by mail.
    pub incoming: Option<Incoming>,
    /// The closed case whose matter it takes up again.
    pub follows: Option<Followed>,
}

/// A case that another one is to follow, as far as the rules ask.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Followed {
    pub case: CaseId,
    pub number: u64,
    /// The record that stands for its customer.
    pub customer: Option<CustomerId>,
    pub closed: bool,
}

/// A message that arrived: its body, and the files that came with it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Incoming {
    pub body: String,
    pub address: Option<String>,
    pub automatic: bool,
    pub html: Option<String>,
    pub attachments: Vec<NewAttachment>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewAttachment {
    pub file: String,
    pub name: String,
    pub media_type: String,
    pub size: u64,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AddMessage {
    pub kind: MessageKind,
    pub channel: Channel,
    pub body: String,
    pub to: Option<String>,
    /// For a reply: when the customer hears again.
    pub next_update_by: Option<Instant>,
    pub files: Vec<NewAttachment>,
}

impl AddMessage {
    /// Words alone: to no other address than the customer's, without a date and without files.
    pub fn plain(kind: MessageKind, channel: Channel, body: impl Into<String>) -> Self {
        let body = body.into();
        Self { kind, channel, body, to: None, next_update_by: None, files: Vec::new() }
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tell {
    pub kind: UpdateKind,
    pub channel: Channel,
    pub body: String,
    pub next_update_by: Option<Instant>,
    pub files: Vec<NewAttachment>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClaimExemption {
    pub kind: ExemptionKind,
    pub evidence: Option<String>,
    pub message: Option<MessageId>,
    pub approved_by: Option<PersonId>,
    /// The case that goes on, when this one is a duplicate.
    pub survivor: Option<Survivor>,
}

/// What the closing case needs to know of the case that goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Survivor {
    pub case: CaseId,
    pub customer: Option<CustomerId>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Command {
    AddMessage(AddMessage),
    /// Something arrived for this case.
    Receive(Incoming),
    TellCustomer(Tell),
    /// Take back a message that has not left.
    UndoMessage {
        message: MessageId,
    },
    /// What the customer wrote needs no reply.
    WaiveReply {
        message: MessageId,
        reason: NoReply,
        text: Option<String>,
    },
    /// It needs one after all.
    ExpectReply {
        message: MessageId,
    },
    /// Baton's post reports.
    RecordLeft {
        message: MessageId,
    },
    RecordBounce {
        message: MessageId,
        reason: String,
    },
    MakePromise {
        what: String,
        by: Instant,
    },
    /// Kept, or else released with a reason.
    SettlePromise {
        promise: PromiseId,
        kept: bool,
        reason: Option<String>,
    },
    /// It waits for somebody outside.
    Wait(request::command::WaitForm),
    /// It waits no longer.
    Resume,
    /// A timer looks whether a promised time has passed, that of a wait, or the time for taking a
    /// merger back.
    CheckPromises,
    /// A calendar was changed: these due times of the case's own clocks moved.
    Recount(Vec<Moved<CaseClock>>),
    ChangeOwner {
        owner: PersonId,
    },
    ChangePriority {
        priority: Priority,
        reason: String,
        /// To the later times of a lower priority.
        customer_agreed: bool,
    },
    Close {
        outcome: String,
        exemption: Option<ClaimExemption>,
    },
    Reopen {
        reason: String,
    },
    Raise(Box<request::command::Raise>),
    Request(crate::ids::RequestId, Box<request::command::Act>),
}
