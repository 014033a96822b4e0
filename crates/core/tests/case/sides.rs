//! Whose act it is, and which acts are legal at all.

use baton_core::access::Who;
use baton_core::case::command::Command;
use baton_core::case::kinds::*;
use baton_core::case::request::command::Act;
use baton_core::log::Actor;
use baton_core::refusal::Code;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, code, kinds_of};

#[test]
fn an_act_of_the_other_side_is_refused_until_the_right_side_does_it() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    let acknowledge = Act::Acknowledge { assignee: None };
    assert_eq!(code(world.act(cast().amira, id, acknowledge.clone())), Code::NotYourSide);
    world.act(cast().tom, id, acknowledge).unwrap();
    assert_eq!(code(world.act(cast().tom, id, withdrawal())), Code::NotYourSide);
    world.act(cast().joan, id, withdrawal()).unwrap();
}

#[test]
fn work_belongs_to_whom_it_is_assigned_or_to_their_lead() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    let form = Act::ReadBack(read_back(&world, id));
    assert_eq!(code(world.act(cast().ken, id, form.clone())), Code::NotYourSide);
    world.act(cast().ines, id, form).unwrap();
    let assign = Act::Assign { assignee: cast().ken };
    assert_eq!(code(world.act(cast().ken, id, assign.clone())), Code::NotYourSide);
    world.act(cast().tom, id, assign).unwrap();
    assert_eq!(world.request(id).assignee, Some(cast().ken));
}

#[test]
fn work_goes_to_a_named_person_who_is_there_and_did_not_ask() {
    let mut world = World::new();
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let id = world.raise(cast().max, form).unwrap();
    for assignee in [cast().robot, cast().lars, cast().amira, cast().max] {
        let acknowledge = Act::Acknowledge { assignee: Some(assignee) };
        assert_eq!(code(world.act(cast().tom, id, acknowledge)), Code::Invalid);
    }
    world.act(cast().tom, id, Act::Acknowledge { assignee: Some(cast().ken) }).unwrap();
    assert_eq!(world.request(id).assignee, Some(cast().ken));
    let again = Act::Assign { assignee: cast().ken };
    assert_eq!(code(world.act(cast().ken, id, again)), Code::IllegalMove);
}

#[test]
fn a_rules_account_neither_asks_nor_acknowledges_nor_reads_back() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    let acknowledge = Act::Acknowledge { assignee: None };
    assert_eq!(code(world.act(cast().robot, id, acknowledge)), Code::NotYourSide);
    let mut form = read_back(&world, id);
    form.acknowledge = true;
    assert_eq!(code(world.act(cast().robot, id, Act::ReadBack(form))), Code::NotYourSide);
    let form = ask(Mode::Delegate, cast().technical, world.now);
    assert_eq!(code(world.raise(cast().robot, form.clone())), Code::NotYourSide);
    let raise = Command::Raise(Box::new(form));
    assert_eq!(code(world.run(&Who::system(), &raise)), Code::NotYourSide);
}

#[test]
fn whoever_asked_does_not_answer_even_when_they_work_on_both_sides() {
    let mut world = World::new();
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let id = world.raise(cast().max, form).unwrap();
    let mut form = read_back(&world, id);
    form.acknowledge = true;
    assert_eq!(code(world.act(cast().max, id, Act::ReadBack(form))), Code::NotYourSide);
    assert_eq!(code(world.act(cast().max, id, question())), Code::NotYourSide);
    world.act(cast().max, id, withdrawal()).unwrap();
}

#[test]
fn whoever_read_it_back_does_not_confirm() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    let mut form = read_back(&world, id);
    form.acknowledge = true;
    world.act(cast().max, id, Act::ReadBack(form)).unwrap();
    assert_eq!(code(world.act(cast().max, id, Act::Confirm)), Code::NotYourSide);
    world.act(cast().amira, id, Act::Confirm).unwrap();
}

#[test]
fn whoever_delivered_does_not_verify() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    world.act(cast().ines, id, Act::Assign { assignee: cast().max }).unwrap();
    world.act(cast().max, id, delivery()).unwrap();
    assert_eq!(code(world.act(cast().max, id, Act::Verify)), Code::SelfVerification);
    world.act(cast().nora, id, Act::Verify).unwrap();
}

#[test]
fn an_act_that_is_not_legal_now_is_answered_with_those_that_are() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    let refused = world.act(cast().amira, id, Act::Confirm).unwrap_err();
    assert_eq!(refused.code, Code::IllegalMove);
    let detail =
        "The request is acknowledged. Legal for you now: withdraw, escalate, dispute, note, share.";
    assert_eq!(refused.detail, detail);
    let refused = world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap_err();
    assert_eq!(refused.code, Code::IllegalMove);
    assert!(refused.detail.contains("assign, read_back, ask, counter, decline"), "{refused}");
}

#[test]
fn what_has_ended_takes_notes_and_nothing_else() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    world.act(cast().amira, id, withdrawal()).unwrap();
    for act in [Act::Acknowledge { assignee: None }, question(), delivery(), dispute()] {
        assert_eq!(code(world.act(cast().tom, id, act)), Code::Terminal);
    }
    for act in [Act::Confirm, Act::Verify, withdrawal(), escalation(1)] {
        assert_eq!(code(world.act(cast().amira, id, act)), Code::Terminal);
    }
    assert_eq!(code(world.act(cast().amira, id, reopening())), Code::IllegalMove);
    world.act(cast().tom, id, note()).unwrap();
}

#[test]
fn a_closed_case_keeps_still_until_it_is_reopened() {
    let mut world = World::new();
    let id = world.verified(Mode::Delegate);
    world.closed();
    let raise = ask(Mode::Delegate, cast().logistics, world.now);
    assert_eq!(code(world.raise(cast().amira, raise.clone())), Code::Terminal);
    assert_eq!(code(world.person(cast().amira, outcome())), Code::Terminal);
    assert_eq!(code(world.person(cast().amira, closing())), Code::Terminal);
    assert_eq!(code(world.act(cast().amira, id, reopening())), Code::IllegalMove);
    world.person(cast().amira, message(MessageKind::Note, Channel::Internal)).unwrap();
    world.person(cast().joan, reopen()).unwrap();
    assert_eq!(code(world.person(cast().joan, reopen())), Code::IllegalMove);
    world.act(cast().amira, id, reopening()).unwrap();
    world.raise(cast().amira, raise).unwrap();
}

#[test]
fn what_one_may_not_see_is_not_there() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    assert_eq!(code(world.act(cast().priya, id, note())), Code::NotFound);
    assert_eq!(code(world.person(cast().tom, outcome())), Code::NotFound);
    let raise = ask(Mode::Delegate, cast().technical, world.now);
    assert_eq!(code(world.raise(cast().tom, raise)), Code::NotFound);
    let customer = Who::bare(Actor::Customer);
    assert_eq!(code(world.run(&customer, &closing())), Code::NotFound);
    let unknown = baton_core::ids::Id::from_bits(5);
    assert_eq!(code(world.act(cast().amira, unknown, note())), Code::NotFound);
}

#[test]
fn only_a_timer_looks_at_due_times_and_it_moves_nothing() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    world.later(baton_core::time::Span::hours(5));
    assert_eq!(code(world.act(cast().amira, id, Act::CheckDue)), Code::NotAllowed);
    let check = Command::Request(id, Box::new(Act::CheckDue));
    let events = world.baton(check.clone());
    assert_eq!(kinds_of(&events), ["request_overdue", "request_escalated"]);
    assert_eq!(world.stage(id), StageName::Sent);
    assert!(world.baton(check).is_empty(), "it is flagged once");
}
