//! Messages leave, are taken back, come back; promises are kept, broken and released.

use baton_core::case::command::{AddMessage, Command, Tell};
use baton_core::case::kinds::*;
use baton_core::case::moves::held;
use baton_core::case::request::command::Act;
use baton_core::case::state::{Dispatch, PromiseState};
use baton_core::log::Effect;
use baton_core::refusal::Code;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, code, fields};

#[test]
fn a_mail_leaves_after_the_undo_window_and_a_call_is_only_recorded() {
    let mut world = World::new();
    let message = world.mailed(UpdateKind::Holding);
    let until = world.now + Span::seconds(15);
    let (case, not_before) = (world.case.id, until);
    assert_eq!(world.effects, [Effect::SendMessage { case, message, not_before }]);
    assert_eq!(world.case.message(message).unwrap().dispatch, Dispatch::Held { until });
    world.baton(Command::RecordLeft { message });
    let dispatch = world.case.message(message).unwrap().dispatch;
    assert_eq!(dispatch, Dispatch::Left { at: world.now });
    world.told();
    assert_eq!(world.case.messages.last().unwrap().dispatch, Dispatch::Recorded);
    assert_eq!(world.effects, []);
}

#[test]
fn a_message_is_taken_back_within_fifteen_seconds_and_not_after() {
    let mut world = World::new();
    let message = world.mailed(UpdateKind::Outcome);
    let amira = baton_testkit::casebook::world::ground().who(cast().amira);
    world.later(Span::millis(14_999));
    assert_eq!(held(&world.case, &amira), Some((message, world.now + Span::millis(1))));
    let mut late = world.clone();
    world.person(cast().amira, Command::UndoMessage { message }).unwrap();
    assert_eq!(world.effects, [Effect::CancelMessage { message }]);
    assert!(!world.case.customer_is_told());
    assert_eq!(code(world.person(cast().amira, closing())), Code::CustomerNotTold);
    late.later(Span::millis(1));
    let refused = late.person(cast().amira, Command::UndoMessage { message });
    assert_eq!(code(refused), Code::IllegalMove);
    late.person(cast().amira, closing()).unwrap();
}

#[test]
fn a_message_that_the_post_still_holds_is_taken_back_after_its_fifteen_seconds() {
    let mut world = World::new();
    let message = world.mailed(UpdateKind::Outcome);
    world.later(Span::seconds(60));
    world.undo_until = Some(world.now + Span::seconds(5));
    world.later(Span::millis(4_999));
    let mut late = world.clone();
    world.person(cast().amira, Command::UndoMessage { message }).unwrap();
    assert_eq!(
        held(&world.case, &baton_testkit::casebook::world::ground().who(cast().amira)),
        None
    );
    late.later(Span::millis(1));
    let refused = late.person(cast().amira, Command::UndoMessage { message });
    assert_eq!(code(refused), Code::IllegalMove);
}

#[test]
fn only_the_author_takes_a_message_back_and_only_while_it_is_held() {
    let mut world = World::new();
    let message = world.mailed(UpdateKind::Holding);
    let undo = Command::UndoMessage { message };
    assert_eq!(code(world.person(cast().joan, undo.clone())), Code::NotYourSide);
    world.baton(Command::RecordLeft { message });
    assert_eq!(code(world.person(cast().amira, undo)), Code::IllegalMove);
    world.told();
    let recorded = Command::UndoMessage { message: world.newest() };
    assert_eq!(code(world.person(cast().amira, recorded)), Code::IllegalMove);
}

#[test]
fn a_mail_needs_an_address() {
    let mut world = World::new();
    let reply = |to: Option<&str>| {
        Command::AddMessage(AddMessage {
            kind: MessageKind::Reply,
            channel: Channel::Email,
            body: "Which order is it?".to_owned(),
            to: to.map(str::to_owned),
            next_update_by: None,
            files: Vec::new(),
        })
    };
    for nonsense in ["ada", "ada@example", "@example.org", "a da@example.org"] {
        assert_eq!(fields(world.person(cast().amira, reply(Some(nonsense)))).1, ["to"]);
    }
    world.person(cast().amira, reply(None)).unwrap();
    let address = world.case.messages.last().unwrap().address.unwrap();
    assert_eq!(world.texts.show(address), "ada@example.org");
    let mut nobody = World::internal();
    assert_eq!(fields(nobody.person(cast().amira, reply(None))).1, ["channel"]);
}

#[test]
fn a_message_says_something_and_an_update_is_sent_as_one() {
    let mut world = World::new();
    let form = |kind, body: &str| {
        let (channel, body) = (Channel::Phone, body.to_owned());
        Command::AddMessage(AddMessage::plain(kind, channel, body))
    };
    let blank = form(MessageKind::Note, "\n ");
    assert_eq!(fields(world.person(cast().amira, blank)).1, ["body"]);
    let update = form(MessageKind::Update, "It comes tomorrow.");
    assert_eq!(fields(world.person(cast().amira, update)).1, ["kind"]);
    let internal = tell(UpdateKind::Outcome, Channel::Internal);
    assert_eq!(fields(world.person(cast().amira, internal)).1, ["channel"]);
}

#[test]
fn an_outcome_that_came_back_opens_its_case_however_late() {
    let mut world = World::new();
    let message = world.mailed(UpdateKind::Outcome);
    world.person(cast().amira, closing()).unwrap();
    world.later(Span::times_24h(40));
    assert!(world.case.rests_for_good(world.now));
    world.bounce(message);
    assert_eq!(world.case.standing(), Standing::Open, "the customer does not know");
}

#[test]
fn an_outcome_that_came_back_arms_the_gate_and_opens_the_case_again() {
    let mut world = World::new();
    let id = world.verified(Mode::Delegate);
    let message = world.mailed(UpdateKind::Outcome);
    world.person(cast().amira, closing()).unwrap();
    assert_eq!(world.stage(id), StageName::Closed);
    world.later(Span::hours(1));
    world.bounce(message);
    assert_eq!(world.case.standing(), Standing::Open);
    assert_eq!(world.stage(id), StageName::Verified);
    let clock = world.request(id).running().unwrap();
    assert_eq!((clock.kind, clock.started), (ClockKind::Tell, world.now));
    assert_eq!(code(world.person(cast().amira, closing())), Code::CustomerNotTold);
    let owner = Effect::Notify {
        people: vec![cast().amira],
        case: world.case.id,
        request: None,
        kind: "message_bounced",
    };
    assert!(world.effects.contains(&owner), "{:?}", world.effects);
    world.told();
    world.person(cast().amira, closing()).unwrap();
}

#[test]
fn a_no_that_never_arrived_is_not_settled() {
    let mut world = World::new();
    let id = super::scenes::declined(&mut world, 0);
    let message = world.mailed(UpdateKind::Outcome);
    assert!(world.request(id).ended());
    world.bounce(message);
    assert_eq!((world.request(id).ended(), world.request(id).mover()), (false, Mover::From));
    world.act(cast().amira, id, Act::Redirect { to: cast().technical }).unwrap();
}

#[test]
fn a_case_that_closed_on_a_promise_kept_by_a_lost_message_opens_again() {
    let mut world = World::new();
    world.told();
    world.promised(world.now + Span::hours(4));
    world.later(Span::minutes(1));
    let lost = world.mailed(UpdateKind::Outcome);
    world.person(cast().amira, closing()).unwrap();
    world.bounce(lost);
    assert!(world.case.customer_is_told(), "by the call before");
    assert_eq!(world.promises(), [PromiseState::Open]);
    assert!(world.case.closure.is_none());
}

#[test]
fn a_bounce_leaves_alone_what_did_not_rest_on_it() {
    let mut world = World::new();
    let holding = world.mailed(UpdateKind::Holding);
    world.closed();
    world.bounce(holding);
    assert_eq!(world.case.standing(), Standing::Closed, "the call has told her");
    world.bounce(holding);
    let mut exempt = World::new();
    let holding = exempt.mailed(UpdateKind::Holding);
    super::scenes::close_exempt(&mut exempt);
    exempt.bounce(holding);
    assert_eq!(exempt.case.standing(), Standing::Closed);
}

#[test]
fn only_what_leaves_can_come_back_and_only_the_post_says_so() {
    let mut world = World::new();
    let came_in = world.case.messages[0].id;
    world.bounce(came_in);
    assert_eq!(world.case.messages[0].dispatch, Dispatch::Recorded);
    let message = world.mailed(UpdateKind::Outcome);
    let bounce = Command::RecordBounce { message, reason: "No such mailbox.".to_owned() };
    assert_eq!(code(world.person(cast().amira, bounce)), Code::NotAllowed);
    let left = Command::RecordLeft { message };
    assert_eq!(code(world.person(cast().amira, left)), Code::NotAllowed);
}

#[test]
fn a_promise_lies_in_the_future() {
    let mut world = World::new();
    let (what, by) = ("A call.".to_owned(), world.now);
    assert_eq!(fields(world.person(cast().amira, Command::MakePromise { what, by })).1, ["by"]);
    let (body, next_update_by) = ("Soon.".to_owned(), Some(world.now));
    let (kind, channel) = (UpdateKind::Holding, Channel::Phone);
    let form = Tell { kind, channel, body, next_update_by, files: Vec::new() };
    let refused = world.person(cast().amira, Command::TellCustomer(form));
    assert_eq!(fields(refused).1, ["next_update_by"]);
}

#[test]
fn an_outcome_keeps_what_was_promised_in_time_and_breaks_what_is_late() {
    let mut world = World::new();
    world.promised(world.now + Span::hours(1));
    world.promised(world.now + Span::hours(3));
    world.later(Span::hours(3));
    world.told();
    let at = world.now;
    assert_eq!(world.promises(), [PromiseState::Broken { at }, PromiseState::Kept { at }]);
}

#[test]
fn every_update_keeps_a_promised_update_and_no_other_promise() {
    let mut world = World::new();
    world.told_with_next(UpdateKind::Holding, world.now + Span::hours(4));
    world.promised(world.now + Span::hours(4));
    world.later(Span::hours(1));
    world.told_with_next(UpdateKind::Progress, world.now + Span::hours(4));
    let at = world.now;
    assert_eq!(
        world.promises(),
        [PromiseState::Kept { at }, PromiseState::Open, PromiseState::Open]
    );
}

#[test]
fn a_message_that_never_arrived_kept_no_promise_and_made_none() {
    let mut world = World::new();
    world.told_with_next(UpdateKind::Holding, world.now + Span::hours(4));
    world.later(Span::hours(1));
    let next = world.told_with_next(UpdateKind::Progress, world.now + Span::hours(4));
    assert_eq!(world.promises()[1], PromiseState::Open);
    let mut undone = world.clone();
    world.later(Span::hours(1));
    world.bounce(next);
    let at = world.now;
    assert_eq!(world.promises(), [PromiseState::Open, PromiseState::Released { at }]);
    undone.person(cast().amira, Command::UndoMessage { message: next }).unwrap();
    let at = undone.now;
    assert_eq!(undone.promises(), [PromiseState::Open, PromiseState::Released { at }]);
}

#[test]
fn a_promise_that_another_message_kept_stays_kept() {
    let mut world = World::new();
    world.promised(world.now + Span::hours(4));
    world.later(Span::minutes(1));
    let first = world.mailed(UpdateKind::Outcome);
    world.later(Span::minutes(1));
    world.told();
    world.bounce(first);
    assert!(matches!(world.promises()[..], [PromiseState::Kept { .. }]));
    world.person(cast().amira, closing()).unwrap();
}
