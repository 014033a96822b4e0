use baton_core::ids::{CaseId, Id};

use super::{ours, own, read};
use crate::mail::classify::Ours;
use crate::mail::thread::{Key, OwnId, Place, candidates, place};

#[test]
fn an_id_that_we_made_is_known_again_whatever_case_a_mailer_writes_it_in() {
    let key = Key::new(&[1; 32]);
    let id = key.message_id(own(), "baton.example");
    assert_eq!(key.read(&id), Some(own()));
    assert_eq!(key.read(&format!("<{}>", id.to_uppercase())), Some(own()));
    assert_eq!(key.read(&id.replace("baton.example", "old.example")), Some(own()));
}

#[test]
fn an_id_with_another_case_another_key_or_half_a_token_is_nothing() {
    let key = Key::new(&[1; 32]);
    let id = key.message_id(own(), "baton.example");
    let other = OwnId { case: CaseId::from_bits(43 << 80), ..own() };
    let forged = id.replace(&own().case.to_string(), &other.case.to_string());
    assert_eq!(key.read(&forged), None);
    assert_eq!(Key::new(&[2; 32]).read(&id), None);
    let (local, _) = id.split_once('@').unwrap();
    assert_eq!(key.read(&format!("{}@baton.example", &local[..local.len() - 16])), None);
    for text in ["", "@", "..@", "a.b.c@d", "<>", "C-1042@baton.example"] {
        assert_eq!(key.read(text), None, "{text}");
    }
}

#[test]
fn our_signed_id_comes_before_a_known_one_and_the_subject_never_counts() {
    let Ours { key, .. } = ours();
    let signed = key.message_id(own(), "baton.example");
    let known = |id: &str| (id == "known@example.com").then_some("C-1042");
    let refer = |ids: &str| {
        read(&format!("From: a@example.com\nSubject: [C-1042] x\nReferences: {ids}\n\nHi"))
    };
    let both = refer(&format!("<known@example.com> <{signed}> <x@example.com>"));
    assert_eq!(place(&both, &key, known), Place::Answers(own()));
    assert_eq!(place(&refer("<known@example.com>"), &key, known), Place::Follows("C-1042"));
    assert_eq!(place(&refer("<x@example.com>"), &key, known), Place::New);
}

#[test]
fn ids_are_looked_up_newest_first_and_not_without_end() {
    let many: Vec<String> = (0..300).map(|n| format!("<{n}@example.com>")).collect();
    let mail = read(&format!("From: a@b.example\nReferences: {}\n\nHi", many.join("\n ")));
    let ids = candidates(&mail);
    assert_eq!(ids.first().map(String::as_str), Some("299@example.com"));
    assert_eq!(ids.len(), 50);
}
