//! What a case is: the customer's whole problem, in one stream.

use serde::{Deserialize, Serialize};

use crate::case::event::CaseClockStopped;
use crate::case::joined::{Joined, Merger};
use crate::case::kinds::{
    CaseClock, Channel, ExemptionKind, MessageKind, Mover, NoReply, Priority, Standing, UpdateKind,
};
use crate::case::request::hands::Turn;
use crate::case::request::recount::{Flag, Moved};
use crate::case::request::state::{Request, Stage, Wait};
use crate::ids::{
    CalendarId, CaseId, CustomerId, DepartmentId, MessageId, PersonId, PromiseId, RequestId,
};
use crate::log::{Actor, Version};
use crate::service_level::Binding;
use crate::time::Instant;
use crate::vault::WordRef;

/// A file that came or goes with a message; the bytes lie by their hash beside the database.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Attachment {
    /// SHA-256 of the bytes as lower-case hexadecimal.
    pub file: String,
    pub name: WordRef,
    pub media_type: String,
    pub size: u64,
}

/// What became of a message that leaves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dispatch {
    /// Nothing leaves: a note, a call, something that came in.
    Recorded,
    /// It leaves at the moment and can be taken back until then.
    Held {
        until: Instant,
    },
    Left {
        at: Instant,
    },
    Undone {
        at: Instant,
    },
    Bounced {
        at: Instant,
    },
}

impl Dispatch {
    /// Whether the words reached the customer as far as anybody knows.
    pub fn counts(self) -> bool {
        matches!(self, Self::Recorded | Self::Held { .. } | Self::Left { .. })
    }
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    pub id: MessageId,
    pub kind: MessageKind,
    /// For an update to the customer: which.
    pub update: Option<UpdateKind>,
    pub channel: Channel,
    pub body: WordRef,
    /// Address it goes to or came from.
    pub address: Option<WordRef>,
    pub by: Actor,
    pub at: Instant,
    /// Sent by a machine: an out-of-office, a delivery report.
    pub automatic: bool,
    /// Said by a rule's account and not by a human being.
    pub by_rule: bool,
    pub dispatch: Dispatch,
    pub attachments: Vec<Attachment>,
    /// File with the mail's own HTML, shown only in a sandboxed frame.
    pub html: Option<String>,
    /// Version of the case at this message; newer means greater.
    pub order: u32,
    /// Somebody said that it needs no reply.
    pub waiver: Option<Waiver>,
}

/// Who said that a message needs no reply, and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Waiver {
    pub by: Actor,
    pub at: Instant,
    pub reason: NoReply,
    pub text: Option<WordRef>,
    /// Version of the case at that.
    pub order: Version,
}

impl Message {
    /// Whether it came from the customer, and no machine sent it.
    pub fn is_heard(&self) -> bool {
        self.kind == MessageKind::Inbound && !self.automatic
    }

    /// Whether it is something said to the customer by a person of the organisation.
    pub fn is_outbound(&self) -> bool {
        self.is_attempt() && self.dispatch.counts()
    }

    /// Whether somebody tried to reach the customer with it, even if it came back.
    pub fn is_attempt(&self) -> bool {
        matches!(self.kind, MessageKind::Reply | MessageKind::Call | MessageKind::Update)
            && !self.automatic
            && !matches!(self.dispatch, Dispatch::Undone { .. })
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PromiseState {
    Open,
    Kept { at: Instant },
    Broken { at: Instant },
    Released { at: Instant },
}

/// What the customer was told to expect, by when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Promise {
    pub id: PromiseId,
    pub what: WordRef,
    pub by: Instant,
    /// A promise to write again: any update to the customer keeps it.
    pub of_update: bool,
    /// Its time has passed, and the owner was told.
    pub overdue: bool,
    pub made_by: Actor,
    pub made_at: Instant,
    /// The message that made it and the one that settled it, where a message did.
    pub made_in: Option<MessageId>,
    pub settled_in: Option<MessageId>,
    pub state: PromiseState,
}

#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Exemption {
    pub kind: ExemptionKind,
    pub evidence: Option<WordRef>,
    pub message: Option<MessageId>,
    pub approved_by: Option<PersonId>,
    pub survivor: Option<CaseId>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Closure {
    pub by: Actor,
    pub at: Instant,
    pub outcome: WordRef,
    pub exemption: Option<Exemption>,
    /// From then on it is reopened no more.
    pub reopen_until: Option<Instant>,
    /// Version of the case when it was closed.
    pub order: Version,
}

/// The closed case that another one follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Earlier {
    pub case: CaseId,
    /// The number of that case.
    pub number: u64,
}

impl Earlier {
    pub fn reference(&self) -> String {
        format!("C-{}", self.number)
    }
}

/// When something happened, and the version of the case at that.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    pub at: Instant,
    pub order: Version,
}

/// It was closed, and reopened later.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rest {
    pub closed: Mark,
    pub reopened: Mark,
    /// The closing rested on what the customer had been told.
    pub told: bool,
    /// What the customer wrote, when that reopened it.
    pub by: Option<MessageId>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct PriorityChange {
    pub from: Priority,
    pub to: Priority,
    pub at: Instant,
    /// To the later times of a lower priority.
    pub customer_agreed: bool,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Case {
    pub id: CaseId,
    /// The number in `C-1042`.
    pub number: u64,
    pub version: Version,
    pub customer: Option<CustomerId>,
    pub subject: WordRef,
    pub channel: Channel,
    pub priority: Priority,
    pub department: DepartmentId,
    /// By whose working hours it counts: those of the department in which it was opened.
    pub calendar: Option<CalendarId>,
    pub owner: PersonId,
    pub received_at: Instant,
    pub recorded_at: Instant,
    pub updated_at: Instant,
    pub messages: Vec<Message>,
    pub promises: Vec<Promise>,
    pub requests: Vec<Request>,
    pub closure: Option<Closure>,
    /// What the customer was promised when the case came.
    pub service_level: Option<Binding>,
    /// In order.
    pub priorities: Vec<PriorityChange>,
    /// The closings that were taken back, in order.
    pub rests: Vec<Rest>,
    /// Clocks of the case that have stopped, with what came of them.
    pub stops: Vec<CaseClockStopped>,
    /// Due times that moved because a calendar was changed.
    pub moved: Vec<Moved<CaseClock>>,
    /// Clocks of the case that were flagged as overdue.
    pub flagged: Vec<Flag<CaseClock>>,
    /// The closed case whose matter it takes up again.
    pub follows: Option<Earlier>,
    /// Whom it waits for outside, while no other department has a part of it.
    pub wait: Option<Wait>,
    /// Where it goes on, when it was merged.
    pub merger: Option<Merger>,
    /// The cases that go on in this one.
    pub joined: Vec<Joined>,
    pub reopened: u32,
    /// Whether a person has done anything on it since it was opened.
    pub touched: bool,
    /// In whose hands it has been since it was received, the newest last.
    pub turns: Vec<Turn>,
}

impl Case {
    pub fn reference(&self) -> String {
        format!("C-{}", self.number)
    }

    pub fn request(&self, id: RequestId) -> Option<&Request> {
        self.requests.iter().find(|request| request.id == id)
    }

    pub fn message(&self, id: MessageId) -> Option<&Message> {
        self.messages.iter().find(|message| message.id == id)
    }

    pub fn promise(&self, id: PromiseId) -> Option<&Promise> {
        self.promises.iter().find(|promise| promise.id == id)
    }

    /// The due time with which a run was flagged as late.
    pub fn flag_of(&self, clock: CaseClock, started: Instant) -> Option<Instant> {
        let of = |flag: &&Flag<CaseClock>| (flag.clock, flag.started) == (clock, started);
        self.flagged.iter().find(of).map(|flag| flag.due)
    }

    /// It was closed so long ago that what comes is a new case (reference §1.5).
    pub fn rests_for_good(&self, now: Instant) -> bool {
        let until = self.closure.as_ref().and_then(|closure| closure.reopen_until);
        until.is_some_and(|until| now >= until)
    }

    /// The newest outcome that was told to the customer and, as far as known, arrived.
    pub fn told(&self) -> Option<&Message> {
        self.messages.iter().rev().find(|message| {
            message.update == Some(UpdateKind::Outcome) && message.dispatch.counts()
        })
    }

    /// Version of the case at the newest answer of another department.
    pub fn newest_outcome(&self) -> Option<u32> {
        self.requests
            .iter()
            .filter(|request| !matches!(request.stage, Stage::Withdrawn | Stage::Merged { .. }))
            .filter_map(|request| request.outcome_order)
            .max()
    }

    /// Version of the case when the newest thing came of which the customer must be told: an
    /// answer, or a case that joined before its customer was told.
    fn newest_to_tell(&self) -> Option<u32> {
        let joined = self.joined.iter().filter(|joined| joined.untold).map(|joined| joined.order);
        joined.chain(self.newest_outcome()).max()
    }

    /// Whether there is nobody to tell.
    pub fn is_internal(&self) -> bool {
        self.channel == Channel::Internal
    }

    /// The customer has been told an outcome after all of which they must be told (gate 3).
    pub fn customer_is_told(&self) -> bool {
        self.told()
            .is_some_and(|told| self.newest_to_tell().is_none_or(|newest| newest < told.order))
    }

    /// Whether it was reopened after a version, for more than a message that needs no reply.
    fn was_reopened_after(&self, order: Version) -> bool {
        let waived = |id| self.message(id).is_some_and(|message| message.waiver.is_some());
        let counts = |rest: &Rest| rest.reopened.order > order && !rest.by.is_some_and(waived);
        self.rests.iter().any(counts)
    }

    /// Whether it goes on after the outcome was told: the customer wrote again, or it was reopened.
    fn goes_on(&self) -> bool {
        let told = self.told().map_or(0, |told| told.order);
        let heard = |one: &Message| one.is_heard() && one.waiver.is_none() && one.order > told;
        self.was_reopened_after(told) || self.messages.iter().any(heard)
    }

    pub fn standing(&self) -> Standing {
        if self.merger.is_some() {
            return Standing::Merged;
        }
        if self.closure.is_some() {
            return Standing::Closed;
        }
        let blocking = self.requests.iter().filter(|request| request.blocks_closing());
        let (mut open, mut theirs) = (false, true);
        for request in blocking {
            open = true;
            theirs &= request.mover() == Mover::To;
        }
        match (open, self.customer_is_told() && !self.goes_on()) {
            (true, _) if theirs => Standing::Waiting,
            (false, true) => Standing::Resolved,
            (false, _) if self.wait.is_some() => Standing::Waiting,
            _ if self.touched => Standing::Open,
            _ => Standing::New,
        }
    }
}
