//! The fair account: one holder at every instant, and every working second once.

use baton_core::case::account::{Account, of_case, of_request};
use baton_core::case::apply::fold;
use baton_core::case::command::{Command, Incoming};
use baton_core::case::event::CaseEvent;
use baton_core::case::kinds::*;
use baton_core::case::request::command::Act;
use baton_core::case::{Case, clocks};
use baton_core::ids::{DepartmentId, RequestId};
use baton_core::time::{Instant, Span};
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::histories::history;
use baton_testkit::casebook::world::{World, cast, ground};

fn spent(account: &Account) -> Vec<(Hand, DepartmentId, i64)> {
    account.shares.iter().map(|share| (share.hand, share.department, share.seconds / 60)).collect()
}

fn of(world: &World, id: RequestId) -> Account {
    of_request(world.request(id), &ground().calendars, world.now)
}

#[test]
fn each_minute_of_a_loop_is_charged_to_whoever_had_it() {
    let mut world = World::new();
    let (ours, theirs) = (cast().customer_service, cast().logistics);
    world.later(Span::minutes(5));
    let id = world.sent(Mode::Delegate);
    world.later(Span::minutes(10));
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    world.later(Span::minutes(20));
    let form = read_back(&world, id);
    world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    world.later(Span::minutes(30));
    world.act(cast().amira, id, Act::Confirm).unwrap();
    world.later(Span::minutes(40));
    assert_eq!(
        spent(&of(&world, id)),
        [(Hand::Department, theirs, 10 + 20 + 40), (Hand::Sender, ours, 30)]
    );
    let whole = of_case(&world.case, &ground().calendars, world.now);
    assert_eq!(spent(&whole)[0], (Hand::Department, ours, 5));
    assert_eq!(whole.seconds, 105 * 60);
}

#[test]
fn two_redirects_leave_what_is_due_to_the_customer_and_are_two_times_between_departments() {
    let mut world = World::new();
    let due =
        |world: &World| ground().calendars.standard().due(world.case.received_at, Span::hours(16));
    let promised = due(&world);
    let id = world.sent(Mode::Delegate);
    world.later(Span::minutes(10));
    world.act(cast().tom, id, decline(DeclineReason::WrongTeam)).unwrap();
    world.act(cast().amira, id, Act::Redirect { to: cast().technical }).unwrap();
    world.later(Span::minutes(20));
    let mut elsewhere = decline(DeclineReason::NoAuthority);
    if let Act::Decline(form) = &mut elsewhere {
        form.alternative.as_mut().unwrap().value = Some("Billing".to_owned());
    }
    world.act(cast().priya, id, elsewhere).unwrap();
    world.act(cast().amira, id, Act::Redirect { to: cast().billing }).unwrap();
    world.later(Span::minutes(30));
    world.act(cast().bela, id, Act::Acknowledge { assignee: None }).unwrap();
    world.later(Span::minutes(40));
    assert_eq!(due(&world), promised, "P16: the promise to the customer has not moved");
    let account = of(&world, id);
    let between: Vec<i64> = account
        .intervals
        .iter()
        .filter(|interval| interval.hand == Hand::Between)
        .map(|interval| interval.seconds / 60)
        .collect();
    assert_eq!(between, [20, 30], "P16: two intervals between departments");
    assert_eq!(account.seconds, 100 * 60);
    let acknowledging = clocks::clocks(world.request(id), &ground().calendars, world.now);
    let each = acknowledging.iter().filter(|clock| clock.kind == ClockKind::Acknowledge);
    assert_eq!(each.count(), 3, "each department has its own clock");
}

#[test]
fn an_automatic_answer_ends_no_wait() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    world.person(cast().amira, message(MessageKind::Call, Channel::Phone)).unwrap();
    world.act(cast().tom, id, wait(WaitOn::Customer, world.now + Span::hours(20))).unwrap();
    world.later(Span::minutes(15));
    let body = "I am away until Monday.".to_owned();
    world.baton(Command::Receive(Incoming { body, automatic: true, ..Incoming::default() }));
    world.later(Span::minutes(15));
    let last = *of(&world, id).intervals.last().unwrap();
    assert_eq!((last.hand, last.seconds), (Hand::Customer, 30 * 60), "P13: still paused");
}

/// Working time between receipt and now without what lay between closings and reopenings, or
/// between mergers and their being taken back, from the events alone.
fn working_time(world: &World) -> Span {
    let calendars = &ground().calendars;
    let mut sum = calendars.standard().elapsed(world.case.received_at, world.now).as_millis();
    let mut closed: Option<Instant> = None;
    for record in &world.log {
        match CaseEvent::decode(&record.kind, record.v, &record.data).unwrap() {
            CaseEvent::CaseClosed(_) | CaseEvent::CaseMerged(_) => closed = Some(record.at),
            CaseEvent::CaseReopened(_) | CaseEvent::CaseSeparated(_) => {
                let since = closed.take().unwrap();
                sum -= calendars.standard().elapsed(since, record.at).as_millis();
            }
            _ => {}
        }
    }
    if let Some(since) = closed {
        sum -= calendars.standard().elapsed(since, world.now).as_millis();
    }
    Span::millis(sum)
}

fn adds_up(account: &Account) {
    let seconds: i64 = account.intervals.iter().map(|interval| interval.seconds).sum();
    let shares: i64 = account.shares.iter().map(|share| share.seconds).sum();
    assert_eq!((seconds, shares), (account.seconds, account.seconds), "{account:?}");
    assert_eq!(account.seconds, account.working.as_seconds());
    let apart = |pair: &[baton_core::case::account::Interval]| pair[0].until <= pair[1].since;
    assert!(account.intervals.windows(2).all(apart), "one holder at every instant: {account:?}");
    assert!(account.intervals.iter().all(|interval| interval.seconds >= 0));
}

/// At every event, whoever the state says has it is the one whom the account charges from then on.
fn holders_are_those_of_the_state(world: &World, account: &Account) {
    let mut case: Option<Case> = None;
    let mut waits_for = Hand::Department;
    for (place, record) in world.log.iter().enumerate() {
        case = fold(case, std::slice::from_ref(record)).unwrap();
        waits_for = match CaseEvent::decode(&record.kind, record.v, &record.data).unwrap() {
            CaseEvent::CaseWaitStarted(wait) => match wait.on {
                WaitOn::Customer => Hand::Customer,
                WaitOn::ThirdParty => Hand::ThirdParty,
                WaitOn::LegalHold => Hand::LegalHold,
            },
            CaseEvent::CaseWaitEnded(_) | CaseEvent::CaseClosed(_) => Hand::Department,
            _ if case.as_ref().is_some_and(has_been_asked) => Hand::Department,
            _ => waits_for,
        };
        let next = world.log.get(place + 1).map_or(world.now, |next| next.at);
        let Some(case) = case.as_ref().filter(|_| record.at < next) else { continue };
        let holds = |interval: &&baton_core::case::account::Interval| {
            interval.since <= record.at && record.at < interval.until
        };
        let found = account.intervals.iter().find(holds);
        assert_eq!(found.is_none(), case.is_over(), "{account:?}");
        if let Some(found) = found.filter(|_| !has_been_asked(case)) {
            assert_eq!((found.hand, found.department), (waits_for, case.department));
        }
    }
}

/// Whether another department has an open request of it.
fn has_been_asked(case: &Case) -> bool {
    case.requests.iter().any(|request| {
        request.parent.is_none()
            && request.ask.mode.obliges()
            && !request.ended()
            && request.sent_at.is_some()
    })
}

#[test]
fn ten_thousand_histories_sum_to_the_second() {
    let calendars = &ground().calendars;
    let mut seen = std::collections::BTreeSet::new();
    for seed in 0..10_000 {
        let world = history(seed);
        let account = of_case(&world.case, calendars, world.now);
        adds_up(&account);
        assert_eq!(account.working, working_time(&world), "seed {seed}");
        assert_eq!(account.seconds, working_time(&world).as_seconds(), "seed {seed}");
        holders_are_those_of_the_state(&world, &account);
        let again = fold(None, &world.log).unwrap().unwrap();
        assert_eq!(of_case(&again, calendars, world.now), account, "from the log alone");
        for request in &world.case.requests {
            adds_up(&of_request(request, calendars, world.now));
        }
        seen.extend(account.shares.iter().map(|share| share.hand));
    }
    let missing: Vec<&Hand> = Hand::ALL.iter().filter(|hand| !seen.contains(hand)).collect();
    assert_eq!(missing, [&Hand::Nobody], "each holder came up");
}
