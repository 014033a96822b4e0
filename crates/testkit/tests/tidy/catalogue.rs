//! What people read stands in the catalogue, and all of the catalogue is used
//! (docs/decisions/0011).

use std::collections::{BTreeMap, BTreeSet};

use baton_core::catalogue::{Catalogue, Language, Said};

use super::blank::{code_only, line_of};
use super::literals::literals;
use super::{none, tree};

/// Where people's words come from.
const ROOMS: [&str; 3] = ["crates/web/src/", "crates/core/src/", "crates/desk/src/"];

/// A use of a message: where, which, and the names of what is handed in.
struct Use {
    place: String,
    /// `say!`, `tell!` or `word!`.
    by: &'static str,
    key: String,
    parts: BTreeSet<String>,
}

fn sources() -> impl Iterator<Item = &'static tree::File> {
    tree::rust().filter(|file| ROOMS.iter().any(|room| file.under(room)))
}

/// Every `say!`, `tell!` and `word!` of a file.
fn uses(file: &tree::File) -> Vec<Use> {
    let code = code_only(&file.text);
    let letters: Vec<char> = file.text.chars().collect();
    let blanked: Vec<char> = code.chars().collect();
    let mut found = Vec::new();
    for by in ["say!", "tell!", "word!"] {
        let name: Vec<char> = by.chars().chain(['(']).collect();
        for at in 0..blanked.len().saturating_sub(name.len()) {
            let whole = at == 0 || !(blanked[at - 1].is_alphanumeric() || blanked[at - 1] == '_');
            if whole && blanked[at..].starts_with(&name) {
                found.extend(read(file, by, (&letters, &blanked), at + name.len()));
            }
        }
    }
    found
}

/// Reads `"key", part, part = value)`; none where the key is not a literal.
fn read(
    file: &tree::File,
    by: &'static str,
    (letters, code): (&[char], &[char]),
    start: usize,
) -> Option<Use> {
    let open = (start..code.len()).find(|at| !code[*at].is_whitespace())?;
    if code[open] != '"' {
        return None;
    }
    let close = (open + 1..code.len()).find(|at| code[*at] == '"')?;
    let key: String = letters[open + 1..close].iter().collect();
    let (mut depth, mut parts, mut part) = (0, BTreeSet::new(), String::new());
    for letter in &code[close + 1..] {
        match letter {
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.extend(name_of(&part));
                part.clear();
                continue;
            }
            _ => {}
        }
        part.push(*letter);
    }
    parts.extend(name_of(&part));
    let before: String = code[..open].iter().collect();
    let place = format!("{}:{}", file.path, line_of(&before, before.len()));
    Some(Use { place, by, key, parts })
}

fn name_of(part: &str) -> Option<String> {
    let name: String =
        part.trim().chars().take_while(|l| l.is_alphanumeric() || *l == '_').collect();
    (!name.is_empty()).then_some(name)
}

fn catalogue() -> BTreeMap<&'static str, BTreeSet<String>> {
    let catalogue = Catalogue::new(Language::default());
    catalogue
        .keys()
        .map(|(key, parts)| (key, parts.iter().map(|part| (*part).to_owned()).collect()))
        .collect()
}

#[test]
fn every_message_that_is_said_is_in_the_catalogue_with_the_same_parts() {
    let catalogue = catalogue();
    let mut breaches = Vec::new();
    let mut count = 0;
    for found in sources().filter(|file| !file.is_test()).flat_map(uses) {
        count += 1;
        match catalogue.get(found.key.as_str()) {
            None => breaches.push(format!("{}: {} is missing", found.place, found.key)),
            Some(parts) if *parts != found.parts => breaches.push(format!(
                "{}: {} has {parts:?}, it is said with {:?}",
                found.place, found.key, found.parts
            )),
            Some(_) => {}
        }
    }
    assert!(count > 100, "only {count} uses were found");
    none("Say what the catalogue has (crates/core/words/en-GB):", &breaches);
}

#[test]
fn a_message_that_chooses_by_a_number_has_no_markup_between_its_words() {
    let all = sources().filter(|file| !file.is_test()).flat_map(uses);
    let told: Vec<Use> = all.filter(|found| found.by == "tell!").collect();
    assert!(told.len() > 100, "only {} are told", told.len());
    let breaches: Vec<String> = told
        .into_iter()
        .filter(|found| Said::new(found.key.clone().leak()).pieces().is_empty())
        .map(|found| format!("{}: {}", found.place, found.key))
        .collect();
    none("These would be shown by their key; say! them:", &breaches);
}

#[test]
fn nothing_in_the_catalogue_is_left_over() {
    let named: BTreeSet<String> = sources()
        .filter(|file| !file.is_test())
        .flat_map(|file| literals(&file.text))
        .map(|literal| literal.text)
        .collect();
    let breaches: Vec<String> =
        catalogue().into_keys().filter(|key| !named.contains(*key)).map(str::to_owned).collect();
    none("Nobody says these any more; delete them:", &breaches);
}

#[test]
fn every_file_of_words_is_read() {
    let listed = tree::text("crates/core/src/catalogue/files.rs");
    let breaches: Vec<String> = tree::files()
        .iter()
        .filter_map(|file| file.path.strip_prefix("crates/core/words/"))
        .filter(|path| !listed.contains(&format!("../../words/{path}\"")))
        .map(str::to_owned)
        .collect();
    none("List these in crates/core/src/catalogue/files.rs:", &breaches);
}
