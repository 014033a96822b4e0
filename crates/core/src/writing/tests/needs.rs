//! What another department is asked for, and what it says back.

use super::{rules, said};
use crate::writing::{About, Kind, look};

#[test]
fn a_need_has_a_verb_an_object_and_a_time_and_nothing_vague() {
    for (need, expected) in [
        ("Send a replacement kettle to the customer by Friday 17:00.", vec![]),
        ("Find out where parcel 5521 is and tell me by tomorrow noon.", vec![]),
        ("Two kettles delivered to Leeds before 4 December.", vec![]),
        ("Confirm by 15:00 that the refund of £24 was paid.", vec![]),
        ("Collect the broken lamp on 3/12/2026.", vec![]),
        ("Please sort this out asap.", vec!["no_object", "no_date", "vague", "vague"]),
        ("The kettle leaks and she is angry. Monday.", vec!["no_verb"]),
        ("Please check.", vec!["no_object", "no_date"]),
        ("Can you call her today?", vec!["no_object"]),
        ("Send it by Friday.", vec!["no_object"]),
        ("Replace the lid.", vec!["no_date"]),
        ("Look into the second parcel and report by Monday.", vec!["vague"]),
        ("Send some kettles by Friday.", vec!["vague"]),
        ("Repair the lamp properly by Friday.", vec!["vague"]),
        ("Refund the order as discussed, by Friday.", vec!["vague"]),
        ("Send the kettle, the lid, etc. by Friday.", vec!["vague"]),
        ("Send the lid by Friday if possible.", vec!["vague"]),
        ("Deal with the invoice by the 27th: correct the address.", vec!["vague"]),
        ("Return the call from Tuesday.", vec![]),
        ("", vec![]),
    ] {
        let found = rules(Kind::Need, need);
        assert_eq!(found, expected, "{need}");
    }
}

#[test]
fn a_date_in_its_own_field_is_a_date() {
    let about = About { dated: true, ..About::default() };
    assert_eq!(said(Kind::Need, "Replace the lid.", &about), []);
}

#[test]
fn the_longer_of_two_phrases_is_named_and_an_example_given() {
    let found = look(Kind::Need, "Please sort this out by Friday", &About::default());
    let vague = found.iter().find(|one| one.rule.name() == "vague").unwrap();
    assert_eq!(vague.words, "sort this out");
    assert_eq!(
        vague.sentence,
        "“sort this out” can mean anything. Say what shall be true afterwards, so that both sides \
         can see when it is done."
    );
    assert_eq!(vague.suggestion.as_deref(), Some("replace, repair or refund"));
}

#[test]
fn a_range_counts_characters_and_not_bytes() {
    let found = look(Kind::Need, "Größe prüfen – send it soon: the lid", &About::default());
    let soon = found.iter().find(|one| one.words == "soon").unwrap();
    assert_eq!((soon.start, soon.end), (23, 27));
}

#[test]
fn a_read_back_in_the_words_of_the_ask_is_worth_another_look() {
    let asked = "Send a replacement kettle to the customer before Friday";
    for (text, expected) in [
        ("I send a replacement kettle to the customer before Friday", vec!["copied"]),
        ("The kettle is with the customer before Friday, sent by courier", vec![]),
        ("I pack a new one tonight; the courier brings it on Thursday", vec![]),
        ("Kettle", vec![]),
        ("I will look into the kettle and its courier today", vec!["vague"]),
    ] {
        let about = About { asked: Some(asked), ..About::default() };
        let found = said(Kind::ReadBack, text, &about);
        assert_eq!(found.iter().map(|(rule, _)| *rule).collect::<Vec<_>>(), expected, "{text}");
    }
}

#[test]
fn no_text_makes_more_findings_than_somebody_would_read() {
    let text = "asap ".repeat(500);
    assert_eq!(look(Kind::Need, &text, &About::default()).len(), 20);
}
