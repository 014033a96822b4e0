//! A case is opened.

use baton_core::access::Who;
use baton_core::case::command::{Followed, Incoming, Open};
use baton_core::case::kinds::*;
use baton_core::ids::Id;
use baton_core::refusal::Code;
use baton_core::time::Span;
use baton_testkit::casebook::world::{World, cast, code, fields, ground, start};

fn form() -> Open {
    Open {
        id: Id::from_bits(7),
        number: 7,
        customer: Some(ground().customer.id),
        subject: " The parcel has not come ".to_owned(),
        body: None,
        channel: Channel::Letter,
        priority: Priority::Low,
        department: cast().customer_service,
        owner: cast().amira,
        received_at: None,
        incoming: None,
        follows: None,
    }
}

fn open(form: &Open) -> Result<World, baton_core::refusal::Refusal> {
    World::of(form, &ground().who(cast().amira), 0)
}

fn refused(form: &Open) -> (Code, Vec<String>) {
    fields(open(form).map(|world| world.case))
}

#[test]
fn a_case_is_opened_in_a_department_of_ones_own_for_somebody_who_works_there() {
    let elsewhere = Open { department: cast().logistics, owner: cast().tom, ..form() };
    assert_eq!(code(open(&elsewhere).map(|world| world.case)), Code::NotAllowed);
    for owner in [cast().tom, cast().lars, Id::from_bits(5)] {
        assert_eq!(refused(&Open { owner, ..form() }).1, ["owner"]);
    }
    let world = open(&Open { owner: cast().nora, ..form() }).unwrap();
    assert_eq!((world.case.owner, world.case.reference()), (cast().nora, "C-7".to_owned()));
    assert_eq!(world.texts.show(world.case.subject), "The parcel has not come");
}

#[test]
fn a_case_says_what_it_is_about() {
    assert_eq!(refused(&Open { subject: " ".to_owned(), ..form() }).1, ["subject"]);
    assert_eq!(refused(&Open { subject: "x".repeat(1_001), ..form() }).1, ["subject"]);
    assert_eq!(refused(&Open { body: Some("x".repeat(20_001)), ..form() }).1, ["body"]);
    assert_eq!(refused(&Open { channel: Channel::Internal, ..form() }).1, ["channel"]);
}

#[test]
fn a_letter_may_have_lain_for_a_year_and_nothing_comes_from_the_future() {
    let received = |at| Open { received_at: Some(at), ..form() };
    let year = Span::times_24h(366);
    assert_eq!(refused(&received(start() + Span::millis(1))).1, ["received_at"]);
    assert_eq!(refused(&received(start() - year - Span::millis(1))).1, ["received_at"]);
    let world = open(&received(start() - year)).unwrap();
    assert_eq!(world.case.recorded_at.since(world.case.received_at), year);
}

#[test]
fn what_came_by_mail_is_its_first_message_with_its_files() {
    let incoming = Incoming { body: "Where is it?".to_owned(), ..Incoming::default() };
    let form = Open { channel: Channel::Email, incoming: Some(incoming), ..form() };
    let world = World::of(&form, &Who::system(), 0).unwrap();
    let first = &world.case.messages[0];
    assert_eq!((first.kind, first.channel), (MessageKind::Inbound, Channel::Email));
    assert_eq!(world.case.standing(), Standing::New, "nobody has touched it yet");
    assert_eq!(world.replayed(), world.case);
}

#[test]
fn a_case_follows_a_closed_one_of_the_same_customer() {
    let customer = Some(ground().customer.id);
    let earlier = Followed { case: Id::from_bits(3), number: 3, customer, closed: true };
    let after = |follows| Open { follows: Some(follows), ..form() };
    assert_eq!(refused(&after(Followed { closed: false, ..earlier })).1, ["follows"]);
    for customer in [None, Some(Id::from_bits(9))] {
        assert_eq!(refused(&after(Followed { customer, ..earlier })).1, ["follows"]);
    }
    let world = open(&after(earlier)).unwrap();
    let follows = world.case.follows.map(|earlier| earlier.reference());
    assert_eq!(follows.as_deref(), Some("C-3"));
    assert_eq!(world.case.received_at, start(), "its clocks start anew");
    assert_eq!(world.replayed(), world.case);
}
