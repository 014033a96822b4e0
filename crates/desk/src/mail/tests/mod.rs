//! Mail that the tests write themselves.

mod reading;
mod showing;
mod telling_apart;
mod threads;
mod walking;
mod writing;

use baton_core::ids::{CaseId, Id, MessageId};

use super::classify::{Kind, Ours};
use super::compose::{Automatic, Outgoing};
use super::incoming::examine;
use super::message::{Mailbox, Parsed};
use super::parse::parse;
use super::thread::{Key, OwnId};

pub const PLAIN: &str = "From: Ann Lee <Ann@Example.com>\r\nTo: help@baton.example\r\n\
    Cc: Bo <bo@example.com>\r\nSubject: =?utf-8?q?M=C3=B6bel?= are\r\n late\r\n\
    Message-ID: <one@example.com>\r\nIn-Reply-To: <zero@example.com>\r\n\
    References: <root@example.com>\r\n <zero@example.com>\r\n\
    Date: Tue, 1 Dec 2026 18:00:00 +0100\r\n\r\nWhere is\0 it?\r\n";

pub fn ours() -> Ours {
    Ours { mailboxes: vec!["help@baton.example".to_owned()], key: Key::new(&[7; 32]) }
}

pub fn own() -> OwnId {
    OwnId { case: CaseId::from_bits(42 << 80), message: MessageId::from_bits(7) }
}

pub fn read(text: &str) -> Parsed {
    parse(text.as_bytes()).unwrap()
}

pub fn kind(text: &str) -> Kind {
    examine(text.as_bytes(), &ours()).unwrap().kind
}

pub fn outgoing() -> Outgoing {
    Outgoing {
        from: Mailbox::new("Möbel Help, Ltd", "help@baton.example"),
        to: vec![Mailbox::new("Ann Lee", "ann@example.com")],
        cc: Vec::new(),
        reply_to: None,
        subject: "Your Möbel".to_owned(),
        tag: Some("C-1042".to_owned()),
        text: "It comes on Friday.\n\nFrom us, with a line of dots:\n.\nBye — Bo".to_owned(),
        attachments: Vec::new(),
        message_id: Key::new(&[7; 32]).message_id(own(), "baton.example"),
        in_reply_to: Some("one@example.com".to_owned()),
        references: vec!["root@example.com".to_owned()],
        automatic: Automatic::No,
        date: "2026-12-01T17:00:00Z".parse().unwrap(),
    }
}
