//! What stands between a person and a move, one guard after the other.

use crate::access::Who;
use crate::case::joined;
use crate::case::kinds::{Mode, Mover, StageName};
use crate::case::request::ladder::HIGHEST;
use crate::case::request::moves::{Move, Side};
use crate::case::request::sight;
use crate::case::request::state::{Request, Stage};
use crate::case::state::Case;
use crate::refusal::{Code, Refusal};
use crate::say;

/// Why a move is not legal.
pub(super) enum Objection {
    Said(Refusal),
    /// Not in this stage; what would be legal is looked up only when it is said.
    WrongStage,
}

impl From<Refusal> for Objection {
    fn from(refusal: Refusal) -> Self {
        Self::Said(refusal)
    }
}

pub(super) fn check(case: &Case, request: &Request, mv: Move, who: &Who) -> Result<(), Objection> {
    if !sight::sight(case, request, who).any() {
        return Err(Refusal::not_found().into());
    }
    if let (Some(merger), Move::Reopen) = (&case.merger, mv) {
        return Err(joined::elsewhere(merger).into());
    }
    if ended_for(case, request, mv) && !matches!(mv, Move::Note | Move::Reopen | Move::Excuse) {
        return Err(Refusal::new(
            Code::Terminal,
            say!("case-request-guards-it-has-ended-a-note-can"),
        )
        .into());
    }
    not_both_sides(request, mv, who)?;
    on_the_right_side(request, mv, who)?;
    in_the_right_stage(case, request, mv)?;
    Ok(with_nothing_missing(case, request, mv)?)
}

/// A closed case keeps its requests still. A notice may be acknowledged or taken back at any time,
/// and so may a draft be thrown away.
fn ended_for(case: &Case, request: &Request, mv: Move) -> bool {
    let of_notices = matches!(mv, Move::Acknowledge | Move::Withdraw | Move::Unshare);
    let free = (request.ask.mode == Mode::Inform && of_notices)
        || (request.stage == Stage::Draft && mv == Move::Withdraw);
    request.ended() || (case.is_over() && !free)
}

/// Somebody of both departments is one person all the same: whoever asked does not answer, whoever
/// read back does not confirm, whoever delivered does not verify.
fn not_both_sides(request: &Request, mv: Move, who: &Who) -> Result<(), Refusal> {
    let person = who.person();
    let delivered_by = request.delivery.as_ref().map(|delivery| delivery.by);
    if mv == Move::Verify && person.is_some() && person == delivered_by {
        return Err(Refusal::new(
            Code::SelfVerification,
            say!("case-request-guards-a-second-pair-of-eyes-is"),
        ));
    }
    if mv == Move::Confirm && person.is_some() && person == request.read_back_by {
        return Err(Refusal::new(
            Code::NotYourSide,
            say!("case-request-guards-you-read-it-back-somebody-else"),
        ));
    }
    if mv == Move::TakePosition && own_dispute(request, who) {
        return Err(Refusal::new(
            Code::NotYourSide,
            say!("case-request-guards-your-side-opened-the-dispute"),
        ));
    }
    if mv == Move::Rule && person.is_some_and(|person| request.has_part(person)) {
        return Err(Refusal::new(
            Code::NotYourSide,
            say!("case-request-guards-you-have-a-part-in-it"),
        ));
    }
    let answers = matches!(mv.side(), Side::Receiver | Side::Responsible);
    if answers && person == Some(request.sender) {
        return Err(Refusal::new(
            Code::NotYourSide,
            say!("case-request-guards-you-asked-for-this-somebody"),
        ));
    }
    Ok(())
}

/// Whether the dispute was opened for this person's side.
fn own_dispute(request: &Request, who: &Who) -> bool {
    let Some(dispute) = &request.dispute else { return false };
    let (of_opener, of_other) = match dispute.side {
        Mover::From => (request.from, request.ask.to),
        _ => (request.ask.to, request.from),
    };
    Some(dispute.by) == who.person() || (who.belongs_to(of_opener) && !who.belongs_to(of_other))
}

fn on_the_right_side(request: &Request, mv: Move, who: &Who) -> Result<(), Refusal> {
    let (from, to) = (request.from, request.ask.to);
    let receiver = who.belongs_to(to);
    let (right, whose) = match mv.side() {
        Side::Sender => {
            (who.belongs_to(from), say!("case-request-guards-the-department-that-asked"))
        }
        Side::Receiver => (receiver, say!("case-request-guards-the-department-that-was-asked")),
        Side::Responsible => {
            let theirs = request.assignee.is_none_or(|assignee| Some(assignee) == who.person());
            (
                receiver && (theirs || who.leads(to)),
                say!("case-request-guards-the-person-it-is-assigned-to"),
            )
        }
        Side::Either => (
            receiver || who.belongs_to(from),
            say!("case-request-guards-the-two-departments-of-the"),
        ),
        Side::Asked => {
            (asked(request, who), say!("case-request-guards-whoever-was-asked-to-decide"))
        }
        Side::Waited => (
            leads_who_waited(request, who),
            say!("case-request-guards-the-leads-of-the-department-that"),
        ),
        Side::Ruler => {
            (rules(request, who), say!("case-request-guards-the-owner-of-the-service-or"))
        }
    };
    if !who.human {
        return Err(Refusal::new(
            Code::NotYourSide,
            say!("case-request-guards-only-a-named-person-can-do"),
        ));
    }
    if right {
        return Ok(());
    }
    Err(Refusal::new(
        Code::NotYourSide,
        say!("case-request-guards-this-act-belongs-to-ask-them", whose),
    ))
}

/// Whether this person was asked by the escalation that still waits.
fn asked(request: &Request, who: &Who) -> bool {
    let waiting = request.unanswered();
    waiting.is_some_and(|one| who.person().is_some_and(|id| one.asked.contains(&id)))
}

/// Whether a department that this person leads has waited for a clock that was late. Where none
/// was, the stage says no.
fn leads_who_waited(request: &Request, who: &Who) -> bool {
    let mut late = request.unexcused().peekable();
    late.peek().is_none() || late.any(|run| who.leads(request.waited_for(run.kind)))
}

/// Nobody rules who has a part in it. Whoever was asked to does, and the director on duty once a
/// dispute went that far; else the owner of the service or an arbiter, who in a dispute works in
/// neither department.
pub fn rules(request: &Request, who: &Who) -> bool {
    let Some(person) = who.person().filter(|person| !request.has_part(*person)) else {
        return false;
    };
    let arbiter = request.dispute.as_ref().and_then(|dispute| dispute.arbiter);
    let climbed = request.climbed().is_some_and(|level| level.asked.contains(&person));
    let owns = request.ask.service.is_some_and(|service| who.owns_services.contains(&service));
    let sides = [request.from, request.ask.to];
    let inside = sides.iter().any(|of| who.belongs_to(*of) || who.leads(*of));
    let open = request.dispute.is_none() || !inside;
    arbiter == Some(person) || climbed || ((who.arbiter || owns) && open)
}

fn in_the_right_stage(case: &Case, request: &Request, mv: Move) -> Result<(), Objection> {
    if stage_allows(case, request, mv) {
        return Ok(());
    }
    let early = matches!(request.stage, Stage::Sent | Stage::Acknowledged | Stage::ReadBack);
    if mv == Move::Deliver && early {
        return Err(Refusal::new(
            Code::ReadbackUnconfirmed,
            say!("case-request-guards-both-sides-must-mean-the-same"),
        )
        .into());
    }
    if mv == Move::Verify && request.read_back_owed {
        return Err(Refusal::new(
            Code::ReadbackUnconfirmed,
            say!("case-request-guards-this-emergency-was-delivered"),
        )
        .into());
    }
    Err(Objection::WrongStage)
}

fn stage_allows(case: &Case, request: &Request, mv: Move) -> bool {
    use StageName as S;
    let stage = request.stage.name();
    let obliges = request.ask.mode.obliges();
    match mv {
        Move::Revise | Move::Send => {
            stage == S::Draft && case.closure.is_none() && serves_work(case, request)
        }
        Move::Acknowledge => stage == S::Sent,
        Move::Convert => stage == S::Sent && !obliges && case.closure.is_none(),
        Move::Assign => request.is_held(),
        Move::ReadBack => {
            stage == S::Acknowledged || (stage == S::Delivered && request.read_back_owed)
        }
        Move::Confirm | Move::Correct => stage == S::ReadBack,
        Move::Ask | Move::Counter => {
            obliges && matches!(stage, S::Sent | S::Acknowledged | S::ReadBack | S::InProgress)
        }
        Move::Answer => stage == S::Clarifying,
        Move::ReplyToCounter => stage == S::Countered,
        Move::Decline => obliges && matches!(stage, S::Sent | S::Acknowledged | S::ReadBack),
        Move::Redirect => stage == S::Declined,
        Move::Progress => {
            matches!(stage, S::InProgress | S::WaitingCustomer | S::WaitingThirdParty)
        }
        Move::Wait => stage == S::InProgress,
        Move::Resume => matches!(stage, S::WaitingCustomer | S::WaitingThirdParty),
        Move::Deliver => {
            // What a transfer owes is acceptance: its confirmation delivers it.
            request.ask.mode != Mode::Transfer
                && (stage == S::InProgress || (stage == S::Acknowledged && request.ask.emergency))
        }
        Move::Verify => stage == S::Delivered && !request.read_back_owed,
        Move::Reject => stage == S::Delivered,
        Move::Withdraw => stage != S::Verified,
        Move::Reopen => {
            case.closure.is_none()
                && obliges
                && request.ask.mode != Mode::Transfer
                && serves_work(case, request)
                && matches!(stage, S::Verified | S::Closed)
        }
        Move::Escalate => obliges && stage != S::Draft,
        Move::AnswerEscalation => request.unanswered().is_some(),
        Move::Dispute => obliges && stage != S::Draft && request.dispute.is_none(),
        Move::TakePosition => {
            request.dispute.as_ref().is_some_and(|dispute| dispute.other.is_none())
        }
        Move::Rule => request.dispute.is_some() || ruling_is_due(request),
        Move::Excuse => request.unexcused().next().is_some(),
        Move::Note => stage != S::Draft,
        Move::Merge => stage != S::Draft && stage != S::Verified && has_survivor(case, request),
        Move::Share => stage != S::Draft && request.parent.is_none() && case.customer.is_some(),
        Move::Unshare => stage != S::Draft && live_grants(request) > 0,
        Move::Delegate => {
            stage == S::InProgress && depth(case, request) < 3 && case.closure.is_none()
        }
    }
}

/// What must have happened before, though the stage would allow the move.
fn with_nothing_missing(case: &Case, request: &Request, mv: Move) -> Result<(), Refusal> {
    if mv == Move::Redirect && ruling_is_due(request) {
        return Err(Refusal::new(
            Code::ThirdHopNeedsRuling,
            say!("case-request-guards-it-has-been-passed-on-twice"),
        ));
    }
    if mv == Move::Escalate && request.unanswered().is_some_and(|one| one.level >= HIGHEST) {
        return Err(Refusal::new(
            Code::IllegalMove,
            say!("case-request-guards-the-highest-level-is-asked"),
        ));
    }
    if mv == Move::Rule && request.dispute.as_ref().is_some_and(|dispute| !dispute.is_heard()) {
        return Err(Refusal::new(
            Code::IllegalMove,
            say!("case-request-guards-the-other-side-has-its-say"),
        ));
    }
    if mv == Move::Deliver
        && let Some(open) = open_below(case, request)
    {
        return Err(Refusal::new(
            Code::RequestOpen,
            say!(
                "case-request-guards-serves-this-one-and-is-still",
                reference = case.reference(),
                ordinal = open.ordinal
            ),
        ));
    }
    Ok(())
}

/// A third redirection needs a ruling first; it may be given as soon as there were two.
pub fn ruling_is_due(request: &Request) -> bool {
    request.hops >= 2 && !request.rulings.iter().any(|ruling| ruling.hops >= 2)
}

fn live_grants(request: &Request) -> usize {
    request.grants.iter().filter(|grant| grant.withdrawn_at.is_none()).count()
}

/// What serves another request goes out, and is taken up again, only while that one is worked on.
fn serves_work(case: &Case, request: &Request) -> bool {
    let above = request.parent.and_then(|id| case.request(id));
    request.parent.is_none() || above.is_some_and(Request::is_held)
}

/// A request that serves this one and has not come to its end.
fn open_below<'a>(case: &'a Case, request: &Request) -> Option<&'a Request> {
    case.requests.iter().find(|of| of.parent == Some(request.id) && of.blocks_closing())
}

/// Another open request of this case to the same department, into which this one can go.
pub fn has_survivor(case: &Case, request: &Request) -> bool {
    case.requests.iter().any(|other| survives(other, request))
}

pub fn survives(other: &Request, request: &Request) -> bool {
    other.id != request.id
        && other.ask.to == request.ask.to
        && other.from == request.from
        && other.parent == request.parent
        && other.stage != Stage::Draft
        && other.blocks_closing()
}

/// 1 for a request of the case's own, 2 for one that serves it, and so on (at most 3).
pub fn depth(case: &Case, request: &Request) -> usize {
    let mut depth = 1;
    let mut parent = request.parent;
    while let Some(above) = parent.and_then(|id| case.request(id)) {
        depth += 1;
        if depth > 3 {
            break;
        }
        parent = above.parent;
    }
    depth
}
