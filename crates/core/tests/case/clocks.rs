//! Clocks are read from the events; nobody counts.

use baton_core::case::clocks::{self, Clock, ClockState, next_due};
use baton_core::case::command::{Command, Incoming};
use baton_core::case::kinds::*;
use baton_core::case::request::command::{Act, Raise};
use baton_core::case::request::state::Stage;
use baton_core::ids::RequestId;
use baton_core::log::Effect;
use baton_core::time::{Instant, Span};
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, ground};

fn of(world: &World, id: RequestId, kind: ClockKind) -> Clock {
    let all = clocks::clocks(world.request(id), &ground().calendars, world.now);
    all.into_iter().rev().find(|clock| clock.kind == kind).unwrap()
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

#[test]
fn acknowledging_is_due_in_working_time_by_the_class_of_service() {
    let due = [
        (ServiceClass::Expedite, "2026-03-02T10:30:00Z"),
        (ServiceClass::FixedDate, "2026-03-02T12:00:00Z"),
        (ServiceClass::Standard, "2026-03-02T14:00:00Z"),
        (ServiceClass::Intangible, "2026-03-03T09:30:00Z"),
    ];
    for (class, due) in due {
        let mut world = World::new();
        let form = ask(Mode::Delegate, cast().logistics, world.now);
        let form = Raise { service_class: Some(class), ..form };
        let id = world.raise(cast().amira, form).unwrap();
        assert_eq!(of(&world, id, ClockKind::Acknowledge).due, Some(at(due)), "{class}");
    }
}

#[test]
fn a_clock_is_met_at_its_due_time_and_late_a_moment_after() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    world.now = at("2026-03-02T14:00:00Z");
    assert_eq!(of(&world, id, ClockKind::Acknowledge).state, ClockState::Running);
    let mut late = world.clone();
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    let clock = of(&world, id, ClockKind::Acknowledge);
    assert_eq!((clock.state, clock.used_seconds), (ClockState::Met, 4 * 3_600));
    late.later(Span::millis(1));
    assert_eq!(of(&late, id, ClockKind::Acknowledge).state, ClockState::Breached);
    late.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    assert_eq!(of(&late, id, ClockKind::Acknowledge).state, ClockState::Breached);
}

#[test]
fn delivering_is_due_when_it_is_needed_and_moves_with_an_accepted_counter() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    let needed_by = world.request(id).ask.needed_by;
    assert_eq!(of(&world, id, ClockKind::Deliver).due, needed_by);
    let by = world.now + Span::times_24h(4);
    world.act(cast().tom, id, counter(by)).unwrap();
    assert_eq!(of(&world, id, ClockKind::Deliver).due, needed_by, "not before it is accepted");
    world.act(cast().amira, id, accept()).unwrap();
    assert_eq!(of(&world, id, ClockKind::Deliver).due, Some(by));
}

#[test]
fn each_side_has_its_own_clock_in_turn() {
    let mut world = World::new();
    let id = world.verified(Mode::Delegate);
    world.told();
    let kinds: Vec<_> = world.request(id).runs.iter().map(|run| run.kind).collect();
    let turns = [
        ClockKind::Deliver,
        ClockKind::Acknowledge,
        ClockKind::ReadBack,
        ClockKind::HearBack,
        ClockKind::Verify,
        ClockKind::Tell,
    ];
    assert_eq!(kinds, turns);
    assert_eq!(next_due(world.request(id), &ground().calendars), None);
}

#[test]
fn the_next_due_time_is_the_shortest_that_runs_and_a_timer_is_set_for_it() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    let due = at("2026-03-02T14:00:00Z");
    assert_eq!(next_due(world.request(id), &ground().calendars), Some(due));
    let remind =
        Effect::Remind { case: world.case.id, request: Some(id), at: due + Span::millis(1) };
    assert!(world.effects.contains(&remind), "{:?}", world.effects);
    world.act(cast().tom, id, note()).unwrap();
    assert_eq!(world.effects, [], "nothing has changed for a timer");
}

#[test]
fn what_is_overdue_is_flagged_and_tells_whoever_has_to_move_and_their_lead() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    world.now = at("2026-03-02T14:00:00Z");
    let check = Command::Request(id, Box::new(Act::CheckDue));
    assert!(world.baton(check.clone()).is_empty(), "due, not late");
    world.later(Span::millis(1));
    world.baton(check);
    assert_eq!(world.request(id).flagged.len(), 1);
    let mut people = vec![cast().tom, cast().ines];
    people.sort_unstable();
    let (case, request) = (world.case.id, Some(id));
    let told = Effect::Notify { people, case, request, kind: "overdue" };
    assert!(world.effects.contains(&told), "{:?}", world.effects);
}

#[test]
fn each_clock_has_a_timer_of_its_own_and_a_passed_one_hides_no_later_one() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    let due = world.request(id).ask.needed_by.unwrap();
    let remind =
        Effect::Remind { case: world.case.id, request: Some(id), at: due + Span::millis(1) };
    assert!(world.effects.contains(&remind), "{:?}", world.effects);
}

#[test]
fn a_customers_answer_ends_the_wait_for_it_and_a_machines_does_not() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    world.person(cast().amira, message(MessageKind::Call, Channel::Phone)).unwrap();
    let resume_by = world.now + Span::times_24h(2);
    world.act(cast().tom, id, wait(WaitOn::Customer, resume_by)).unwrap();
    let wrote = |automatic| {
        let body = "Tuesday suits me.".to_owned();
        Command::Receive(Incoming { body, automatic, ..Incoming::default() })
    };
    world.baton(wrote(true));
    assert!(matches!(world.request(id).stage, Stage::WaitingCustomer(_)));
    world.baton(wrote(false));
    assert_eq!(world.request(id).stage, Stage::InProgress);
}

#[test]
fn a_wait_ends_when_its_time_is_over() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    let resume_by = world.now + Span::hours(3);
    world.act(cast().tom, id, wait(WaitOn::ThirdParty, resume_by)).unwrap();
    let check = Command::Request(id, Box::new(Act::CheckDue));
    world.baton(check.clone());
    assert!(matches!(world.request(id).stage, Stage::WaitingThirdParty(_)), "not yet");
    world.now = resume_by + Span::millis(1);
    world.baton(check);
    assert_eq!(world.request(id).stage, Stage::InProgress);
}

#[test]
fn a_promise_that_is_not_kept_in_time_is_flagged_once_and_its_owner_told() {
    let mut world = World::new();
    let by = world.now + Span::hours(2);
    let what = "A call at noon.".to_owned();
    world.person(cast().amira, Command::MakePromise { what, by }).unwrap();
    let remind = Effect::Remind { case: world.case.id, request: None, at: by };
    assert_eq!(world.effects, [remind]);
    assert!(world.baton(Command::CheckPromises).is_empty(), "not yet");
    world.now = by;
    world.baton(Command::CheckPromises);
    assert!(world.case.promises[0].overdue);
    let (people, case) = (vec![world.case.owner], world.case.id);
    assert_eq!(
        world.effects,
        [Effect::Notify { people, case, request: None, kind: "promise_overdue" }]
    );
    assert!(world.baton(Command::CheckPromises).is_empty(), "once");
}

/// Reference §1.5: at three quarters of the time, of whatever is due then.
#[test]
fn whoever_is_due_is_warned_when_three_quarters_of_their_time_have_passed() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    let calendars = &ground().calendars;
    let warned = |world: &World, due: &str| {
        clocks::warning(world.request(id), at(due), calendars).map(|at| at.to_string())
    };
    let at_one = Some("2026-03-02T13:00:00Z".to_owned());
    assert_eq!(warned(&world, "2026-03-02T14:00:00Z"), at_one, "of four hours to acknowledge");
    assert_eq!(warned(&world, "2026-03-02T14:00:01Z"), None, "nothing is due then");
    world.act(cast().amira, id, escalation(1)).unwrap();
    let half_past_eleven = Some("2026-03-02T11:30:00Z".to_owned());
    assert_eq!(warned(&world, "2026-03-02T12:00:00Z"), half_past_eleven, "of two hours to decide");
    let id = world.in_progress(Mode::Delegate);
    let resume_by = at("2026-03-02T14:00:00Z");
    world.act(cast().tom, id, wait(WaitOn::ThirdParty, resume_by)).unwrap();
    let of_the_wait = clocks::warning(world.request(id), resume_by, calendars).unwrap();
    assert_eq!(of_the_wait.to_string(), "2026-03-02T13:00:00Z", "of four hours of waiting");
}
