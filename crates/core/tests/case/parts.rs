//! Part of the work passed on to a third department: a request that serves another one.

use baton_core::case::kinds::*;
use baton_core::case::request::command::*;
use baton_core::ids::RequestId;
use baton_core::refusal::Code;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, code, fields};

use super::scenes::{part_done, third_in_line};

/// Tom's work for Ms Okafor, with her phone.
fn with_phone(world: &mut World) -> RequestId {
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let id = world.raise(cast().amira, Raise { shared: vec![share("phone")], ..form }).unwrap();
    let mut form = read_back(world, id);
    form.acknowledge = true;
    world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    world.act(cast().amira, id, Act::Confirm).unwrap();
    id
}

#[test]
fn whoever_works_on_it_passes_a_part_on_and_stays_answerable() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    let form = part(&world, id, cast().technical);
    assert_eq!(code(world.raise(cast().ken, form.clone())), Code::NotYourSide);
    let below = world.raise(cast().tom, form).unwrap();
    let request = world.request(below);
    assert_eq!((request.from, request.parent), (cast().logistics, Some(id)));
    assert_eq!(code(world.act(cast().tom, id, delivery())), Code::RequestOpen);
    assert_eq!(code(world.act(cast().ines, id, delivery())), Code::RequestOpen);
    world.act(cast().tom, below, withdrawal()).unwrap();
    world.act(cast().tom, id, delivery()).unwrap();
}

#[test]
fn work_is_delivered_when_every_part_of_it_has_come_to_its_end() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    let below = part_done(&mut world, id);
    assert_eq!(world.stage(below), StageName::Closed, "its sender knows the answer");
    let second = world.delegated(id);
    world.act(cast().priya, second, decline(DeclineReason::Unsafe)).unwrap_err();
    let mut act = decline(DeclineReason::Unsafe);
    if let Act::Decline(form) = &mut act {
        form.alternative.as_mut().unwrap().value = Some("Billing".to_owned());
    }
    world.act(cast().priya, second, act).unwrap();
    world.act(cast().tom, id, delivery()).unwrap();
    world.act(cast().amira, id, Act::Verify).unwrap();
    world.closed();
}

#[test]
fn a_part_is_needed_no_later_than_the_whole() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    let form = part(&world, id, cast().technical);
    let needed_by = form.needed_by.map(|by| by + Span::millis(1));
    let late = Raise { needed_by, ..form.clone() };
    assert_eq!(fields(world.raise(cast().tom, late.clone())).1, ["needed_by"]);
    let draft = world.raise(cast().tom, Raise { draft: true, ..form }).unwrap();
    let refused = world.act(cast().tom, draft, Act::Revise(Box::new(late)));
    assert_eq!(fields(refused).1, ["needed_by"], "nor is a draft made later");
    world.act(cast().tom, draft, Act::Send).unwrap();
}

#[test]
fn what_is_late_already_is_passed_on_for_later_still() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    world.later(Span::times_24h(9));
    let form = part(&world, id, cast().technical);
    world.raise(cast().tom, form).unwrap();
}

#[test]
fn a_part_is_given_no_more_of_the_customer_than_the_whole() {
    let mut world = World::new();
    let id = with_phone(&mut world);
    let form = part(&world, id, cast().technical);
    // Whether the customer has such a field is not to be learnt here either.
    for field in ["email", "health", "shoe_size"] {
        let form = Raise { shared: vec![share(field)], ..form.clone() };
        assert_eq!(fields(world.raise(cast().tom, form)).1, ["shared_fields"], "{field}");
    }
    let form = Raise { shared: vec![share("phone")], ..form };
    let below = world.raise(cast().tom, form.clone()).unwrap();
    world.act(cast().priya, below, question()).unwrap();
    let more = Act::Answer { text: "Here.".to_owned(), share: vec![share("email")] };
    assert_eq!(fields(world.act(cast().tom, below, more)).1, ["shared_fields"]);
    world.act(cast().tom, below, answer()).unwrap();
    let draft = Raise { draft: true, ..form };
    let below = world.raise(cast().tom, draft.clone()).unwrap();
    let more = Raise { shared: vec![share("email")], ..draft };
    let refused = world.act(cast().tom, below, Act::Revise(Box::new(more)));
    assert_eq!(fields(refused).1, ["shared_fields"]);
}

#[test]
fn what_is_taken_back_from_the_whole_is_taken_back_from_its_parts() {
    let mut world = World::new();
    let id = with_phone(&mut world);
    let form = Raise { shared: vec![share("phone")], ..part(&world, id, cast().technical) };
    let below = world.raise(cast().tom, form.clone()).unwrap();
    let draft = world.raise(cast().tom, Raise { draft: true, ..form }).unwrap();
    let take = Act::Unshare { field: "phone".to_owned(), reason: "She has moved.".to_owned() };
    let events = world.act(cast().amira, id, take).unwrap();
    assert_eq!(events.len(), 2);
    assert!(!world.request(id).shares("phone") && !world.request(below).shares("phone"));
    assert_eq!(fields(world.act(cast().tom, draft, Act::Send)).1, ["shared_fields"]);
}

#[test]
fn three_in_a_line_are_the_most() {
    let mut world = World::new();
    let third = third_in_line(&mut world);
    assert_eq!(world.stage(third), StageName::InProgress);
    let form = part(&world, third, cast().logistics);
    assert_eq!(code(world.raise(cast().bela, form)), Code::IllegalMove);
}

#[test]
fn whoever_only_helps_cannot_give_the_case_away() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    let form = Raise { mode: Mode::Transfer, ..part(&world, id, cast().technical) };
    assert_eq!(fields(world.raise(cast().tom, form.clone())).1, ["mode"]);
    let draft = Raise { mode: Mode::Delegate, draft: true, ..form.clone() };
    let draft = world.raise(cast().tom, draft).unwrap();
    let refused = world.act(cast().tom, draft, Act::Revise(Box::new(form)));
    assert_eq!(fields(refused).1, ["mode"]);
}

#[test]
fn a_part_of_what_has_ended_is_neither_sent_nor_taken_up_again() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    let done = part_done(&mut world, id);
    let form = part(&world, id, cast().technical);
    let draft = world.raise(cast().tom, Raise { draft: true, ..form }).unwrap();
    world.act(cast().tom, id, delivery()).unwrap();
    assert_eq!(code(world.act(cast().tom, draft, Act::Send)), Code::IllegalMove);
    assert_eq!(code(world.act(cast().tom, done, reopening())), Code::IllegalMove);
    world.act(cast().amira, id, rejection()).unwrap();
    world.act(cast().tom, done, reopening()).unwrap();
    assert_eq!(code(world.act(cast().tom, id, delivery())), Code::RequestOpen);
}

#[test]
fn the_owner_of_the_case_sees_a_part_but_it_is_not_theirs() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    let below = world.delegated(id);
    assert_eq!(code(world.act(cast().amira, below, withdrawal())), Code::NotYourSide);
    world.act(cast().amira, id, withdrawal()).unwrap();
    world.told();
    assert_eq!(code(world.person(cast().amira, closing())), Code::RequestOpen);
    world.act(cast().tom, below, withdrawal()).unwrap();
    world.person(cast().amira, closing()).unwrap();
}

#[test]
fn a_draft_that_its_owner_cannot_see_does_not_keep_the_case_open() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    let form = part(&world, id, cast().technical);
    let draft = world.raise(cast().tom, Raise { draft: true, ..form }).unwrap();
    world.act(cast().amira, id, withdrawal()).unwrap();
    world.closed();
    world.act(cast().tom, draft, withdrawal()).unwrap();
}
