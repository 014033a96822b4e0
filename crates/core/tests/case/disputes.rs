//! Two departments see it differently, and whoever has a part in it does not rule.

use baton_core::case::command::Command;
use baton_core::case::kinds::*;
use baton_core::case::request::command::{Act, Raise};
use baton_core::case::request::moves::{Move, moves};
use baton_core::directory::{Directory, Role};
use baton_core::ids::{PersonId, RequestId};
use baton_core::log::Effect;
use baton_core::refusal::{Code, Refusal};
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, code, ground};

/// A request for the tracing service, which Omar owns; Tom has it.
fn traced(world: &mut World) -> RequestId {
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let id = world.raise(cast().amira, Raise { service: Some(cast().tracing), ..form }).unwrap();
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    id
}

fn arbiter(world: &World, id: RequestId) -> Option<PersonId> {
    world.request(id).dispute.as_ref().unwrap().arbiter
}

/// The directory as it would be if these people held these roles, and nobody others.
fn with_roles(roles: &[(PersonId, Role)]) -> Directory {
    let mut directory = ground().directory.clone();
    for person in directory.people.values_mut() {
        let of = roles.iter().filter(|(id, _)| *id == person.id);
        person.roles = of.map(|(_, role)| *role).collect();
    }
    directory
}

/// Does something in another directory.
fn act_in(
    world: &mut World,
    directory: &Directory,
    person: PersonId,
    id: RequestId,
    act: Act,
) -> Result<(), Refusal> {
    let who = directory.who(person).unwrap();
    let decided = world.decide_in(directory, &who, &Command::Request(id, Box::new(act)))?;
    world.accept(decided);
    Ok(())
}

fn told(world: &World, kind: &str) -> Vec<PersonId> {
    let of = |effect: &Effect| match effect {
        Effect::Notify { people, kind: about, .. } if *about == kind => Some(people.clone()),
        _ => None,
    };
    world.effects.iter().find_map(of).unwrap_or_default()
}

fn look(world: &mut World, id: RequestId) {
    world.baton(Command::Request(id, Box::new(Act::CheckDue)));
}

#[test]
fn a_dispute_is_ruled_on_by_whoever_owns_the_service_or_an_arbiter() {
    let mut world = World::new();
    let id = traced(&mut world);
    assert_eq!(code(world.act(cast().omar, id, ruling())), Code::NotFound, "nothing to rule on");
    world.act(cast().tom, id, dispute()).unwrap();
    assert_eq!(
        (arbiter(&world, id), told(&world, "dispute_opened")),
        (Some(cast().omar), vec![cast().omar])
    );
    assert_eq!(told(&world, "dispute_position"), [cast().amira]);
    assert_eq!(code(world.act(cast().amira, id, dispute())), Code::IllegalMove);
    world.act(cast().amira, id, position()).unwrap();
    assert_eq!(code(world.act(cast().ines, id, ruling())), Code::NotYourSide);
    world.act(cast().omar, id, ruling()).unwrap();
    let request = world.request(id);
    assert!(request.dispute.is_none() && request.rulings[0].precedent);
    assert_eq!(code(world.act(cast().omar, id, ruling())), Code::IllegalMove);
}

#[test]
fn nobody_rules_before_the_other_side_has_said_how_it_sees_it() {
    let mut world = World::new();
    let id = traced(&mut world);
    world.act(cast().tom, id, dispute()).unwrap();
    let offered = |world: &World| {
        moves(&world.case, world.request(id), &ground().who(cast().omar)).contains(&Move::Rule)
    };
    assert!(!offered(&world));
    assert_eq!(code(world.act(cast().omar, id, ruling())), Code::IllegalMove);
    world.act(cast().amira, id, position()).unwrap();
    assert_eq!(told(&world, "dispute_opened"), [cast().omar], "now it is his turn");
    assert!(offered(&world));
    world.act(cast().omar, id, ruling()).unwrap();
}

#[test]
fn whoever_is_silent_for_half_the_time_of_the_ruling_does_not_hold_it_up() {
    let mut world = World::new();
    let id = traced(&mut world);
    world.act(cast().tom, id, dispute()).unwrap();
    let due = world.request(id).position_due(&ground().calendars).unwrap();
    assert_eq!(due, ground().calendars.standard().due(world.now, Span::hours(8)));
    world.now = due;
    look(&mut world, id);
    assert_eq!(code(world.act(cast().omar, id, ruling())), Code::IllegalMove, "not yet over");
    world.later(Span::millis(1));
    look(&mut world, id);
    assert_eq!(told(&world, "dispute_opened"), [cast().omar]);
    look(&mut world, id);
    assert_eq!(told(&world, "dispute_opened"), [], "said once");
    world.clone().act(cast().omar, id, ruling()).unwrap();
    world.act(cast().amira, id, position()).unwrap();
    world.act(cast().omar, id, ruling()).unwrap();
}

#[test]
fn whoever_opened_it_took_a_position_asked_or_has_it_does_not_rule() {
    let everybody = [cast().joan, cast().ken, cast().amira, cast().tom];
    let directory = with_roles(&everybody.map(|person| (person, Role::Arbiter)));
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    act_in(&mut world, &directory, cast().ken, id, dispute()).unwrap();
    assert_eq!(arbiter(&world, id), Some(cast().joan), "of those who have no part in it yet");
    act_in(&mut world, &directory, cast().joan, id, position()).unwrap();
    for person in everybody {
        let refused = act_in(&mut world, &directory, person, id, ruling());
        assert_eq!(code(refused), Code::NotYourSide);
    }
}

#[test]
fn of_two_arbiters_the_one_who_works_in_neither_department_rules() {
    let directory = with_roles(&[(cast().joan, Role::Arbiter), (cast().ruth, Role::Arbiter)]);
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    act_in(&mut world, &directory, cast().tom, id, dispute()).unwrap();
    act_in(&mut world, &directory, cast().amira, id, position()).unwrap();
    assert_eq!(arbiter(&world, id), Some(cast().ruth));
    let refused = act_in(&mut world, &directory, cast().joan, id, ruling());
    assert_eq!(code(refused), Code::NotYourSide, "it is her own department's");
    act_in(&mut world, &directory, cast().ruth, id, ruling()).unwrap();
}

#[test]
fn where_nobody_neutral_is_left_the_director_on_duty_rules() {
    let directory = with_roles(&[(cast().amira, Role::Arbiter), (cast().bela, Role::Director)]);
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    act_in(&mut world, &directory, cast().tom, id, dispute()).unwrap();
    assert_eq!(arbiter(&world, id), Some(cast().bela));
    act_in(&mut world, &directory, cast().joan, id, position()).unwrap();
    act_in(&mut world, &directory, cast().bela, id, ruling()).unwrap();
}

#[test]
fn a_dispute_without_a_ruling_in_time_goes_to_the_director_who_rules_then() {
    let directory = with_roles(&[(cast().ruth, Role::Arbiter), (cast().bela, Role::Director)]);
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    act_in(&mut world, &directory, cast().tom, id, dispute()).unwrap();
    act_in(&mut world, &directory, cast().amira, id, position()).unwrap();
    let early = act_in(&mut world, &directory, cast().bela, id, ruling());
    assert_eq!(code(early), Code::NotFound, "it has not come to her");
    world.later(Span::times_24h(3));
    let check = Command::Request(id, Box::new(Act::CheckDue));
    let system = baton_core::access::Who::system();
    let decided = world.decide_in(&directory, &system, &check).unwrap();
    world.accept(decided);
    assert_eq!(world.request(id).climbed().unwrap().asked, [cast().bela]);
    act_in(&mut world, &directory, cast().bela, id, ruling()).unwrap();
    let request = world.request(id);
    assert!(request.unanswered().is_none(), "what she was asked is answered with it");
}
