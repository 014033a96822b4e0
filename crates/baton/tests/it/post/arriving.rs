//! Mail is brought in from files: the balance holds, nothing is done twice, every byte is kept.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use baton_core::vault::hex;
use baton_desk::mail::walk::walk;
use baton_testkit::Place;
use baton_testkit::wait::pause;
use serde_json::Value;

use super::letters;
use crate::program::Program;

/// Mail of other projects, collected beside this one; no part of it.
#[allow(clippy::disallowed_macros, reason = "what was not checked is said loudly")]
fn corpus() -> Option<PathBuf> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data/mail"));
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("NOT RUN: the mail corpus ../shared/data/mail is not here, so nothing was checked.");
    None
}

const WAYS: [&str; 5] = ["filed_cases", "filed_messages", "quarantined", "duplicates", "automatic"];

fn import(program: &Program<'_>, path: &Path) -> Value {
    let printed = program.done(&["import", "mail", path.to_str().unwrap(), "--json"]);
    let count: Value = serde_json::from_str(&printed).unwrap();
    let sum: u64 = WAYS.iter().map(|way| count[way].as_u64().unwrap()).sum();
    assert_eq!(count["found"], sum, "every mail is accounted for: {count}");
    count
}

fn number(program: &Program<'_>, query: &str) -> u64 {
    program.place.rows(query)[0][0].parse().unwrap()
}

fn hash(bytes: &[u8]) -> String {
    hex(ring::digest::digest(&ring::digest::SHA256, bytes).as_ref())
}

/// Every mail that is there can be read again, to the last byte, by its hash.
fn is_kept(program: &Program<'_>, corpus: &Path) {
    let ledger: BTreeSet<String> =
        program.place.rows("select file from post").into_iter().flatten().collect();
    let folder = program.place.folder().join("attachments");
    let mut mails = 0;
    for found in walk(corpus).unwrap() {
        let bytes = found.bytes.unwrap();
        let hash = hash(&bytes);
        assert!(ledger.contains(&hash), "{} is not in the ledger", found.name);
        let kept = std::fs::read(folder.join(&hash[..2]).join(&hash[2..])).unwrap();
        assert_eq!(kept, bytes, "{}", found.name);
        mails += 1;
    }
    assert!(mails > 300, "only {mails} mails were found");
}

#[test]
fn every_mail_of_the_corpus_is_accounted_for_and_kept_to_the_last_byte() {
    let Some(corpus) = corpus() else { return };
    for place in Place::both() {
        let program = Program::at(&place);
        let token = program.init();
        let first = import(&program, &corpus);
        assert_eq!(number(&program, "select count(*) from cases"), first["filed_cases"]);
        assert_eq!(number(&program, "select count(*) from post"), first["found"]);
        is_kept(&program, &corpus);
        program.is_whole();

        let again = import(&program, &corpus);
        assert_eq!((&again["found"], &again["duplicates"]), (&first["found"], &first["found"]));
        assert_eq!(number(&program, "select count(*) from cases"), first["filed_cases"]);
        program.is_whole();
        raw_by_the_api(&program, &token);
        // What machines wrote has opened nothing.
        let of_machines = "select count(*) from post where state = 'automatic' and case_id is not null \
                           and case_id not in (select case_id from post where state = 'case')";
        assert_eq!(number(&program, of_machines), 0);
    }
}

/// The ledger of quarantined mail leads to the bytes of each.
fn raw_by_the_api(program: &Program<'_>, token: &str) {
    let served = program.serve();
    let list = served.get(token, "/mail?state=quarantined&limit=200").ok();
    let letters = list["items"].as_array().unwrap();
    assert!(!letters.is_empty());
    for letter in letters {
        let id = letter["id"].as_str().unwrap();
        assert!(!letter["reason"].as_str().unwrap().is_empty(), "{letter}");
        let raw = served.get(token, &format!("/mail/{id}/raw"));
        let file = &program.place.rows(&format!("select file from post where id = '{id}'"))[0][0];
        assert_eq!(&hash(&raw.body), file);
    }
}

/// A folder of mails of customers, and how many there are.
fn letters_of_customers(place: &Place, count: usize) -> PathBuf {
    let folder = place.folder().join("letters");
    std::fs::create_dir_all(&folder).unwrap();
    for n in 0..count {
        let word = format!("word{n:03}end");
        std::fs::write(folder.join(format!("{word}.eml")), letters::of_customer(&word)).unwrap();
    }
    folder
}

#[test]
fn what_machines_send_opens_no_case() {
    let place = Place::sqlite();
    let program = Program::at(&place);
    program.init();
    let folder = place.folder().join("letters");
    std::fs::create_dir_all(&folder).unwrap();
    for (n, mail) in letters::automatic().iter().enumerate() {
        std::fs::write(folder.join(format!("{n}.eml")), mail).unwrap();
    }
    let count = import(&program, &folder);
    assert_eq!((&count["found"], &count["automatic"]), (&5.into(), &5.into()), "{count}");
    assert_eq!(number(&program, "select count(*) from cases"), 0);
    assert_eq!(number(&program, "select count(*) from jobs"), 0, "and is not answered");
}

#[test]
fn a_mail_opens_one_case_however_often_its_import_is_killed() {
    const MAILS: usize = 60;
    for place in Place::both() {
        let program = Program::at(&place);
        program.init();
        let folder = letters_of_customers(&place, MAILS);
        let path = folder.to_str().unwrap();
        for round in 0..25 {
            let mut importing = program.start(&["import", "mail", path]);
            pause(Duration::from_millis(40 + (round * 37) % 160));
            importing.kill().unwrap();
            importing.wait().unwrap();
        }
        import(&program, &folder);
        let of_cases = "select content from cases join words on words.id = subject_text";
        let mut subjects: Vec<String> = place.rows(of_cases).into_iter().flatten().collect();
        subjects.sort();
        let expected: Vec<String> = (0..MAILS).map(|n| format!("Question word{n:03}end")).collect();
        assert_eq!(subjects, expected, "each mail one case");
        assert_eq!(number(&program, "select count(*) from customers"), 60);
        let open = "select count(*) from post where state = 'received'";
        assert_eq!(number(&program, open), 0, "none is left unread");
        program.is_whole();
    }
}
