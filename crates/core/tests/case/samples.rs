//! Histories in which every kind of event happens, with everything that it can carry.

use baton_core::case::command::*;
use baton_core::case::kinds::*;
use baton_core::case::request::command::*;
use baton_core::case::request::state::Money;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::merging::joined;
use baton_testkit::casebook::people::start;
use baton_testkit::casebook::promising::{called, every_goal};
use baton_testkit::casebook::world::{World, cast};

use super::scenes::{scenes, third_in_line};

pub fn samples() -> Vec<World> {
    let mut worlds: Vec<_> = scenes().into_iter().map(|(_, world, _)| world).collect();
    worlds.extend([messages(), promises(), full_request(), beside_the_work(), closures()]);
    worlds.extend([opened_by_mail(), answers(), promised()]);
    worlds.extend([super::recounts::moved(), super::recounts::promise_moved()]);
    worlds.extend([super::recounts::wait_kept(), case_that_waited()]);
    worlds.extend(mergers());
    worlds
}

fn case_that_waited() -> World {
    let mut world = super::case_waits::waiting();
    world.person(cast().amira, Command::Resume).unwrap();
    world
}

/// A mail with a file; messages that leave, are taken back and come back.
fn messages() -> World {
    let mut world = World::new();
    for automatic in [true, false] {
        world.baton(Command::Receive(incoming(automatic)));
    }
    for kind in [MessageKind::Reply, MessageKind::Call, MessageKind::Note, MessageKind::Inbound] {
        world.person(cast().amira, message(kind, Channel::Email)).unwrap();
    }
    for kind in [UpdateKind::Holding, UpdateKind::Progress, UpdateKind::Outcome] {
        world.person(cast().amira, tell(kind, Channel::Email)).unwrap();
    }
    let [.., undone, bounced, left] = &world.case.messages[..] else { panic!() };
    let (undone, bounced, left) = (undone.id, bounced.id, left.id);
    world.person(cast().amira, Command::UndoMessage { message: undone }).unwrap();
    world.baton(Command::RecordLeft { message: left });
    world.baton(Command::RecordBounce { message: bounced, reason: "No such box.".to_owned() });
    world
}

fn incoming(automatic: bool) -> Incoming {
    Incoming {
        body: "Where is it?".to_owned(),
        address: Some("ada@example.org".to_owned()),
        automatic,
        html: Some("ab".repeat(32)),
        attachments: vec![NewAttachment {
            file: "cd".repeat(32),
            name: "receipt.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            size: 1_024,
        }],
    }
}

fn opened_by_mail() -> World {
    let form = Open {
        id: baton_core::ids::Id::from_bits(1043),
        number: 1043,
        customer: None,
        subject: "Where is my parcel?".to_owned(),
        body: None,
        channel: Channel::Email,
        priority: Priority::High,
        department: cast().customer_service,
        owner: cast().joan,
        received_at: None,
        incoming: Some(incoming(false)),
        follows: Some(Followed {
            case: baton_core::ids::Id::from_bits(1001),
            number: 1001,
            customer: None,
            closed: true,
        }),
    };
    World::of(&form, &baton_core::access::Who::system(), 0).unwrap()
}

/// Promises kept, broken and released; by a message and by hand.
/// In time, late, and flagged: what was promised by the service level.
fn promised() -> World {
    let mut world = called(start(), every_goal());
    world.later(Span::hours(1));
    world.person(cast().amira, message(MessageKind::Reply, Channel::Chat)).unwrap();
    world.later(Span::times_24h(9));
    world.baton(Command::CheckPromises);
    world.told();
    world
}

fn promises() -> World {
    let mut world = World::new();
    for (what, hours) in [("A call at noon.", 2), ("A letter.", 9), ("A visit.", 90)] {
        let (what, by) = (what.to_owned(), world.now + Span::hours(hours));
        world.person(cast().amira, Command::MakePromise { what, by }).unwrap();
    }
    let promise = world.case.promises[2].id;
    let reason = Some("She would rather not.".to_owned());
    world.person(cast().amira, Command::SettlePromise { promise, kept: false, reason }).unwrap();
    world.later(Span::hours(3));
    let next_update_by = Some(world.now + Span::hours(4));
    let body = "It comes tomorrow.".to_owned();
    let (kind, channel) = (UpdateKind::Outcome, Channel::Email);
    let form = Tell { kind, channel, body, next_update_by, files: Vec::new() };
    world.baton(Command::CheckPromises);
    world.person(cast().amira, Command::TellCustomer(form)).unwrap();
    world
}

/// A request with every field, from draft to verified.
fn full_request() -> World {
    let mut world = World::new();
    let mut form = ask(Mode::Delegate, cast().logistics, world.now);
    form.draft = true;
    form.service = Some(cast().tracing);
    form.contingency = Some("If it is lost, send a new one.".to_owned());
    form.customer_told = Some(ToldForm {
        what: "That we look for it.".to_owned(),
        when: Some(world.now),
        channel: Some("phone".to_owned()),
        next_update_by: Some(world.now + Span::hours(8)),
    });
    form.authority = Some(AuthorityForm {
        amount: Money { minor: 4_000, currency: "GBP".to_owned() },
        decision: Some("Whether to send a new one.".to_owned()),
    });
    form.shared = vec![share("phone"), share("notes")];
    form.files = vec![file("kettle.jpg")];
    let id = world.raise(cast().amira, form.clone()).unwrap();
    form.draft = false;
    world.act(cast().amira, id, Act::Revise(Box::new(form))).unwrap();
    let mut form = read_back(&world, id);
    form.acknowledge = true;
    form.restated.customer = None;
    world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    world.act(cast().amira, id, correction()).unwrap();
    let form = read_back(&world, id);
    world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    world.act(cast().amira, id, Act::Confirm).unwrap();
    let mut act = delivery();
    if let Act::Deliver(form) = &mut act {
        form.files = vec![file("label.pdf")];
        form.residual_actions = vec![ResidualForm {
            what: "Refund the postage.".to_owned(),
            owner: Some(cast().bela),
            by: Some(world.now + Span::times_24h(7)),
        }];
    }
    world.act(cast().tom, id, act.clone()).unwrap();
    let text = Some("The day is missing.".to_owned());
    world.act(cast().amira, id, Act::Reject { failed: "When.".to_owned(), text }).unwrap();
    world.act(cast().tom, id, act).unwrap();
    world.act(cast().amira, id, Act::Verify).unwrap();
    world.act(cast().amira, id, reopening()).unwrap();
    world
}

/// What lies beside the work: the packet, assignment, notes, clocks, escalation, dispute.
fn beside_the_work() -> World {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    world.act(cast().amira, id, Act::Share(vec![share("email"), share("phone")])).unwrap();
    let take = Act::Unshare { field: "email".to_owned(), reason: "Not needed.".to_owned() };
    world.act(cast().amira, id, take).unwrap();
    world.act(cast().ines, id, Act::Assign { assignee: cast().ken }).unwrap();
    world.act(cast().ken, id, Act::Progress { note: "Two depots called.".to_owned() }).unwrap();
    world.act(cast().amira, id, note()).unwrap();
    world.person(cast().amira, message(MessageKind::Call, Channel::Phone)).unwrap();
    for on in [WaitOn::Customer, WaitOn::ThirdParty] {
        let resume_by = world.now + Span::hours(3);
        world.act(cast().ken, id, wait(on, resume_by)).unwrap();
        world.act(cast().ken, id, Act::Resume).unwrap();
    }
    world.later(Span::times_24h(9));
    world.baton(Command::Request(id, Box::new(Act::CheckDue)));
    let (clock, reason) = (ClockKind::Deliver, "The depot was flooded.".to_owned());
    world.act(cast().joan, id, Act::Excuse { clock, started: None, reason }).unwrap();
    world.act(cast().ken, id, escalation(3)).unwrap();
    world.act(cast().ruth, id, escalation_answer()).unwrap();
    world.act(cast().ken, id, dispute()).unwrap();
    world.act(cast().amira, id, position()).unwrap();
    world.act(cast().ruth, id, ruling()).unwrap();
    world.act(cast().ken, id, dispute()).unwrap();
    world.later(Span::times_24h(9));
    world.baton(Command::Request(id, Box::new(Act::CheckDue)));
    world.act(cast().ruth, id, ruling()).unwrap();
    third_in_line(&mut world);
    world
}

/// Questions, counters, redirections and how they are answered.
fn answers() -> World {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    let field = Some("address".to_owned());
    let question = Act::Ask { question: "Which street?".to_owned(), field };
    world.act(cast().tom, id, question).unwrap();
    let text = "High Street.".to_owned();
    world.act(cast().amira, id, Act::Answer { text, share: vec![share("address")] }).unwrap();
    let both = CounterForm {
        by: Some(world.now + Span::times_24h(3)),
        scope: Some("Only Leeds.".to_owned()),
        reason: "The others are closed.".to_owned(),
        effect_on_customer: "A day later.".to_owned(),
    };
    world.act(cast().tom, id, Act::Counter(both.clone())).unwrap();
    world.act(cast().amira, id, refuse()).unwrap();
    world.act(cast().tom, id, Act::Counter(both)).unwrap();
    let text = Some("All right.".to_owned());
    world.act(cast().amira, id, Act::ReplyToCounter { accept: true, text }).unwrap();
    let id = super::scenes::declined(&mut world, 1);
    world.told();
    assert!(world.request(id).ended());
    world
}

/// What the customer wrote needs no reply, and then it does.
fn thanked(world: &mut World) {
    world.baton(heard("Thank you, it is here."));
    let message = world.heard_last();
    for reason in NoReply::ALL {
        let text = Some("Only the photograph of it.".to_owned());
        let waive = Command::WaiveReply { message, reason: *reason, text };
        world.person(cast().nora, waive).unwrap();
        world.person(cast().nora, Command::ExpectReply { message }).unwrap();
    }
}

/// A case that was merged for good, one that was taken out again, and what the other one saw.
fn mergers() -> [World; 2] {
    let (mut merged, mut survivor) = joined();
    let message = merged.case.messages[0].id;
    survivor.hear_of_bounce(&merged, message).unwrap();
    let owner = merged.owner();
    merged.separate_from(&mut survivor, &owner).unwrap();
    merged.merge_into(&mut survivor, &owner).unwrap();
    merged.later(Span::times_24h(31));
    merged.baton(Command::CheckPromises);
    [merged, survivor]
}

/// Another owner, another priority, and every way to close.
fn closures() -> World {
    let mut world = World::new();
    world.person(cast().joan, Command::ChangeOwner { owner: cast().nora }).unwrap();
    let (priority, reason) = (Priority::High, "She is ill.".to_owned());
    world
        .person(cast().nora, Command::ChangePriority { priority, reason, customer_agreed: false })
        .unwrap();
    let claim = ClaimExemption {
        kind: ExemptionKind::Duplicate,
        evidence: Some("Both are about order 7731.".to_owned()),
        message: Some(world.case.messages[0].id),
        approved_by: Some(cast().nora),
        survivor: Some(Survivor {
            case: baton_core::ids::Id::from_bits(1),
            customer: world.case.customer,
        }),
    };
    let outcome = "Goes on in the other case.".to_owned();
    world.person(cast().nora, Command::Close { outcome, exemption: Some(claim) }).unwrap();
    world.person(cast().nora, reopen()).unwrap();
    world.closed();
    thanked(&mut world);
    world
}
