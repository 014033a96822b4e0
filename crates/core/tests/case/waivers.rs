//! What the customer wrote may need no reply: a person says so, with a reason, and can take it back.
//! Never a rule, never time (reference §2.3).

use baton_core::case::command::Command;
use baton_core::case::event::CaseEvent;
use baton_core::case::kinds::*;
use baton_core::case::moves::{CaseMove, moves};
use baton_core::case::service_clocks::ClockState;
use baton_core::ids::{Id, MessageId, PersonId};
use baton_core::refusal::Code;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::people::start;
use baton_testkit::casebook::promising::*;
use baton_testkit::casebook::world::{World, cast, code, fields, ground};

use super::service_clocks::{all, at, due, of, reply};

fn heard_now(world: &mut World, body: &str) -> MessageId {
    world.later(Span::minutes(30));
    world.baton(heard(body));
    world.heard_last()
}

fn says(world: &mut World, person: PersonId, command: Command) {
    world.person(person, command).unwrap();
}

/// Answered once, so that whatever the customer writes now starts the next response.
fn answered() -> World {
    let mut world = called(start(), every_goal());
    reply(&mut world);
    world
}

fn owed(world: &World) -> Vec<CaseClock> {
    let running = all(world).into_iter().filter(|clock| clock.is_running());
    running.map(|clock| clock.kind).collect()
}

#[test]
fn a_word_of_thanks_that_needs_no_reply_ends_the_clock_and_meets_nothing() {
    let mut world = answered();
    let thanks = heard_now(&mut world, "Thank you.");
    assert!(owed(&world).contains(&CaseClock::NextResponse));
    world.later(Span::minutes(5));
    let events = world.person(cast().amira, waive(thanks)).unwrap();
    let clock = of(&world, CaseClock::NextResponse);
    assert_eq!((clock.state, clock.used_ms), (ClockState::Ended, 300_000));
    let [CaseEvent::ReplyWaived(_), CaseEvent::CaseClockStopped(stop)] = &events[..] else {
        panic!("{events:?}")
    };
    assert_eq!((stop.clock, stop.met), (CaseClock::NextResponse, None), "done by nobody");
}

#[test]
fn what_was_late_before_somebody_said_so_stays_late() {
    let mut world = answered();
    let thanks = heard_now(&mut world, "Thank you.");
    world.later(Span::hours(3));
    says(&mut world, cast().amira, waive(thanks));
    assert_eq!(of(&world, CaseClock::NextResponse).state, ClockState::Breached);
}

#[test]
fn a_question_beside_the_thanks_is_still_owed_from_when_it_was_asked() {
    let mut world = answered();
    let thanks = heard_now(&mut world, "Thank you.");
    heard_now(&mut world, "Which door will it be?");
    says(&mut world, cast().amira, waive(thanks));
    let clock = of(&world, CaseClock::NextResponse);
    assert_eq!((clock.started, clock.state), (at("2026-03-02T11:00:00Z"), ClockState::Running));
    assert_eq!(due(&world, CaseClock::NextResponse), "2026-03-02T13:00:00Z");
}

#[test]
fn thanks_after_the_outcome_leave_the_case_resolved_when_it_was() {
    let mut world = answered();
    world.told();
    let before = all(&world);
    let thanks = heard_now(&mut world, "Thank you.");
    assert_eq!(world.case.standing(), Standing::Open);
    says(&mut world, cast().amira, waive(thanks));
    assert_eq!(world.case.standing(), Standing::Resolved);
    let after = all(&world);
    assert_eq!(after[..before.len()], before, "what was reached stays reached");
    assert_eq!(owed(&world), []);
}

#[test]
fn thanks_that_opened_a_closed_case_leave_nothing_to_do_but_to_close_it() {
    let mut world = answered();
    world.closed();
    let thanks = heard_now(&mut world, "Thank you.");
    assert_eq!(owed(&world).len(), 3, "{:?}", owed(&world));
    says(&mut world, cast().amira, waive(thanks));
    assert_eq!((world.case.standing(), owed(&world)), (Standing::Resolved, vec![]));
    assert_eq!(world.case.reopened, 1, "it was opened, and that is counted");
    says(&mut world, cast().amira, closing());
}

#[test]
fn it_can_be_taken_back_and_is_due_as_before() {
    let mut world = answered();
    let thanks = heard_now(&mut world, "Thank you. Or is it the other door?");
    let before = all(&world);
    says(&mut world, cast().amira, waive(thanks));
    says(&mut world, cast().nora, Command::ExpectReply { message: thanks });
    assert_eq!(all(&world), before);
    let again = world.person(cast().nora, Command::ExpectReply { message: thanks });
    assert_eq!(code(again), Code::IllegalMove);
}

#[test]
fn once_the_customer_has_been_answered_nothing_is_taken_back() {
    let mut world = answered();
    let thanks = heard_now(&mut world, "Thank you.");
    says(&mut world, cast().amira, waive(thanks));
    assert!(
        moves(&world.case, &ground().who(cast().amira), world.now).contains(&CaseMove::ExpectReply)
    );
    reply(&mut world);
    assert!(
        !moves(&world.case, &ground().who(cast().amira), world.now)
            .contains(&CaseMove::ExpectReply)
    );
    let back = world.person(cast().amira, Command::ExpectReply { message: thanks });
    assert_eq!(code(back), Code::IllegalMove);
}

#[test]
fn only_what_waits_for_a_reply_can_be_said_to_need_none() {
    let mut world = called(start(), every_goal());
    let first = world.case.messages[0].id;
    let refused = |world: &mut World, id| code(world.person(cast().amira, waive(id)));
    assert_eq!(refused(&mut world, first), Code::IllegalMove, "it is what they came with");
    let answered = heard_now(&mut world, "Any news?");
    reply(&mut world);
    assert_eq!(refused(&mut world, answered), Code::IllegalMove);
    let ours = world.case.messages.last().unwrap().id;
    assert_eq!(refused(&mut world, ours), Code::IllegalMove);
    assert_eq!(refused(&mut world, Id::from_bits(7)), Code::IllegalMove, "none is left");
    let thanks = heard_now(&mut world, "Thank you.");
    assert_eq!(refused(&mut world, Id::from_bits(7)), Code::NotFound);
    says(&mut world, cast().amira, waive(thanks));
    assert_eq!(refused(&mut world, thanks), Code::IllegalMove, "once");
    let news = heard_now(&mut world, "And one more thing.");
    says(&mut world, cast().amira, waive(news));
}

#[test]
fn a_rule_never_says_so_and_neither_does_another_department() {
    let mut world = answered();
    let thanks = heard_now(&mut world, "Thank you.");
    let by = |world: &mut World, person| code(world.person(person, waive(thanks)));
    assert_eq!(by(&mut world, cast().robot), Code::NotYourSide);
    assert_eq!(by(&mut world, cast().tom), Code::NotFound);
    says(&mut world, cast().nora, waive(thanks));
}

#[test]
fn another_reason_is_said_in_words() {
    let mut world = answered();
    let message = heard_now(&mut world, "See you tomorrow.");
    let why = |text: Option<&str>| {
        let (reason, text) = (NoReply::Other, text.map(str::to_owned));
        Command::WaiveReply { message, reason, text }
    };
    for text in [None, Some("  ")] {
        let refused = fields(world.person(cast().amira, why(text)));
        assert_eq!(refused, (Code::Invalid, vec!["text".to_owned()]));
    }
    says(&mut world, cast().amira, why(Some("She comes to the counter.")));
    let text = world.case.message(message).unwrap().waiver.unwrap().text.unwrap();
    assert_eq!(world.texts.get(text), Some("She comes to the counter."));
}
