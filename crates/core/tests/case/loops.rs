//! The loop, as it goes when it goes well.

use baton_core::case::kinds::*;
use baton_core::case::request::command::Act;
use baton_core::log::Effect;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, kinds_of};

#[test]
fn a_problem_goes_to_another_department_and_comes_back_as_an_answer_to_the_customer() {
    let who = cast();
    let mut world = World::new();
    assert_eq!(world.case.standing(), Standing::New);

    let form = ask(Mode::Delegate, who.logistics, world.now);
    let id = world.raise(who.amira, form).unwrap();
    assert_eq!((world.stage(id), world.request(id).mover()), (StageName::Sent, Mover::To));
    assert_eq!(world.case.standing(), Standing::Waiting);

    world.later(Span::minutes(10));
    world.act(who.tom, id, Act::Acknowledge { assignee: None }).unwrap();
    assert_eq!(world.request(id).assignee, Some(who.tom));

    let form = read_back(&world, id);
    world.act(who.tom, id, Act::ReadBack(form)).unwrap();
    assert_eq!((world.stage(id), world.request(id).mover()), (StageName::ReadBack, Mover::From));

    world.act(who.amira, id, Act::Confirm).unwrap();
    world.later(Span::hours(3));
    world.act(who.tom, id, Act::Progress { note: "Two depots called.".to_owned() }).unwrap();
    world.act(who.tom, id, delivery()).unwrap();
    assert_eq!((world.stage(id), world.request(id).mover()), (StageName::Delivered, Mover::From));

    world.act(who.amira, id, Act::Verify).unwrap();
    assert!(!world.case.customer_is_told());
    world.person(who.amira, outcome()).unwrap();
    assert_eq!((world.stage(id), world.request(id).mover()), (StageName::Closed, Mover::Nobody));
    assert_eq!(world.case.standing(), Standing::Resolved);

    world.person(who.amira, closing()).unwrap();
    assert_eq!(world.case.standing(), Standing::Closed);
    assert_eq!(world.replayed(), world.case);
    let told = [
        "case_opened",
        "message_added",
        "request_drafted",
        "request_sent",
        "request_acknowledged",
        "request_read_back",
        "read_back_confirmed",
        "progress_noted",
        "request_delivered",
        "request_verified",
        "customer_told",
        "request_closed",
        "case_closed",
    ];
    assert_eq!(world.kinds(), told);
}

#[test]
fn acknowledging_and_reading_back_may_be_one_act_and_stay_two_events() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    let mut form = read_back(&world, id);
    form.acknowledge = true;
    let events = world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    assert_eq!(kinds_of(&events), ["request_acknowledged", "request_read_back"]);
    assert_eq!(world.request(id).assignee, Some(cast().tom));
}

#[test]
fn a_corrected_read_back_is_given_again_and_counted() {
    let mut world = World::new();
    let id = world.was_read_back(Mode::Delegate);
    world.act(cast().amira, id, correction()).unwrap();
    assert_eq!((world.stage(id), world.request(id).rounds), (StageName::Acknowledged, 1));
    let form = read_back(&world, id);
    world.act(cast().tom, id, Act::ReadBack(form.clone())).unwrap();
    world.act(cast().joan, id, correction()).unwrap();
    assert_eq!(world.request(id).rounds, 2);
    world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    world.act(cast().joan, id, Act::Confirm).unwrap();
    assert_eq!(world.stage(id), StageName::InProgress);
}

#[test]
fn a_question_counts_as_taking_it_in_and_the_answer_leads_back() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    world.act(cast().tom, id, question()).unwrap();
    assert_eq!((world.stage(id), world.request(id).mover()), (StageName::Clarifying, Mover::From));
    assert_eq!(world.request(id).assignee, Some(cast().tom));
    let answer = Act::Answer { text: "Order 7731.".to_owned(), share: vec![share("phone")] };
    world.act(cast().amira, id, answer).unwrap();
    assert_eq!(world.stage(id), StageName::Acknowledged);
    assert!(world.request(id).shares("phone") && world.request(id).questions[0].answer.is_some());
}

#[test]
fn an_accepted_counter_moves_the_date_and_a_refused_one_leads_back() {
    let mut world = World::new();
    let (first, second) = (world.acknowledged(Mode::Delegate), world.acknowledged(Mode::Delegate));
    let by = world.now + Span::times_24h(3);
    for id in [first, second] {
        world.act(cast().tom, id, counter(by)).unwrap();
        assert_eq!(world.request(id).mover(), Mover::From);
    }
    world.act(cast().amira, first, accept()).unwrap();
    assert_eq!(world.stage(first), StageName::InProgress);
    assert_eq!(world.request(first).ask.needed_by, Some(by));
    world.act(cast().amira, second, refuse()).unwrap();
    assert_eq!(world.stage(second), StageName::Acknowledged);
    assert_ne!(world.request(second).ask.needed_by, Some(by));
}

#[test]
fn what_is_declined_goes_to_another_department_and_begins_afresh() {
    let mut world = World::new();
    let id = world.acknowledged(Mode::Delegate);
    world.act(cast().tom, id, decline(DeclineReason::WrongTeam)).unwrap();
    assert_eq!((world.stage(id), world.request(id).mover()), (StageName::Declined, Mover::From));
    let decline = &world.request(id).declines[0];
    assert_eq!(decline.alternative.department, Some(cast().technical));
    world.act(cast().amira, id, Act::Redirect { to: cast().technical }).unwrap();
    let request = world.request(id);
    assert_eq!((request.ask.to, request.hops), (cast().technical, 1));
    assert_eq!((request.assignee, request.acknowledged_at), (None, None));
    world.act(cast().priya, id, Act::Acknowledge { assignee: None }).unwrap();
}

#[test]
fn a_rejected_delivery_is_worked_on_again() {
    let mut world = World::new();
    let id = world.delivered(Mode::Delegate);
    world.act(cast().amira, id, rejection()).unwrap();
    assert_eq!((world.stage(id), world.request(id).mover()), (StageName::InProgress, Mover::To));
    world.act(cast().tom, id, delivery()).unwrap();
    world.act(cast().amira, id, Act::Verify).unwrap();
}

#[test]
fn an_answer_that_the_customer_was_told_already_closes_when_it_is_verified() {
    let mut world = World::new();
    let id = world.delivered(Mode::Delegate);
    world.told();
    assert_eq!(world.stage(id), StageName::Delivered);
    world.act(cast().amira, id, Act::Verify).unwrap();
    assert_eq!(world.stage(id), StageName::Closed);
}

#[test]
fn what_was_not_right_after_all_is_reopened_and_told_again() {
    let mut world = World::new();
    let id = world.verified(Mode::Delegate);
    world.told();
    world.act(cast().tom, id, reopening()).unwrap();
    assert_eq!((world.stage(id), world.request(id).ended_at), (StageName::InProgress, None));
    world.act(cast().tom, id, delivery()).unwrap();
    world.act(cast().amira, id, Act::Verify).unwrap();
    assert!(!world.case.customer_is_told());
}

#[test]
fn whoever_has_to_move_is_told_and_nobody_else() {
    let people = |world: &World| -> Vec<_> {
        let told = world.effects.iter().filter_map(|effect| match effect {
            Effect::Notify { people, kind, .. } => Some((people.clone(), *kind)),
            _ => None,
        });
        told.collect()
    };
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    assert_eq!(people(&world), [(vec![cast().ines], "sent")]);
    world.act(cast().tom, id, question()).unwrap();
    assert_eq!(people(&world), [(vec![cast().amira], "clarifying")]);
    world.act(cast().amira, id, answer()).unwrap();
    assert_eq!(people(&world), [(vec![cast().tom], "acknowledged")]);
    let form = Act::Assign { assignee: cast().ken };
    world.act(cast().ines, id, form).unwrap();
    assert_eq!(people(&world), [(vec![cast().ken], "assigned")]);
}

#[test]
fn no_event_is_dated_before_the_last_one_when_a_clock_is_set_back() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    let sent_at = world.now;
    world.now = sent_at - Span::hours(1);
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    assert_eq!(world.request(id).acknowledged_at, Some(sent_at));
}

#[test]
fn a_draft_tells_nobody() {
    let mut world = World::new();
    let mut form = ask(Mode::Delegate, cast().logistics, world.now);
    form.draft = true;
    world.raise(cast().joan, form).unwrap();
    assert_eq!(world.effects, []);
}
