use super::{ours, outgoing};
use crate::mail::classify::{Kind, classify};
use crate::mail::compose::{Automatic, CannotCompose, Outgoing, compose};
use crate::mail::message::{Attachment, Mailbox};
use crate::mail::parse::parse;

#[test]
fn a_letter_reads_back_as_what_was_written() {
    let mail = outgoing();
    let letter = compose(&mail).unwrap();
    assert_eq!(compose(&mail), Ok(letter.clone()));
    let back = parse(&letter.bytes).unwrap();
    assert_eq!((back.from.as_ref(), &back.to), (Some(&mail.from), &mail.to));
    assert_eq!(back.subject, "[C-1042] Your Möbel");
    assert_eq!(back.text, mail.text);
    assert_eq!(back.date, Some(mail.date));
    assert_eq!(back.message_id.as_ref(), Some(&mail.message_id));
    assert_eq!(back.references, ["root@example.com", "one@example.com"]);
    assert_eq!(classify(&back, &ours()), Kind::Own);
}

#[test]
fn attachments_travel_whole() {
    let file = Attachment {
        name: "größe.bin".to_owned(),
        media_type: "application/octet-stream".to_owned(),
        bytes: (0..=255).collect(),
    };
    let mail = Outgoing { attachments: vec![file.clone()], ..outgoing() };
    let letter = compose(&mail).unwrap();
    assert_eq!(compose(&mail).unwrap(), letter);
    assert_eq!(parse(&letter.bytes).unwrap().attachments, [file]);
}

#[test]
fn nothing_from_outside_ends_a_header() {
    let mail = Outgoing {
        subject: "Hi\r\nBcc: spy@example.com\0".to_owned(),
        tag: Some("C-1\r\nX-Evil: 1".to_owned()),
        from: Mailbox::new("A\r\nX-Evil: 1", "help@baton.example"),
        references: vec!["ok@example.com".to_owned(), "bad\r\nX-Evil: 1@x".to_owned()],
        ..outgoing()
    };
    let letter = compose(&mail).unwrap();
    let header = String::from_utf8(letter.bytes).unwrap();
    let header = header.split("\r\n\r\n").next().unwrap();
    assert!(!header.contains("\r\nBcc") && !header.contains("\r\nX-Evil"), "{header}");
    let spoilt = vec![Mailbox::new("", "ann@example.com\r\nRCPT TO:<spy@example.com>")];
    assert!(matches!(
        compose(&Outgoing { to: spoilt, ..outgoing() }),
        Err(CannotCompose::NotAnAddress(_))
    ));
    let message_id = "a>\r\nX: <b".to_owned();
    assert!(matches!(
        compose(&Outgoing { message_id, ..outgoing() }),
        Err(CannotCompose::NotAMessageId(_))
    ));
    assert_eq!(compose(&Outgoing { to: vec![], ..outgoing() }), Err(CannotCompose::NoRecipient));
}

#[test]
fn mail_that_no_person_sent_says_so_and_an_automatic_answer_has_the_null_sender() {
    let header = |automatic| {
        let letter = compose(&Outgoing { automatic, ..outgoing() }).unwrap();
        let sent = parse(&letter.bytes).unwrap();
        (sent.headers.get("auto-submitted").map(str::to_owned), letter.from)
    };
    let us = Some("help@baton.example".to_owned());
    assert_eq!(header(Automatic::No), (None, us.clone()));
    assert_eq!(header(Automatic::Generated), (Some("auto-generated".to_owned()), us));
    assert_eq!(header(Automatic::Replied), (Some("auto-replied".to_owned()), None));
}

#[test]
fn a_long_thread_keeps_its_root_and_its_newest_ids() {
    let references = (0..60).map(|n| format!("{n}@example.com")).collect();
    let letter = compose(&Outgoing { references, ..outgoing() }).unwrap();
    let ids = parse(&letter.bytes).unwrap().references;
    assert_eq!(ids.len(), 20);
    assert_eq!(ids.first().map(String::as_str), Some("0@example.com"));
    assert_eq!(ids.last().map(String::as_str), Some("one@example.com"));
}

#[test]
fn the_tag_stands_in_the_subject_once() {
    let subject = "Re: [C-1042] Your Möbel".to_owned();
    let letter = compose(&Outgoing { subject: subject.clone(), ..outgoing() }).unwrap();
    assert_eq!(parse(&letter.bytes).unwrap().subject, subject);
}
