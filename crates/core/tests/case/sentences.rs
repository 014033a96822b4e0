//! Every event is said in a sentence that a colleague understands.

use baton_core::case::event::CaseEvent;
use baton_core::case::words::{Line, say};
use baton_core::ids::CaseId;
use baton_core::log::Actor;
use baton_core::vault::Texts;
use baton_testkit::casebook::world::{World, ground, read};

use super::samples::samples;

fn lines(world: &World) -> Vec<(CaseEvent, Line)> {
    let names = &ground().directory;
    let said = world.log.iter().map(|recorded| {
        let event = read(recorded);
        let line = say(&event, recorded.actor, names, &world.texts);
        (event, line)
    });
    said.collect()
}

fn names_an_id(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| word.parse::<CaseId>().is_ok())
}

#[test]
fn every_kind_of_event_happens_in_the_samples() {
    let happened: Vec<_> =
        samples().iter().flat_map(|world| world.log.clone()).map(|of| of.kind).collect();
    for (kind, _) in CaseEvent::KINDS {
        assert!(happened.iter().any(|of| of == kind), "{kind} is missing");
    }
}

#[test]
fn every_event_is_a_sentence_with_names_and_without_ids() {
    for world in samples() {
        for (event, line) in lines(&world) {
            let text = &line.text;
            assert!(text.ends_with(['.', ':']), "{}: {text}", event.kind());
            assert!(text.starts_with(char::is_uppercase), "{}: {text}", event.kind());
            for said in [text, text].into_iter().chain(line.quotes.iter().map(|(_, said)| said)) {
                assert!(!names_an_id(said), "{}: {said}", event.kind());
                assert!(!said.contains('['), "{}: {said}", event.kind());
                assert!(!said.trim().is_empty(), "{}: nothing is quoted", event.kind());
            }
            assert!(!text.contains('_'), "{}: {text}", event.kind());
            assert!(line.quotes.iter().all(|(label, _)| label.starts_with(char::is_uppercase)));
        }
    }
}

#[test]
fn no_event_falls_back_on_the_name_of_its_kind() {
    for world in samples() {
        for (event, line) in lines(&world) {
            let fallback = format!(": {}.", event.kind().replace('_', " "));
            assert!(!line.text.ends_with(&fallback), "{}", line.text);
        }
    }
}

#[test]
fn whoever_is_not_a_person_has_a_name_too() {
    let names = &ground().directory;
    let world = World::new();
    let event = read(&world.log[0]);
    let by = |actor| say(&event, actor, names, &world.texts).text;
    assert_eq!(by(Actor::System), "Baton opened the case.");
    assert_eq!(by(Actor::Customer), "The customer opened the case.");
}

#[test]
fn what_was_erased_is_said_to_be_and_the_sentence_stays() {
    let names = &ground().directory;
    for world in samples() {
        for recorded in &world.log {
            let event = read(recorded);
            let whole = say(&event, recorded.actor, names, &world.texts);
            let erased = say(&event, recorded.actor, names, &Texts::default());
            assert_eq!(whole.text, erased.text, "no free text stands in a sentence");
            assert_eq!(whole.quotes.len(), erased.quotes.len());
        }
    }
}
