//! Each department counts by its own hours.

use baton_core::calendar::{Calendar, Calendars};
use baton_core::case::clocks::{self, Clock};
use baton_core::case::command::Command;
use baton_core::case::kinds::*;
use baton_core::case::request::command::Act;
use baton_core::directory::Directory;
use baton_core::ids::{CalendarId, Id, RequestId};
use baton_core::time::{Instant, Span};
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, ground};

/// Logistics works through the night, customer service in New York.
fn elsewhere() -> (Directory, Calendars) {
    let (nights, york) = (CalendarId::from_bits(1), CalendarId::from_bits(2));
    let mut directory = ground().directory.clone();
    directory.departments.get_mut(&cast().logistics).unwrap().calendar = Some(nights);
    directory.departments.get_mut(&cast().customer_service).unwrap().calendar = Some(york);
    let named = |name| Calendar::named(name).unwrap();
    (directory, Calendars::default().with(nights, named("NIGHT")).with(york, named("NY")))
}

fn of(world: &World, id: RequestId, calendars: &Calendars, kind: ClockKind) -> Clock {
    let all = clocks::clocks(world.request(id), calendars, world.now);
    all.into_iter().rev().find(|clock| clock.kind == kind).unwrap()
}

fn at(text: &str) -> Option<Instant> {
    Some(text.parse().unwrap())
}

fn raised(world: &mut World, directory: &Directory) -> RequestId {
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let who = ground().who(cast().amira);
    let raise = Command::Raise(Box::new(form));
    let decided = world.decide_in(directory, &who, &raise).unwrap();
    world.accept(decided);
    world.case.requests.last().unwrap().id
}

#[test]
fn who_is_asked_answers_in_their_own_hours_and_who_asks_in_theirs() {
    let (directory, calendars) = elsewhere();
    let mut world = World::new();
    let id = raised(&mut world, &directory);
    // Monday at ten in London: the night begins at ten in the evening.
    let acknowledge = of(&world, id, &calendars, ClockKind::Acknowledge);
    assert_eq!(acknowledge.due, at("2026-03-03T02:00:00Z"));
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    let form = read_back(&world, id);
    world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    // Four hours of New York, which opens at two in the afternoon of London.
    let hear_back = of(&world, id, &calendars, ClockKind::HearBack);
    assert_eq!(hear_back.due, at("2026-03-02T18:00:00Z"));
}

#[test]
fn a_request_keeps_the_hours_it_was_sent_under() {
    let (directory, calendars) = elsewhere();
    let mut world = World::new();
    let id = raised(&mut world, &directory);
    let before = of(&world, id, &calendars, ClockKind::Acknowledge).due;
    // Logistics goes back to the standard hours; only the next request knows.
    let next = raised(&mut world, &ground().directory);
    assert_eq!(of(&world, id, &calendars, ClockKind::Acknowledge).due, before);
    assert_eq!(
        of(&world, next, &calendars, ClockKind::Acknowledge).due,
        at("2026-03-02T14:00:00Z")
    );
}

#[test]
fn a_redirection_counts_by_the_hours_of_who_is_asked_then() {
    let (directory, calendars) = elsewhere();
    let mut world = World::new();
    let id = raised(&mut world, &directory);
    world.act(cast().tom, id, decline(DeclineReason::WrongTeam)).unwrap();
    world.later(Span::minutes(1));
    let who = ground().who(cast().amira);
    let redirect = Act::Redirect { to: cast().technical };
    let command = Command::Request(id, Box::new(redirect));
    let decided = world.decide_in(&directory, &who, &command).unwrap();
    world.accept(decided);
    let acknowledge = of(&world, id, &calendars, ClockKind::Acknowledge);
    assert_eq!(acknowledge.due, at("2026-03-02T14:01:00Z"));
}
