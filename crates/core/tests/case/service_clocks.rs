//! What the customer was promised, and the clocks that run under it (reference §2.3, §2.6): each
//! policy vector of §2.7 through a case that lives, and what stops a clock and what does not.

use baton_core::calendar::{Calendar, HolidaySet, Nation, Opening, Week};
use baton_core::case::command::{Command, Incoming, Open, Tell};
use baton_core::case::event::CaseEvent;
use baton_core::case::kinds::*;
use baton_core::case::request::command::Act;
use baton_core::case::service_clocks::{self, Clock, ClockState};
use baton_core::ids::Id;
use baton_core::policy::Reopening;
use baton_core::service_level::{Goal, Terms};
use baton_core::time::{Instant, Span};
use baton_testkit::casebook::canonical::decline_elsewhere;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::people::{nine_to_five, start};
use baton_testkit::casebook::promising::*;
use baton_testkit::casebook::world::{World, cast, ground};

const POLICY: &str = include_str!("../../src/policy/tests/vectors/policy.csv");
pub fn at(text: &str) -> Instant {
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

pub fn calendar() -> &'static Calendar {
    ground().calendars.of(Some(nine_to_five()))
}

pub fn all(world: &World) -> Vec<Clock> {
    service_clocks::clocks(&world.case, calendar(), world.now)
}

/// The newest of a kind.
pub fn of(world: &World, kind: CaseClock) -> Clock {
    all(world).into_iter().rev().find(|clock| clock.kind == kind).unwrap()
}

pub fn due(world: &World, kind: CaseClock) -> String {
    of(world, kind).due.to_string()
}

pub fn reply(world: &mut World) -> Vec<CaseEvent> {
    world.person(cast().amira, message(MessageKind::Reply, Channel::Chat)).unwrap()
}

pub fn writes(world: &mut World, automatic: bool) {
    let body = "Any news?".to_owned();
    world.baton(Command::Receive(Incoming { body, automatic, ..Incoming::default() }));
}

fn priority(world: &mut World, priority: Priority, customer_agreed: bool) {
    let reason = "She is ill.".to_owned();
    let command = Command::ChangePriority { priority, reason, customer_agreed };
    world.person(cast().amira, command).unwrap();
}

pub fn is_overdue(event: &CaseEvent, kind: CaseClock) -> bool {
    matches!(event, CaseEvent::CaseClockOverdue(late) if late.clock == kind)
}

fn stopped(events: &[CaseEvent]) -> Vec<(CaseClock, Option<bool>)> {
    let stops = events.iter().filter_map(|event| match event {
        CaseEvent::CaseClockStopped(stop) => Some((stop.clock, stop.met)),
        _ => None,
    });
    stops.collect()
}

/// One row of the vectors, lived through.
fn lived(rule: &str, start: Instant, target: u32, first: &str, second: &str) -> String {
    let resolution = |seconds| terms(&[(Goal::Resolution, seconds)]);
    let reopened = |reopening| {
        let mut world = called(start, Terms { reopening, ..resolution(target) });
        world.now = at(first);
        world.told();
        world.now = at(second);
        writes(&mut world, false);
        due(&world, CaseClock::FinalResolution)
    };
    // From a target of normal priority to another of high or low.
    let changed = |to: Priority, seconds: &str, when: Instant, agreed| {
        let seconds = seconds.parse().unwrap();
        let mut terms = resolution(target);
        for one in terms.targets.iter_mut().filter(|one| one.priority == to) {
            one.business_seconds = seconds;
        }
        let mut world = called(start, terms);
        world.now = when;
        priority(&mut world, to, agreed);
        due(&world, CaseClock::FirstResolution)
    };
    match rule {
        "stop" => {
            let mut world = called(start, resolution(target));
            world.now = at(first);
            world.told();
            of(&world, CaseClock::FirstResolution).state.name().to_owned()
        }
        "warn" => {
            let world = called(start, resolution(target));
            let due = of(&world, CaseClock::FirstResolution).due;
            service_clocks::warning(&world.case, due, calendar()).unwrap().to_string()
        }
        "resume" => reopened(Reopening::Resume),
        "restart" => reopened(Reopening::Restart),
        "continuous" => reopened(Reopening::Continuous),
        "raised" => changed(Priority::High, second, at(first), false),
        "lowered" => changed(Priority::Low, first, start + Span::hours(1), second == "agreed"),
        "backdated" => {
            let letter = Open { received_at: Some(start), ..form(Channel::Letter) };
            let who = ground().who(cast().amira);
            let levels = promising(resolution(target));
            let world = World::under(&letter, &who, &levels, at(first)).unwrap();
            due(&world, CaseClock::FirstResolution)
        }
        "hours" => due(&called(start, resolution(target)), CaseClock::FirstResolution),
        other => panic!("no rule {other}"),
    }
}

#[test]
fn every_policy_vector_holds_in_a_case_that_lives() {
    let mut lives = 0;
    for line in POLICY.lines().skip(1) {
        let [id, rule, name, start, target, first, second, expected] =
            <[&str; 8]>::try_from(line.split(',').collect::<Vec<_>>()).unwrap();
        // A case counts hours, so whole working days are none of its units; the late holiday has a
        // test of its own, and people are warned at three quarters.
        if matches!(rule, "working_days" | "holiday") || (rule == "warn" && first != "75") {
            continue;
        }
        assert_eq!(name, "EW", "{id}");
        let answer = lived(rule, at(start), target.parse().unwrap(), first, second);
        assert_eq!(answer, expected, "{id} {rule}");
        lives += 1;
    }
    assert_eq!(lives, 12);
}

#[test]
fn a_holiday_that_is_declared_late_moves_what_runs_and_nothing_that_has_stopped() {
    let scotland = |known_on: &str| {
        let set = HolidaySet::of(Nation::Scotland).as_known_on(known_on.parse().unwrap());
        let week = Week::working(Opening::between(540, 1_020));
        Calendar::new("Europe/London", week).unwrap().with_holidays(&set)
    };
    let mut world = called(at("2026-06-12T15:00:00Z"), terms(&[(Goal::Resolution, 8 * HOUR)]));
    let due = |world: &World, calendar: &Calendar| {
        service_clocks::clocks(&world.case, calendar, world.now)[0].due.to_string()
    };
    let (before, after) = (scotland("2026-02-24"), Calendar::named("SC").unwrap());
    assert_eq!(due(&world, &before), "2026-06-15T15:00:00Z", "P11");
    assert_eq!(due(&world, &after), "2026-06-16T15:00:00Z", "P11");
    world.later(Span::hours(1));
    world.told();
    let frozen = due(&world, &before);
    assert_eq!(due(&world, &after), frozen, "what has stopped stays as it was");
}

#[test]
fn a_machine_acknowledges_and_only_a_person_responds() {
    let mut world = called(start(), every_goal());
    world.later(Span::minutes(1));
    let events = world.person(cast().robot, message(MessageKind::Reply, Channel::Chat)).unwrap();
    assert_eq!(stopped(&events), [(CaseClock::Acknowledgement, Some(true))]);
    assert_eq!(of(&world, CaseClock::Acknowledgement).used_ms, 60_000, "P15: one minute");
    world.person(cast().amira, message(MessageKind::Note, Channel::Internal)).unwrap();
    writes(&mut world, true);
    assert_eq!(of(&world, CaseClock::FirstResponse).state, ClockState::Running);
    world.later(Span::minutes(119));
    let events = reply(&mut world);
    assert_eq!(stopped(&events), [(CaseClock::FirstResponse, Some(true))]);
    let first = of(&world, CaseClock::FirstResponse);
    assert_eq!(first.used_ms, Span::hours(2).as_millis(), "P15: two hours");
}

#[test]
fn a_machines_answer_never_ends_a_wait_and_a_persons_does() {
    let mut world = called(start(), every_goal());
    let id = world.in_progress(Mode::Delegate);
    reply(&mut world);
    let by = world.now + Span::times_24h(7);
    world.act(cast().tom, id, wait(WaitOn::Customer, by)).unwrap();
    let resolution = |world: &World| of(world, CaseClock::FirstResolution);
    assert_eq!(resolution(&world).state, ClockState::Paused);
    world.later(Span::hours(1));
    writes(&mut world, true);
    assert_eq!(resolution(&world).state, ClockState::Paused, "P13: still paused");
    world.later(Span::hours(1));
    writes(&mut world, false);
    let clock = resolution(&world);
    assert_eq!((clock.state, clock.paused_ms), (ClockState::Running, 2 * 3_600_000));
    assert_eq!(due(&world, CaseClock::FirstResolution), "2026-03-04T12:00:00Z", "two hours later");
    let mut terms = every_goal();
    terms.pauses.clear();
    world.case.service_level.as_mut().unwrap().terms = terms;
    assert_eq!(due(&world, CaseClock::FirstResolution), "2026-03-04T10:00:00Z", "not listed");
}

#[test]
fn a_redirection_leaves_the_promise_to_the_customer_as_it_was() {
    let mut world = called(start(), every_goal());
    let before = due(&world, CaseClock::FirstResolution);
    let id = world.sent(Mode::Delegate);
    for (who, to) in [(cast().tom, cast().technical), (cast().priya, cast().billing)] {
        let request = world.request(id).clone();
        world.act(who, id, decline_elsewhere(&request)).unwrap();
        world.later(Span::minutes(30));
        world.act(cast().amira, id, Act::Redirect { to }).unwrap();
    }
    assert_eq!(world.request(id).hops, 2);
    assert_eq!(due(&world, CaseClock::FirstResolution), before, "P16");
}

#[test]
fn the_next_response_is_that_to_the_oldest_message_without_an_answer() {
    let mut world = called(start(), every_goal());
    writes(&mut world, false);
    let kinds: Vec<_> = all(&world).iter().map(|clock| clock.kind).collect();
    assert!(
        !kinds.contains(&CaseClock::NextResponse),
        "the first response is still owed: {kinds:?}"
    );
    world.later(Span::minutes(30));
    reply(&mut world);
    world.later(Span::minutes(30));
    writes(&mut world, false);
    world.later(Span::minutes(30));
    writes(&mut world, false);
    assert_eq!(due(&world, CaseClock::NextResponse), "2026-03-02T13:00:00Z", "from the older one");
    world.now = at("2026-03-02T13:00:00.001Z");
    let events = reply(&mut world);
    assert!(stopped(&events).contains(&(CaseClock::NextResponse, Some(false))), "{events:?}");
}

#[test]
fn an_update_is_due_when_it_was_promised_else_by_the_target() {
    let mut world = called(start(), every_goal());
    reply(&mut world);
    assert_eq!(due(&world, CaseClock::ProgressUpdate), "2026-03-04T10:00:00Z", "two working days");
    world.later(Span::hours(1));
    let by = at("2026-03-03T11:00:00Z");
    let (kind, channel) = (UpdateKind::Progress, Channel::Phone);
    let body = "No change: the depot is looking.".to_owned();
    let form = Tell { kind, channel, body, next_update_by: Some(by), files: Vec::new() };
    world.person(cast().amira, Command::TellCustomer(form)).unwrap();
    assert_eq!(of(&world, CaseClock::ProgressUpdate).due, by);
    assert_eq!(of(&world, CaseClock::Promise).due, by);
    let late = by + Span::millis(1);
    let mut silent = world.clone();
    silent.now = late;
    let events = silent.baton(Command::CheckPromises);
    assert!(!events.iter().any(|event| is_overdue(event, CaseClock::ProgressUpdate)), "told once");
    assert!(events.iter().any(|event| matches!(event, CaseEvent::PromiseOverdue(_))), "{events:?}");
    world.told();
    assert!(all(&world).iter().all(|clock| !clock.is_running()), "nothing more is owed");
}

#[test]
fn an_outcome_before_any_response_is_the_first_response_too() {
    let mut world = called(start(), every_goal());
    world.later(Span::hours(1));
    let before = world.log.len();
    world.told();
    let expected = [
        (CaseClock::Acknowledgement, Some(true)),
        (CaseClock::FirstResponse, Some(true)),
        (CaseClock::FirstResolution, Some(true)),
        (CaseClock::FinalResolution, Some(true)),
    ];
    assert_eq!(stopped(&world.since(before)), expected);
}

#[test]
fn what_began_inside_has_no_first_response() {
    let who = ground().who(cast().amira);
    let levels = promising(every_goal());
    let silent = Open { body: None, ..form(Channel::Phone) };
    for form in [form(Channel::Internal), silent] {
        let world = World::under(&form, &who, &levels, start()).unwrap();
        let kinds: Vec<_> = all(&world).iter().map(|clock| clock.kind).collect();
        assert_eq!(kinds, [CaseClock::FirstResolution, CaseClock::FinalResolution]);
    }
}

#[test]
fn reopening_keeps_the_first_resolution_and_begins_anew_after_two_weeks() {
    let mut world = called(start(), every_goal());
    world.later(Span::hours(2));
    world.closed();
    let first = of(&world, CaseClock::FirstResolution);
    world.later(Span::times_24h(2));
    world.person(cast().amira, reopen()).unwrap();
    assert_eq!(of(&world, CaseClock::FirstResolution), first);
    let last = of(&world, CaseClock::FinalResolution);
    assert_eq!((last.state, last.due), (ClockState::Running, at("2026-03-06T10:00:00Z")));
    // Nobody has closed it, so what the customer writes after weeks is no new case.
    world.told();
    world.later(Span::times_24h(15));
    writes(&mut world, false);
    let last = of(&world, CaseClock::FinalResolution);
    assert_eq!(last.due, at("2026-03-23T12:00:00Z"), "the whole time again: {last:?}");
}

#[test]
fn a_case_keeps_the_version_that_held_when_it_came() {
    let mut levels = promising(terms(&[(Goal::Resolution, 8 * HOUR)]));
    let later = at("2026-03-02T11:00:00Z");
    set(&mut levels, 2, terms(&[(Goal::Resolution, HOUR)]), later);
    let who = ground().who(cast().amira);
    let number = |received_at, now| {
        let form = Open { received_at, ..form(Channel::Phone) };
        let world = World::under(&form, &who, &levels, now).unwrap();
        assert_eq!(world.replayed(), world.case);
        world.case.service_level.unwrap().number
    };
    assert_eq!(number(None, start()), 1);
    assert_eq!(number(None, later), 2);
    assert_eq!(number(Some(start()), later), 1, "a letter falls under what held when it came");
}

#[test]
fn what_stopped_stays_as_it_was_unless_the_message_was_taken_back() {
    let mut world = called(start(), every_goal());
    world.later(Span::hours(1));
    world.person(cast().amira, message(MessageKind::Reply, Channel::Email)).unwrap();
    let frozen = of(&world, CaseClock::FirstResponse);
    assert_eq!(frozen.state, ClockState::Met);
    let without = Calendar::new("Europe/London", Week::working(Opening::between(0, 60))).unwrap();
    let again = service_clocks::clocks(&world.case, &without, world.now);
    assert!(again.contains(&frozen), "other hours change nothing that has stopped");
    let message = world.case.messages.last().unwrap().id;
    world.person(cast().amira, Command::UndoMessage { message }).unwrap();
    assert_eq!(of(&world, CaseClock::FirstResponse).state, ClockState::Running);
    world.now = at("2026-03-02T14:00:01Z");
    let events = reply(&mut world);
    assert!(stopped(&events).contains(&(CaseClock::FirstResponse, Some(false))), "{events:?}");
}

#[test]
fn of_two_cases_of_one_matter_the_earlier_promise_holds() {
    let who = ground().who(cast().amira);
    let levels = promising(every_goal());
    let open = |number: u64, received_at: &str| {
        let id = Id::from_bits(u128::from(number));
        let received_at = Some(at(received_at));
        let form = Open { id, number, received_at, ..form(Channel::Phone) };
        World::under(&form, &who, &levels, start()).unwrap()
    };
    let mut survivor = open(1042, "2026-03-02T10:00:00Z");
    let mut merged = open(1043, "2026-03-02T09:00:00Z");
    reply(&mut survivor);
    survivor.later(Span::minutes(10));
    merged.later(Span::minutes(10));
    merged.merge_into(&mut survivor, &who).unwrap();
    assert_eq!(due(&survivor, CaseClock::FinalResolution), "2026-03-03T17:00:00Z");
    assert_eq!(due(&survivor, CaseClock::NextResponse), "2026-03-02T13:00:00Z", "still unanswered");
    let states: Vec<_> = all(&merged).iter().map(|clock| (clock.kind, clock.state)).collect();
    let (late, rest) = states.split_first().unwrap();
    assert_eq!(
        *late,
        (CaseClock::Acknowledgement, ClockState::Breached),
        "late already, so it stays"
    );
    assert!(rest.iter().all(|(_, state)| *state == ClockState::Ended), "{rest:?}");
    merged.separate_from(&mut survivor, &who).unwrap();
    assert_eq!(due(&survivor, CaseClock::FinalResolution), "2026-03-04T10:00:00Z");
    assert_eq!(of(&merged, CaseClock::FirstResponse).state, ClockState::Running);
}
