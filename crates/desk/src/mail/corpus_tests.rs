//! Every message of the collected corpus is filed or kept apart for a stated reason.
//!
//! The corpus lies beside the project, in `../shared/data/mail`, and is no part of it.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::budget::examine_blocking;
use super::incoming::Incoming;
use super::message::Quarantine;
use super::tests::ours;
use super::walk::walk;

pub fn corpus() -> Option<PathBuf> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/mail"));
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("NOT RUN: the mail corpus ../shared/data/mail is not here, so nothing was checked.");
    None
}

fn outcome(result: &Result<Incoming, Quarantine>) -> &'static str {
    match result {
        Ok(incoming) => incoming.kind.code(),
        Err(reason) => reason.code(),
    }
}

#[test]
fn every_message_of_the_corpus_is_filed_or_kept_apart_for_a_reason() {
    let Some(corpus) = corpus() else { return };
    let mut counts: BTreeMap<(String, &str), usize> = BTreeMap::new();
    for found in walk(&corpus).unwrap() {
        let folder = found.name.split('/').next().unwrap().to_owned();
        let result = examine_blocking(found.bytes.unwrap(), ours());
        assert_ne!(result, Err(Quarantine::TooSlow), "{}", found.name);
        *counts.entry((folder, outcome(&result))).or_default() += 1;
    }
    let table: Vec<String> =
        counts.iter().map(|((folder, what), count)| format!("{folder} {what} {count}")).collect();
    println!("{}", table.join("\n"));
    assert_eq!(table, PINNED);
}

/// Folder, outcome, count. What is kept apart: quoted replies without any header (discourse), lone
/// MIME parts and parsers' listings (enmime, mime4j: not_mail), and messages whose author is left
/// out or is a word without a domain (no_sender).
const PINNED: [&str; 21] = [
    "SOURCE.md not_mail 1",
    "discourse human 7",
    "discourse not_mail 10",
    "enmime auto_generated 1",
    "enmime bounce 5",
    "enmime human 59",
    "enmime no_sender 2",
    "enmime not_mail 43",
    "mikel auto_generated 1",
    "mikel bounce 5",
    "mikel human 90",
    "mikel list 1",
    "mikel no_sender 2",
    "mime4j auto_generated 2",
    "mime4j bounce 1",
    "mime4j human 73",
    "mime4j list 2",
    "mime4j no_sender 30",
    "mime4j not_mail 31",
    "talon human 14",
    "talon no_sender 1",
];
