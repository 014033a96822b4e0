//! What stops a clock, and what keeps one from starting.

use baton_core::agreement::{
    AgreementEvent, AgreementProposed, AgreementSigned, Book, CounterRule, PauseReason, Side, Terms,
};
use baton_core::case::account::of_request;
use baton_core::case::clocks::{self, Clock, ClockState, next_due};
use baton_core::case::command::{Command, Open};
use baton_core::case::kinds::*;
use baton_core::case::request::command::{Act, Raise};
use baton_core::ids::{AgreementId, Id, RequestId};
use baton_core::log::{Actor, Recorded};
use baton_core::service_level::Levels;
use baton_core::time::{Instant, Span};
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::people::start;
use baton_testkit::casebook::world::{World, cast, form, ground};

fn delivery(world: &World, id: RequestId) -> Clock {
    let all = clocks::clocks(world.request(id), &ground().calendars, world.now);
    all.into_iter().rev().find(|clock| clock.kind == ClockKind::Deliver).unwrap()
}

fn running(world: &World, id: RequestId) -> Vec<ClockKind> {
    let runs = world.request(id).runs.iter().filter(|run| run.stopped.is_none());
    runs.map(|run| run.kind).collect()
}

fn needed_by(world: &World, id: RequestId) -> Instant {
    world.request(id).ask.needed_by.unwrap()
}

/// Signed by both a day ago, without targets of its own.
fn agreed(facts: &[&str], pauses: &[PauseReason]) -> Book {
    agreed_on(|terms| {
        terms.facts = facts.iter().map(|fact| (*fact).to_owned()).collect();
        terms.pauses = pauses.to_vec();
    })
}

/// What customer service and logistics have both signed a day ago.
pub(super) fn agreed_on(change: impl FnOnce(&mut Terms)) -> Book {
    let mut terms = Terms {
        in_scope: Vec::new(),
        out_of_scope: Vec::new(),
        targets: Vec::new(),
        facts: Vec::new(),
        from_duties: Vec::new(),
        to_duties: Vec::new(),
        from_needs: Vec::new(),
        to_needs: Vec::new(),
        pauses: Vec::new(),
        priorities: Vec::new(),
        calendar: None,
        counter: CounterRule::Moves,
        on_breach: None,
        review_on: "2026-12-01".parse().unwrap(),
        effective_from: None,
    };
    change(&mut terms);
    let (from, to) = (cast().customer_service, cast().logistics);
    let signed = |side| AgreementEvent::from(AgreementSigned { number: 1, side });
    let events = [
        AgreementProposed { from, to, service: None, terms }.into(),
        signed(Side::From),
        signed(Side::To),
    ];
    let mut book = Book::default();
    let id: AgreementId = Id::from_bits(3);
    let (at, actor) = (baton_testkit::casebook::world::start() - Span::times_24h(1), Actor::System);
    for (version, event) in (1..).zip(&events) {
        let (kind, v, data) = (event.kind().to_owned(), event.v(), event.encode());
        book.catch_up(id, &[Recorded { version, at, actor, kind, v, data }]).unwrap();
    }
    book
}

#[test]
fn waiting_for_the_customer_moves_the_delivery_by_the_working_time_that_it_took() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    world.person(cast().amira, message(MessageKind::Call, Channel::Phone)).unwrap();
    let (by, waits_from) = (needed_by(&world, id), world.now);
    let resume_by = world.now + Span::hours(3);
    world.act(cast().tom, id, wait(WaitOn::Customer, resume_by)).unwrap();
    let calendars = &ground().calendars;
    assert_eq!(delivery(&world, id).state, ClockState::Paused);
    assert_eq!(
        delivery(&world, id).due,
        Some(calendars.standard().due(by, Span::hours(3))),
        "as planned"
    );
    world.later(Span::hours(1));
    world.act(cast().tom, id, Act::Resume).unwrap();
    let clock = delivery(&world, id);
    assert_eq!(
        (clock.due, clock.state),
        (Some(calendars.standard().due(by, Span::hours(1))), ClockState::Running)
    );
    assert_eq!(clock.paused_seconds, 3_600);
    assert_eq!(next_due(world.request(id), calendars), clock.due);
    let account = of_request(world.request(id), calendars, world.now);
    let customers = account.shares.iter().find(|share| share.hand == Hand::Customer).unwrap();
    assert_eq!(customers.seconds, calendars.standard().elapsed(waits_from, world.now).as_seconds());
}

#[test]
fn a_wait_counts_no_longer_than_it_was_to_last() {
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    let by = needed_by(&world, id);
    let resume_by = world.now + Span::hours(1);
    world.act(cast().tom, id, wait(WaitOn::ThirdParty, resume_by)).unwrap();
    world.later(Span::hours(2));
    world.baton(Command::Request(id, Box::new(Act::CheckDue)));
    let due = ground().calendars.standard().due(by, Span::hours(1));
    assert_eq!(delivery(&world, id).due, Some(due), "the timer came an hour late");
}

#[test]
fn a_question_stops_the_delivery_until_it_is_answered_and_never_the_other_clocks() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    let (by, calendars) = (needed_by(&world, id), &ground().calendars);
    world.act(cast().tom, id, question()).unwrap();
    assert_eq!(delivery(&world, id).state, ClockState::Paused);
    let clarify_due = calendars.standard().due(world.now, Span::hours(4));
    assert_eq!(next_due(world.request(id), calendars), Some(clarify_due));
    world.later(Span::hours(1));
    world.act(cast().amira, id, answer()).unwrap();
    assert_eq!(delivery(&world, id).due, Some(calendars.standard().due(by, Span::hours(1))));
    assert_eq!(delivery(&world, id).state, ClockState::Running);
}

#[test]
fn a_question_stops_the_clock_whatever_was_agreed_and_a_legal_one_never_stops() {
    let waited = |book: Book, reason: Option<NeededByReason>| {
        let mut world = World { agreements: book, ..World::new() };
        let form = ask(Mode::Delegate, cast().logistics, world.now);
        // A deadline of the law that is near asks for a level, or for why it does without.
        let weighing = because("Compliance knows of it.");
        let needed_by_reason = reason.or(form.needed_by_reason);
        let form = Raise { needed_by_reason, weighing, ..form };
        let id = world.raise(cast().amira, form).unwrap();
        world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
        world.act(cast().tom, id, question()).unwrap();
        world.later(Span::hours(1));
        world.act(cast().amira, id, answer()).unwrap();
        delivery(&world, id).due.unwrap() > needed_by(&world, id)
    };
    assert!(waited(Book::default(), None));
    assert!(waited(agreed(&[], &[PauseReason::Clarify]), None));
    assert!(waited(agreed(&[], &[PauseReason::Customer]), None));
    assert!(waited(agreed(&[], &[]), None));
    assert!(!waited(Book::default(), Some(NeededByReason::LegalClock)));
}

#[test]
fn waiting_stops_the_clock_only_where_the_agreement_lists_it() {
    let waited = |pauses: &[PauseReason]| {
        let mut world = World { agreements: agreed(&[], pauses), ..World::new() };
        let id = world.in_progress(Mode::Delegate);
        let resume_by = world.now + Span::hours(3);
        world.act(cast().tom, id, wait(WaitOn::ThirdParty, resume_by)).unwrap();
        delivery(&world, id).due.unwrap() > needed_by(&world, id)
    };
    assert!(waited(&[PauseReason::ThirdParty]));
    assert!(!waited(&[PauseReason::Customer]));
}

#[test]
fn a_fact_that_the_customers_record_does_not_hold_keeps_no_clock_from_starting() {
    let mut world = World { agreements: agreed(&["date_of_birth"], &[]), ..World::new() };
    let id = world.sent(Mode::Delegate);
    let request = world.request(id);
    assert_eq!(request.unobtainable_facts().collect::<Vec<_>>(), ["date_of_birth"]);
    assert_eq!((request.missing_facts().count(), request.waits_for_facts()), (0, false));
    assert_eq!(running(&world, id), [ClockKind::Deliver, ClockKind::Acknowledge]);
    assert_eq!(world.replayed(), world.case, "the log says so");
}

#[test]
fn facts_about_the_customer_bind_no_case_without_one() {
    let who = ground().who(cast().amira);
    let form = Open { customer: None, ..form(Channel::Internal) };
    let mut world = World::under(&form, &who, &Levels::default(), start()).unwrap();
    world.agreements = agreed(&["phone"], &[]);
    let id = world.sent(Mode::Delegate);
    assert_eq!(running(&world, id), [ClockKind::Deliver, ClockKind::Acknowledge]);
    let request = world.request(id);
    assert_eq!((request.missing_facts().count(), request.unobtainable_facts().count()), (0, 0));
}

#[test]
fn the_time_in_which_a_fact_is_missing_is_the_senders_also_after_a_redirection() {
    let hands = |world: &World, id| world.request(id).turns.last().unwrap().hand;
    let mut world = World { agreements: agreed(&["phone"], &[]), ..World::new() };
    let id = world.sent(Mode::Delegate);
    assert_eq!(hands(&world, id), Hand::Sender);
    world.later(Span::hours(2));
    let account = of_request(world.request(id), &ground().calendars, world.now);
    assert_eq!(account.shares.iter().map(|one| one.hand).collect::<Vec<_>>(), [Hand::Sender]);
    world.act(cast().amira, id, Act::Share(vec![share("phone")])).unwrap();
    assert_eq!(hands(&world, id), Hand::Department);
}

#[test]
fn a_missing_fact_keeps_the_receivers_clocks_from_starting_and_sharing_it_starts_them() {
    let mut world = World { agreements: agreed(&["phone"], &[]), ..World::new() };
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let id = world.raise(cast().amira, form).unwrap();
    assert_eq!(running(&world, id), []);
    assert_eq!(world.request(id).missing_facts().collect::<Vec<_>>(), ["phone"]);
    assert_eq!(world.request(id).mover(), Mover::From);
    world.later(Span::hours(2));
    world.act(cast().amira, id, Act::Share(vec![share("phone")])).unwrap();
    assert_eq!(running(&world, id), [ClockKind::Deliver, ClockKind::Acknowledge]);
    assert_eq!((delivery(&world, id).started, world.request(id).mover()), (world.now, Mover::To));
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    assert_eq!(running(&world, id), [ClockKind::Deliver, ClockKind::ReadBack]);
}

#[test]
fn a_fact_that_comes_after_the_acknowledgement_starts_the_read_back() {
    let mut world = World { agreements: agreed(&["phone"], &[]), ..World::new() };
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let id = world.raise(cast().amira, form).unwrap();
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    assert_eq!(running(&world, id), []);
    world.later(Span::hours(1));
    world.act(cast().amira, id, Act::Share(vec![share("phone")])).unwrap();
    assert_eq!(running(&world, id), [ClockKind::Deliver, ClockKind::ReadBack]);
}

#[test]
fn a_legal_hold_stops_the_delivery_where_it_is_listed_and_is_nobodys_time_inside() {
    let held = |book: Book| {
        let mut world = World { agreements: book, ..World::new() };
        let id = world.in_progress(Mode::Delegate);
        let by = world.now + Span::hours(3);
        let mut silent = wait(WaitOn::LegalHold, by);
        if let Act::Wait(form) = &mut silent {
            form.evidence = None;
        }
        let refused = world.act(cast().tom, id, silent).unwrap_err();
        assert_eq!(refused.code, baton_core::refusal::Code::WaitWithoutEvidence);
        world.act(cast().tom, id, wait(WaitOn::LegalHold, by)).unwrap();
        assert_eq!(world.stage(id), StageName::WaitingThirdParty);
        world.later(Span::hours(1));
        let state = delivery(&world, id).state;
        let account = of_request(world.request(id), &ground().calendars, world.now);
        let hold = account.shares.iter().find(|share| share.hand == Hand::LegalHold).unwrap();
        assert_eq!(hold.seconds, 3_600);
        world.act(cast().tom, id, Act::Resume).unwrap();
        (state, delivery(&world, id).due.unwrap() > needed_by(&world, id))
    };
    assert_eq!(held(Book::default()), (ClockState::Paused, true), "as usual");
    assert_eq!(held(agreed(&[], &[PauseReason::LegalHold])), (ClockState::Paused, true));
    assert_eq!(held(agreed(&[], &[PauseReason::ThirdParty])), (ClockState::Running, false));
}
