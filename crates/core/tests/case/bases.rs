//! What a due time of a case rests on, as it is told to whoever asks why it is due then.

use baton_core::case::command::{Command, Tell};
use baton_core::case::kinds::*;
use baton_core::case::service_clocks::{self, Basis, Held, Rule, Share};
use baton_core::policy::{Raising, Reopening};
use baton_core::service_level::{Goal, Terms};
use baton_core::time::Span;
use baton_testkit::casebook::people::start;
use baton_testkit::casebook::promising::*;
use baton_testkit::casebook::world::{World, cast};

use super::service_clocks::{calendar, of, reply, writes};

fn basis(world: &World, kind: CaseClock) -> Basis {
    service_clocks::basis(&world.case, &of(world, kind), calendar()).unwrap()
}

fn resolution(world: &World) -> Basis {
    basis(world, CaseClock::FinalResolution)
}

fn share(priority: Priority, hours: i64) -> Share {
    Share { priority, target: Span::hours(hours) }
}

fn becomes(world: &mut World, priority: Priority, customer_agreed: bool) {
    let reason = "She is ill.".to_owned();
    let command = Command::ChangePriority { priority, reason, customer_agreed };
    world.person(cast().amira, command).unwrap();
}

/// A resolution in 170 hours at low priority, 16 at normal, 8 at high and 1 at urgent.
fn steps() -> Terms {
    let mut terms = terms(&[(Goal::Resolution, 16 * HOUR)]);
    for target in &mut terms.targets {
        target.business_seconds = match target.priority {
            Priority::Low => 170 * HOUR,
            Priority::Normal => 16 * HOUR,
            Priority::High => 8 * HOUR,
            Priority::Urgent => HOUR,
        };
    }
    terms
}

#[test]
fn what_was_never_changed_rests_on_the_target_of_its_priority() {
    let world = called(start(), steps());
    assert_eq!(resolution(&world), Rule::Target(share(Priority::Normal, 16)).into());
}

#[test]
fn a_priority_that_was_lowered_without_the_customer_keeps_what_it_rested_on() {
    let mut world = called(start(), steps());
    world.later(Span::hours(1));
    becomes(&mut world, Priority::Low, false);
    let rule = Rule::Target(share(Priority::Normal, 16));
    assert_eq!(resolution(&world), Basis { rule, held: Some(Held::NotAgreed(Priority::Low)) });
    let mut agreed = called(start(), steps());
    agreed.later(Span::hours(1));
    becomes(&mut agreed, Priority::Low, true);
    assert_eq!(resolution(&agreed), Rule::Target(share(Priority::Low, 170)).into());
}

#[test]
fn a_raised_priority_rests_on_its_target_or_on_the_half_hour_that_is_left_at_least() {
    let mut world = called(start(), steps());
    world.later(Span::hours(2));
    becomes(&mut world, Priority::High, false);
    assert_eq!(resolution(&world), Rule::Target(share(Priority::High, 8)).into());
    becomes(&mut world, Priority::Urgent, false);
    assert_eq!(resolution(&world), Rule::Floor(share(Priority::Urgent, 1)).into());
    assert_eq!(of(&world, CaseClock::FinalResolution).due, world.now + Span::minutes(30));
    becomes(&mut world, Priority::Low, false);
    let rule = Rule::Floor(share(Priority::Urgent, 1));
    assert_eq!(resolution(&world), Basis { rule, held: Some(Held::NotAgreed(Priority::Low)) });
}

#[test]
fn raising_just_before_it_is_due_gives_no_more_time() {
    let mut world = called(start(), steps());
    becomes(&mut world, Priority::High, false);
    world.now = of(&world, CaseClock::FinalResolution).due - Span::minutes(10);
    becomes(&mut world, Priority::Urgent, false);
    let rule = Rule::Target(share(Priority::High, 8));
    assert_eq!(resolution(&world), Basis { rule, held: Some(Held::Raised(Priority::Urgent)) });
}

#[test]
fn a_service_level_may_count_from_the_change_or_by_what_is_left() {
    let raised = |raising| {
        let mut world = called(start(), Terms { raising, ..steps() });
        world.later(Span::hours(2));
        becomes(&mut world, Priority::High, false);
        resolution(&world).rule
    };
    assert_eq!(raised(Raising::FromChange), Rule::FromChange(share(Priority::High, 8)));
    assert_eq!(raised(Raising::ProRata), Rule::ProRata(share(Priority::High, 8)));
}

#[test]
fn a_promised_update_says_what_the_service_level_would_have_allowed() {
    let mut world = called(start(), every_goal());
    reply(&mut world);
    let target = Rule::Target(share(Priority::Normal, 16));
    assert_eq!(basis(&world, CaseClock::ProgressUpdate), target.into());
    let next_update_by = Some(world.now + Span::hours(3));
    let body = "The depot is looking.".to_owned();
    let (kind, channel) = (UpdateKind::Progress, Channel::Phone);
    let form = Tell { kind, channel, body, next_update_by, files: Vec::new() };
    world.person(cast().amira, Command::TellCustomer(form)).unwrap();
    let allowed = Some(calendar().due(world.now, Span::hours(16)));
    assert_eq!(basis(&world, CaseClock::ProgressUpdate), Rule::NextUpdate { allowed }.into());
    assert_eq!(basis(&world, CaseClock::Promise), Rule::Promised.into());
}

#[test]
fn what_begins_anew_after_reopening_says_so() {
    let mut world = called(start(), Terms { reopening: Reopening::Restart, ..steps() });
    world.told();
    world.later(Span::times_24h(1));
    writes(&mut world, false);
    assert_eq!(resolution(&world), Rule::Anew(share(Priority::Normal, 16)).into());
    let first = basis(&world, CaseClock::FirstResolution);
    assert_eq!(first, Rule::Target(share(Priority::Normal, 16)).into());
}
