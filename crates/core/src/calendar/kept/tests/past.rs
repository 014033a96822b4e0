//! What is over never changes (reference §2.6), the wrong way and the right way.

use super::*;
use crate::calendar::{Hours, Opening};

/// Only in the afternoon.
fn late(from: &str) -> Hours {
    let day = || vec![Opening::between(14 * 60, 22 * 60)];
    let days = [day(), day(), day(), day(), day(), Vec::new(), Vec::new()];
    Hours { from: Some(from.parse().unwrap()), ..Hours::default() }.with_days(days)
}

#[test]
fn hours_change_from_a_day_on_and_the_old_ones_stay_up_to_it() {
    let (mut world, id) = World::with(early());
    let yesterday = world.revise(&lea(), id, |of| of.hours.push(late("2026-05-31")));
    assert_eq!(wrong(yesterday), named("hours[1]", "past"));
    let ever =
        world.revise(&lea(), id, |of| of.hours[0] = Hours { from: None, ..late("2026-06-01") });
    assert_eq!(wrong(ever), named("hours[0]", "past"));
    let before = world.calendar(id);
    world.revise(&lea(), id, |of| of.hours.push(late("2026-06-10"))).unwrap();
    let after = world.calendar(id);
    let until = at("2026-06-09T23:00:00Z");
    let (start, target) = (at("2026-06-01T05:00:00Z"), Span::hours(30));
    assert_eq!(before.elapsed(start, until), after.elapsed(start, until));
    assert_eq!(before.due(start, target), after.due(start, target));
    assert_eq!(after.due(at("2026-06-09T12:00:00Z"), Span::hours(2)), at("2026-06-10T14:00:00Z"));
}

#[test]
fn a_refusal_about_the_past_says_what_to_do_instead() {
    let (mut world, id) = World::with(early());
    let refused = world.revise(&lea(), id, |of| of.hours.push(late("2026-05-01"))).unwrap_err();
    let said = &refused.fields[0].message;
    assert!(said.contains("hold from a day on, 1 June 2026 or later"), "{said}");
    let closed =
        world.revise(&lea(), id, |of| drop(of.exceptions.insert(day("2026-05-29"), vec![])));
    let said = closed.unwrap_err().fields[0].message.clone();
    assert!(said.contains("29 May 2026 is over") && said.contains("from 1 June 2026 on"), "{said}");
}

#[test]
fn coming_hours_may_still_be_changed_or_dropped_and_begun_ones_not() {
    let (mut world, id) = World::with(early());
    world.revise(&lea(), id, |of| of.hours.push(late("2026-06-10"))).unwrap();
    world.revise(&lea(), id, |of| of.hours[1] = late("2026-06-12")).unwrap();
    world.revise(&lea(), id, |of| drop(of.hours.pop())).unwrap();
    world.revise(&lea(), id, |of| of.hours.push(late("2026-06-10"))).unwrap();
    world.now = at("2026-06-20T09:00:00Z");
    assert_eq!(wrong(world.revise(&lea(), id, |of| drop(of.hours.pop()))), named("hours", "past"));
    let moved = world.revise(&lea(), id, |of| of.hours[1] = late("2026-06-12"));
    assert_eq!(wrong(moved), named("hours[1]", "past"));
}

#[test]
fn a_day_that_is_over_gets_no_hours_of_its_own_and_loses_none() {
    let (mut world, id) = World::with(early());
    let close = |text: &'static str| {
        move |of: &mut Description| drop(of.exceptions.insert(day(text), Vec::new()))
    };
    let yesterday = world.revise(&lea(), id, close("2026-05-31"));
    assert_eq!(wrong(yesterday), named("exceptions.2026-05-31", "past"));
    world.revise(&lea(), id, close("2026-06-01")).unwrap();
    world.now = at("2026-06-02T09:00:00Z");
    let reopened = world.revise(&lea(), id, |of| drop(of.exceptions.remove(&day("2026-06-01"))));
    assert_eq!(wrong(reopened), named("exceptions.2026-06-01", "past"));
}

#[test]
fn the_day_is_that_of_the_calendars_own_zone() {
    let zone = "Pacific/Auckland".to_owned();
    let (mut world, id) = World::with(Description { zone, ..early() });
    world.now = at("2026-06-01T13:00:00Z");
    let close = |text: &'static str| {
        move |of: &mut Description| drop(of.exceptions.insert(day(text), Vec::new()))
    };
    let over = world.revise(&lea(), id, close("2026-06-01"));
    assert_eq!(wrong(over), named("exceptions.2026-06-01", "past"), "it is the 2nd there");
    world.revise(&lea(), id, close("2026-06-02")).unwrap();
}

#[test]
fn a_late_holiday_is_still_to_come_and_one_that_is_over_stays_as_it_was() {
    let (mut world, id) = World::with(early());
    let declare = |text: &'static str| {
        move |of: &mut Description| {
            let depot = of.sets.get_mut("Depot").unwrap();
            depot.days.insert(day(text), "World Cup".to_owned());
        }
    };
    let over = world.revise(&lea(), id, declare("2026-05-20"));
    assert_eq!(wrong(over), named("sets.Depot.days.2026-05-20", "past"));
    world.revise(&lea(), id, declare("2026-06-15")).unwrap();
    assert!(!world.calendar(id).opens_on(day("2026-06-15")));
    world.now = at("2026-06-16T09:00:00Z");
    let gone = world.revise(&lea(), id, |of| {
        of.sets.get_mut("Depot").unwrap().days.remove(&day("2026-06-15"));
    });
    assert_eq!(wrong(gone), named("sets.Depot.days.2026-06-15", "past"));
    let dropped = world.revise(&lea(), id, |of| drop(of.sets.remove("Depot")));
    assert_eq!(wrong(dropped), named("hours[0].holidays", "unknown_set"));
}

#[test]
fn other_holidays_hold_from_a_day_on() {
    let (mut world, id) = World::with(early());
    let at_once = world.revise(&lea(), id, |of| of.hours[0].holidays = vec!["SC".to_owned()]);
    assert_eq!(wrong(at_once), named("hours[0]", "past"));
    world
        .revise(&lea(), id, |of| {
            let from = Some(day("2026-06-02"));
            let holidays = vec!["SC".to_owned()];
            of.hours.push(Hours { from, holidays, ..of.hours[0].clone() });
        })
        .unwrap();
    let calendar = world.calendar(id);
    assert!(!calendar.opens_on(day("2026-05-25")), "England and Wales up to it");
    assert!(!calendar.opens_on(day("2026-06-15")), "Scotland from it on");
    assert!(calendar.opens_on(day("2026-08-31")));
}
