//! Gate 3: no case closes while a request is open or the customer has not been told.

use baton_core::case::command::Command;
use baton_core::case::kinds::*;
use baton_core::case::moves::{CaseMove, moves};
use baton_core::case::request::command::{Act, Raise};
use baton_core::refusal::Code;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, code, fields, ground};

use super::scenes::declined;

#[test]
fn no_case_closes_while_a_request_is_open_whatever_its_stage() {
    let stages: [fn(&mut World) -> baton_core::ids::RequestId; 6] = [
        |world| world.sent(Mode::Collaborate),
        |world| world.acknowledged(Mode::Escalate),
        |world| world.was_read_back(Mode::Transfer),
        |world| world.in_progress(Mode::Delegate),
        |world| world.delivered(Mode::Delegate),
        |world| {
            let form = ask(Mode::Delegate, cast().logistics, world.now);
            world.raise(cast().amira, Raise { draft: true, ..form }).unwrap()
        },
    ];
    for stage in stages {
        let mut world = World::new();
        let id = stage(&mut world);
        world.told();
        let refused = world.person(cast().amira, closing()).unwrap_err();
        assert_eq!(refused.code, Code::RequestOpen);
        assert!(refused.detail.starts_with("C-1042/1 is "), "{refused}");
        world.act(cast().amira, id, withdrawal()).unwrap();
        world.person(cast().amira, closing()).unwrap();
    }
}

#[test]
fn no_case_closes_before_the_customer_has_been_told_the_outcome() {
    let mut world = World::new();
    assert_eq!(code(world.person(cast().amira, closing())), Code::CustomerNotTold);
    for kind in [UpdateKind::Holding, UpdateKind::Progress] {
        world.person(cast().amira, tell(kind, Channel::Phone)).unwrap();
        assert_eq!(code(world.person(cast().amira, closing())), Code::CustomerNotTold, "{kind}");
    }
    world.person(cast().amira, message(MessageKind::Call, Channel::Phone)).unwrap();
    assert_eq!(code(world.person(cast().amira, closing())), Code::CustomerNotTold, "only a call");
    world.told();
    let silent = Command::Close { outcome: " ".to_owned(), exemption: None };
    assert_eq!(fields(world.person(cast().amira, silent)).1, ["outcome"]);
    world.person(cast().amira, closing()).unwrap();
}

#[test]
fn an_answer_that_is_newer_than_what_was_told_is_told_before_closing() {
    let mut world = World::new();
    world.told();
    let id = world.verified(Mode::Delegate);
    assert_eq!(code(world.person(cast().amira, closing())), Code::CustomerNotTold);
    world.told();
    assert_eq!(world.stage(id), StageName::Closed);
    world.person(cast().amira, closing()).unwrap();
}

#[test]
fn a_no_is_an_answer_that_the_customer_is_told_too() {
    let mut world = World::new();
    world.told();
    let id = declined(&mut world, 0);
    assert_eq!(code(world.person(cast().amira, closing())), Code::CustomerNotTold);
    world.told();
    assert!(world.request(id).ended());
    world.person(cast().amira, closing()).unwrap();
}

#[test]
fn an_answer_that_was_rejected_or_withdrawn_need_not_be_told() {
    let mut world = World::new();
    world.told();
    let id = world.delivered(Mode::Delegate);
    assert!(!world.case.customer_is_told());
    world.act(cast().amira, id, rejection()).unwrap();
    assert!(world.case.customer_is_told(), "what does not do is no answer");
    world.act(cast().amira, id, withdrawal()).unwrap();
    world.person(cast().amira, closing()).unwrap();
}

#[test]
fn notices_keep_nothing_open() {
    let mut world = World::new();
    world.sent(Mode::Inform);
    world.closed();
}

#[test]
fn an_internal_case_has_nobody_to_tell() {
    let mut world = World::internal();
    let id = world.sent(Mode::Delegate);
    assert_eq!(code(world.person(cast().amira, closing())), Code::RequestOpen);
    world.act(cast().amira, id, withdrawal()).unwrap();
    world.person(cast().amira, closing()).unwrap();
}

#[test]
fn no_case_closes_while_the_customer_still_expects_something() {
    let mut world = World::new();
    world.told();
    let by = world.now + Span::hours(2);
    let promise = Command::MakePromise { what: "A call at noon.".to_owned(), by };
    world.person(cast().amira, promise).unwrap();
    assert_eq!(code(world.person(cast().amira, closing())), Code::PromiseOpen);
    let promise = world.case.promises[0].id;
    let release = |reason: Option<&str>| {
        let reason = reason.map(str::to_owned);
        Command::SettlePromise { promise, kept: false, reason }
    };
    assert_eq!(fields(world.person(cast().amira, release(None))).1, ["reason"]);
    world.person(cast().amira, release(Some("She called herself."))).unwrap();
    assert_eq!(code(world.person(cast().amira, release(Some("Twice.")))), Code::IllegalMove);
    world.person(cast().amira, closing()).unwrap();
}

#[test]
fn what_the_customer_writes_opens_the_case_again_and_what_a_machine_writes_does_not() {
    let incoming = |automatic| {
        Command::Receive(baton_core::case::command::Incoming {
            body: "It is the wrong parcel.".to_owned(),
            address: Some("ada@example.org".to_owned()),
            automatic,
            ..Default::default()
        })
    };
    let mut world = World::new();
    world.closed();
    world.baton(incoming(true));
    assert_eq!(world.case.standing(), Standing::Closed);
    world.baton(incoming(false));
    assert_eq!((world.case.standing(), world.case.reopened), (Standing::Open, 1));
    // What was told still holds: a thank-you can be closed as it is.
    world.person(cast().amira, closing()).unwrap();
    world.person(cast().amira, reopen()).unwrap();
    assert_eq!((world.case.standing(), world.case.reopened), (Standing::Open, 2));
    world.told();
    assert_eq!(world.case.standing(), Standing::Resolved);
}

#[test]
fn for_fourteen_days_a_closed_case_is_reopened_and_after_that_it_rests_for_good() {
    let wrote = |automatic| {
        let body = "It is the wrong parcel.".to_owned();
        Command::Receive(baton_core::case::command::Incoming {
            body,
            automatic,
            ..Default::default()
        })
    };
    let mut world = World::new();
    world.closed();
    let until = world.case.closure.as_ref().unwrap().reopen_until.unwrap();
    let offered = |world: &World| moves(&world.case, &ground().who(cast().amira), world.now);
    world.now = until - Span::millis(1);
    assert!(offered(&world).contains(&CaseMove::Reopen));
    world.person(cast().amira, reopen()).unwrap();
    world.person(cast().amira, closing()).unwrap();
    let later = world.case.closure.as_ref().unwrap().reopen_until.unwrap();
    assert!(later > until, "it begins anew with each closing");
    world.now = later;
    assert!(!offered(&world).contains(&CaseMove::Reopen));
    let refused = world.person(cast().amira, reopen()).unwrap_err();
    assert_eq!(refused.code, Code::Terminal);
    assert!(refused.to_string().contains("more than 14 days ago"), "{refused}");
    assert_eq!(code(world.person(cast().amira, wrote(false))), Code::Terminal);
    // A machine's word and a note are still filed.
    world.person(cast().amira, wrote(true)).unwrap();
    world.person(cast().amira, message(MessageKind::Note, Channel::Internal)).unwrap();
    assert_eq!(world.case.standing(), Standing::Closed);
}

#[test]
fn the_standing_says_who_is_waited_for() {
    let mut world = World::new();
    assert_eq!(world.case.standing(), Standing::New);
    let id = world.acknowledged(Mode::Delegate);
    assert_eq!(world.case.standing(), Standing::Waiting);
    world.act(cast().tom, id, question()).unwrap();
    assert_eq!(world.case.standing(), Standing::Open, "the case owner is to answer");
}

#[test]
fn closing_settles_what_was_answered_but_not_told() {
    let mut world = World::new();
    let (verified, no) = (world.verified(Mode::Delegate), declined(&mut world, 0));
    super::scenes::close_exempt(&mut world);
    assert_eq!(world.stage(verified), StageName::Closed);
    assert!(world.request(no).ended());
}

#[test]
fn a_case_is_given_to_a_person_of_its_department() {
    let mut world = World::new();
    for owner in [cast().tom, cast().robot, cast().lars] {
        let refused = world.person(cast().joan, Command::ChangeOwner { owner });
        assert_eq!(fields(refused).1, ["person"]);
    }
    let same = Command::ChangeOwner { owner: cast().amira };
    assert_eq!(code(world.person(cast().joan, same)), Code::IllegalMove);
    world.person(cast().joan, Command::ChangeOwner { owner: cast().nora }).unwrap();
    assert_eq!(world.case.owner, cast().nora);
    let (priority, reason) = (Priority::Urgent, String::new());
    let silent = Command::ChangePriority { priority, reason, customer_agreed: false };
    assert_eq!(fields(world.person(cast().joan, silent)).1, ["reason"]);
}

#[test]
fn two_requests_to_one_department_become_one() {
    let mut world = World::new();
    let (first, second) = (world.acknowledged(Mode::Delegate), world.sent(Mode::Delegate));
    let form = ask(Mode::Delegate, cast().technical, world.now);
    let elsewhere = world.raise(cast().amira, form).unwrap();
    let merge = |survivor| Act::Merge { survivor };
    for survivor in [second, elsewhere, baton_core::ids::Id::from_bits(4)] {
        assert_eq!(fields(world.act(cast().amira, second, merge(survivor))).1, ["survivor"]);
    }
    assert_eq!(code(world.act(cast().amira, elsewhere, merge(first))), Code::IllegalMove);
    world.act(cast().amira, second, merge(first)).unwrap();
    assert_eq!(
        (world.stage(second), world.stage(first)),
        (StageName::Merged, StageName::Acknowledged)
    );
}

#[test]
fn what_is_still_asked_does_not_vanish_into_what_is_answered() {
    let mut world = World::new();
    let done = world.verified(Mode::Delegate);
    let open = world.sent(Mode::Delegate);
    let refused = world.act(cast().amira, open, Act::Merge { survivor: done });
    assert_eq!(code(refused), Code::IllegalMove);
}
