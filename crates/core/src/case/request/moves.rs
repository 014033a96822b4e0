//! The life of a request as one table: which act is legal in which stage, and whose act it is.
//!
//! Rules, buttons, the API's `moves` and the documents all read this table, so that an act is
//! offered if and only if it will be accepted (reference §1.4).

use crate::access::Who;
use crate::case::request::command::Act;
use crate::case::request::guards;
use crate::case::request::state::Request;
use crate::case::state::Case;
use crate::refusal::{Code, Refusal};
use crate::say;

pub use crate::case::request::guards::{depth, has_survivor, rules, ruling_is_due, survives};

/// Whose act it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// A person of the department that asked.
    Sender,
    /// Any person of the department that was asked.
    Receiver,
    /// The person it is assigned to, a lead or deputy of that department; anybody of it while it
    /// is assigned to nobody.
    Responsible,
    /// Anybody of either department.
    Either,
    /// Whoever settles disputes: the owner of the service, an arbiter or the director on duty, who
    /// has no part in it.
    Ruler,
    /// Whoever was asked to decide by an escalation.
    Asked,
    /// A lead or deputy of the department that waited.
    Waited,
}

macro_rules! moves {
    ($($move:ident = $name:literal $path:literal $side:ident),+ $(,)?) => {
        /// An act on a request, as offered.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum Move { $($move),+ }

        impl Move {
            pub const ALL: &'static [Move] = &[$(Move::$move),+];
            /// The API's name of the move.
            pub fn name(self) -> &'static str { match self { $(Self::$move => $name),+ } }
            /// The noun that is created: last part of the address.
            pub fn path(self) -> &'static str { match self { $(Self::$move => $path),+ } }
            pub fn side(self) -> Side { match self { $(Self::$move => Side::$side),+ } }
        }
    };
}

moves! {
    Revise = "revise" "revision" Sender,
    Send = "send" "sending" Sender,
    Acknowledge = "acknowledge" "acknowledgement" Receiver,
    Assign = "assign" "assignment" Responsible,
    ReadBack = "read_back" "read-back" Responsible,
    Confirm = "confirm" "confirmation" Sender,
    Correct = "correct" "correction" Sender,
    Ask = "ask" "clarification" Receiver,
    Answer = "answer" "answer" Sender,
    Counter = "counter" "counter" Responsible,
    ReplyToCounter = "reply_to_counter" "counter-reply" Sender,
    Decline = "decline" "decline" Responsible,
    Redirect = "redirect" "redirection" Sender,
    Progress = "progress" "progress" Responsible,
    Wait = "wait" "wait" Responsible,
    Resume = "resume" "resumption" Responsible,
    Deliver = "deliver" "delivery" Responsible,
    Verify = "verify" "verification" Sender,
    Reject = "reject" "rejection" Sender,
    Withdraw = "withdraw" "withdrawal" Sender,
    Reopen = "reopen" "reopening" Either,
    Escalate = "escalate" "escalation" Either,
    AnswerEscalation = "answer_escalation" "escalation-answer" Asked,
    Dispute = "dispute" "dispute" Either,
    TakePosition = "take_position" "position" Either,
    Rule = "rule" "ruling" Ruler,
    Excuse = "excuse" "excuse" Waited,
    Note = "note" "notes" Either,
    Merge = "merge" "merger" Sender,
    Share = "share" "sharing" Sender,
    Unshare = "unshare" "unsharing" Sender,
    Convert = "convert" "conversion" Receiver,
    Delegate = "delegate" "delegation" Responsible,
}

impl Act {
    /// The move that an act makes; `None` for a timer's look.
    pub fn as_move(&self) -> Option<Move> {
        Some(match self {
            Self::Revise(_) => Move::Revise,
            Self::Send => Move::Send,
            Self::Acknowledge { .. } => Move::Acknowledge,
            Self::Assign { .. } => Move::Assign,
            Self::ReadBack(_) => Move::ReadBack,
            Self::Confirm => Move::Confirm,
            Self::Correct(_) => Move::Correct,
            Self::Ask { .. } => Move::Ask,
            Self::Answer { .. } => Move::Answer,
            Self::Counter(_) => Move::Counter,
            Self::ReplyToCounter { .. } => Move::ReplyToCounter,
            Self::Decline(_) => Move::Decline,
            Self::Redirect { .. } => Move::Redirect,
            Self::Progress { .. } => Move::Progress,
            Self::Wait(_) => Move::Wait,
            Self::Resume => Move::Resume,
            Self::Deliver(_) => Move::Deliver,
            Self::Verify => Move::Verify,
            Self::Reject { .. } => Move::Reject,
            Self::Withdraw { .. } => Move::Withdraw,
            Self::Reopen { .. } => Move::Reopen,
            Self::Escalate { .. } => Move::Escalate,
            Self::AnswerEscalation { .. } => Move::AnswerEscalation,
            Self::Dispute { .. } => Move::Dispute,
            Self::TakePosition { .. } => Move::TakePosition,
            Self::Rule { .. } => Move::Rule,
            Self::Excuse { .. } => Move::Excuse,
            Self::Note { .. } => Move::Note,
            Self::Merge { .. } => Move::Merge,
            Self::Share(_) => Move::Share,
            Self::Unshare { .. } => Move::Unshare,
            Self::Convert { .. } => Move::Convert,
            Self::CheckDue | Self::Recount(_) => return None,
        })
    }
}

/// The moves that are legal now for this person; exactly these are accepted.
pub fn moves(case: &Case, request: &Request, who: &Who) -> Vec<Move> {
    let legal = |mv: &Move| guards::check(case, request, *mv, who).is_ok();
    Move::ALL.iter().copied().filter(legal).collect()
}

/// Whether the move is legal for this person now; else why not.
pub fn may(case: &Case, request: &Request, mv: Move, who: &Who) -> Result<(), Refusal> {
    guards::check(case, request, mv, who).map_err(|objection| match objection {
        guards::Objection::Said(refusal) => refusal,
        guards::Objection::WrongStage => illegal(case, request, who),
    })
}

/// The refusal of an act that is not legal in this stage; names the legal ones.
pub fn illegal(case: &Case, request: &Request, who: &Who) -> Refusal {
    let stage = request.stage.name().name().replace('_', " ");
    let legal: Vec<_> = moves(case, request, who).iter().map(|mv| mv.name()).collect();
    let legal = if legal.is_empty() { "nothing".to_owned() } else { legal.join(", ") };
    Refusal::new(
        Code::IllegalMove,
        say!("case-request-moves-the-request-is-legal-for-you", stage, legal),
    )
}
