//! The way of a request, and in whose hands it has been.

use baton_core::case::kinds::{Hand, Mode, Mover};
use baton_core::case::request::command::Act;
use baton_core::case::request::hands::{Held, held};
use baton_core::case::request::relay::{Post, legs};
use baton_core::ids::RequestId;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, ground};

use super::scenes::{declined, emergency};

/// What is done, and what lies ahead.
fn way(world: &World, id: RequestId) -> (Vec<Post>, Vec<Post>) {
    let legs = legs(world.request(id), !world.case.is_internal());
    let (done, ahead): (Vec<_>, Vec<_>) = legs.into_iter().partition(|leg| leg.at.is_some());
    let posts = |legs: Vec<_>| -> Vec<Post> {
        legs.into_iter().map(|leg: baton_core::case::request::relay::Leg| leg.post).collect()
    };
    (posts(done), posts(ahead))
}

fn held_by(world: &World, id: RequestId) -> Held {
    held(world.request(id), &ground().calendars, world.now)
}

#[test]
fn a_request_goes_out_and_comes_back_by_seven_points() {
    use Post::*;
    let mut world = World::new();
    let id = world.in_progress(Mode::Delegate);
    let (done, ahead) = way(&world, id);
    assert_eq!(done, [Sent, Acknowledged, ReadBack, Confirmed]);
    assert_eq!(ahead, [Delivered, Checked, Told]);
    world.act(cast().tom, id, delivery()).unwrap();
    world.act(cast().amira, id, Act::Verify).unwrap();
    world.told();
    let (done, ahead) = way(&world, id);
    assert_eq!(done, [Sent, Acknowledged, ReadBack, Confirmed, Delivered, Checked, Told]);
    assert_eq!(ahead, []);
}

#[test]
fn what_was_corrected_or_rejected_lies_ahead_again() {
    use Post::*;
    let mut world = World::new();
    let id = world.was_read_back(Mode::Delegate);
    world.act(cast().amira, id, correction()).unwrap();
    assert_eq!(way(&world, id).0, [Sent, Acknowledged]);
    let id = world.delivered(Mode::Delegate);
    world.act(cast().amira, id, rejection()).unwrap();
    assert_eq!(way(&world, id).1, [Delivered, Checked, Told]);
}

#[test]
fn a_question_is_a_point_of_its_own_and_its_answer_the_next_one() {
    use Post::*;
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    world.act(cast().tom, id, question()).unwrap();
    let (done, ahead) = way(&world, id);
    assert_eq!(done, [Sent, Acknowledged, Asked]);
    assert_eq!(ahead.first(), Some(&Answered));
    world.act(cast().amira, id, answer()).unwrap();
    assert_eq!(way(&world, id).0, [Sent, Acknowledged]);
}

#[test]
fn each_mode_has_its_own_way_and_an_internal_case_nobody_to_tell() {
    use Post::*;
    let mut world = World::new();
    let id = world.sent(Mode::Transfer);
    assert_eq!(way(&world, id).1, [Acknowledged, ReadBack, Confirmed, Told]);
    let id = world.raise(cast().amira, notice(cast().logistics)).unwrap();
    assert_eq!(way(&world, id), (vec![Sent], vec![Acknowledged]));
    let mut inside = World::internal();
    let id = inside.sent(Mode::Delegate);
    assert_eq!(way(&inside, id).1.last(), Some(&Checked));
}

#[test]
fn what_leaves_the_way_has_no_points_ahead() {
    let mut world = World::new();
    let id = declined(&mut world, 0);
    let (done, ahead) = way(&world, id);
    assert_eq!((done.last(), ahead), (Some(&Post::Declined), vec![]));
    let id = world.sent(Mode::Delegate);
    world.act(cast().amira, id, withdrawal()).unwrap();
    assert_eq!(way(&world, id), (vec![Post::Sent, Post::Withdrawn], vec![]));
}

#[test]
fn an_emergency_is_delivered_first_and_its_read_back_owed() {
    let mut world = World::new();
    let id = emergency(&mut world);
    world.act(cast().tom, id, delivery()).unwrap();
    let (done, ahead) = way(&world, id);
    assert_eq!(done.last(), Some(&Post::Delivered));
    assert_eq!(ahead.first(), Some(&Post::ReadBack));
}

#[test]
fn each_side_is_counted_while_it_has_the_request_in_working_time() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    world.later(Span::minutes(70));
    world.act(cast().tom, id, Act::Acknowledge { assignee: None }).unwrap();
    world.later(Span::minutes(20));
    let form = read_back(&world, id);
    world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    world.later(Span::minutes(55));
    assert_eq!(
        held_by(&world, id),
        Held { from: Span::minutes(55), to: Span::minutes(90), earlier: Span::minutes(0) }
    );
    world.act(cast().amira, id, Act::Confirm).unwrap();
    // 12:25 until 17:30, the night, and from 09:00 on.
    world.later(Span::times_24h(1));
    assert_eq!(held_by(&world, id).to, Span::minutes(90 + 510));
}

#[test]
fn a_department_that_passed_it_on_is_counted_apart() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    world.later(Span::minutes(30));
    world.act(cast().tom, id, decline(baton_core::case::kinds::DeclineReason::WrongTeam)).unwrap();
    world.later(Span::minutes(5));
    world.act(cast().amira, id, Act::Redirect { to: cast().technical }).unwrap();
    world.later(Span::minutes(10));
    let spans = [5, 10, 30].map(Span::minutes);
    assert_eq!(held_by(&world, id), Held { from: spans[0], to: spans[1], earlier: spans[2] });
    let turns: Vec<_> = world.request(id).turns.iter().map(|turn| (turn.side, turn.hand)).collect();
    let expected =
        [(Mover::To, Hand::Department), (Mover::From, Hand::Sender), (Mover::To, Hand::Between)];
    assert_eq!(turns, expected);
}

#[test]
fn a_draft_is_in_nobodys_hands_and_what_has_ended_is_counted_no_longer() {
    let mut world = World::new();
    let id = world.verified(Mode::Delegate);
    world.told();
    let at_the_end = held_by(&world, id);
    world.later(Span::hours(3));
    assert_eq!(held_by(&world, id), at_the_end);
    let mut form = ask(Mode::Delegate, cast().logistics, world.now);
    form.draft = true;
    let id = world.raise(cast().amira, form).unwrap();
    world.later(Span::hours(1));
    assert_eq!(held_by(&world, id), Held::default());
}
