//! A clock that runs out asks the leads by itself, and leaves them alone once it is done.

use baton_core::case::clocks::{next_due, timers, twice};
use baton_core::case::command::Command;
use baton_core::case::event::CaseEvent;
use baton_core::case::kinds::*;
use baton_core::case::request::command::{Act, Raise};
use baton_core::case::request::ladder::Escalation;
use baton_core::escalation::{Pack, Practice, Tuning};
use baton_core::ids::{PersonId, RequestId};
use baton_core::time::{Instant, Span};
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::people::start;
use baton_testkit::casebook::world::{World, cast, ground, kinds_of};

fn looked_at(world: &mut World, id: RequestId) -> Vec<CaseEvent> {
    world.baton(Command::Request(id, Box::new(Act::CheckDue)))
}

fn newest(world: &World, id: RequestId) -> &Escalation {
    world.request(id).escalations.last().unwrap()
}

fn asked(world: &World, id: RequestId) -> Vec<PersonId> {
    let mut asked = newest(world, id).asked.clone();
    asked.sort_unstable();
    asked
}

fn people<const N: usize>(mut people: [PersonId; N]) -> Vec<PersonId> {
    people.sort_unstable();
    people.to_vec()
}

/// Sent, and nobody took it in within four hours.
fn nobody_took_it_in() -> (World, RequestId) {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    world.later(Span::seconds(4 * 3_600 + 1));
    (world, id)
}

/// In progress, and due in two days; no step before it was late.
fn delivery_late() -> (World, RequestId) {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    world.now = world.request(id).ask.needed_by.unwrap() + Span::millis(1);
    (world, id)
}

#[test]
fn both_leads_are_asked_as_soon_as_a_clock_has_run_out_and_are_told_why() {
    let (mut world, id) = nobody_took_it_in();
    assert_eq!(kinds_of(&looked_at(&mut world, id)), ["request_overdue", "request_escalated"]);
    let level = newest(&world, id);
    assert_eq!((level.level, level.by), (1, None));
    assert_eq!(level.late.map(|late| late.clock), Some(ClockKind::Acknowledge));
    let why = world.texts.show(level.reason);
    assert_eq!(
        why,
        "The clock of acknowledging ran out on 2 March 2026, 14:00. An agreed promise was missed."
    );
    assert_eq!(asked(&world, id), people([cast().joan, cast().ines]));
    assert_eq!(world.stage(id), StageName::Sent, "it is where it was");
    assert!(looked_at(&mut world, id).is_empty(), "they are asked once");
}

#[test]
fn they_have_nothing_to_decide_once_it_is_done() {
    let (mut world, id) = nobody_took_it_in();
    looked_at(&mut world, id);
    let answer_due = world.now + Span::hours(2);
    assert!(timers(world.request(id), &ground().calendars).contains(&answer_due));
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    assert_eq!(world.request(id).unanswered(), None);
    assert_eq!(world.request(id).level(), 0);
    assert!(!timers(world.request(id), &ground().calendars).contains(&answer_due));
    world.later(Span::seconds(2 * 3_600 + 1));
    assert!(looked_at(&mut world, id).is_empty(), "and nobody above is asked");
    assert!(world.act(cast().ines, id, escalation_answer()).is_err());
}

#[test]
fn the_next_level_is_asked_where_they_do_not_decide_and_is_done_with_the_step_too() {
    let (mut world, id) = nobody_took_it_in();
    looked_at(&mut world, id);
    world.later(Span::seconds(2 * 3_600 + 1));
    assert_eq!(kinds_of(&looked_at(&mut world, id)), ["request_escalated"]);
    assert!(newest(&world, id).level > 1);
    assert_eq!(newest(&world, id).late.map(|late| late.clock), Some(ClockKind::Acknowledge));
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    assert_eq!(world.request(id).unanswered(), None);
}

#[test]
fn the_senders_lead_alone_is_asked_about_what_only_the_sender_can_do() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    world.act(cast().tom, id, question()).unwrap();
    world.now = next_due(world.request(id), &ground().calendars).unwrap() + Span::millis(1);
    looked_at(&mut world, id);
    assert_eq!(newest(&world, id).late.map(|late| late.clock), Some(ClockKind::Clarify));
    assert_eq!(asked(&world, id), [cast().joan]);
}

#[test]
fn a_delivery_that_takes_twice_its_time_asks_those_above_though_the_leads_have_decided() {
    let (mut world, id) = delivery_late();
    assert_eq!(kinds_of(&looked_at(&mut world, id)), ["request_overdue", "request_escalated"]);
    world.act(cast().ines, id, escalation_answer()).unwrap();
    let request = world.request(id);
    let twice = twice(request, request.runs.first().unwrap(), &ground().calendars).unwrap();
    let calendar = ground().calendars.standard();
    let needed_by = request.ask.needed_by.unwrap();
    let time = calendar.elapsed(start(), needed_by);
    assert_eq!(twice, calendar.due(needed_by, time), "as much again");
    assert!(timers(request, &ground().calendars).contains(&twice), "somebody looks then");
    world.now = twice;
    assert!(looked_at(&mut world, id).is_empty(), "not yet");
    world.later(Span::millis(1));
    assert_eq!(kinds_of(&looked_at(&mut world, id)), ["request_escalated"]);
    assert_eq!(newest(&world, id).level, 2);
    let why = world.texts.show(newest(&world, id).reason).to_owned();
    assert!(why.ends_with("the agreement itself is failing."), "{why}");
}

#[test]
fn a_delivery_without_working_time_before_it_has_no_twice() {
    let mut world = World::new();
    world.now = "2026-03-06T18:00:00Z".parse::<Instant>().unwrap();
    let by: Instant = "2026-03-08T12:00:00Z".parse().unwrap();
    let form = Raise { needed_by: Some(by), ..ask(Mode::Delegate, cast().logistics, world.now) };
    let id = world.raise(cast().amira, form).unwrap();
    world.now = by + Span::millis(1);
    looked_at(&mut world, id);
    assert_eq!(newest(&world, id).level, 1, "on a Sunday, of a weekend's work");
}

#[test]
fn nobody_is_asked_about_what_they_are_asked_about_already() {
    let (mut world, id) = delivery_late();
    world.now = world.now - Span::minutes(5);
    world.act(cast().amira, id, escalation(1)).unwrap();
    world.later(Span::minutes(5));
    assert_eq!(kinds_of(&looked_at(&mut world, id)), ["request_overdue"]);
    world.act(cast().ines, id, escalation_answer()).unwrap();
    world.later(Span::minutes(5));
    assert!(looked_at(&mut world, id).is_empty(), "they have decided since it was late");
}

#[test]
fn an_organisation_that_switches_the_rule_off_is_told_and_asks_nobody() {
    let off = ["D14", "D15"].map(str::to_owned).into();
    let pack = Pack::standard().tuned(&Tuning { off, ..Tuning::default() }).unwrap();
    let practice = Practice { pack, ..Practice::default() };
    let (mut world, id) = nobody_took_it_in();
    world.practice = Box::leak(Box::new(practice));
    assert_eq!(kinds_of(&looked_at(&mut world, id)), ["request_overdue"]);
}
