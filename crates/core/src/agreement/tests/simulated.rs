//! A draft, held against what was asked in the last 90 days.

use super::*;
use crate::calendar::{Calendar, Pauses};
use crate::ids::{CaseId, RequestId};
use crate::vault::{Ink, Retention, Subject};

const NOW: &str = "2026-06-01T12:00:00Z";

fn request(n: u128, runs: Vec<Ran>) -> Trace {
    Trace {
        case: CaseId::from_bits(n),
        request: RequestId::from_bits(n),
        reference: format!("C-{n}/1"),
        from: department(SERVICE),
        to: department(LOGISTICS),
        service: None,
        class: ServiceClass::Standard,
        needed_by: None,
        legal: false,
        shared: Vec::new(),
        stills: Vec::new(),
        emergency: false,
        lost: Pauses::NONE,
        runs,
    }
}

/// Started on Tuesday 5 May at 10:00 in London; due by the usual four hours.
fn acknowledged(minutes: i64) -> Ran {
    let started = at("2026-05-05T09:00:00Z");
    Ran {
        kind: ClockKind::Acknowledge,
        started,
        stopped: Some(started + Span::minutes(minutes)),
        left_out: None,
        due: Some(started + Span::hours(4)),
        ruled: None,
        excused: false,
    }
}

/// The terms of the other tests: acknowledged within an hour, delivered within sixteen.
fn draft(change: impl FnOnce(&mut TermsRecord)) -> Terms {
    let mut record = terms();
    record.facts.clear();
    change(&mut record);
    let mut draw = Draw::new([1; 32], at("2026-03-02T10:00:00Z"));
    let mut ink = Ink::new(&mut draw, Subject::Nobody, Retention::Organisation);
    super::super::decide::terms_of(&record, &Facts::default(), at("2026-03-02T10:00:00Z"), &mut ink)
        .unwrap()
}

fn tried(traces: &[Trace], terms: &Terms) -> Simulation {
    let calendar = Calendar::standard();
    let hours = Hours { from: &calendar, to: &calendar };
    simulate(traces, terms, hours, Window::up_to(at(NOW)))
}

fn counts(tally: &Tally) -> (u32, u32, u32) {
    (tally.met, tally.late, tally.open)
}

#[test]
fn seven_of_ten_within_the_hour_are_seventy_per_cent_and_nine_are_no_share() {
    let traces: Vec<Trace> =
        (1..=10).map(|n| request(n, vec![acknowledged(if n <= 7 { 60 } else { 61 })])).collect();
    let whole = tried(&traces, &draft(|_| {}));
    let side = whole.side(Side::To);
    assert_eq!((counts(&side), side.attainment()), ((7, 3, 0), Some(70)));
    assert_eq!((side.median(), side.p90()), (Some(3_600), Some(3_660)));
    assert_eq!(whole.side(Side::From).n(), 0);
    let late: Vec<&str> = whole.newly_late.iter().map(|late| late.reference.as_str()).collect();
    assert_eq!(late, ["C-8/1", "C-9/1", "C-10/1"]);
    let nine = tried(&traces[..9], &draft(|_| {}));
    assert_eq!((nine.side(Side::To).n(), nine.side(Side::To).attainment()), (9, None));
}

#[test]
fn what_is_still_open_and_late_counts_and_what_is_not_due_does_not() {
    let mut open = acknowledged(0);
    open.stopped = None;
    let mut fresh = open;
    fresh.started = at("2026-06-01T11:30:00Z");
    fresh.due = None;
    let tried = tried(&[request(1, vec![open]), request(2, vec![fresh])], &draft(|_| {}));
    assert_eq!(counts(&tried.side(Side::To)), (0, 0, 1));
    assert!(tried.newly_late.is_empty(), "it was late by the usual times as well");
}

#[test]
fn what_fell_due_before_the_window_or_was_withdrawn_in_time_is_left_out_and_counted() {
    let mut old = acknowledged(60);
    old.started = at("2026-02-03T10:00:00Z");
    old.stopped = Some(at("2026-02-03T10:30:00Z"));
    let mut withdrawn = acknowledged(30);
    withdrawn.left_out = Some(LeftOut::Withdrawn);
    let mut too_late = acknowledged(90);
    too_late.left_out = Some(LeftOut::Withdrawn);
    let all = [old, withdrawn, too_late].map(|ran| request(1, vec![ran]));
    let side = tried(&all, &draft(|_| {})).side(Side::To);
    assert_eq!(counts(&side), (0, 1, 0), "what was late before it was withdrawn stays late");
    assert_eq!(side.left_out.into_iter().collect::<Vec<_>>(), [(LeftOut::Withdrawn, 1)]);
}

#[test]
fn the_clocks_of_whoever_is_asked_begin_with_the_last_fact_of_the_terms() {
    let terms = draft(|record| record.facts = vec!["phone".to_owned()]);
    let without = request(1, vec![acknowledged(90)]);
    let mut later = without.clone();
    later.shared.push(Shared { field: "phone".to_owned(), from: at("2026-05-05T09:45:00Z") });
    let side = tried(&[without], &terms).side(Side::To);
    assert_eq!((side.n(), side.left_out.get(&LeftOut::Held)), (0, Some(&1)));
    let side = tried(&[later], &terms).side(Side::To);
    assert_eq!((counts(&side), side.median()), ((1, 0, 0), Some(45 * 60)));
}

#[test]
fn an_agreed_time_of_delivery_counts_before_the_moment_that_was_named_unless_the_law_named_it() {
    let deliver = Ran {
        kind: ClockKind::Deliver,
        started: at("2026-05-05T08:00:00Z"),
        stopped: Some(at("2026-05-07T09:00:00Z")),
        left_out: None,
        due: Some(at("2026-05-08T16:00:00Z")),
        ruled: None,
        excused: false,
    };
    let mut asked = request(1, vec![deliver]);
    asked.needed_by = deliver.due;
    let terms = draft(|_| {});
    assert_eq!(counts(&tried(&[asked.clone()], &terms).side(Side::To)), (0, 1, 0));
    let mut legal = asked.clone();
    legal.legal = true;
    assert_eq!(counts(&tried(&[legal], &terms).side(Side::To)), (1, 0, 0));
    let waiting = draft(|record| record.pauses = vec![PauseReason::ThirdParty]);
    asked.stills.push(Still {
        reason: PauseReason::ThirdParty,
        from: at("2026-05-06T08:00:00Z"),
        until: Some(at("2026-05-06T12:00:00Z")),
    });
    assert_eq!(counts(&tried(&[asked.clone()], &waiting).side(Side::To)), (1, 0, 0));
    let unlisted = draft(|record| record.pauses.clear());
    assert_eq!(counts(&tried(&[asked], &unlisted).side(Side::To)), (0, 1, 0));
}

#[test]
fn a_ruling_stays_whatever_the_draft_says() {
    let mut ran = acknowledged(600);
    ran.ruled = ran.stopped;
    assert_eq!(counts(&tried(&[request(1, vec![ran])], &draft(|_| {})).side(Side::To)), (1, 0, 0));
}

#[test]
fn the_nearest_rank_is_a_value_that_was_measured() {
    let hours = [1, 1, 2, 2, 3, 3, 4, 5, 40, 240];
    assert_eq!((nearest_rank(&hours, 50), nearest_rank(&hours, 90)), (Some(3), Some(40)));
    assert_eq!((nearest_rank(&[], 50), nearest_rank(&[7], 90)), (None, Some(7)));
}

#[test]
fn an_emergency_would_be_acknowledged_by_the_clock_on_the_wall_whatever_the_draft_says() {
    let started = at("2026-05-02T22:00:00Z");
    let ran = Ran { started, stopped: Some(started + Span::minutes(16)), ..acknowledged(16) };
    let mut asked = request(1, vec![ran]);
    let terms = draft(|_| {});
    assert_eq!(counts(&tried(&[asked.clone()], &terms).side(Side::To)), (1, 0, 0), "on a Saturday");
    asked.emergency = true;
    assert_eq!(counts(&tried(&[asked], &terms).side(Side::To)), (0, 1, 0));
}
