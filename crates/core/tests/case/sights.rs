//! Need to know: who sees the case, the request, or nothing.

use baton_core::access::{Sight, Who, customer_sight};
use baton_core::case::kinds::*;
use baton_core::case::request::command::{Act, Raise};
use baton_core::case::request::sight::{case_sight, sight};
use baton_core::ids::{PersonId, RequestId};
use baton_core::log::Actor;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, ground};

fn of_request(world: &World, id: RequestId, person: PersonId) -> Sight {
    sight(&world.case, world.request(id), &ground().who(person))
}

fn of_case(world: &World, person: PersonId) -> Sight {
    case_sight(&world.case, &ground().who(person))
}

#[test]
fn the_department_that_has_the_case_sees_all_of_it_and_the_asked_one_the_packet() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    for person in [cast().amira, cast().joan, cast().nora, cast().max, cast().robot] {
        assert_eq!(of_case(&world, person), Sight::All);
        assert_eq!(of_request(&world, id, person), Sight::All);
    }
    for person in [cast().tom, cast().ken, cast().ines] {
        assert_eq!(of_case(&world, person), Sight::None, "the case is not theirs");
        assert_eq!(of_request(&world, id, person), Sight::Packet);
    }
    for person in [cast().priya, cast().bela, cast().omar, cast().ruth] {
        assert_eq!(of_case(&world, person), Sight::None);
        assert_eq!(of_request(&world, id, person), Sight::None);
    }
}

#[test]
fn a_draft_is_for_the_asking_department_alone() {
    let mut world = World::new();
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let id = world.raise(cast().amira, Raise { draft: true, ..form }).unwrap();
    assert_eq!(of_request(&world, id, cast().joan), Sight::All);
    assert_eq!(of_request(&world, id, cast().tom), Sight::None);
}

#[test]
fn a_part_is_seen_by_its_two_departments_and_by_the_one_that_has_the_case() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    let below = world.delegated(id);
    assert_eq!(of_request(&world, below, cast().amira), Sight::All);
    assert_eq!(of_request(&world, below, cast().tom), Sight::Packet);
    assert_eq!(of_request(&world, below, cast().priya), Sight::Packet);
    assert_eq!(of_request(&world, id, cast().priya), Sight::None, "the whole is not theirs");
    let form = part(&world, id, cast().technical);
    let draft = world.raise(cast().tom, Raise { draft: true, ..form }).unwrap();
    assert_eq!(of_request(&world, draft, cast().amira), Sight::None);
    assert_eq!(of_request(&world, draft, cast().tom), Sight::Packet);
}

#[test]
fn whoever_rules_sees_what_there_is_to_rule_on_and_goes_on_seeing_what_they_ruled_on() {
    let mut world = World::new();
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let id = world.raise(cast().amira, Raise { service: Some(cast().tracing), ..form }).unwrap();
    world.act(cast().tom, id, dispute()).unwrap();
    for person in [cast().omar, cast().ruth] {
        assert_eq!(of_request(&world, id, person), Sight::Packet);
        assert_eq!(of_case(&world, person), Sight::None);
    }
    world.act(cast().amira, id, position()).unwrap();
    world.act(cast().omar, id, ruling()).unwrap();
    assert_eq!(of_request(&world, id, cast().omar), Sight::Packet, "it was their ruling");
    assert_eq!(of_request(&world, id, cast().ruth), Sight::None, "it was not theirs");
    let mut world = World::new();
    let id = super::scenes::declined(&mut world, 2);
    assert_eq!(of_request(&world, id, cast().ruth), Sight::Packet, "a ruling is due");
    assert_eq!(of_request(&world, id, cast().omar), Sight::None, "it is not of his service");
}

#[test]
fn whoever_had_it_before_a_redirection_sees_nothing_of_it_any_more() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    world.act(cast().tom, id, decline(DeclineReason::WrongTeam)).unwrap();
    assert_eq!(of_request(&world, id, cast().tom), Sight::Packet);
    world.act(cast().amira, id, Act::Redirect { to: cast().technical }).unwrap();
    assert_eq!(of_request(&world, id, cast().tom), Sight::None);
    assert_eq!(of_request(&world, id, cast().priya), Sight::Packet);
}

#[test]
fn a_transfer_takes_the_case_out_of_sight_and_leaves_the_request() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Transfer);
    assert_eq!(of_case(&world, cast().tom), Sight::All);
    assert_eq!(of_case(&world, cast().amira), Sight::None);
    assert_eq!(of_request(&world, id, cast().amira), Sight::Packet);
}

#[test]
fn baton_sees_all_but_drafts_and_a_customer_nothing() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    let request = world.request(id);
    assert_eq!(sight(&world.case, request, &Who::system()), Sight::All);
    let customer = Who::bare(Actor::Customer);
    assert_eq!(sight(&world.case, request, &customer), Sight::None);
    assert_eq!(case_sight(&world.case, &customer), Sight::None);
}

#[test]
fn a_role_alone_opens_no_case() {
    let world = World::new();
    let mut who = ground().who(cast().bela);
    (who.administrator, who.compliance, who.arbiter) = (true, true, true);
    who.owns_services = vec![cast().tracing, cast().visit];
    assert_eq!(case_sight(&world.case, &who), Sight::None);
}

#[test]
fn customers_are_found_by_those_who_take_cases_from_them() {
    for (person, expected) in [(cast().amira, Sight::All), (cast().tom, Sight::None)] {
        assert_eq!(customer_sight(&ground().who(person)), expected);
    }
}
