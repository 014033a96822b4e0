//! Files that go with what is written: few, named, and as long in sight as the packet.

use baton_core::case::command::{AddMessage, Command, NewAttachment};
use baton_core::case::decide::{LARGEST_FILE, MOST_FILES};
use baton_core::case::kinds::*;
use baton_core::case::request::command::*;
use baton_core::case::request::sight::may_open_files;
use baton_core::ids::{PersonId, RequestId};
use baton_core::log::Effect;
use baton_core::refusal::Code;
use baton_core::time::Span;
use baton_core::vault::Subject;
use baton_testkit::casebook::forms::*;
use baton_testkit::casebook::world::{World, cast, code, fields, ground};

fn asked_with(world: &mut World, files: Vec<NewAttachment>) -> RequestId {
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    world.raise(cast().amira, Raise { files, ..form }).unwrap()
}

fn answer_with(files: Vec<NewAttachment>) -> Act {
    let Act::Deliver(form) = delivery() else { unreachable!("a delivery delivers") };
    Act::Deliver(DeliveryForm { files, ..form })
}

fn opens(world: &World, id: RequestId, person: PersonId) -> bool {
    let (who, calendars) = (ground().who(person), &ground().calendars);
    may_open_files(&world.case, world.request(id), &who, calendars, world.now)
}

#[test]
fn files_lie_in_the_order_in_which_they_came_and_a_rejected_answer_keeps_its_own() {
    let mut world = World::new();
    let id = asked_with(&mut world, vec![file("kettle.jpg")]);
    let form = read_back(&world, id);
    let form = ReadBackForm { acknowledge: true, ..form };
    world.act(cast().tom, id, Act::ReadBack(form)).unwrap();
    world.act(cast().amira, id, Act::Confirm).unwrap();
    world.act(cast().tom, id, answer_with(vec![file("first.pdf")])).unwrap();
    let failed = "The day is missing.".to_owned();
    world.act(cast().amira, id, Act::Reject { failed, text: None }).unwrap();
    world.act(cast().tom, id, answer_with(vec![file("second.pdf")])).unwrap();
    let names = world.request(id).files().map(|file| world.texts.show(file.name));
    assert_eq!(names.collect::<Vec<_>>(), ["kettle.jpg", "first.pdf", "second.pdf"]);
    assert_eq!(world.replayed(), world.case);
}

#[test]
fn a_draft_that_is_revised_holds_what_its_form_named() {
    let mut world = World::new();
    let form = ask(Mode::Delegate, cast().logistics, world.now);
    let draft = Raise { draft: true, files: vec![file("wrong.jpg")], ..form };
    let id = world.raise(cast().amira, draft.clone()).unwrap();
    let form = Raise { draft: false, files: vec![file("right.jpg")], ..draft };
    world.act(cast().amira, id, Act::Revise(Box::new(form))).unwrap();
    let names = world.request(id).files().map(|file| world.texts.show(file.name));
    assert_eq!(names.collect::<Vec<_>>(), ["right.jpg"]);
}

#[test]
fn what_is_no_file_or_too_much_is_refused_wherever_it_is_sent() {
    let mut world = World::new();
    let many = vec![file("a.jpg"); MOST_FILES + 1];
    let large = NewAttachment { size: LARGEST_FILE + 1, ..file("a.jpg") };
    let empty = NewAttachment { size: 0, ..file("a.jpg") };
    for files in [many, vec![large], vec![empty], vec![file(" ")]] {
        let form = ask(Mode::Delegate, cast().logistics, world.now);
        let refused = fields(world.raise(cast().amira, Raise { files: files.clone(), ..form }));
        assert_eq!(refused, (Code::Invalid, vec!["files".to_owned()]));
        let (kind, channel) = (MessageKind::Note, Channel::Internal);
        let body = "Look at this.".to_owned();
        let note = AddMessage { kind, channel, body, to: None, next_update_by: None, files };
        assert_eq!(code(world.person(cast().amira, Command::AddMessage(note))), Code::Invalid);
    }
    let id = asked_with(&mut world, vec![file("a.jpg"); MOST_FILES]);
    assert_eq!(world.request(id).files().count(), MOST_FILES);
}

#[test]
fn the_bytes_are_the_customers_and_go_with_their_words() {
    let mut world = World::new();
    asked_with(&mut world, vec![file("kettle.jpg")]);
    let subject = Subject::Customer(world.case.customer.unwrap());
    let owned = Effect::OwnFile { file: file("").file, subject };
    assert!(world.effects.contains(&owned), "{:?}", world.effects);
}

#[test]
fn the_asked_side_opens_files_as_long_as_its_packet_and_the_asking_side_for_good() {
    let mut world = World::new();
    let id = asked_with(&mut world, vec![file("kettle.jpg")]);
    assert!(opens(&world, id, cast().tom) && opens(&world, id, cast().amira));
    assert!(!opens(&world, id, cast().priya), "nobody asked them");
    world.act(cast().amira, id, Act::Withdraw { reason: "It has come.".to_owned() }).unwrap();
    world.later(Span::times_24h(4));
    assert!(opens(&world, id, cast().tom));
    world.later(Span::times_24h(9));
    assert!(!opens(&world, id, cast().tom));
    assert!(opens(&world, id, cast().amira));
}

#[test]
fn no_file_is_open_to_the_asked_side_for_longer_than_90_days() {
    let mut world = World::new();
    let id = asked_with(&mut world, vec![file("kettle.jpg")]);
    let sent = world.now;
    world.now = sent + Span::times_24h(90) - Span::millis(1);
    assert!(opens(&world, id, cast().tom));
    world.later(Span::millis(1));
    assert!(!opens(&world, id, cast().tom) && opens(&world, id, cast().amira));
}
