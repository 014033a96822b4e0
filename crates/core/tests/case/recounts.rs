//! A calendar changes while clocks run by it.

use baton_core::access::Who;
use baton_core::calendar::{Calendar, Calendars, HolidaySet};
use baton_core::case::clocks;
use baton_core::case::command::Command;
use baton_core::case::event::CaseEvent;
use baton_core::case::kinds::*;
use baton_core::case::request::command::Act;
use baton_core::case::request::recount::{Became, Moved, Recount, recount};
use baton_core::case::service_clocks;
use baton_core::case::words::say;
use baton_core::ids::{CalendarId, Id, RequestId};
use baton_core::log::{Actor, Effect};
use baton_core::refusal::Code;
use baton_core::service_level::Goal;
use baton_core::time::{Instant, Span};
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::people::nine_to_five;
use baton_testkit::casebook::promising::*;
use baton_testkit::casebook::world::{World, cast, ground};
use jiff::civil::date;

fn depot() -> CalendarId {
    CalendarId::from_bits(1)
}

/// By which logistics counts.
fn by(calendar: Calendar) -> Calendars {
    Calendars::default().with(depot(), calendar)
}

fn office() -> Calendar {
    Calendar::named("EW").unwrap()
}

/// 2 March 2026, the day on which the story begins, is declared a holiday at the last moment.
fn with_the_holiday() -> Calendar {
    let set = HolidaySet::new("late", (date(2026, 1, 1), date(2026, 12, 31)));
    office().with_holidays(&set.with(date(2026, 3, 2), "Founder’s day"))
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

/// Sent to logistics, which is to acknowledge it within four hours.
fn sent() -> (World, RequestId) {
    let mut world = World::new();
    let mut directory = ground().directory.clone();
    directory.departments.get_mut(&cast().logistics).unwrap().calendar = Some(depot());
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let raise = Command::Raise(Box::new(form));
    let decided = world.decide_in(&directory, &ground().who(cast().amira), &raise).unwrap();
    world.accept(decided);
    let id = world.case.requests.last().unwrap().id;
    (world, id)
}

fn counted(world: &World, id: RequestId, after: &Calendars) -> Recount {
    recount(world.request(id), depot(), 2, &by(office()), after).unwrap()
}

/// Writes down what moved, as Baton does.
fn write(
    world: &mut World,
    id: RequestId,
    found: Recount,
    calendars: &Calendars,
) -> Vec<CaseEvent> {
    let command = Command::Request(id, Box::new(Act::Recount(Box::new(found))));
    let (directory, system) = (&ground().directory, Who::system());
    let decided = world.decide_by(directory, calendars, &system, &command).unwrap();
    world.accept(decided)
}

/// A story in which a due time moved.
pub fn moved() -> World {
    let (mut world, id) = sent();
    let after = by(with_the_holiday());
    let found = counted(&world, id, &after);
    write(&mut world, id, found, &after);
    world
}

/// Nine to five, with 3 March 2026 declared a holiday after the customer was promised an answer.
fn nine_to_five_with_the_holiday() -> Calendars {
    let set = HolidaySet::new("late", (date(2026, 1, 1), date(2026, 12, 31)));
    let calendar = Calendar::clone(ground().calendars.of(Some(nine_to_five())));
    let calendar = calendar.with_holidays(&set.with(date(2026, 3, 3), "Founder’s day"));
    ground().calendars.clone().with(nine_to_five(), calendar)
}

/// Promised within eight hours of working time.
fn owed() -> World {
    called(at("2026-03-02T10:00:00Z"), terms(&[(Goal::Resolution, 8 * 3_600)]))
}

fn counted_of_case(world: &World, after: &Calendars) -> Vec<Moved<CaseClock>> {
    let calendar = nine_to_five();
    service_clocks::recount(&world.case, calendar, 2, &ground().calendars, after)
}

fn write_of_case(world: &mut World, after: &Calendars) -> Vec<CaseEvent> {
    let command = Command::Recount(counted_of_case(world, after));
    let (directory, system) = (&ground().directory, Who::system());
    let decided = world.decide_by(directory, after, &system, &command).unwrap();
    world.accept(decided)
}

/// A story in which the due time of a promise to the customer moved.
pub fn promise_moved() -> World {
    let mut world = owed();
    write_of_case(&mut world, &nine_to_five_with_the_holiday());
    world
}

#[test]
fn a_late_holiday_moves_what_was_promised_to_the_customer_once_and_says_why() {
    let (mut world, after) = (owed(), nine_to_five_with_the_holiday());
    let found = counted_of_case(&world, &after);
    let due = found.iter().find(|one| one.clock == CaseClock::FinalResolution).unwrap();
    assert_eq!((due.was, due.now), (at("2026-03-03T10:00:00Z"), at("2026-03-04T10:00:00Z")));
    let events = write_of_case(&mut world, &after);
    assert!(events.iter().all(|event| event.kind() == "case_due_moved"), "{events:?}");
    let line = say(&events[0], Actor::System, &ground().directory, &world.texts);
    assert!(line.text.contains("because 3 March 2026 became a holiday"), "{}", line.text);
    let (case, look) = (world.case.id, at("2026-03-04T10:00:00.001Z"));
    assert!(world.effects.contains(&Effect::Remind { case, request: None, at: look }));
    assert!(counted_of_case(&world, &after).is_empty(), "once");
    let by_a_person = Command::Recount(found);
    assert_eq!(world.person(cast().amira, by_a_person).unwrap_err().code, Code::NotAllowed);
}

#[test]
fn a_case_that_is_over_or_was_promised_nothing_is_not_counted_anew() {
    let after = nine_to_five_with_the_holiday();
    assert!(counted_of_case(&World::new(), &after).is_empty());
    let mut world = owed();
    world.closed();
    assert!(counted_of_case(&world, &after).is_empty());
}

#[test]
fn a_late_holiday_moves_what_is_due_and_says_why() {
    let (mut world, id) = sent();
    let after = by(with_the_holiday());
    let found = counted(&world, id, &after);
    let moved = found.moved[0];
    assert_eq!((moved.clock, moved.became), (ClockKind::Acknowledge, Became::Holiday));
    assert_eq!((moved.was, moved.now), (at("2026-03-02T14:00:00Z"), at("2026-03-03T13:00:00Z")));
    assert_eq!(moved.day, date(2026, 3, 2));
    let events = write(&mut world, id, found, &after);
    assert_eq!(events.iter().map(CaseEvent::kind).collect::<Vec<_>>(), ["due_moved"]);
    let look = at("2026-03-03T13:00:00.001Z");
    let (case, request) = (world.case.id, Some(id));
    assert!(world.effects.contains(&Effect::Remind { case, request, at: look }));
    let line = say(&events[0], Actor::System, &ground().directory, &world.texts);
    let said = line.text;
    assert!(said.contains("because 2 March 2026 became a holiday"), "{said}");
    let due = clocks::next_due(world.request(id), &after);
    assert_eq!(due, Some(moved.now));
}

#[test]
fn it_is_written_once_however_often_it_is_counted() {
    let (mut world, id) = sent();
    let after = by(with_the_holiday());
    let found = counted(&world, id, &after);
    write(&mut world, id, found.clone(), &after);
    assert!(counted(&world, id, &after).moved.is_empty());
    assert!(write(&mut world, id, found, &after).is_empty());
}

#[test]
fn what_stopped_and_what_counts_by_another_calendar_stays() {
    let (mut world, id) = sent();
    let after = by(with_the_holiday());
    let other = CalendarId::from_bits(9);
    assert_eq!(recount(world.request(id), other, 2, &by(office()), &after), None);
    world.later(Span::minutes(5));
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    let found = counted(&world, id, &after);
    assert!(found.moved.iter().all(|moved| moved.clock != ClockKind::Acknowledge), "{found:?}");
    assert!(found.moved.iter().any(|moved| moved.clock == ClockKind::ReadBack), "{found:?}");
    world.act(cast().amira, id, Act::Withdraw { reason: "Not needed.".to_owned() }).unwrap();
    assert_eq!(recount(world.request(id), depot(), 2, &by(office()), &after), None);
}

#[test]
fn a_clock_that_is_due_by_other_calendars_meanwhile_is_not_written() {
    let (mut world, id) = sent();
    let after = by(with_the_holiday());
    let found = counted(&world, id, &after);
    assert!(write(&mut world, id, found, &by(office())).is_empty(), "it was taken back");
}

#[test]
fn only_baton_counts_anew() {
    let (mut world, id) = sent();
    let found = counted(&world, id, &by(with_the_holiday()));
    let refused = world.act(cast().amira, id, Act::Recount(Box::new(found)));
    assert_eq!(refused.unwrap_err().code, Code::NotAllowed);
}

/// The reference (§2.6) moves no clock for a day that is over, and takes no breach back. Today is
/// neither over nor to come.
#[test]
fn what_was_flagged_as_late_stays_late_though_today_becomes_a_holiday() {
    let (mut world, id) = sent();
    let before = by(office());
    world.later(Span::hours(5));
    let check = Command::Request(id, Box::new(Act::CheckDue));
    let system = Who::system();
    let decided = world.decide_by(&ground().directory, &before, &system, &check).unwrap();
    assert_eq!(world.accept(decided)[0].kind(), "request_overdue");
    let after = by(with_the_holiday());
    let is_its = |moved: &Moved| moved.clock == ClockKind::Acknowledge;
    let found = recount(world.request(id), depot(), 2, &before, &after).unwrap();
    assert!(!found.moved.iter().any(is_its), "{found:?}");
    let taking_in = |world: &World, calendars: &Calendars| {
        let all = clocks::clocks(world.request(id), calendars, world.now);
        all.into_iter().find(|clock| clock.kind == ClockKind::Acknowledge).unwrap()
    };
    let running = taking_in(&world, &after);
    assert_eq!(running.state, clocks::ClockState::Breached);
    assert_eq!(running.due, taking_in(&world, &before).due);
    let taken = Command::Request(id, Box::new(Act::Acknowledge { assignee: None }));
    let tom = ground().who(cast().tom);
    let decided = world.decide_by(&ground().directory, &after, &tom, &taken).unwrap();
    world.accept(decided);
    assert_eq!(taking_in(&world, &after).state, clocks::ClockState::Breached);
    let excusable = world.request(id).unexcused().any(|run| run.kind == ClockKind::Acknowledge);
    assert!(excusable);
}

#[test]
fn what_is_due_today_and_not_flagged_yet_moves_with_a_holiday_of_today() {
    let (mut world, id) = sent();
    world.later(Span::hours(5));
    let found = counted(&world, id, &by(with_the_holiday()));
    assert!(found.moved.iter().any(|moved| moved.clock == ClockKind::Acknowledge), "{found:?}");
}

#[test]
fn what_was_promised_and_flagged_stays_late_though_its_day_becomes_a_holiday() {
    let (mut world, after) = (owed(), nine_to_five_with_the_holiday());
    world.now = at("2026-03-03T11:00:00Z");
    let flagged = world.baton(Command::CheckPromises);
    assert!(flagged.iter().any(|event| event.kind() == "case_clock_overdue"), "{flagged:?}");
    assert_eq!(counted_of_case(&world, &after), [], "nothing of it moves");
    let hours = service_clocks::calendar_of(&world.case, &after);
    let all = service_clocks::clocks(&world.case, hours, world.now);
    assert!(all.iter().all(|clock| clock.state == service_clocks::ClockState::Breached), "{all:?}");
}

/// Read back and confirmed, and needed by 10:00 on 4 March.
fn held() -> (World, RequestId) {
    let (mut world, id) = sent();
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    let form = read_back(&world, id);
    world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    world.act(cast().amira, id, Act::Confirm).unwrap();
    assert_eq!(world.request(id).ask.needed_by, Some(at("2026-03-04T10:00:00Z")));
    (world, id)
}

fn with_a_holiday_on(day: jiff::civil::Date) -> Calendars {
    let set = HolidaySet::new("late", (date(2026, 1, 1), date(2026, 12, 31)));
    by(office().with_holidays(&set.with(day, "Founder’s day")))
}

fn delivery_due(world: &World, id: RequestId, calendars: &Calendars) -> Option<Instant> {
    let request = world.request(id);
    let run = request.runs.iter().rev().find(|run| run.kind == ClockKind::Deliver).unwrap();
    clocks::due(request, run, calendars)
}

/// Waits from 16:00 on 3 March to 12:00 on the 4th, and 3 March becomes a holiday meanwhile.
fn waits_over_a_holiday() -> (World, RequestId, Calendars, Vec<CaseEvent>) {
    let (mut world, id) = held();
    world.now = at("2026-03-03T16:00:00Z");
    let resume_by = at("2026-03-04T12:00:00Z");
    world.act(cast().tom, id, wait(WaitOn::ThirdParty, resume_by)).unwrap();
    let after = with_a_holiday_on(date(2026, 3, 3));
    let found = counted(&world, id, &after);
    let events = write(&mut world, id, found, &after);
    (world, id, after, events)
}

/// A story in which a wait lost hours and puts off the delivery all the same.
pub fn wait_kept() -> World {
    waits_over_a_holiday().0
}

#[test]
fn hours_of_a_wait_that_become_a_holiday_put_off_the_delivery_all_the_same() {
    let (mut world, id, after, events) = waits_over_a_holiday();
    let two_hours_later = Some(at("2026-03-04T14:00:00Z"));
    assert_eq!(delivery_due(&world, id, &by(office())), two_hours_later, "before");
    assert_eq!(delivery_due(&world, id, &after), two_hours_later, "and after");
    assert_eq!(events.iter().map(CaseEvent::kind).collect::<Vec<_>>(), ["wait_kept"]);
    let line = say(&events[0], Actor::System, &ground().directory, &world.texts).text;
    assert!(line.contains("as before, though 3 March 2026 became a holiday"), "{line}");
    assert!(counted(&world, id, &after).is_nothing(), "it is written once");
    world.now = at("2026-03-03T16:30:00Z");
    world.act(cast().tom, id, Act::Resume).unwrap();
    let early = Some(at("2026-03-04T10:30:00Z"));
    assert_eq!(delivery_due(&world, id, &after), early, "an early end brings it forward");
}

#[test]
fn a_question_without_an_answer_keeps_the_hours_that_become_a_holiday() {
    let (mut world, id) = held();
    world.now = at("2026-03-03T16:00:00Z");
    world.act(cast().tom, id, question()).unwrap();
    let after = with_a_holiday_on(date(2026, 3, 3));
    let found = counted(&world, id, &after);
    write(&mut world, id, found, &after);
    assert_eq!(delivery_due(&world, id, &after), None, "nobody knows yet");
    world.now = at("2026-03-04T09:30:00Z");
    world.act(cast().amira, id, answer()).unwrap();
    assert_eq!(delivery_due(&world, id, &after), Some(at("2026-03-04T11:30:00Z")));
}

#[test]
fn a_holiday_beside_every_wait_keeps_nothing_and_moves_no_moment_that_was_named() {
    let (mut world, id) = held();
    world.act(cast().tom, id, wait(WaitOn::ThirdParty, world.now + Span::hours(2))).unwrap();
    world.later(Span::hours(2));
    world.act(cast().tom, id, Act::Resume).unwrap();
    let found = counted(&world, id, &with_a_holiday_on(date(2026, 3, 3)));
    assert_eq!(found.kept, []);
    assert!(found.moved.iter().all(|moved| moved.clock != ClockKind::Deliver), "{found:?}");
}
