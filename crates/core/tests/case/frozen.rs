//! What a clock said when it stopped stays, and being late can be excused but not undone.

use baton_core::calendar::{Calendar, Calendars};
use baton_core::case::clocks::{self, Clock, ClockState};
use baton_core::case::event::CaseEvent;
use baton_core::case::kinds::*;
use baton_core::case::request::command::Act;
use baton_core::ids::RequestId;
use baton_core::refusal::Code;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, code, fields, ground, read};

fn all(world: &World, id: RequestId, calendars: &Calendars) -> Vec<Clock> {
    clocks::clocks(world.request(id), calendars, world.now)
}

fn of(world: &World, id: RequestId, kind: ClockKind) -> Clock {
    let all = all(world, id, &ground().calendars);
    all.into_iter().rev().find(|clock| clock.kind == kind).unwrap()
}

fn excuse(clock: ClockKind) -> Act {
    Act::Excuse { clock, started: None, reason: "The depot was flooded.".to_owned() }
}

/// Acknowledged a day after it was due.
fn late() -> (World, RequestId) {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    world.later(Span::times_24h(1));
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    (world, id)
}

#[test]
fn every_clock_that_stops_writes_its_result_down_once() {
    let mut world = World::new();
    let id = world.verified(Mode::Delegate);
    world.told();
    let stopped = |event: &CaseEvent| matches!(event, CaseEvent::ClockStopped(_));
    let results = world.log.iter().map(read).filter(stopped).count();
    let runs = &world.request(id).runs;
    assert!(runs.iter().all(|run| run.frozen.is_some()), "{runs:?}");
    assert_eq!(results, runs.len());
}

#[test]
fn a_calendar_that_comes_later_changes_no_result() {
    let (world, id) = late();
    let before = all(&world, id, &ground().calendars);
    let nights = Calendars::only(Calendar::named("NIGHT").unwrap());
    let stopped = |clock: &&Clock| clock.stopped.is_some();
    let after = all(&world, id, &nights);
    let results = |clocks: &[Clock]| clocks.iter().filter(stopped).cloned().collect::<Vec<_>>();
    assert_eq!(results(&after), results(&before));
    let read_back = |clocks: &[Clock]| {
        let running = clocks.iter().find(|clock| clock.kind == ClockKind::ReadBack);
        running.and_then(|clock| clock.due)
    };
    assert_ne!(read_back(&after), read_back(&before), "what runs is counted anew");
}

#[test]
fn a_redirection_changes_no_result_of_who_was_asked_before() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    let before = of(&world, id, ClockKind::Acknowledge);
    world.act(cast().tom, id, decline(DeclineReason::WrongTeam)).unwrap();
    world.act(cast().amira, id, Act::Redirect { to: cast().technical }).unwrap();
    assert_eq!(all(&world, id, &ground().calendars)[1], before);
}

#[test]
fn what_is_withdrawn_in_time_was_neither_met_nor_late() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    let mut later = world.clone();
    world.act(cast().amira, id, withdrawal()).unwrap();
    assert_eq!(of(&world, id, ClockKind::Acknowledge).state, ClockState::Stopped);
    later.later(Span::times_24h(1));
    later.act(cast().amira, id, withdrawal()).unwrap();
    assert_eq!(of(&later, id, ClockKind::Acknowledge).state, ClockState::Breached);
}

#[test]
fn the_lead_who_waited_excuses_that_it_was_late_and_it_stays_late() {
    let (mut world, id) = late();
    world.act(cast().joan, id, excuse(ClockKind::Acknowledge)).unwrap();
    let clock = of(&world, id, ClockKind::Acknowledge);
    assert_eq!((clock.state, clock.excused.unwrap().by), (ClockState::Breached, cast().joan));
    assert_eq!(code(world.act(cast().joan, id, excuse(ClockKind::Acknowledge))), Code::IllegalMove);
}

#[test]
fn nobody_excuses_their_own_department_and_nobody_but_a_lead_does() {
    let (mut world, id) = late();
    for person in [cast().ines, cast().tom, cast().amira] {
        let refused = world.act(person, id, excuse(ClockKind::Acknowledge));
        assert_eq!(code(refused), Code::NotYourSide);
    }
    let blank = Act::Excuse { clock: ClockKind::Acknowledge, started: None, reason: " ".into() };
    assert_eq!(fields(world.act(cast().joan, id, blank)).1, ["reason"]);
}

#[test]
fn what_was_in_time_has_nothing_to_excuse() {
    let (mut world, id) = late();
    let refused = world.act(cast().joan, id, excuse(ClockKind::Deliver));
    assert_eq!(fields(refused).1, ["clock"]);
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    let refused = world.act(cast().joan, id, excuse(ClockKind::Acknowledge));
    assert_eq!(code(refused), Code::IllegalMove);
}

#[test]
fn what_was_withdrawn_is_not_reopened_and_its_clock_goes_on_saying_so() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    world.act(cast().amira, id, Act::Withdraw { reason: "Not needed.".to_owned() }).unwrap();
    world.later(Span::hours(1));
    for person in [cast().amira, cast().tom] {
        assert_eq!(code(world.act(person, id, reopening())), Code::IllegalMove);
    }
    let ends: Vec<_> = world.request(id).runs.iter().map(|run| run.frozen.unwrap().end).collect();
    assert!(ends.iter().all(|end| *end == ClockEnd::Withdrawn), "{ends:?}");
    // What was verified is: what its clocks said stays, and the delivery has a clock of its own.
    let other = world.verified(Mode::Delegate);
    let before = world.request(other).runs.clone();
    world.act(cast().amira, other, reopening()).unwrap();
    let runs = &world.request(other).runs;
    let kept = before.iter().filter(|run| run.frozen.is_some()).all(|run| runs.contains(run));
    assert!(kept, "{runs:?}");
    assert_eq!(runs.last().map(|run| (run.kind, run.stopped)), Some((ClockKind::Deliver, None)));
}
