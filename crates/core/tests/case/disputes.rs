//! Two departments see it differently, and whoever has a part in it does not rule.

use baton_core::case::clocks::{Clock, ClockState, clocks};
use baton_core::case::command::Command;
use baton_core::case::kinds::*;
use baton_core::case::request::command::{Act, Raise};
use baton_core::case::request::moves::{Move, moves};
use baton_core::case::request::trace::marks;
use baton_core::directory::{Directory, Role};
use baton_core::ids::{PersonId, RequestId};
use baton_core::log::Effect;
use baton_core::refusal::{Code, Refusal};
use baton_core::time::{Instant, Span};
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

fn setting_anew(clock: ClockKind, due: Instant) -> Act {
    let mut act = ruling();
    if let Act::Rule { restate, .. } = &mut act {
        *restate = Some((clock, due));
    }
    act
}

fn clock(world: &World, id: RequestId, kind: ClockKind) -> Clock {
    let all = clocks(world.request(id), &ground().calendars, world.now);
    all.into_iter().rev().find(|clock| clock.kind == kind).unwrap()
}

fn heard(world: &mut World, id: RequestId) {
    world.act(cast().tom, id, dispute()).unwrap();
    world.act(cast().amira, id, position()).unwrap();
}

#[test]
fn a_ruling_keeps_what_it_was_given_on() {
    let mut world = World::new();
    let id = traced(&mut world);
    heard(&mut world, id);
    let contested = world.request(id).dispute.clone();
    let (was, due) = (clock(&world, id, ClockKind::Deliver).due, world.now + Span::times_24h(9));
    world.act(cast().omar, id, setting_anew(ClockKind::Deliver, due)).unwrap();
    let ruling = &world.request(id).rulings[0];
    assert_eq!(ruling.dispute, contested);
    let restated = ruling.restated.unwrap();
    assert_eq!((restated.was, restated.due), (was, due));
}

#[test]
fn what_the_law_makes_due_is_set_anew_by_compliance_alone() {
    let mut world = World::new();
    let mut form = ask(Mode::Delegate, cast().logistics, world.now);
    form.needed_by_reason = Some(NeededByReason::LegalClock);
    form.weighing = because("Compliance knows of it.");
    form.service = Some(cast().tracing);
    let id = world.raise(cast().amira, form).unwrap();
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    heard(&mut world, id);
    let anew = setting_anew(ClockKind::Deliver, world.now + Span::times_24h(60));
    assert_eq!(code(world.act(cast().omar, id, anew.clone())), Code::LegalDeadline);
    let read_back = setting_anew(ClockKind::ReadBack, world.now + Span::hours(9));
    world.clone().act(cast().omar, id, read_back).unwrap();
    let directory = with_roles(&[(cast().omar, Role::Compliance), (cast().omar, Role::Arbiter)]);
    act_in(&mut world, &directory, cast().omar, id, anew).unwrap();
}

#[test]
fn what_was_late_before_a_ruling_stays_late_and_is_excused_by_it() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    world.later(Span::times_24h(1));
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    let kind = ClockKind::Acknowledge;
    let before = clock(&world, id, kind);
    assert_eq!(before.state, ClockState::Breached);
    heard(&mut world, id);
    let due = world.now + Span::times_24h(1);
    world.act(cast().ruth, id, setting_anew(kind, due)).unwrap();
    let after = clock(&world, id, kind);
    assert_eq!(
        (after.state, after.due, after.was_due),
        (ClockState::Breached, Some(due), before.due)
    );
    assert_eq!(after.excused.map(|excused| excused.by), Some(cast().ruth));
    let mark = marks(world.request(id), &ground().calendars)
        .into_iter()
        .find(|mark| mark.kind == kind)
        .unwrap();
    assert_eq!((mark.due, mark.excused), (before.due, true), "figures count it both ways");
    assert!(world.request(id).unexcused().next().is_none());
}

#[test]
fn what_is_late_again_after_a_ruling_is_flagged_and_excused_no_more() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    world.later(Span::times_24h(9));
    look(&mut world, id);
    heard(&mut world, id);
    let kind = ClockKind::Deliver;
    let due = world.now + Span::times_24h(1);
    world.act(cast().ruth, id, setting_anew(kind, due)).unwrap();
    let flags =
        |world: &World| world.request(id).flagged.iter().filter(|of| of.clock == kind).count();
    look(&mut world, id);
    assert_eq!((flags(&world), clock(&world, id, kind).excused.is_some()), (1, true));
    world.now = due + Span::millis(1);
    look(&mut world, id);
    look(&mut world, id);
    let clock = clock(&world, id, kind);
    assert_eq!((flags(&world), clock.state, clock.excused), (2, ClockState::Breached, None));
    assert!(world.request(id).unexcused().any(|run| run.kind == kind));
}
