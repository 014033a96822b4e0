//! Naming somebody in a text tells them, and shows them nothing that they could not see.

use baton_core::case::command::{AddMessage, Command};
use baton_core::case::kinds::{Channel, MessageKind, Mode};
use baton_core::case::mention::{advice, mentioned};
use baton_core::case::request::command::Act;
use baton_core::directory::{Named, named};
use baton_core::log::Effect;
use baton_testkit::casebook::people::{cast, ground};
use baton_testkit::casebook::world::World;

fn note(text: &str) -> Command {
    let body = text.to_owned();
    Command::AddMessage(AddMessage::plain(MessageKind::Note, Channel::Internal, body))
}

fn told(world: &World) -> Vec<baton_core::ids::PersonId> {
    let of = |effect: &Effect| match effect {
        Effect::Notify { people, kind: "mentioned", .. } => Some(people.clone()),
        _ => None,
    };
    world.effects.iter().find_map(of).unwrap_or_default()
}

#[test]
fn whoever_is_named_in_a_note_and_may_see_the_case_is_told() {
    let mut world = World::new();
    world
        .person(cast().amira, note("@Nora please look; @nora, and @Amira, and x@nora.example"))
        .unwrap();
    assert_eq!(told(&world), [cast().nora]);
}

#[test]
fn whoever_may_not_see_the_case_is_not_told_and_the_writer_reads_so() {
    let mut world = World::new();
    let text = "@Tom do you know? @Billing does.";
    world.person(cast().amira, note(text)).unwrap();
    assert_eq!(told(&world), []);
    let found = mentioned(&world.case, None, text, &ground().directory, Some(cast().amira));
    assert_eq!(found.people, []);
    assert_eq!(found.blind, [Named::Person(cast().tom), Named::Department(cast().billing)]);
    let said = advice(Named::Person(cast().tom), &ground().directory);
    assert!(said.starts_with("Tom cannot see this and was not told. To ask Logistics"), "{said}");
}

#[test]
fn whoever_is_asked_is_told_of_a_note_in_their_request_and_of_none_in_the_case() {
    let mut world = World::new();
    let id = world.sent(Mode::Delegate);
    let text = "@Tom the lift is out of order.".to_owned();
    world.person(cast().amira, Command::Request(id, Box::new(Act::Note { text }))).unwrap();
    assert_eq!(told(&world), [cast().tom]);
}

#[test]
fn an_address_and_an_unknown_name_name_nobody() {
    for text in ["tom@baton.example", "@nobody", "@", "@ Tom", "Tom", "@Tommy"] {
        assert_eq!(named(text, &ground().directory), [], "{text}");
    }
    let all = named("(@Tom) and @Customer Service.", &ground().directory);
    assert_eq!(all, [Named::Person(cast().tom), Named::Department(cast().customer_service)]);
}
