//! Messages to customers.

use super::{rules, said};
use crate::writing::{About, Kind, look, reading_age};

#[test]
fn a_message_opens_doors_and_has_plain_words() {
    for (text, expected) in [
        ("Your new kettle comes on Friday. I write again when it has left.", vec![]),
        ("Unfortunately the kettle is sold out.", vec!["negative"]),
        ("We cannot refund you before Monday.", vec!["negative"]),
        ("We can’t find your parcel.", vec!["negative"]),
        ("You must return the lamp first.", vec!["negative"]),
        ("You failed to send the form.", vec!["negative"]),
        ("Please do not hesitate to contact us.", vec!["negative"]),
        ("We are sorry for any inconvenience caused.", vec!["negative"]),
        ("That is against our policy.", vec!["negative"]),
        ("You claim that it leaks.", vec!["negative"]),
        ("There is nothing we can do.", vec!["negative"]),
        ("Your ticket is with our technicians.", vec!["jargon"]),
        ("Your request was escalated.", vec!["jargon"]),
        ("Your request is resolved.", vec!["jargon"]),
        ("We met the SLA.", vec!["jargon"]),
        ("The consignment left on Monday.", vec!["jargon"]),
        ("As per your letter we send a lid.", vec!["jargon"]),
        ("In the event that it leaks, ring us.", vec!["jargon"]),
        ("We endeavour to answer today.", vec!["jargon"]),
        ("Please find attached the label.", vec!["jargon"]),
        ("Unfortunately your ticket was closed.", vec!["negative", "jargon"]),
        ("We can refund you on Monday.", vec![]),
    ] {
        assert_eq!(rules(Kind::CustomerMessage, text), expected, "{text}");
    }
}

#[test]
fn another_wording_is_offered_for_each_closed_door() {
    let found = look(Kind::CustomerMessage, "We cannot send it.", &About::default());
    assert_eq!(found[0].suggestion.as_deref(), Some("we can … by Friday"));
    assert_eq!(found[0].sentence, "“we cannot” shuts a door. Say what you can do.");
}

#[test]
fn a_sentence_of_more_than_25_words_is_long() {
    let long = "We will send you the kettle and the lid and the base and the cable and the box \
                and the paper and the letter on Monday morning by post.";
    assert_eq!(said(Kind::CustomerMessage, long, &About::default())[0].0, "long_sentence");
    let short = "We send the kettle on Monday. The lid comes with it. The base stays with you.";
    assert_eq!(rules(Kind::CustomerMessage, short), Vec::<&str>::new());
}

#[test]
fn the_reading_age_is_that_of_the_published_formula() {
    let plain = "Your kettle is on its way. It left our shop this morning. The van will be with \
                 you on Friday. If you are out, we leave it with the man next door. Ring me if \
                 you want another day.";
    let stiff = "Following comprehensive investigation of your correspondence, our organisation \
                 has determined that compensation consideration necessitates additional \
                 documentation demonstrating proportionate responsibility allocation regarding \
                 international transportation irregularities experienced throughout preceding \
                 administrative proceedings accordingly.";
    assert!(reading_age(plain).is_some_and(|age| age <= 9), "{:?}", reading_age(plain));
    assert!(reading_age(stiff).is_some_and(|age| age >= 20), "{:?}", reading_age(stiff));
    assert_eq!(reading_age("Too short to say."), None);
    assert!(rules(Kind::CustomerMessage, stiff).contains(&"reading_age"));
    assert!(!rules(Kind::CustomerMessage, plain).contains(&"reading_age"));
}
