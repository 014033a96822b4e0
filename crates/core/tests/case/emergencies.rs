//! What cannot wait for opening hours is acknowledged by the clock on the wall.

use baton_core::agreement::Target;
use baton_core::case::clocks::{Basis, Clock, ClockState, basis, clocks};
use baton_core::case::kinds::*;
use baton_core::case::request::command::{Act, Raise, WeighingForm};
use baton_core::case::service_clocks::{Steps, fit};
use baton_core::escalation::Tick;
use baton_core::ids::RequestId;
use baton_core::service_level::Goal;
use baton_core::time::{Instant, Span};
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::people::nine_to_five;
use baton_testkit::casebook::promising::{called, terms};
use baton_testkit::casebook::world::{World, cast, ground};

use super::pauses::agreed_on;

/// Saturday, late in the evening.
fn night() -> Instant {
    "2026-03-07T22:00:00Z".parse().unwrap()
}

fn monday_morning() -> Instant {
    "2026-03-09T09:00:00Z".parse().unwrap()
}

fn at_night(world: World, change: impl FnOnce(&mut Raise)) -> (World, RequestId) {
    let mut world = World { now: night(), ..world };
    let mut form = ask(Mode::Delegate, cast().logistics, world.now);
    form.weighing = because("They are on the phone with us.");
    change(&mut form);
    let id = world.raise(cast().amira, form).unwrap();
    (world, id)
}

fn clock(world: &World, id: RequestId, kind: ClockKind) -> Clock {
    let all = clocks(world.request(id), &ground().calendars, world.now);
    all.into_iter().rev().find(|clock| clock.kind == kind).unwrap()
}

fn acknowledged_by(world: &World, id: RequestId) -> Instant {
    clock(world, id, ClockKind::Acknowledge).due.unwrap()
}

fn confirming(fact: &str, form: &mut Raise) {
    let facts = vec![Tick::read(fact).unwrap()];
    form.weighing = WeighingForm { facts, ..form.weighing.clone() };
}

#[test]
fn an_emergency_is_acknowledged_within_fifteen_minutes_though_nobody_is_open() {
    let (mut world, id) = at_night(World::new(), |form| form.emergency = true);
    assert_eq!(acknowledged_by(&world, id), night() + Span::minutes(15));
    let rests_on = basis(world.request(id), ClockKind::Acknowledge, night());
    assert_eq!(rests_on, Some(Basis::Emergency { target: Span::minutes(15) }));
    world.later(Span::minutes(15));
    let running = clock(&world, id, ClockKind::Acknowledge);
    assert_eq!((running.state, running.used_seconds), (ClockState::Running, 900));
    world.later(Span::millis(1));
    assert_eq!(clock(&world, id, ClockKind::Acknowledge).state, ClockState::Breached);
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    assert_eq!(clock(&world, id, ClockKind::Acknowledge).state, ClockState::Breached);
    let read_back = clock(&world, id, ClockKind::ReadBack).due.unwrap();
    assert_eq!(read_back, monday_morning() + Span::hours(4), "what follows has its hours");
}

#[test]
fn expediting_what_is_about_safety_or_a_data_breach_is_an_emergency_too() {
    let by = |class: ServiceClass, fact: Option<&str>| {
        let (world, id) = at_night(World::new(), |form| {
            form.service_class = Some(class);
            if let Some(fact) = fact {
                confirming(fact, form);
            }
        });
        acknowledged_by(&world, id)
    };
    let at_once = night() + Span::minutes(15);
    assert_eq!(by(ServiceClass::Expedite, Some("data_breach=suspected")), at_once);
    assert_eq!(by(ServiceClass::Expedite, Some("safety=possible")), at_once);
    let half_an_hour = monday_morning() + Span::minutes(30);
    assert_eq!(by(ServiceClass::Expedite, None), half_an_hour);
    assert_eq!(by(ServiceClass::Expedite, Some("media=true")), half_an_hour);
    let four_hours = monday_morning() + Span::hours(4);
    assert_eq!(by(ServiceClass::Standard, Some("data_breach=suspected")), four_hours);
}

#[test]
fn what_was_agreed_for_an_emergency_holds_where_it_is_less() {
    let by = |minutes: u32| {
        let target =
            Target { class: ServiceClass::Standard, clock: ClockKind::Acknowledge, minutes };
        let agreements = agreed_on(|terms| terms.targets.push(target));
        let world = World { agreements, ..World::new() };
        let (world, id) = at_night(world, |form| form.emergency = true);
        acknowledged_by(&world, id)
    };
    assert_eq!(by(10), night() + Span::minutes(10));
    assert_eq!(by(240), night() + Span::minutes(15));
}

#[test]
fn what_is_confirmed_after_it_was_sent_changes_no_clock_that_runs() {
    let (mut world, id) =
        at_night(World::new(), |form| form.service_class = Some(ServiceClass::Expedite));
    let before = acknowledged_by(&world, id);
    let mut act = escalation(3);
    if let Act::Escalate { weighing, .. } = &mut act {
        weighing.facts = vec![Tick::read("safety=imminent").unwrap()];
    }
    world.later(Span::minutes(1));
    world.act(cast().amira, id, act).unwrap();
    assert_eq!(acknowledged_by(&world, id), before);
}

#[test]
fn a_promise_to_the_customer_is_held_against_an_emergency_by_the_clock_on_the_wall() {
    let world = World { now: night(), ..called(night(), terms(&[(Goal::Resolution, 8 * 3_600)])) };
    let hours = |hours| Span::hours(hours);
    let steps = Steps {
        acknowledge: hours(1),
        read_back: hours(1),
        deliver: Some(hours(1)),
        needed_by: None,
        verify: hours(1),
        tell: hours(1),
        emergency: true,
        asked: Some(nine_to_five()),
        asking: Some(nine_to_five()),
    };
    let needs =
        |steps: &Steps| fit(&world.case, steps, &ground().calendars, night()).unwrap().needs;
    assert_eq!(needs(&steps), hours(4), "it is acknowledged before anybody opens");
    assert_eq!(needs(&Steps { emergency: false, ..steps }), hours(5));
}
