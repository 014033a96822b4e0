//! What can be asked of a request.

use crate::case::command::NewAttachment;
use crate::case::kinds::{
    AlternativeKind, ClockKind, DeclineReason, DisputeSubject, Mode, NeededByReason,
    RequestChannel, ServiceClass, WaitOn,
};
use crate::case::request::recount::Recount;
use crate::case::request::state::Money;
use crate::escalation::Tick;
use crate::ids::{DepartmentId, PersonId, RequestId, ServiceId};
use crate::time::Instant;

/// The form of a request, as typed; `None` and blank are the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Raise {
    pub mode: Mode,
    pub to: DepartmentId,
    pub service: Option<ServiceId>,
    pub need: Option<String>,
    pub outcome_wanted: Option<String>,
    pub why: Option<String>,
    pub why_department: Option<String>,
    pub background: Option<String>,
    pub contingency: Option<String>,
    pub needed_by: Option<Instant>,
    pub needed_by_reason: Option<NeededByReason>,
    pub sooner_reason: Option<String>,
    pub service_class: Option<ServiceClass>,
    pub channel: Option<RequestChannel>,
    pub customer_told: Option<ToldForm>,
    pub authority: Option<AuthorityForm>,
    pub emergency: bool,
    pub weighing: WeighingForm,
    pub shared: Vec<Share>,
    pub files: Vec<NewAttachment>,
    pub draft: bool,
    /// The request that this one serves, when a receiver passes part of its work on.
    pub parent: Option<RequestId>,
}

impl Raise {
    /// The form with nothing typed into it yet.
    pub fn blank(mode: Mode, to: DepartmentId) -> Self {
        Self {
            mode,
            to,
            service: None,
            need: None,
            outcome_wanted: None,
            why: None,
            why_department: None,
            background: None,
            contingency: None,
            needed_by: None,
            needed_by_reason: None,
            sooner_reason: None,
            service_class: None,
            channel: None,
            customer_told: None,
            authority: None,
            emergency: false,
            weighing: WeighingForm::default(),
            shared: Vec::new(),
            files: Vec::new(),
            draft: false,
            parent: None,
        }
    }
}

/// What somebody confirms of the facts that advice goes by, and what they choose.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WeighingForm {
    pub facts: Vec<Tick>,
    /// The level at which it begins.
    pub level: Option<u8>,
    /// Why they choose otherwise than advised.
    pub reason: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ToldForm {
    pub what: String,
    pub when: Option<Instant>,
    pub channel: Option<String>,
    pub next_update_by: Option<Instant>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AuthorityForm {
    pub amount: Money,
    pub decision: Option<String>,
}

/// One customer field to share, and what for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Share {
    pub field: String,
    pub purpose: Option<String>,
    pub why: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Restated {
    /// Whom it is about: the case's reference, or the customer's name.
    pub customer: Option<String>,
    pub needed_by: Option<Instant>,
    pub amount: Option<Money>,
    pub contingency: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ReadBackForm {
    pub outcome: String,
    pub will_do: String,
    pub by: Instant,
    pub restated: Restated,
    pub data_sufficient: bool,
    /// Acknowledge in the same act; two events all the same.
    pub acknowledge: bool,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CounterForm {
    pub by: Option<Instant>,
    pub scope: Option<String>,
    pub reason: String,
    pub effect_on_customer: String,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AlternativeForm {
    pub kind: AlternativeKind,
    pub value: Option<String>,
    pub department: Option<DepartmentId>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeclineForm {
    pub reason: Option<DeclineReason>,
    pub text: String,
    pub alternative: Option<AlternativeForm>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WaitForm {
    pub on: WaitOn,
    pub reason: String,
    pub evidence: Option<String>,
    pub resume_by: Instant,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ResidualForm {
    pub what: String,
    pub owner: Option<PersonId>,
    pub by: Option<Instant>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DeliveryForm {
    pub outcome: String,
    pub customer_may_be_told: String,
    pub evidence: Option<String>,
    pub residual_actions: Vec<ResidualForm>,
    pub files: Vec<NewAttachment>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Act {
    Revise(Box<Raise>),
    Send,
    Acknowledge {
        assignee: Option<PersonId>,
    },
    Assign {
        assignee: PersonId,
    },
    ReadBack(ReadBackForm),
    Confirm,
    /// Pairs of the item and what is right.
    Correct(Vec<(String, String)>),
    Ask {
        question: String,
        field: Option<String>,
    },
    Answer {
        text: String,
        share: Vec<Share>,
    },
    Counter(CounterForm),
    ReplyToCounter {
        accept: bool,
        text: Option<String>,
    },
    Decline(DeclineForm),
    Redirect {
        to: DepartmentId,
    },
    Progress {
        note: String,
    },
    Wait(WaitForm),
    Resume,
    Deliver(DeliveryForm),
    Verify,
    Reject {
        failed: String,
        text: Option<String>,
    },
    Withdraw {
        reason: String,
    },
    Reopen {
        reason: String,
    },
    Escalate {
        level: u8,
        reason: String,
        decision_wanted: String,
        weighing: WeighingForm,
    },
    /// Whoever was asked decides.
    AnswerEscalation {
        decision: String,
        reason: String,
    },
    Dispute {
        subject: DisputeSubject,
        position: String,
    },
    Rule {
        decision: String,
        reason: String,
        precedent: bool,
        /// A clock that runs or ran, and when it is due instead.
        restate: Option<(ClockKind, Instant)>,
    },
    /// A clock that was late, and why that is not held against whoever owed it. `started` names one
    /// of several; without it, the newest.
    Excuse {
        clock: ClockKind,
        started: Option<Instant>,
        reason: String,
    },
    /// The other side of a dispute says how it sees it.
    TakePosition {
        position: String,
    },
    Note {
        text: String,
    },
    Merge {
        survivor: RequestId,
    },
    Share(Vec<Share>),
    Unshare {
        field: String,
        reason: String,
    },
    /// A notice becomes a request.
    Convert {
        mode: Mode,
    },
    /// A timer looks whether a due time has passed.
    CheckDue,
    /// A calendar was changed.
    Recount(Box<Recount>),
}
