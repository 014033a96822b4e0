//! The policy vectors of reference §2.7, and what lies beside them. P13, P15 and P16 are stories of
//! a case and stand with its tests.

use super::*;
use crate::calendar::{HolidaySet, Nation, Opening, Week};

const POLICY: &str = include_str!("vectors/policy.csv");

fn at(text: &str) -> Instant {
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}

fn seconds(text: &str) -> Span {
    Span::seconds(text.parse().unwrap())
}

fn office() -> Calendar {
    Calendar::named("EW").unwrap()
}

fn clock(calendar: &Calendar, start: &str, target: Span) -> Clock<'static> {
    // One calendar of a test lives as long as the test.
    let calendar = Box::leak(Box::new(calendar.clone()));
    Clock { calendar, start: at(start), target, pauses: &NO_PAUSES }
}

static NO_PAUSES: Pauses = Pauses::NONE;

/// Scotland as it was known on a day.
fn scotland(known_on: &str) -> Calendar {
    let set = HolidaySet::of(Nation::Scotland).as_known_on(known_on.parse().unwrap());
    let week = Week::working(Opening::between(540, 1_020));
    Calendar::new("Europe/London", week).unwrap().with_holidays(&set)
}

/// The answer to one row as it is written there.
fn answer(rule: &str, clock: &Clock<'_>, first: &str, second: &str) -> String {
    let due = |reopened| match reopened {
        Reopened::Due(due) => due.to_string(),
        Reopened::NewCase => "new case".to_owned(),
    };
    let reopened = |how: Reopening| due(how.reopened(clock, at(first), at(second)));
    match rule {
        "stop" if is_met(clock.due(), at(first)) => "met".to_owned(),
        "stop" => "breached".to_owned(),
        "warn" => warnings(clock, &[first.parse().unwrap()])[0].to_string(),
        "resume" => reopened(Reopening::Resume),
        "restart" => reopened(Reopening::Restart),
        "continuous" => reopened(Reopening::Continuous),
        "raised" => Raising::default().raised(clock, at(first), seconds(second)).to_string(),
        "lowered" => lowered(clock, seconds(first), second == "agreed").to_string(),
        "backdated" => {
            let letter = Backdated { received: clock.start, recorded: at(first) };
            assert_eq!(letter.delay(clock.calendar), seconds(second));
            clock.due().to_string()
        }
        "hours" => clock.due().to_string(),
        "working_days" => {
            clock.calendar.add_working_days(clock.start, first.parse().unwrap()).to_string()
        }
        "holiday" => {
            let before = scotland(first);
            let known = Clock { calendar: &before, ..*clock };
            let moved = holiday_added(&known, clock.calendar, None).unwrap();
            assert_eq!(moved.was, at(second));
            moved.now.to_string()
        }
        other => panic!("no rule {other}"),
    }
}

#[test]
fn every_policy_answers_as_the_reference_says() {
    let mut checked = 0;
    for line in POLICY.lines().skip(1) {
        let [id, rule, name, start, target, first, second, expected] =
            <[&str; 8]>::try_from(line.split(',').collect::<Vec<_>>()).unwrap();
        let clock = clock(&Calendar::named(name).unwrap(), start, seconds(target));
        assert_eq!(answer(rule, &clock, first, second), expected, "{id} {rule}");
        checked += 1;
    }
    assert_eq!(checked, 16);
}

#[test]
fn people_are_warned_at_three_quarters_and_at_the_end() {
    let clock = clock(&office(), "2026-03-02T15:00:00Z", Span::hours(8));
    let expected = [at("2026-03-03T13:00:00Z"), at("2026-03-03T15:00:00Z")];
    assert_eq!(warnings(&clock, &WARN_AT), expected);
}

#[test]
fn after_fourteen_days_it_is_a_new_case() {
    let clock = clock(&office(), "2026-03-02T09:00:00Z", Span::hours(16));
    let reopen = |reopened: &str| {
        Reopening::Resume.reopened(&clock, at("2026-03-02T16:00:00Z"), at(reopened))
    };
    assert!(matches!(reopen("2026-03-16T23:59:00Z"), Reopened::Due(_)));
    assert_eq!(reopen("2026-03-17T00:00:00Z"), Reopened::NewCase);
}

#[test]
fn the_last_day_of_the_window_ends_by_the_clocks_of_the_place() {
    let until = |closed| reopen_until(&office(), at(closed));
    assert_eq!(until("2026-03-02T16:00:00Z"), at("2026-03-17T00:00:00Z"));
    // Summer time has begun by then.
    assert_eq!(until("2026-03-20T23:59:00Z"), at("2026-04-03T23:00:00Z"));
}

#[test]
fn a_resolution_that_was_late_stays_late_when_it_is_reopened() {
    let clock = clock(&office(), "2026-03-02T09:00:00Z", Span::hours(4));
    let (late, again) = (at("2026-03-02T14:00:00Z"), at("2026-03-03T10:00:00Z"));
    let reopened = Reopening::Resume.reopened(&clock, late, again);
    assert_eq!(reopened, Reopened::Due(at("2026-03-02T13:00:00Z")));
}

#[test]
fn raising_leaves_half_an_hour_and_never_gives_more_time() {
    let clock = clock(&office(), "2026-03-02T09:00:00Z", Span::hours(16));
    let raised = |how: Raising, change: &str, hours| {
        how.raised(&clock, at(change), Span::hours(hours)).to_string()
    };
    let late = "2026-03-02T15:00:00Z";
    assert_eq!(raised(Raising::Retroactive, late, 4), "2026-03-02T15:30:00Z", "the floor binds");
    assert_eq!(raised(Raising::FromChange, late, 4), "2026-03-03T11:00:00Z");
    // 6 of 16 hours used, so 10 of 16 parts of 4 hours are left: 2 h 30 min.
    assert_eq!(raised(Raising::ProRata, late, 4), "2026-03-03T09:30:00Z");
    let just_before = "2026-03-03T16:50:00Z";
    assert_eq!(raised(Raising::Retroactive, just_before, 4), "2026-03-03T17:00:00Z");
    assert_eq!(raised(Raising::FromChange, just_before, 4), "2026-03-03T17:00:00Z");
}

#[test]
fn a_late_holiday_moves_only_clocks_that_run_and_only_later() {
    let scotland_then = scotland("2026-02-24");
    let now = Calendar::named("SC").unwrap();
    let running = clock(&scotland_then, "2026-06-12T15:00:00Z", Span::hours(8));
    assert!(holiday_added(&running, &now, None).is_some());
    assert_eq!(holiday_added(&running, &now, Some(at("2026-06-15T10:00:00Z"))), None);
    let knows_it = clock(&now, "2026-06-12T15:00:00Z", Span::hours(8));
    assert_eq!(holiday_added(&knows_it, &scotland_then, None), None, "never earlier");
}

#[test]
fn a_legal_clock_is_paused_by_nothing_but_the_law() {
    let pause =
        |reason, from: &str, until: &str| Pause { reason, from: at(from), until: at(until) };
    let pauses = [
        pause(PauseReason::Customer, "2026-03-02T10:00:00Z", "2026-03-02T12:00:00Z"),
        pause(PauseReason::ThirdParty, "2026-03-02T11:00:00Z", "2026-03-02T13:00:00Z"),
        pause(PauseReason::LegalHold, "2026-03-02T15:00:00Z", "2026-03-02T16:00:00Z"),
    ];
    let agreed = [PauseReason::Customer, PauseReason::ThirdParty];
    assert_eq!(counting(&pauses, false, &agreed).total(), Span::hours(3));
    assert_eq!(counting(&pauses, false, &agreed[..1]).total(), Span::hours(2));
    assert_eq!(counting(&pauses, true, &agreed).total(), Span::hours(1));
}
