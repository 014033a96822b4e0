//! For every move a body that is complete and right, as far as a body can be.

use baton_core::access::Who;
use baton_core::case::command::{Command, Tell};
use baton_core::case::decide::{expectable, waivable};
use baton_core::case::kinds::*;
use baton_core::case::moves::CaseMove;
use baton_core::case::must_say_next;
use baton_core::case::request::command::{Act, Raise};
use baton_core::case::request::moves::{Move, survives};
use baton_core::case::request::state::Request;
use baton_core::case::state::Message;
use baton_core::ids::{DepartmentId, Id, MessageId, PersonId, RequestId};
use baton_core::refusal::Refusal;
use baton_core::time::Span;

use super::forms::*;
use super::world::{World, cast, ground};

pub fn of_request(world: &World, id: RequestId, mv: Move, who: &Who) -> Command {
    if mv == Move::Delegate {
        return Command::Raise(Box::new(delegation(world, id)));
    }
    Command::Request(id, Box::new(act(world, id, mv, who)))
}

fn act(world: &World, id: RequestId, mv: Move, who: &Who) -> Act {
    let request = world.request(id);
    match mv {
        Move::Revise => Act::Revise(Box::new(revision(world, request))),
        Move::Send => Act::Send,
        Move::Acknowledge => Act::Acknowledge { assignee: who.person() },
        Move::Assign => Act::Assign { assignee: another(request) },
        Move::ReadBack => Act::ReadBack(read_back(world, id)),
        Move::Confirm => Act::Confirm,
        Move::Correct => correction(),
        Move::Ask => question(),
        Move::Answer => answer(),
        Move::Counter => counter(world.now + Span::hours(8)),
        Move::ReplyToCounter => refuse(),
        Move::Decline => decline_elsewhere(request),
        Move::Redirect => Act::Redirect { to: elsewhere(&[request.from, request.ask.to]) },
        Move::Progress => Act::Progress { note: "Two depots called.".to_owned() },
        Move::Wait => wait(WaitOn::ThirdParty, world.now + Span::hours(8)),
        Move::Resume => Act::Resume,
        Move::Deliver => delivery(),
        Move::Verify => Act::Verify,
        Move::Reject => rejection(),
        Move::Withdraw => withdrawal(),
        Move::Reopen => reopening(),
        Move::Escalate => escalation(request.unanswered().map_or(1, |open| open.level + 1)),
        Move::AnswerEscalation => escalation_answer(),
        Move::Dispute => dispute(),
        Move::Excuse => excuse(request, who),
        Move::TakePosition => position(),
        Move::Rule => ruling(),
        Move::Note => note(),
        Move::Merge => Act::Merge { survivor: survivor(world, request) },
        Move::Share => Act::Share(vec![share("email")]),
        Move::Unshare => unshare(request),
        Move::Convert => Act::Convert { mode: Mode::Collaborate },
        // Raised, not acted: the caller has taken it out.
        Move::Delegate => note(),
    }
}

/// A department that is none of these.
fn elsewhere(not: &[DepartmentId]) -> DepartmentId {
    let cast = cast();
    let all = [cast.logistics, cast.technical, cast.billing, cast.customer_service];
    all.into_iter().find(|id| !not.contains(id)).unwrap()
}

fn delegation(world: &World, id: RequestId) -> Raise {
    let request = world.request(id);
    part(world, id, elsewhere(&[request.from, request.ask.to]))
}

fn revision(world: &World, request: &Request) -> Raise {
    let mut form = ask(request.ask.mode, request.ask.to, world.now);
    if let Some(parent) = request.parent {
        form.needed_by = part(world, parent, request.ask.to).needed_by;
    }
    Raise { draft: true, ..form }
}

/// Somebody of the receiving department who does not have it and did not ask.
fn another(request: &Request) -> PersonId {
    let members = ground().directory.members(request.ask.to);
    let fits = |id: &&PersonId| {
        let human = ground().directory.person(**id).unwrap().is_human();
        human && Some(**id) != request.assignee && **id != request.sender
    };
    members.iter().find(fits).copied().unwrap_or(cast().ken)
}

pub fn decline_elsewhere(request: &Request) -> Act {
    // A reason that no scene has used, so that no ruling has settled it.
    let mut act = decline(DeclineReason::Unsafe);
    if let Act::Decline(form) = &mut act {
        let name = ground().directory.department_name(elsewhere(&[request.ask.to]));
        form.alternative.as_mut().unwrap().value = Some(name.to_owned());
    }
    act
}

fn survivor(world: &World, request: &Request) -> RequestId {
    let other = world.case.requests.iter().find(|other| survives(other, request));
    other.map_or(request.id, |other| other.id)
}

fn unshare(request: &Request) -> Act {
    let live = request.grants.iter().find(|grant| grant.withdrawn_at.is_none());
    let field = live.map_or("phone", |grant| &grant.item.field).to_owned();
    Act::Unshare { field, reason: "No longer needed.".to_owned() }
}

/// Whether the case's move is accepted, made with a body that is complete and right.
pub fn decide(world: &World, who: &Who, mv: CaseMove) -> Result<(), Refusal> {
    let other = || world.beside().case;
    match mv {
        CaseMove::Merge => world.decide_merger(who, &other()).map(drop),
        CaseMove::Separate => world.decide_separation(who, &other()).map(drop),
        _ => world.decide(who, &of_case(world, mv)).map(drop),
    }
}

/// Acts on two cases are drawn by [`super::merging`].
pub fn of_case(world: &World, mv: CaseMove) -> Command {
    match mv {
        CaseMove::AddMessage => message(MessageKind::Call, Channel::Phone),
        CaseMove::TellCustomer => Command::TellCustomer(Tell {
            kind: UpdateKind::Progress,
            channel: Channel::Phone,
            body: "The depot is looking for it.".to_owned(),
            next_update_by: must_say_next(&world.case).then(|| world.now + Span::hours(24)),
            files: Vec::new(),
        }),
        CaseMove::WaiveReply => waive(written(world, |one| waivable(&world.case, one).is_ok())),
        CaseMove::ExpectReply => {
            let message = written(world, |one| expectable(&world.case, one).is_ok());
            Command::ExpectReply { message }
        }
        CaseMove::MakePromise => {
            let by = world.now + Span::times_24h(1);
            Command::MakePromise { what: "A call tomorrow.".to_owned(), by }
        }
        CaseMove::Raise => {
            let to = elsewhere(&[world.case.department]);
            Command::Raise(Box::new(ask(Mode::Delegate, to, world.now)))
        }
        CaseMove::Wait => Command::Wait(wait_form(WaitOn::ThirdParty, world.now + Span::hours(8))),
        CaseMove::Resume => Command::Resume,
        CaseMove::ChangeOwner => Command::ChangeOwner { owner: another_owner(world) },
        CaseMove::ChangePriority => Command::ChangePriority {
            priority: Priority::High,
            reason: "She is ill.".to_owned(),
            customer_agreed: false,
        },
        CaseMove::Close => closing(),
        CaseMove::Reopen | CaseMove::Merge | CaseMove::Separate => reopen(),
    }
}

/// The first message that fits, else any.
fn written(world: &World, fits: impl Fn(&Message) -> bool) -> MessageId {
    let all = &world.case.messages;
    let found = all.iter().find(|message| fits(message)).or_else(|| all.first());
    found.map_or_else(|| Id::from_bits(1), |message| message.id)
}

fn another_owner(world: &World) -> PersonId {
    let members = ground().directory.members(world.case.department);
    let fits = |id: &&PersonId| {
        **id != world.case.owner && ground().directory.person(**id).unwrap().is_human()
    };
    members.iter().find(fits).copied().unwrap_or(cast().amira)
}

/// The first clock that this person's department has waited for.
fn excuse(request: &Request, who: &Who) -> Act {
    let late = request.unexcused().find(|run| who.leads(request.waited_for(run.kind)));
    let clock = late.map_or(ClockKind::Acknowledge, |run| run.kind);
    Act::Excuse { clock, started: None, reason: "The depot was flooded.".to_owned() }
}
