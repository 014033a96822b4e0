//! Gate 4: what of the customer goes along with a request, and for how long.

use baton_core::case::kinds::*;
use baton_core::case::request::command::*;
use baton_core::case::request::sight::{readable, readable_until};
use baton_core::ids::RequestId;
use baton_core::refusal::Code;
use baton_core::time::Span;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, code, fields, ground};

fn with_packet(world: &mut World, shared: Vec<Share>) -> RequestId {
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    world.raise(cast().amira, Raise { shared, ..form }).unwrap()
}

/// The fields that the receiver can read now.
fn packet(world: &World, id: RequestId) -> Vec<&str> {
    let readable = readable(world.request(id), &ground().calendars, world.now);
    readable.iter().map(|(grant, _)| grant.item.field.as_str()).collect()
}

#[test]
fn nothing_is_shared_unless_it_is_named() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    assert!(packet(&world, id).is_empty());
}

#[test]
fn each_shared_field_has_a_purpose() {
    let mut world = World::new();
    let blank = Share { purpose: Some(" ".to_owned()), ..share("email") };
    let none = Share { purpose: None, ..share("phone") };
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let shared = vec![share("name"), none, blank];
    let refused = fields(world.raise(cast().amira, Raise { shared, ..form }));
    let named = ["shared_fields[1].purpose", "shared_fields[2].purpose"].map(str::to_owned);
    assert_eq!(refused, (Code::PurposeMissing, named.to_vec()));
    let id = with_packet(&mut world, vec![share("name"), share("phones")]);
    assert_eq!(packet(&world, id), ["name", "phone"], "a list is shared under its tag");
}

#[test]
fn a_draft_does_not_leave_with_a_field_that_has_no_purpose() {
    let mut world = World::new();
    let shared = vec![Share { purpose: None, ..share("phone") }];
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let id = world.raise(cast().amira, Raise { shared, draft: true, ..form }).unwrap();
    assert_eq!(code(world.act(cast().amira, id, Act::Send)), Code::PurposeMissing);
    assert!(packet(&world, id).is_empty(), "a draft shares nothing yet");
}

#[test]
fn a_sensitive_field_says_why_and_the_most_sensitive_never_goes_along() {
    let mut world = World::new();
    let mut raise = |shared| {
        let form = ask(Mode::Delegate, cast().logistics, world.now);
        world.raise(cast().amira, Raise { shared, ..form })
    };
    let silent = Share { why: None, ..share("notes") };
    assert_eq!(fields(raise(vec![silent])).1, ["shared_fields[0].why"]);
    assert_eq!(fields(raise(vec![share("health")])).1, ["shared_fields[0].field"]);
    assert_eq!(fields(raise(vec![share("shoe_size")])).1, ["shared_fields[0].field"]);
    raise(vec![share("notes")]).unwrap();
}

#[test]
fn the_sender_gives_more_and_takes_it_back() {
    let mut world = World::new();
    let id = with_packet(&mut world, vec![share("phone")]);
    let more = Act::Share(vec![share("email")]);
    assert_eq!(code(world.act(cast().tom, id, more.clone())), Code::NotYourSide);
    world.act(cast().amira, id, more).unwrap();
    assert_eq!(fields(world.act(cast().amira, id, Act::Share(Vec::new()))).1, ["shared_fields"]);
    assert_eq!(packet(&world, id), ["phone", "email"]);
    world.later(Span::minutes(1));
    let take = |field: &str, reason: &str| Act::Unshare {
        field: field.to_owned(),
        reason: reason.to_owned(),
    };
    assert_eq!(fields(world.act(cast().amira, id, take("phone", ""))).1, ["reason"]);
    assert_eq!(fields(world.act(cast().amira, id, take("name", "No need."))).1, ["field"]);
    world.act(cast().amira, id, take("phones", "She is at home now.")).unwrap();
    assert_eq!(packet(&world, id), ["email"]);
    world.act(cast().amira, id, take("email", "Not needed.")).unwrap();
    assert_eq!(code(world.act(cast().amira, id, take("email", "Twice."))), Code::IllegalMove);
}

#[test]
fn without_a_customer_there_is_nothing_to_share() {
    let mut world = World::internal();
    let id = world.sent(Mode::Delegate);
    let refused = world.act(cast().amira, id, Act::Share(vec![share("phone")]));
    assert_eq!(code(refused), Code::IllegalMove);
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let refused = world.raise(cast().amira, Raise { shared: vec![share("phone")], ..form });
    assert_eq!(fields(refused).1, ["shared_fields[0].field"]);
}

#[test]
fn a_packet_is_readable_until_five_working_days_after_the_end() {
    let mut world = World::new();
    let id = with_packet(&mut world, vec![share("phone")]);
    world.act(cast().amira, id, withdrawal()).unwrap();
    // Monday the second: the fifth working day after it ends on Monday the ninth.
    let until =
        readable_until(world.request(id), &world.request(id).grants[0], &ground().calendars);
    assert_eq!(until.to_string(), "2026-03-09T17:30:00Z");
    world.now = until - Span::millis(1);
    assert_eq!(packet(&world, id), ["phone"]);
    world.now = until;
    assert!(packet(&world, id).is_empty());
}

#[test]
fn no_packet_outlives_ninety_times_24_hours() {
    let mut world = World::new();
    let id = with_packet(&mut world, vec![share("phone")]);
    let sent = world.now;
    world.now = sent + Span::times_24h(90) - Span::millis(1);
    assert_eq!(packet(&world, id), ["phone"]);
    world.later(Span::millis(1));
    assert!(packet(&world, id).is_empty());
}

#[test]
fn whoever_gets_it_after_a_redirection_gets_the_packet_and_nobody_else_keeps_it() {
    let mut world = World::new();
    let id = with_packet(&mut world, vec![share("phone")]);
    world.act(cast().tom, id, decline(DeclineReason::WrongTeam)).unwrap();
    world.act(cast().amira, id, Act::Redirect { to: cast().technical }).unwrap();
    assert_eq!(packet(&world, id), ["phone"]);
    let sight = |person| {
        let who = ground().who(person);
        baton_core::case::request::sight::sight(&world.case, world.request(id), &who).any()
    };
    assert!(sight(cast().priya) && !sight(cast().tom));
}
