//! The five modes, and what each of them owes (reference §1.2).

use baton_core::case::command::Command;
use baton_core::case::kinds::*;
use baton_core::case::request::command::*;
use baton_core::refusal::Code;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, code, fields, ground, kinds_of};

#[test]
fn a_notice_owes_nothing_and_its_receipt_is_logged() {
    let mut world = World::new();
    let id = world.sent(Mode::Inform);
    assert!(world.request(id).runs.is_empty(), "no clock runs on a notice");
    world.closed();
    world.act(cast().ken, id, Act::Acknowledge { assignee: None }).unwrap();
    let request = world.request(id);
    assert_eq!(request.stage.name(), StageName::Closed);
    assert_eq!((request.assignee, request.acknowledged_at), (Some(cast().ken), Some(world.now)));
}

#[test]
fn a_notice_is_neither_read_back_nor_declined_nor_escalated() {
    let mut world = World::new();
    let id = world.sent(Mode::Inform);
    let mut form = read_back(&world, id);
    form.acknowledge = true;
    assert_eq!(code(world.act(cast().tom, id, Act::ReadBack(form))), Code::Terminal);
    assert_eq!(world.stage(id), StageName::Sent, "and it is not acknowledged by the way");
    for act in [question(), decline(DeclineReason::WrongTeam), escalation(1), dispute()] {
        assert_eq!(code(world.act(cast().tom, id, act)), Code::IllegalMove);
    }
}

#[test]
fn a_notice_that_turns_out_to_ask_for_something_becomes_joint_work() {
    let mut world = World::new();
    let id = world.sent(Mode::Inform);
    let convert = |mode| Act::Convert { mode };
    assert_eq!(code(world.act(cast().amira, id, convert(Mode::Collaborate))), Code::NotYourSide);
    assert_eq!(fields(world.act(cast().tom, id, convert(Mode::Transfer))).1, ["mode"]);
    world.act(cast().tom, id, convert(Mode::Collaborate)).unwrap();
    let request = world.request(id);
    assert_eq!((request.ask.mode, request.stage.name()), (Mode::Collaborate, StageName::Sent));
    assert_eq!(request.running().map(|run| run.kind), Some(ClockKind::Acknowledge));
    world.told();
    assert_eq!(code(world.person(cast().amira, closing())), Code::RequestOpen);
    let mut form = read_back(&world, id);
    form.acknowledge = true;
    world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    world.act(cast().amira, id, Act::Confirm).unwrap();
    world.act(cast().tom, id, delivery()).unwrap();
}

#[test]
fn joint_work_delegation_and_escalation_each_go_through_the_whole_loop() {
    for mode in [Mode::Collaborate, Mode::Delegate, Mode::Escalate] {
        let mut world = World::new();
        let id = world.sent(mode);
        world.told();
        assert_eq!(code(world.person(cast().amira, closing())), Code::RequestOpen, "{mode}");
        world.act(cast().amira, id, withdrawal()).unwrap();
        let id = world.verified(mode);
        assert_eq!(code(world.person(cast().amira, closing())), Code::CustomerNotTold, "{mode}");
        world.closed();
        assert_eq!(world.stage(id), StageName::Closed);
    }
}

#[test]
fn a_transfer_moves_the_case_when_its_read_back_is_confirmed() {
    let mut world = World::new();
    let id = world.was_read_back(Mode::Transfer);
    assert_eq!((world.case.department, world.case.owner), (cast().customer_service, cast().amira));
    world.act(cast().amira, id, Act::Confirm).unwrap();
    assert_eq!((world.case.department, world.case.owner), (cast().logistics, cast().tom));
    let request = world.request(id);
    assert_eq!((request.stage.name(), request.mover()), (StageName::Verified, Mover::To));
    assert_eq!(code(world.person(cast().amira, outcome())), Code::NotFound, "it is not theirs now");
    world.person(cast().tom, tell(UpdateKind::Progress, Channel::Phone)).unwrap();
    assert_eq!(world.stage(id), StageName::Closed, "the customer knows who looks after them");
}

#[test]
fn a_transfer_to_whoever_has_left_meanwhile_goes_to_their_lead() {
    let mut world = World::new();
    let id = world.was_read_back(Mode::Transfer);
    let mut directory = ground().directory.clone();
    directory.people.get_mut(&cast().tom).unwrap().active = false;
    let confirm = Command::Request(id, Box::new(Act::Confirm));
    let decided = world.decide_in(&directory, &ground().who(cast().amira), &confirm).unwrap();
    let case = decided.next();
    assert_eq!((case.department, case.owner), (cast().logistics, cast().ines));
}

#[test]
fn nothing_is_promised_to_nobody() {
    let mut world = World::internal();
    let (what, by) = ("A call.".to_owned(), world.now + Span::hours(1));
    let promise = Command::MakePromise { what, by };
    assert_eq!(code(world.person(cast().amira, promise)), Code::IllegalMove);
}

#[test]
fn a_countered_transfer_is_still_read_back_before_the_case_moves() {
    let mut world = World::new();
    let id = world.sent(Mode::Transfer);
    let by = world.now + Span::times_24h(1);
    world.act(cast().tom, id, counter(by)).unwrap();
    world.act(cast().amira, id, accept()).unwrap();
    let request = world.request(id);
    assert_eq!((request.stage.name(), request.confirmed_at), (StageName::Acknowledged, None));
    assert_eq!(world.case.department, cast().customer_service);
    let form = read_back(&world, id);
    world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    world.act(cast().amira, id, Act::Confirm).unwrap();
    assert_eq!(world.case.department, cast().logistics);
}

#[test]
fn even_an_emergency_does_not_deliver_a_transfer() {
    let mut world = World::new();
    let form = ask(Mode::Transfer, cast().logistics, world.now);
    let id = world.raise(cast().amira, Raise { emergency: true, ..form }).unwrap();
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    assert_eq!(code(world.act(cast().tom, id, delivery())), Code::ReadbackUnconfirmed);
}

#[test]
fn the_sender_side_of_the_other_requests_goes_with_the_case() {
    let mut world = World::new();
    let form = ask(Mode::Delegate, cast().technical, world.now);
    let other = world.raise(cast().amira, form).unwrap();
    world.act(cast().priya, other, question()).unwrap();
    world.in_progress(Mode::Transfer);
    assert_eq!(world.request(other).from, cast().logistics);
    assert_eq!(code(world.act(cast().amira, other, answer())), Code::NotFound);
    world.act(cast().tom, other, answer()).unwrap();
}

#[test]
fn what_was_asked_of_the_new_owner_stays_between_the_two_departments() {
    let mut world = World::new();
    let other = world.delivered(Mode::Delegate);
    world.in_progress(Mode::Transfer);
    assert_eq!(world.request(other).from, cast().customer_service);
    world.act(cast().amira, other, Act::Verify).unwrap();
    assert_eq!(world.request(other).mover(), Mover::To, "only the owner tells the customer");
    assert_eq!(code(world.person(cast().tom, closing())), Code::CustomerNotTold);
    world.person(cast().tom, outcome()).unwrap();
    assert_eq!(world.stage(other), StageName::Closed);
    world.person(cast().tom, closing()).unwrap();
}

#[test]
fn a_case_that_moves_twice_takes_its_requests_along_twice() {
    let mut world = World::new();
    let other = world.acknowledged(Mode::Delegate);
    world.in_progress(Mode::Transfer);
    assert_eq!(world.request(other).from, cast().customer_service);
    let form = ask(Mode::Transfer, cast().technical, world.now);
    let second = world.raise(cast().tom, form).unwrap();
    let mut form = read_back(&world, second);
    form.acknowledge = true;
    world.act(cast().priya, second, Act::ReadBack(form)).unwrap();
    world.act(cast().tom, second, Act::Confirm).unwrap();
    assert_eq!((world.case.department, world.case.owner), (cast().technical, cast().priya));
    assert_eq!(world.request(other).from, cast().technical);
    assert_eq!(world.request(other).ask.to, cast().logistics);
}

#[test]
fn a_case_is_not_transferred_to_whom_it_belongs_already() {
    let mut world = World::new();
    let late = world.was_read_back(Mode::Transfer);
    world.in_progress(Mode::Transfer);
    let owner = world.case.owner;
    world.act(cast().ines, late, Act::Assign { assignee: cast().ken }).unwrap();
    let events = world.act(cast().amira, late, Act::Confirm).unwrap();
    assert_eq!(kinds_of(&events), ["read_back_confirmed"]);
    assert_eq!(world.case.owner, owner);
}

#[test]
fn in_an_internal_case_verifying_closes_the_loop() {
    let mut world = World::internal();
    let id = world.verified(Mode::Delegate);
    assert_eq!(world.stage(id), StageName::Closed);
    assert_eq!(code(world.person(cast().amira, outcome())), Code::IllegalMove);
    world.person(cast().amira, closing()).unwrap();
    let mut world = World::internal();
    let id = world.in_progress(Mode::Transfer);
    assert_eq!((world.stage(id), world.case.owner), (StageName::Closed, cast().tom));
}
