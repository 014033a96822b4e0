//! Queries as people type them, pinned: what each is understood as, on Monday 23 November 2026.

use jiff::civil::{Date, date};

use super::*;

const PINNED: &str = include_str!("pinned.txt");
const TODAY: Date = date(2026, 11, 23);

/// All that was understood, in one line.
fn understood(text: &str) -> String {
    let query = parse(text);
    let groups: Vec<String> = query.groups.iter().map(|group| chip(group, TODAY)).collect();
    let notes: Vec<String> = query.notes.iter().map(|note| format!("{note:?}")).collect();
    let notes = if notes.is_empty() { String::new() } else { format!("  !! {}", notes.join(" ")) };
    format!("{}{notes}", groups.join(" + "))
}

#[test]
fn every_pinned_query_is_understood_as_it_was() {
    let mut count = 0;
    for line in PINNED.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (typed, wanted) = line.split_once(" => ").unwrap_or_else(|| panic!("{line}"));
        assert_eq!(understood(typed).trim(), wanted.trim(), "{typed}");
        count += 1;
    }
    assert!(count >= 200, "only {count}");
}

#[test]
fn any_text_is_a_query_and_every_note_is_a_sentence() {
    let letters = ["\"", ":", "-", "OR", " ", "is", "due", "<", "x", "é", "\0", "|", "(", "“"];
    let mut seed: usize = 7;
    for length in 0..40 {
        for _ in 0..50 {
            let mut text = String::new();
            for _ in 0..length {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695);
                text.push_str(letters[(seed >> 33) % letters.len()]);
            }
            let query = parse(&text);
            assert!(query.groups.len() <= MOST);
            for note in &query.notes {
                assert!(super::note(note).ends_with('.'));
            }
        }
    }
}

#[test]
fn a_group_that_is_taken_out_leaves_the_others_as_they_were() {
    let query = parse("kettle is:open OR is:new with:\"Customer service\" -blue");
    assert_eq!(query.groups.len(), 4);
    for (n, _) in query.groups.iter().enumerate() {
        let rest = parse(&query.without(n));
        let mut wanted = query.groups.clone();
        wanted.remove(n);
        assert_eq!(rest.groups, wanted);
    }
}

#[test]
fn the_ways_in_which_a_query_can_hold_are_every_choice_from_every_group() {
    let query = parse("a OR b c OR d e");
    let ways: Vec<String> = query
        .ways(8)
        .iter()
        .map(|way| way.iter().map(|term| chip_of(term)).collect::<Vec<_>>().join(""))
        .collect();
    assert_eq!(ways, ["ace", "ade", "bce", "bde"]);
    assert_eq!(query.ways(3).len(), 3);
}

fn chip_of(term: &Term) -> String {
    chip(&Group { any: vec![term.clone()], typed: String::new() }, TODAY)
}
