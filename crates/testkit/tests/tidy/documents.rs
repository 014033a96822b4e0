//! Documents that lead somewhere.

use std::collections::BTreeSet;

use super::{none, tree};

const DECISIONS: &str = "docs/decisions/";
/// Lines of one page.
const ONE_PAGE: usize = 70;

/// Targets of the links of a text, outside of code: `[…](target)`.
fn links(text: &str) -> Vec<String> {
    let mut fenced = false;
    let mut found = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        }
        if fenced {
            continue;
        }
        let prose: String = line.split('`').step_by(2).collect();
        for part in prose.split("](").skip(1) {
            found.extend(part.split(')').next().map(str::to_owned));
        }
    }
    found
}

/// The anchor of a heading, as most readers of Markdown make it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim().to_lowercase();
    let kept = kept.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
    kept.map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

fn anchors(text: &str) -> BTreeSet<String> {
    text.lines()
        .filter(|line| line.starts_with('#'))
        .map(|line| anchor(line.trim_start_matches('#')))
        .collect()
}

/// A path with `.` and `..` worked out, from the folder of a document.
fn resolve(from: &str, target: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

fn broken(file: &tree::File, target: &str) -> Option<String> {
    if target.contains("://") || target.starts_with("mailto:") {
        return None;
    }
    let (path, mark) =
        target.split_once('#').map_or((target, None), |(path, mark)| (path, Some(mark)));
    let path = if path.is_empty() { file.path.clone() } else { resolve(&file.path, path) };
    if !tree::root().join(&path).exists() {
        return Some(format!("{}: {target} is not there", file.path));
    }
    let mark = mark.filter(|_| path.ends_with(".md"))?;
    let lost = !anchors(tree::text(&path)).contains(mark);
    lost.then(|| format!("{}: {target} has no such heading", file.path))
}

#[test]
fn every_link_leads_somewhere() {
    let all = tree::markdown()
        .flat_map(|file| links(&file.text).into_iter().map(move |link| (file, link)));
    let breaches: Vec<String> = all.filter_map(|(file, link)| broken(file, &link)).collect();
    none("These links lead nowhere:", &breaches);
}

#[test]
fn every_document_that_newcomers_look_for_is_there() {
    for path in [
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CHANGELOG.md",
        "LICENSE",
        "docs/decisions/README.md",
    ] {
        assert!(!tree::text(path).trim().is_empty(), "{path} is empty");
    }
}

fn decisions() -> Vec<&'static tree::File> {
    tree::markdown()
        .filter(|file| file.under(DECISIONS) && file.path != "docs/decisions/README.md")
        .collect()
}

#[test]
fn decisions_are_numbered_without_a_gap_and_carry_their_number() {
    for (file, number) in decisions().iter().zip(1..) {
        let name = file.path.trim_start_matches(DECISIONS);
        assert!(name.starts_with(&format!("{number:04}-")), "{name} should be number {number:04}");
        let heading = file.text.lines().next().unwrap_or_default();
        assert!(heading.starts_with(&format!("# {number}. ")), "{name}: {heading}");
    }
}

#[test]
fn every_decision_is_one_page_and_in_the_index() {
    let index = links(tree::text("docs/decisions/README.md"));
    let mut breaches = Vec::new();
    for file in decisions() {
        let name = file.path.trim_start_matches(DECISIONS);
        if !index.iter().any(|link| link == name) {
            breaches.push(format!("{name} is not in the index"));
        }
        let lines = file.text.lines().count();
        if lines > ONE_PAGE {
            breaches.push(format!("{name} has {lines} lines, at most {ONE_PAGE}"));
        }
        for part in ["## Why", "## What follows"] {
            if !file.text.contains(part) {
                breaches.push(format!("{name} has no part {part:?}"));
            }
        }
    }
    none("Decisions that are hard to find or to read:", &breaches);
}

#[test]
fn every_command_in_a_document_exists() {
    let commands: Vec<String> = tree::files()
        .iter()
        .filter_map(|file| file.path.strip_prefix("crates/baton/src/command/")?.strip_suffix(".rs"))
        .map(|path| path.split('/').next().unwrap_or(path).to_owned())
        .chain(["help".to_owned()])
        .collect();
    let mut breaches = Vec::new();
    for file in tree::markdown() {
        for code in file.text.split('`').skip(1).step_by(2).chain(file.text.lines()) {
            let Some(word) = code.trim_start_matches("$ ").strip_prefix("baton ") else { continue };
            let word = word.split_whitespace().next().unwrap_or_default();
            let is_command =
                word.chars().all(|letter| letter.is_ascii_lowercase()) && !word.is_empty();
            if is_command && !commands.iter().any(|command| command == word) {
                breaches.push(format!("{}: baton {word}", file.path));
            }
        }
    }
    none("There are no such commands:", &breaches);
}

#[test]
fn links_are_found_outside_of_code_only() {
    assert_eq!(links("see [a](b.md) and `[c](d)`\n```\n[e](f)\n```\n[g](h#i)"), ["b.md", "h#i"]);
    assert_eq!(anchor("One word for one thing, always"), "one-word-for-one-thing-always");
    assert_eq!(resolve("docs/decisions/README.md", "../../LICENSE"), "LICENSE");
}
