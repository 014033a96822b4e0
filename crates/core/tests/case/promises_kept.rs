//! What the service level asks of people: due times that are looked at, a first reply that says what
//! comes next, and requests that fit inside what was promised.

use baton_core::case::command::{AddMessage, Command};
use baton_core::case::event::CaseEvent;
use baton_core::case::kinds::*;
use baton_core::case::must_say_next;
use baton_core::case::service_clocks::{self, Steps, fit};
use baton_core::log::Effect;
use baton_core::refusal::Code;
use baton_core::service_level::{Goal, Terms};
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::people::{nine_to_five, start};
use baton_testkit::casebook::promising::*;
use baton_testkit::casebook::world::{World, cast, code, fields, ground};

use super::service_clocks::*;

#[test]
fn a_clock_that_is_late_is_flagged_once_and_owner_and_lead_hear_of_it() {
    let mut world = called(start(), every_goal());
    let reminded = world.effects.iter().filter_map(|effect| match effect {
        Effect::Remind { request: None, at, .. } => Some(*at),
        _ => None,
    });
    let reminded: Vec<_> = reminded.collect();
    let first = of(&world, CaseClock::FirstResponse).due;
    assert!(reminded.contains(&(first + Span::millis(1))), "{reminded:?}");
    world.now = first;
    let events = world.baton(Command::CheckPromises);
    let late = |event: &CaseEvent| is_overdue(event, CaseClock::FirstResponse);
    assert!(!events.iter().any(late), "in time until its due time is over");
    world.now = first + Span::millis(1);
    let events = world.baton(Command::CheckPromises);
    assert!(events.iter().any(late), "{events:?}");
    let told = world.effects.iter().find_map(|effect| match effect {
        Effect::Notify { people, kind: "clock_overdue", .. } => Some(people.clone()),
        _ => None,
    });
    let mut expected = vec![cast().amira, cast().joan];
    expected.sort_unstable();
    assert_eq!(told, Some(expected));
    assert!(world.baton(Command::CheckPromises).is_empty(), "once");
    assert_eq!(world.case.standing(), Standing::New, "nothing is closed by time");
}

#[test]
fn the_first_reply_says_what_comes_next_and_by_when() {
    let strict = || Terms { says_next: true, ..every_goal() };
    let silent = |kind| AddMessage::plain(kind, Channel::Chat, "We look into it.");
    let mut world = called(start(), strict());
    assert!(must_say_next(&world.case));
    let reply = Command::AddMessage(silent(MessageKind::Reply));
    let refused = world.person(cast().amira, reply.clone());
    assert_eq!(fields(refused), (Code::ExpectationMissing, vec!["next_update_by".to_owned()]));
    let holding = tell(UpdateKind::Holding, Channel::Phone);
    assert_eq!(code(world.person(cast().amira, holding.clone())), Code::ExpectationMissing);
    world.clone().person(cast().robot, reply.clone()).unwrap();
    world.clone().told();
    let mut promised = world.clone();
    let (what, by) = ("A call".to_owned(), world.now + Span::hours(2));
    promised.person(cast().amira, Command::MakePromise { what, by }).unwrap();
    promised.person(cast().amira, reply.clone()).unwrap();
    let past = AddMessage { next_update_by: Some(world.now), ..silent(MessageKind::Reply) };
    let refused = world.person(cast().amira, Command::AddMessage(past));
    assert_eq!(fields(refused), (Code::Invalid, vec!["next_update_by".to_owned()]));
    let by = world.now + Span::hours(2);
    let next = AddMessage { next_update_by: Some(by), ..silent(MessageKind::Reply) };
    world.person(cast().amira, Command::AddMessage(next)).unwrap();
    assert_eq!(world.case.promises[0].by, by);
    assert!(world.case.promises[0].of_update);
    world.person(cast().amira, reply.clone()).unwrap();
    let mut without = World::new();
    without.person(cast().amira, reply).unwrap();
}

#[test]
fn what_departments_owe_fits_inside_the_promise_or_the_numbers_say_so() {
    let hours = |hours| Span::hours(hours);
    let steps = Steps {
        emergency: false,
        acknowledge: hours(1),
        read_back: hours(1),
        deliver: Some(hours(8)),
        needed_by: None,
        verify: hours(1),
        tell: hours(1),
        asked: Some(nine_to_five()),
        asking: Some(nine_to_five()),
    };
    let world = called(start(), terms(&[(Goal::Resolution, 16 * HOUR)]));
    let calendars = &ground().calendars;
    let tight = |now: &str| fit(&world.case, &steps, calendars, at(now)).unwrap();
    let in_time = tight("2026-03-02T14:00:00Z");
    assert!(in_time.fits, "twelve hours of twelve: {in_time:?}");
    assert_eq!((in_time.needs, in_time.left), (hours(12), hours(12)));
    assert_eq!(in_time.latest_ola_due, in_time.promise_due);
    let late = tight("2026-03-02T14:00:01Z");
    assert!(!late.fits, "P14: {late:?}");
    let by = at("2026-03-04T10:00:00Z");
    let needed = Steps { needed_by: Some(by), ..steps };
    let needed = fit(&world.case, &needed, calendars, at("2026-03-02T10:00:00Z")).unwrap();
    assert_eq!(needed.latest_ola_due, at("2026-03-04T12:00:00Z"));
    assert!(!needed.fits, "it is needed when the customer should have been told");
    let nothing = World::new();
    assert_eq!(fit(&nothing.case, &steps, calendars, start()), None);
}

#[test]
fn a_case_without_a_service_level_has_no_clock_but_its_promises() {
    let mut world = World::new();
    reply(&mut world);
    assert!(all(&world).is_empty());
    let (what, by) = ("A call".to_owned(), world.now + Span::hours(2));
    world.person(cast().amira, Command::MakePromise { what, by }).unwrap();
    let kinds: Vec<_> = all(&world).iter().map(|clock| clock.kind).collect();
    assert_eq!(kinds, [CaseClock::Promise]);
    assert_eq!(service_clocks::next_due(&world.case, calendar()), Some(by));
}

#[test]
fn every_due_time_has_its_days_and_hours() {
    let mut world = called(start(), every_goal());
    reply(&mut world);
    for clock in all(&world) {
        let account = service_clocks::explain(&world.case, &clock, calendar()).unwrap();
        assert_eq!((account.start, account.end), (clock.started, clock.due), "{clock:?}");
        assert!(!account.lines().is_empty());
    }
}
