//! A case in every situation that the rules tell apart.

use baton_core::case::command::{ClaimExemption, Command};
use baton_core::case::kinds::*;
use baton_core::case::request::command::{Act, Raise};
use baton_core::ids::RequestId;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast};

/// What the scene is called, the case, and the request that it is about.
pub type Scene = (&'static str, World, RequestId);

/// Gives its case a request in some situation.
type Stage = fn(&mut World) -> RequestId;

pub fn scenes() -> Vec<Scene> {
    let of_customer = LIFE.iter().chain(SIDES).chain(FAMILY).map(|(name, stage)| {
        let mut world = World::new();
        let id = stage(&mut world);
        (*name, world, id)
    });
    let internal = INTERNAL.iter().map(|(name, stage)| {
        let mut world = World::internal();
        let id = stage(&mut world);
        (*name, world, id)
    });
    of_customer.chain(internal).collect()
}

/// The stages of a request, one by one.
const LIFE: &[(&str, Stage)] = &[
    ("draft", |world| draft(world, Mode::Delegate)),
    ("sent", |world| world.sent(Mode::Delegate)),
    ("acknowledged", |world| world.acknowledged(Mode::Delegate)),
    ("read back", |world| world.was_read_back(Mode::Collaborate)),
    ("in progress", |world| world.in_progress(Mode::Escalate)),
    ("clarifying", clarifying),
    ("countered", countered),
    ("waiting for a third party", waiting),
    ("waiting for the customer", |world| {
        let id = world.in_progress(Mode::Delegate);
        world.person(cast().amira, message(MessageKind::Call, Channel::Phone)).unwrap();
        let resume_by = world.now + Span::hours(8);
        world.act(cast().tom, id, wait(WaitOn::Customer, resume_by)).unwrap();
        id
    }),
    ("delivered late", |world| {
        let id = world.in_progress(Mode::Delegate);
        world.later(Span::times_24h(9));
        world.act(cast().tom, id, delivery()).unwrap();
        id
    }),
    ("delivered", |world| world.delivered(Mode::Delegate)),
    ("verified", |world| world.verified(Mode::Delegate)),
    ("closed", |world| {
        let id = world.verified(Mode::Delegate);
        world.told();
        id
    }),
    ("declined", |world| declined(world, 0)),
    ("declined and told", |world| {
        let id = declined(world, 0);
        world.told();
        id
    }),
    ("withdrawn", |world| {
        let id = world.sent(Mode::Delegate);
        world.act(cast().amira, id, withdrawal()).unwrap();
        id
    }),
    ("of a case that was merged", |world| {
        let id = world.verified(Mode::Delegate);
        world.told();
        let owner = world.owner();
        world.merge_into(&mut world.beside(), &owner).unwrap();
        id
    }),
    ("merged", |world| {
        let (id, survivor) = (world.sent(Mode::Delegate), world.sent(Mode::Delegate));
        world.act(cast().amira, id, Act::Merge { survivor }).unwrap();
        id
    }),
];

/// What lies beside the work.
const SIDES: &[(&str, Stage)] = &[
    ("disputed", |world| {
        let id = world.in_progress(Mode::Delegate);
        world.act(cast().tom, id, dispute()).unwrap();
        id
    }),
    ("disputed, and both sides were heard", |world| {
        let id = world.in_progress(Mode::Delegate);
        world.act(cast().tom, id, dispute()).unwrap();
        world.act(cast().amira, id, position()).unwrap();
        id
    }),
    ("disputed, and nobody ruled in time", |world| {
        let form = Raise { service: Some(cast().tracing), ..asked(world) };
        let id = world.raise(cast().amira, form).unwrap();
        world.act(cast().joan, id, dispute()).unwrap();
        world.later(Span::times_24h(9));
        world.baton(Command::Request(id, Box::new(Act::CheckDue)));
        id
    }),
    ("disputed, of a service with an owner", |world| {
        let form = Raise { service: Some(cast().tracing), ..asked(world) };
        let id = world.raise(cast().amira, form).unwrap();
        world.act(cast().joan, id, dispute()).unwrap();
        id
    }),
    ("escalated", |world| {
        let id = world.acknowledged(Mode::Delegate);
        world.act(cast().amira, id, escalation(2)).unwrap();
        id
    }),
    ("declined a third time", |world| declined(world, 2)),
    ("declined a third time, and ruled on", |world| {
        let id = declined(world, 2);
        world.act(cast().ruth, id, ruling()).unwrap();
        id
    }),
    ("redirected twice", |world| {
        let id = declined(world, 1);
        world.act(cast().amira, id, Act::Redirect { to: cast().logistics }).unwrap();
        id
    }),
    ("with a packet", |world| {
        let form = Raise { shared: vec![share("phone"), share("email")], ..asked(world) };
        world.raise(cast().amira, form).unwrap()
    }),
    ("with another to the same department", |world| {
        world.sent(Mode::Delegate);
        world.acknowledged(Mode::Collaborate)
    }),
    ("of a case to which the customer wrote again", |world| {
        let id = world.sent(Mode::Delegate);
        world.baton(heard("Thank you."));
        id
    }),
    ("of a case with a message that needs no reply", |world| {
        let id = world.sent(Mode::Delegate);
        world.baton(heard("Thank you."));
        world.person(cast().amira, waive(world.heard_last())).unwrap();
        id
    }),
    ("an emergency that was acknowledged", emergency),
    ("an emergency that was delivered before the read-back", |world| {
        let id = emergency(world);
        world.act(cast().tom, id, delivery()).unwrap();
        id
    }),
    ("raised by somebody of both departments", |world| {
        let form = asked(world);
        world.raise(cast().max, form).unwrap()
    }),
    ("read back by somebody of both departments", |world| {
        let id = world.sent(Mode::Delegate);
        world.act(cast().max, id, Act::Acknowledge { assignee: None }).unwrap();
        let form = read_back(world, id);
        world.act(cast().max, id, Act::ReadBack(form)).unwrap();
        id
    }),
    ("delivered by somebody of both departments", |world| {
        let id = world.in_progress(Mode::Delegate);
        world.act(cast().ines, id, Act::Assign { assignee: cast().max }).unwrap();
        world.act(cast().max, id, delivery()).unwrap();
        id
    }),
    ("verified, in a closed case", |world| {
        let id = world.verified(Mode::Delegate);
        world.closed();
        id
    }),
    ("declined, in a case that was closed without telling", |world| {
        let id = declined(world, 0);
        close_exempt(world);
        id
    }),
];

/// Notices, transfers, and requests that serve others.
const FAMILY: &[(&str, Stage)] = &[
    ("a draft of a notice", |world| draft(world, Mode::Inform)),
    ("a notice", |world| world.sent(Mode::Inform)),
    ("a notice that was taken in", |world| world.acknowledged(Mode::Inform)),
    ("a notice that became joint work", |world| {
        let id = world.sent(Mode::Inform);
        world.act(cast().tom, id, Act::Convert { mode: Mode::Collaborate }).unwrap();
        id
    }),
    ("a notice in a closed case", |world| {
        let id = world.sent(Mode::Inform);
        world.closed();
        id
    }),
    ("a transfer that was read back", |world| world.was_read_back(Mode::Transfer)),
    ("a transfer that was confirmed", |world| world.in_progress(Mode::Transfer)),
    ("a transfer that was countered", |world| {
        let id = world.acknowledged(Mode::Transfer);
        let by = world.now + Span::times_24h(1);
        world.act(cast().tom, id, counter(by)).unwrap();
        id
    }),
    ("to the department that now has the case", |world| {
        let id = world.acknowledged(Mode::Delegate);
        world.in_progress(Mode::Transfer);
        id
    }),
    ("to a third department when the case has moved", |world| {
        let form = ask(Mode::Delegate, cast().technical, world.now);
        let id = world.raise(cast().amira, form).unwrap();
        world.in_progress(Mode::Transfer);
        id
    }),
    ("a part that was passed on", |world| {
        let parent = world.in_progress(Mode::Delegate);
        world.delegated(parent)
    }),
    ("one of which a part was passed on", |world| {
        let id = world.in_progress(Mode::Delegate);
        world.delegated(id);
        id
    }),
    ("a part of a part", third_in_line),
    ("a draft of a part", |world| {
        let parent = world.in_progress(Mode::Delegate);
        draft_of_part(world, parent)
    }),
    ("a draft of a part of what was withdrawn", |world| {
        let parent = world.in_progress(Mode::Delegate);
        let id = draft_of_part(world, parent);
        world.act(cast().amira, parent, withdrawal()).unwrap();
        id
    }),
    ("a part that was verified, of what was delivered", |world| {
        let parent = world.in_progress(Mode::Delegate);
        let id = part_done(world, parent);
        world.act(cast().tom, parent, delivery()).unwrap();
        id
    }),
];

/// Without a customer.
const INTERNAL: &[(&str, Stage)] = &[
    ("sent, in an internal case", |world| world.sent(Mode::Delegate)),
    ("verified, in an internal case", |world| world.verified(Mode::Delegate)),
    ("a confirmed transfer of an internal case", |world| world.in_progress(Mode::Transfer)),
];

fn asked(world: &World) -> Raise {
    ask(Mode::Delegate, cast().logistics, world.now)
}

fn draft(world: &mut World, mode: Mode) -> RequestId {
    let form = ask(mode, cast().logistics, world.now);
    world.raise(cast().amira, Raise { draft: true, ..form }).unwrap()
}

fn draft_of_part(world: &mut World, parent: RequestId) -> RequestId {
    let form = part(world, parent, cast().technical);
    world.raise(cast().tom, Raise { draft: true, ..form }).unwrap()
}

fn clarifying(world: &mut World) -> RequestId {
    let id = world.in_progress(Mode::Delegate);
    world.act(cast().ken, id, question()).unwrap();
    id
}

fn countered(world: &mut World) -> RequestId {
    let id = world.acknowledged(Mode::Delegate);
    let by = world.now + Span::times_24h(1);
    world.act(cast().tom, id, counter(by)).unwrap();
    id
}

fn waiting(world: &mut World) -> RequestId {
    let id = world.in_progress(Mode::Delegate);
    let resume_by = world.now + Span::hours(8);
    world.act(cast().tom, id, wait(WaitOn::ThirdParty, resume_by)).unwrap();
    id
}

/// Declined by one department after the other, each time after it was passed on.
pub fn declined(world: &mut World, hops: usize) -> RequestId {
    let id = world.acknowledged(Mode::Delegate);
    world.act(cast().tom, id, decline(DeclineReason::NoCapacity)).unwrap();
    let others = [(cast().technical, cast().priya), (cast().billing, cast().bela)];
    for (to, person) in others.into_iter().take(hops) {
        world.act(cast().amira, id, Act::Redirect { to }).unwrap();
        world.act(person, id, decline(DeclineReason::NoAuthority)).unwrap_or_else(|_| {
            let mut act = decline(DeclineReason::NoAuthority);
            if let Act::Decline(form) = &mut act {
                form.alternative.as_mut().unwrap().value = Some("Billing".to_owned());
            }
            world.act(person, id, act).unwrap()
        });
    }
    id
}

pub fn emergency(world: &mut World) -> RequestId {
    let form = Raise { emergency: true, ..asked(world) };
    let id = world.raise(cast().amira, form).unwrap();
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    id
}

/// Part of Tom's request, done by Priya and verified by Tom.
pub fn part_done(world: &mut World, parent: RequestId) -> RequestId {
    let id = world.delegated(parent);
    let mut form = read_back(world, id);
    form.acknowledge = true;
    world.act(cast().priya, id, Act::ReadBack(form)).unwrap();
    world.act(cast().tom, id, Act::Confirm).unwrap();
    world.act(cast().priya, id, delivery()).unwrap();
    world.act(cast().tom, id, Act::Verify).unwrap();
    id
}

/// Customer service asks logistics, which asks technical support, which asks billing.
pub fn third_in_line(world: &mut World) -> RequestId {
    let first = world.in_progress(Mode::Delegate);
    let second = world.delegated(first);
    let mut form = read_back(world, second);
    form.acknowledge = true;
    world.act(cast().priya, second, Act::ReadBack(form)).unwrap();
    world.act(cast().tom, second, Act::Confirm).unwrap();
    let form = part(world, second, cast().billing);
    let third = world.raise(cast().priya, form).unwrap();
    let mut form = read_back(world, third);
    form.acknowledge = true;
    world.act(cast().bela, third, Act::ReadBack(form)).unwrap();
    world.act(cast().priya, third, Act::Confirm).unwrap();
    third
}

/// Closed because somebody else told the customer.
pub fn close_exempt(world: &mut World) {
    let claim = ClaimExemption {
        kind: ExemptionKind::ToldByAgreedParty,
        evidence: Some("Her daughter told her by phone on Monday.".to_owned()),
        message: None,
        approved_by: None,
        survivor: None,
    };
    let outcome = "Declined.".to_owned();
    world.person(cast().amira, Command::Close { outcome, exemption: Some(claim) }).unwrap();
}
