//! Inside `core`, who may know whom (docs/decisions/0001).

use super::blank::{code_only, line_of};
use super::{none, tree};

const SOURCE: &str = "crates/core/src/";

/// What every feature may use.
const COMMON: [&str; 18] = [
    "ids",
    "time",
    "draw",
    "vault",
    "log",
    "records",
    "refusal",
    "access",
    "calendar",
    "agreement",
    "service_level",
    "policy",
    "tags",
    "check",
    "choice",
    "template",
    "when",
    "catalogue",
];

/// Features, each with the features whose state it takes as handed-in facts.
const FEATURES: [(&str, &[&str]); 9] = [
    ("directory", &[]),
    ("customer", &[]),
    ("case", &["directory", "customer", "escalation"]),
    ("macros", &["case"]),
    ("writing", &[]),
    ("notice", &[]),
    ("query", &[]),
    ("preferences", &[]),
    ("escalation", &[]),
];

/// The module at the top of `core` that a file belongs to.
fn top_of(path: &str) -> Option<&str> {
    let rest = path.strip_prefix(SOURCE)?;
    let top = rest.split('/').next()?;
    Some(top.strip_suffix(".rs").unwrap_or(top)).filter(|top| *top != "lib")
}

/// What a module may name by `crate::…`, itself included.
fn allowed(module: &str) -> Option<Vec<&str>> {
    let common = COMMON.into_iter();
    if COMMON.contains(&module) {
        return Some(common.collect());
    }
    let (_, features) = FEATURES.iter().find(|(name, _)| *name == module)?;
    Some(common.chain([module]).chain(features.iter().copied()).collect())
}

/// Modules that blanked code names by `crate::`, with the byte where each is named. A group
/// `crate::{a::b, c}` names each of its parts.
fn named(code: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with(|before: char| before.is_alphanumeric() || "_$".contains(before)) {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        let parts = match rest.strip_prefix('{') {
            Some(group) => parts_of_group(group),
            None => vec![first_word(rest)],
        };
        found.extend(parts.into_iter().filter(|part| !part.is_empty()).map(|part| (at, part)));
    }
    found
}

fn parts_of_group(group: &str) -> Vec<String> {
    let (mut depth, mut parts, mut part) = (0, Vec::new(), String::new());
    for letter in group.chars() {
        match letter {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => parts.push(std::mem::take(&mut part)),
            _ => part.push(letter),
        }
    }
    parts.push(part);
    parts.iter().map(|part| first_word(part)).collect()
}

fn first_word(text: &str) -> String {
    text.trim().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

/// Features that blanked code reaches by climbing: `super::super::directory`.
fn climbed(code: &str) -> Vec<(usize, String)> {
    let word = |at: usize| first_word(&code[at + "super::".len()..]);
    let is_feature = |name: &String| FEATURES.iter().any(|(feature, _)| feature == name);
    let all = code.match_indices("super::").map(|(at, _)| (at, word(at)));
    all.filter(|(_, name)| is_feature(name)).collect()
}

#[test]
fn inside_core_every_module_knows_only_what_it_may() {
    let mut breaches = Vec::new();
    for file in tree::rust().filter(|file| file.under(SOURCE) && !file.is_test()) {
        let Some(module) = top_of(&file.path) else { continue };
        let code = code_only(&file.text);
        let Some(allowed) = allowed(module) else {
            breaches.push(format!("{}: {module} has no place among the modules yet", file.path));
            continue;
        };
        for (at, name) in named(&code).into_iter().chain(climbed(&code)) {
            // A name with a capital is a type or macro at the top: macros are for everybody.
            let lower = name.starts_with(|first: char| first.is_lowercase());
            if lower
                && !["events", "say", "word"].contains(&name.as_str())
                && !allowed.contains(&name.as_str())
            {
                let line = line_of(&code, at);
                breaches.push(format!("{}:{line}: {module} may not know {name}", file.path));
            }
        }
    }
    none("These reach back or sideways; hand the facts in instead:", &breaches);
}

#[test]
fn names_are_found_in_groups_and_by_climbing() {
    let code =
        "use crate::{ids::{A, B}, case::Case, time}; crate::log::f(); super::super::case::g();";
    let names: Vec<String> = named(code).into_iter().map(|(_, name)| name).collect();
    assert_eq!(names, ["ids", "case", "time", "log"]);
    assert_eq!(climbed(code).len(), 1);
    assert_eq!(top_of("crates/core/src/case/decide/send.rs"), Some("case"));
    assert_eq!(top_of("crates/core/src/time.rs"), Some("time"));
    assert_eq!(top_of("crates/core/src/lib.rs"), None);
}
