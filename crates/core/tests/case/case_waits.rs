//! A case waits for somebody outside while no other department has a part of it.

use baton_core::case::account::of_case;
use baton_core::case::command::{Command, Incoming};
use baton_core::case::event::CaseEvent;
use baton_core::case::kinds::*;
use baton_core::case::service_clocks::{self, Clock, ClockState};
use baton_core::case::words::say;
use baton_core::log::{Actor, Effect};
use baton_core::refusal::Code;
use baton_core::service_level::Goal;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::people::start;
use baton_testkit::casebook::promising::{HOUR, called, terms};
use baton_testkit::casebook::world::{World, cast, code, ground, kinds_of};

/// Told by phone that something is missing, and waited for from then on.
pub fn waiting() -> World {
    let mut world = called(start(), terms(&[(Goal::Resolution, 16 * HOUR)]));
    world.later(Span::minutes(10));
    world.person(cast().amira, message(MessageKind::Call, Channel::Phone)).unwrap();
    let form = wait_form(WaitOn::Customer, world.now + Span::hours(6));
    world.person(cast().amira, Command::Wait(form)).unwrap();
    world
}

fn writes(world: &mut World, automatic: bool) -> Vec<CaseEvent> {
    let body = "The number is 4711.".to_owned();
    world.baton(Command::Receive(Incoming { body, automatic, ..Incoming::default() }))
}

fn resolution(world: &World) -> Clock {
    let calendar = service_clocks::calendar_of(&world.case, &ground().calendars);
    let all = service_clocks::clocks(&world.case, calendar, world.now);
    all.into_iter().find(|clock| clock.kind == CaseClock::FirstResolution).unwrap()
}

/// Whose the working minutes were.
fn spent(world: &World) -> Vec<(Hand, i64)> {
    let account = of_case(&world.case, &ground().calendars, world.now);
    account.shares.iter().map(|share| (share.hand, share.seconds / 60)).collect()
}

#[test]
fn the_time_for_which_a_case_waits_for_the_customer_is_the_customers() {
    let mut world = waiting();
    assert_eq!(world.case.standing(), Standing::Waiting);
    assert_eq!(resolution(&world).state, ClockState::Paused);
    world.later(Span::hours(2));
    let events = writes(&mut world, false);
    assert!(kinds_of(&events).contains(&"case_wait_ended"), "{events:?}");
    world.later(Span::minutes(20));
    assert_eq!(spent(&world), [(Hand::Department, 30), (Hand::Customer, 120)]);
    let clock = resolution(&world);
    assert_eq!((clock.state, clock.paused_ms), (ClockState::Running, 2 * 3_600_000));
    assert_ne!(world.case.standing(), Standing::Waiting);
}

#[test]
fn what_somebody_writes_down_of_the_customer_ends_the_wait_and_a_machines_answer_does_not() {
    let mut world = waiting();
    writes(&mut world, true);
    assert!(world.case.wait.is_some(), "an out-of-office answers nothing");
    world.person(cast().amira, message(MessageKind::Inbound, Channel::Letter)).unwrap();
    assert_eq!(world.case.wait, None);
}

#[test]
fn its_time_is_over_by_the_moment_that_was_named_and_the_owner_is_told() {
    let mut world = waiting();
    let (case, resume_by) = (world.case.id, world.case.wait.unwrap().resume_by);
    let remind = Effect::Remind { case, request: None, at: resume_by };
    assert!(world.effects.contains(&remind), "{:?}", world.effects);
    world.now = resume_by - Span::millis(1);
    world.baton(Command::CheckPromises);
    assert!(world.case.wait.is_some(), "not yet");
    world.now = resume_by;
    assert_eq!(kinds_of(&world.baton(Command::CheckPromises)), ["case_wait_ended"]);
    let people = vec![cast().amira];
    let told = Effect::Notify { people, case, request: None, kind: "wait_over" };
    assert!(world.effects.contains(&told), "{:?}", world.effects);
}

#[test]
fn nothing_is_parked_in_silence() {
    let mut world = called(start(), terms(&[]));
    let wait = |world: &World, on| Command::Wait(wait_form(on, world.now + Span::hours(6)));
    let silent = wait(&world, WaitOn::Customer);
    assert_eq!(code(world.person(cast().amira, silent)), Code::WaitWithoutEvidence);
    let mut form = wait_form(WaitOn::ThirdParty, world.now + Span::hours(6));
    form.evidence = None;
    assert_eq!(code(world.person(cast().amira, Command::Wait(form))), Code::WaitWithoutEvidence);
    let past = Command::Wait(wait_form(WaitOn::ThirdParty, world.now));
    assert_eq!(code(world.person(cast().amira, past)), Code::Invalid);
    let by_a_rule = wait(&world, WaitOn::ThirdParty);
    assert_eq!(code(world.person(cast().robot, by_a_rule)), Code::NotYourSide);
    let events = world.person(cast().amira, wait(&world, WaitOn::ThirdParty)).unwrap();
    let line = say(&events[0], Actor::Person(cast().amira), &ground().directory, &world.texts);
    assert!(line.text.contains("waits for a third party, until"), "{}", line.text);
    let again = wait(&world, WaitOn::ThirdParty);
    assert_eq!(code(world.person(cast().amira, again)), Code::IllegalMove, "it waits already");
}

#[test]
fn somebody_goes_on_before_its_time() {
    let mut world = waiting();
    world.later(Span::minutes(30));
    world.person(cast().amira, Command::Resume).unwrap();
    world.later(Span::minutes(5));
    assert_eq!(spent(&world), [(Hand::Department, 15), (Hand::Customer, 30)]);
    assert_eq!(code(world.person(cast().amira, Command::Resume)), Code::IllegalMove);
}

#[test]
fn whoever_asks_another_department_waits_for_it_and_no_longer_for_the_customer() {
    let mut world = waiting();
    let draft = ask(Mode::Delegate, cast().logistics, world.now);
    let draft = baton_core::case::request::command::Raise { draft: true, ..draft };
    world.raise(cast().amira, draft).unwrap();
    assert!(world.case.wait.is_some(), "a draft asks nobody");
    let id = world.sent(Mode::Delegate);
    assert_eq!(world.case.wait, None);
    let form = wait_form(WaitOn::ThirdParty, world.now + Span::hours(6));
    assert_eq!(code(world.person(cast().amira, Command::Wait(form))), Code::IllegalMove);
    world.later(Span::minutes(20));
    world.act(cast().tom, id, decline(DeclineReason::NoCapacity)).unwrap();
    let hands: Vec<_> = spent(&world).into_iter().map(|(hand, _)| hand).collect();
    assert_eq!(hands, [Hand::Department, Hand::Department], "ours and theirs");
}

#[test]
fn what_is_closed_waits_for_nobody() {
    let mut world = waiting();
    world.closed();
    assert_eq!(world.case.wait, None);
    world.person(cast().amira, reopen()).unwrap();
    assert_eq!(world.case.wait, None, "and does not when it is reopened");
}

#[test]
fn a_legal_hold_is_nobodys_time_inside_and_stops_the_resolution_only_where_it_is_listed() {
    let held = |pauses: &[WaitOn]| {
        let terms = baton_core::service_level::Terms {
            pauses: pauses.to_vec(),
            ..terms(&[(Goal::Resolution, 16 * HOUR)])
        };
        let mut world = called(start(), terms);
        let form = wait_form(WaitOn::LegalHold, world.now + Span::hours(6));
        world.person(cast().amira, Command::Wait(form)).unwrap();
        world.later(Span::hours(1));
        assert_eq!(spent(&world), [(Hand::LegalHold, 60)]);
        resolution(&world).state
    };
    assert_eq!(held(&[WaitOn::LegalHold]), ClockState::Paused);
    assert_eq!(held(&[WaitOn::ThirdParty]), ClockState::Running);
}
