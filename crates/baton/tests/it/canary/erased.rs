//! A customer asks to be forgotten: every word goes, from every answer and from the disk; every
//! figure stays, and the log is whole.

use std::path::Path;
use std::sync::Arc;

use baton_testkit::Place;
use serde_json::{Value, json};

use super::Asker;
use super::addresses::Things;
use super::planted::{Planted, TAG, plant};
use crate::program::Program;
use crate::world::World;

/// How much there is, list by list, for somebody who sees it all.
fn figures(world: &World, planted: &Planted) -> Vec<(String, usize)> {
    let amira = world.cast.amira;
    let mut figures = Vec::new();
    let mut count = |path: &str, field: &str| {
        let shown = world.seen(amira, path);
        let items = if field.is_empty() { &shown } else { &shown[field] };
        figures.push((format!("{path} {field}"), items.as_array().unwrap().len()));
    };
    count("/cases?view=all", "items");
    count("/cases?view=mine", "items");
    count("/cases?state=closed", "items");
    count("/requests?side=from_us", "items");
    count("/customers", "items");
    for case in &planted.cases {
        for field in ["messages", "promises", "requests"] {
            count(&format!("/cases/{case}"), field);
        }
        count(&format!("/cases/{case}/timeline"), "items");
        count(&format!("/cases/{case}/moves"), "");
    }
    figures
}

/// Every row of every table, as text.
fn everything_kept(place: &Place) -> String {
    let tables = if place.is_sqlite() {
        "select name from sqlite_master where type = 'table' and name not like '%_data' \
         and name not like '%_idx'"
    } else {
        "select table_name from information_schema.tables where table_schema = 'public'"
    };
    let mut text = String::new();
    for table in place.rows(tables).into_iter().flatten() {
        for row in place.rows(&format!("select * from {table}")) {
            text.push_str(&format!("{table}: {}\n", row.join(" | ")));
        }
    }
    text.to_lowercase()
}

fn bytes_under(folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            bytes_under(&path, found);
        } else {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            found.push((name, std::fs::read(&path).unwrap().to_ascii_lowercase()));
        }
    }
}

fn stands_in(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|part| part == word.as_bytes())
}

/// No file of the organisation holds a word: database, journal, attachments.
fn nothing_is_on_disk(place: &Place, words: &[String]) {
    let mut files = Vec::new();
    bytes_under(place.folder(), &mut files);
    // What the story itself has let out stands in its outbox.
    files.retain(|(name, _)| !name.ends_with(".eml"));
    assert!(files.iter().any(|(name, _)| name == "baton.db") || !place.is_sqlite());
    for (name, bytes) in &files {
        let left: Vec<&String> = words.iter().filter(|word| stands_in(bytes, word)).collect();
        assert!(left.is_empty(), "{name} still holds {left:?}");
    }
}

fn forgotten(world: World) {
    let planted = plant(&world);
    world.clock.advance(baton_core::time::Span::minutes(1));
    world.wait(world.desk.run_due_jobs()).unwrap();
    let things = Things::of(&world, &planted);
    let before = figures(&world, &planted);
    // The name of a field is a fact in the log, as what is shared by it must stay provable.
    let words: Vec<String> =
        planted.markers.iter().filter(|marker| *marker != TAG).cloned().collect();
    let kept = everything_kept(&world.place);
    let planted_words = words.iter().filter(|word| kept.contains(word.as_str())).count();
    assert!(planted_words > 30, "only {planted_words} were there before");

    let path = format!("/customers/{}/erasure", planted.customer);
    let reason = json!({ "reason": "She asked us to forget her, letter of Monday." });
    let erased: Value = world.done(world.cast.cora, &path, &reason);
    assert!(erased["erased_at"].is_string() && erased["name"].is_null(), "{erased}");
    world.clock.advance(baton_core::time::Span::minutes(10));
    world.wait(world.desk.run_due_jobs()).unwrap();

    assert_eq!(figures(&world, &planted), before, "every figure is as it was");
    let cast = world.cast;
    for person in [cast.amira, cast.tom, cast.cora] {
        let mut asker = Asker::without(&world, words.clone(), person);
        asker.reads_everything(&things, &planted);
    }
    let kept = everything_kept(&world.place);
    let left: Vec<&str> =
        kept.lines().filter(|line| words.iter().any(|word| line.contains(word.as_str()))).collect();
    assert!(left.is_empty(), "{left:#?}");
    let place = Arc::clone(&world.place);
    drop(world);
    Program::at(&place).is_whole();
    nothing_is_on_disk(&place, &words);
}

#[test]
fn a_customer_who_is_forgotten_leaves_every_figure_and_no_word() {
    forgotten(World::on_sqlite());
}

#[test]
fn a_customer_who_is_forgotten_leaves_every_figure_and_no_word_on_postgresql() {
    forgotten(World::new(Place::postgres()));
}
