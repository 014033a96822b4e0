//! What a merged case had promised holds in the case that goes on, whatever that had promised.

use baton_core::case::command::{Command, Open};
use baton_core::case::kinds::*;
use baton_core::case::service_clocks::{Clock, ClockState, calendar_of, clocks};
use baton_core::ids::Id;
use baton_core::service_level::Levels;
use baton_core::time::Instant;
use baton_testkit::casebook::promising::*;
use baton_testkit::casebook::world::{World, cast, ground};

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn opened(number: u64, levels: &Levels) -> World {
    let form = Open { id: Id::from_bits(u128::from(number)), number, ..form(Channel::Phone) };
    let who = ground().who(cast().amira);
    World::under(&form, &who, levels, at("2026-03-02T10:00:00Z")).unwrap()
}

fn last(world: &World) -> Option<Clock> {
    let hours = calendar_of(&world.case, &ground().calendars);
    let all = clocks(&world.case, hours, world.now);
    all.into_iter().find(|clock| clock.kind == CaseClock::FinalResolution)
}

#[test]
fn of_two_cases_the_promise_holds_though_only_the_merged_one_had_made_one() {
    let who = ground().who(cast().amira);
    let mut survivor = opened(1042, &Levels::default());
    let mut merged = opened(1043, &promising(every_goal()));
    assert_eq!(last(&survivor), None);
    let due = last(&merged).unwrap().due;
    merged.merge_into(&mut survivor, &who).unwrap();
    let running = last(&survivor).unwrap();
    assert_eq!((running.due, running.state), (due, ClockState::Running));
    // Late is flagged once and stays late, as under a service level of its own.
    survivor.now = due + baton_core::time::Span::hours(1);
    let flagged = survivor.baton(Command::CheckPromises);
    assert!(flagged.iter().any(|event| event.kind() == "case_clock_overdue"), "{flagged:?}");
    assert!(survivor.baton(Command::CheckPromises).is_empty());
    survivor.told();
    let stopped = last(&survivor).unwrap();
    assert_eq!((stopped.due, stopped.state), (due, ClockState::Breached));
    assert!(survivor.case.stops.iter().any(|stop| stop.clock == CaseClock::FinalResolution));
    assert_eq!(survivor.replayed(), survivor.case);
}

#[test]
fn what_is_not_resolved_in_the_merged_case_is_not_resolved_where_it_goes_on() {
    let who = ground().who(cast().amira);
    let levels = promising(every_goal());
    let (mut survivor, mut merged) = (opened(1042, &levels), opened(1043, &levels));
    survivor.told();
    assert_eq!(last(&survivor).unwrap().state, ClockState::Met);
    merged.now = survivor.now;
    let due = last(&merged).unwrap().due;
    merged.merge_into(&mut survivor, &who).unwrap();
    let on = last(&survivor).unwrap();
    assert_eq!((on.state, on.due), (ClockState::Running, due));
}

#[test]
fn what_the_other_case_had_promised_is_its_own_again_when_they_are_taken_apart() {
    let who = ground().who(cast().amira);
    let mut survivor = opened(1042, &Levels::default());
    let mut merged = opened(1043, &promising(every_goal()));
    merged.merge_into(&mut survivor, &who).unwrap();
    assert!(last(&survivor).is_some());
    merged.separate_from(&mut survivor, &who).unwrap();
    assert_eq!(last(&survivor), None);
    assert_eq!(last(&merged).unwrap().state, ClockState::Running);
}
