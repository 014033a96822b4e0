//! Which acts on a case are legal now, and for whom. Read by rules, pages and the API alike.

use crate::access::{Sight, Who};
use crate::case::account::leading;
use crate::case::command::Command;
use crate::case::decide::{expectable, may_close, may_merge, may_separate, waivable};
use crate::case::joined;
use crate::case::kinds::MessageKind;
use crate::case::request::sight::case_sight;
use crate::case::state::{Case, Dispatch};
use crate::ids::MessageId;
use crate::policy::REOPEN_DAYS;
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Instant;

macro_rules! moves {
    ($($move:ident = $name:literal $path:literal),+ $(,)?) => {
        /// An act on a case, as offered.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
        pub enum CaseMove { $($move),+ }

        impl CaseMove {
            pub const ALL: &'static [CaseMove] = &[$(CaseMove::$move),+];
            pub fn name(self) -> &'static str { match self { $(Self::$move => $name),+ } }
            /// Last part of the address below the case.
            pub fn path(self) -> &'static str { match self { $(Self::$move => $path),+ } }
        }
    };
}

moves! {
    AddMessage = "add_message" "messages",
    TellCustomer = "tell_customer" "customer-updates",
    WaiveReply = "waive_reply" "reply-waivers",
    ExpectReply = "expect_reply" "reply-expectations",
    MakePromise = "make_promise" "promises",
    Raise = "raise_request" "requests",
    Wait = "wait" "wait",
    Resume = "resume" "resumption",
    ChangeOwner = "change_owner" "owner",
    ChangePriority = "change_priority" "priority",
    Close = "close" "closure",
    Reopen = "reopen" "reopening",
    Merge = "merge" "merger",
    Separate = "separate" "separation",
}

/// The move that a command makes; `None` for what only Baton does, and for acts on a request.
pub fn of(command: &Command) -> Option<CaseMove> {
    Some(match command {
        // A note may always be added, also to what is closed.
        Command::AddMessage(form) if form.kind == MessageKind::Note => return None,
        Command::AddMessage(_) | Command::UndoMessage { .. } => CaseMove::AddMessage,
        Command::TellCustomer(_) => CaseMove::TellCustomer,
        Command::WaiveReply { .. } => CaseMove::WaiveReply,
        Command::ExpectReply { .. } => CaseMove::ExpectReply,
        Command::MakePromise { .. } | Command::SettlePromise { .. } => CaseMove::MakePromise,
        Command::Wait(_) => CaseMove::Wait,
        Command::Resume => CaseMove::Resume,
        Command::ChangeOwner { .. } => CaseMove::ChangeOwner,
        Command::ChangePriority { .. } => CaseMove::ChangePriority,
        // Closing says itself what is missing.
        Command::Close { .. } => return None,
        Command::Reopen { .. } => CaseMove::Reopen,
        Command::Raise(_) => CaseMove::Raise,
        Command::Receive(_)
        | Command::CheckPromises
        | Command::Recount(_)
        | Command::RecordLeft { .. }
        | Command::RecordBounce { .. }
        | Command::Request(..) => return None,
    })
}

/// Whether somebody may act on the case at all.
pub fn may_act(case: &Case, who: &Who) -> Result<(), Refusal> {
    match case_sight(case, who) {
        Sight::All => Ok(()),
        Sight::Packet | Sight::None => Err(Refusal::not_found()),
    }
}

pub fn may(case: &Case, mv: CaseMove, who: &Who, now: Instant) -> Result<(), Refusal> {
    may_act(case, who)?;
    let closed = case.closure.is_some();
    match (mv, &case.merger) {
        (CaseMove::Separate, _) => return may_separate(case, who),
        (_, Some(merger)) => return Err(joined::elsewhere(merger)),
        (_, None) => {}
    }
    match mv {
        CaseMove::Reopen if case.rests_for_good(now) => Err(rests_for_good()),
        CaseMove::Reopen if closed => Ok(()),
        CaseMove::Reopen => {
            Err(Refusal::new(Code::IllegalMove, say!("case-moves-the-case-is-open-there-is")))
        }
        _ if closed => {
            Err(Refusal::new(Code::Terminal, say!("case-moves-the-case-is-closed-a-note")))
        }
        CaseMove::TellCustomer | CaseMove::MakePromise if case.is_internal() => {
            Err(Refusal::new(Code::IllegalMove, say!("case-moves-this-is-an-internal-case-there")))
        }
        CaseMove::Raise if !who.human => {
            Err(Refusal::new(Code::NotYourSide, say!("case-moves-a-request-is-raised-by-a")))
        }
        CaseMove::WaiveReply | CaseMove::ExpectReply if !who.human => {
            Err(Refusal::new(Code::NotYourSide, say!("case-moves-whether-a-reply-is-needed")))
        }
        CaseMove::WaiveReply if !case.messages.iter().any(|one| waivable(case, one).is_ok()) => {
            Err(Refusal::new(Code::IllegalMove, say!("case-moves-no-message-waits-for-a-reply")))
        }
        CaseMove::ExpectReply if !case.messages.iter().any(|one| expectable(case, one).is_ok()) => {
            Err(Refusal::new(Code::IllegalMove, say!("case-moves-no-message-is-marked-as")))
        }
        CaseMove::Wait if !who.human => {
            Err(Refusal::new(Code::NotYourSide, say!("case-wait-a-person-says-so")))
        }
        CaseMove::Wait if case.wait.is_some() => {
            Err(Refusal::new(Code::IllegalMove, say!("case-wait-it-waits-already")))
        }
        CaseMove::Wait if leading(case).is_some() => {
            Err(Refusal::new(Code::IllegalMove, say!("case-wait-another-department-has-it")))
        }
        CaseMove::Resume if case.wait.is_none() => {
            Err(Refusal::new(Code::IllegalMove, say!("case-wait-it-waits-for-nobody")))
        }
        CaseMove::Merge => may_merge(case, who),
        _ => Ok(()),
    }
}

/// The refusal of what would take up again what has had its end for long.
pub(in crate::case) fn rests_for_good() -> Refusal {
    Refusal::new(Code::Terminal, say!("case-moves-it-was-closed-too-long-ago", days = REOPEN_DAYS))
}

/// The moves that are legal now for this person; exactly these are accepted.
pub fn moves(case: &Case, who: &Who, now: Instant) -> Vec<CaseMove> {
    let legal = |mv: &CaseMove| {
        may(case, *mv, who, now).is_ok() && (*mv != CaseMove::Close || may_close(case))
    };
    CaseMove::ALL.iter().copied().filter(legal).collect()
}

/// The newest message of this person that has not left, and the end of its window. It can be taken
/// back until then, and longer while the post says that it waits.
pub fn held(case: &Case, who: &Who) -> Option<(MessageId, Instant)> {
    may_act(case, who).ok()?;
    if case.is_over() {
        return None;
    }
    case.messages.iter().rev().find_map(|message| match message.dispatch {
        Dispatch::Held { until } if message.by == who.actor => Some((message.id, until)),
        _ => None,
    })
}
