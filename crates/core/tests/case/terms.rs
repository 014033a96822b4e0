//! What the terms of an agreement do to the clocks of a request.

use baton_core::agreement::{CounterRule, LeftOut, Side, Target, Terms};
use baton_core::case::clocks;
use baton_core::case::kinds::*;
use baton_core::case::request::command::{Act, Raise};
use baton_core::case::request::hours::Hours;
use baton_core::case::request::trace::{Mark, marks};
use baton_core::ids::{Id, RequestId};
use baton_core::refusal::Code;
use baton_core::time::{Instant, Span};
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, ground};

use super::pauses::agreed_on;

fn acknowledge_in(minutes: u32) -> impl FnOnce(&mut Terms) {
    let target = Target { class: ServiceClass::Standard, clock: ClockKind::Acknowledge, minutes };
    move |terms| terms.targets.push(target)
}

fn sent(world: &mut World) -> RequestId {
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    world.raise(cast().amira, form).unwrap()
}

fn of(world: &World, id: RequestId, kind: ClockKind) -> Vec<Mark> {
    let all = marks(world.request(id), &ground().calendars);
    all.into_iter().filter(|mark| mark.kind == kind).collect()
}

fn later(at: Instant, hours: i64) -> Instant {
    ground().calendars.standard().due(at, Span::hours(hours))
}

#[test]
fn an_accepted_moment_moves_the_due_time_unless_both_agreed_that_the_first_one_stays() {
    let measured_by = |rule: CounterRule| {
        let mut world =
            World { agreements: agreed_on(|terms| terms.counter = rule), ..World::new() };
        let id = sent(&mut world);
        let first = world.request(id).ask.needed_by.unwrap();
        world.act(cast().tom, id, counter(first + Span::hours(48))).unwrap();
        world.act(cast().amira, id, accept()).unwrap();
        let request = world.request(id);
        assert_eq!(request.ask.needed_by, Some(first + Span::hours(48)));
        assert_eq!(request.first_needed_by, Some(first));
        let clock = of(&world, id, ClockKind::Deliver).remove(0);
        (clock.due.unwrap(), first)
    };
    let (due, first) = measured_by(CounterRule::Moves);
    assert_eq!(due, first + Span::hours(48));
    let (due, first) = measured_by(CounterRule::Stays);
    assert_eq!(due, first);
}

#[test]
fn the_clocks_of_whoever_was_asked_before_keep_their_terms() {
    let mut world = World { agreements: agreed_on(acknowledge_in(60)), ..World::new() };
    let id = sent(&mut world);
    let began = world.now;
    world.later(Span::hours(2));
    world.act(cast().tom, id, decline(DeclineReason::WrongTeam)).unwrap();
    world.later(Span::minutes(1));
    world.act(cast().amira, id, Act::Redirect { to: cast().technical }).unwrap();
    let again = world.now;
    let [first, second] = of(&world, id, ClockKind::Acknowledge)[..] else { panic!("two") };
    assert_eq!((first.to, first.due), (cast().logistics, Some(later(began, 1))));
    assert_eq!((first.left_out, first.agreement.is_some()), (Some(LeftOut::Declined), true));
    assert_eq!((second.to, second.due), (cast().technical, Some(later(again, 4))));
    assert_eq!((second.left_out, second.agreement), (None, None));
    let clocks = clocks::clocks(world.request(id), &ground().calendars, world.now);
    assert_eq!(clocks.iter().find(|clock| clock.kind == first.kind).unwrap().due, first.due);
}

#[test]
fn both_count_by_the_calendar_that_they_agreed_on_and_else_each_by_its_own() {
    let calendar = Id::from_bits(77);
    let terms = agreed_on(|terms| terms.calendar = Some(calendar));
    let mut world = World { agreements: terms, ..World::new() };
    let id = sent(&mut world);
    let hours = Hours { from: Some(calendar), to: Some(calendar) };
    assert_eq!(world.request(id).hours, hours);
    let mut world = World { agreements: agreed_on(|_| {}), ..World::new() };
    let id = sent(&mut world);
    assert_eq!(world.request(id).hours, Hours::default());
}

#[test]
fn a_clock_is_at_risk_after_three_quarters_of_its_time() {
    let mut world = World::new();
    let id = sent(&mut world);
    let began = world.now;
    let mark = of(&world, id, ClockKind::Acknowledge).remove(0);
    assert_eq!((mark.warn, mark.due), (Some(later(began, 3)), Some(later(began, 4))));
    assert_eq!((mark.side, mark.person, mark.used), (Side::To, None, None));
    world.later(Span::minutes(30));
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    let mark = of(&world, id, ClockKind::Acknowledge).remove(0);
    assert_eq!(mark.used, Some(Span::minutes(30)));
}

#[test]
fn sooner_than_agreed_needs_a_reason_and_an_emergency_none() {
    let deliver =
        Target { class: ServiceClass::Standard, clock: ClockKind::Deliver, minutes: 60_000 };
    let agreed = agreed_on(|terms| terms.targets.push(deliver));
    let mut world = World { agreements: agreed, ..World::new() };
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let refusal = world.raise(cast().amira, form.clone()).unwrap_err();
    assert_eq!(refusal.code, Code::RequestIncomplete);
    assert_eq!(refusal.fields[0].field, "sooner_reason");
    let reason = Some("The van leaves at noon.".to_owned());
    world.raise(cast().amira, Raise { sooner_reason: reason, ..form.clone() }).unwrap();
    let weighing = because("They know already.");
    world.raise(cast().amira, Raise { emergency: true, weighing, ..form }).unwrap();
}
