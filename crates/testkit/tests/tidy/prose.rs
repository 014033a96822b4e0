//! No sentence that people read stands outside the catalogue (docs/decisions/0011).

use super::blank::{code_only, line_of};
use super::literals::{Literal, literals};
use super::{none, tree};

/// Where people's words come from.
const ROOMS: [&str; 3] = ["crates/web/src/", "crates/core/src/", "crates/desk/src/"];

/// What may hold sentences all the same: the beginning of its path, and why.
const OUTSIDE: &[(&str, &str)] = &[
    ("crates/core/src/writing/", "the lists of words by which English texts are judged"),
    ("crates/core/src/calendar/description.rs", "faults of a file, told to who runs the program"),
    ("crates/core/src/calendar/typed.rs", "words by which hours are known in what people type"),
    ("crates/core/src/calendar/vectors.rs", "faults of a table of tests"),
    ("crates/core/src/log.rs", "faults of what was stored, for the program's own log"),
    ("crates/core/src/vault.rs", "faults of what was stored, for the program's own log"),
    ("crates/desk/src/jobs/", "faults of jobs, for the program's own log; letters are said by key"),
    ("crates/desk/src/mail/", "what other programs write, and faults of files on the command line"),
    ("crates/desk/src/second_step/seal.rs", "names of keys, and faults for the program's own log"),
    ("crates/web/src/openapi/", "the description of the API is for developers"),
    ("crates/web/src/input/json.rs", "what a library says, to be recognised"),
    ("crates/web/src/gallery.rs", "the gallery shows made-up pages to developers"),
];

/// Texts that look like a sentence and are none, or are read by developers only.
const EXACTLY: &[(&str, &str)] = &[
    ("crates/desk/src/post/filing.rs", "no status"),
    // What a secret is sealed for.
    ("crates/desk/src/second_step/mod.rs", "{person} second step"),
    // Replaced by what the organisation is called as soon as it says so.
    ("crates/desk/src/settings.rs", "Customer service"),
    ("crates/web/src/admin/first_run.rs", "baton demo"),
    ("crates/web/src/install.rs", "const SHELL = {};\nconst SHELF = {};\n{WORKER}"),
    ("crates/web/src/layout.rs", "light dark"),
    ("crates/web/src/presence/nodes.rs", "presence {node} {kind} {id} {} {}"),
    (
        "crates/web/src/presence/beat.rs",
        "Say that you are at a case, for 25 seconds, and hear who else is",
    ),
    (
        "crates/web/src/presence/beat.rs",
        "Say that you are at a request, for 25 seconds, and hear who else is",
    ),
];

/// Calls and macros whose texts nobody reads on a page: descriptions of the API, the log, faults
/// that stop the program.
const CALLS: &[&str] = &[
    "summary(",
    "bare(",
    "Reply::",
    "Route::",
    "route(",
    "expect(",
    "panic!(",
    "unreachable!(",
    "broken(",
    "debug!(",
    "info!(",
    "warn!(",
    "error!(",
    "assert!(",
    "assert_eq!(",
    "assert_ne!(",
    "contains(",
    "starts_with(",
    "strip_prefix(",
    "field!(",
    "#[error(",
    "event!(",
    "verb!(",
    "reason =",
];

/// Whether two words stand side by side in it: a sentence, or a piece of one.
fn is_prose(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    let word = |word: &str| {
        let letters = word.trim_matches(|letter: char| ",.;:!?()“”’".contains(letter));
        letters.chars().count() > 1 && letters.chars().all(|l| l.is_alphabetic() || l == '’')
    };
    words.windows(2).any(|pair| word(pair[0]) && word(pair[1]))
}

/// The lines of samples and of tests inside a file; both are made up.
fn made_up(code: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    for start in ["fn samples(", "fn sample", "static SAMPLE", "const SAMPLE", "#[cfg(test)]\nmod "]
    {
        for (at, _) in code.match_indices(start) {
            let end = code[at..].find("\n}").or_else(|| code[at..].find(";\n"));
            spans.push((line_of(code, at), line_of(code, at + end.unwrap_or(0)) + 1));
        }
    }
    spans
}

/// Whether one of the calls is still open where the text stands.
fn in_call(literal: &Literal) -> bool {
    CALLS.iter().any(|call| {
        literal.before.rfind(call).is_some_and(|at| {
            let since = &literal.before[at + call.len() - usize::from(call.ends_with('('))..];
            let (opened, closed) = (since.matches('(').count(), since.matches(')').count());
            opened > closed || !call.ends_with('(') && !since.contains(';') && opened >= closed
        })
    })
}

fn breaches_of(file: &tree::File) -> Vec<String> {
    let code = code_only(&file.text);
    let spans = made_up(&code);
    literals(&file.text)
        .into_iter()
        .filter(|literal| is_prose(&literal.text))
        .filter(|literal| !spans.iter().any(|(from, to)| (*from..=*to).contains(&literal.line)))
        .filter(|literal| !in_call(literal))
        .filter(|literal| !EXACTLY.contains(&(file.path.as_str(), literal.text.as_str())))
        .map(|literal| format!("{}:{}: {:?}", file.path, literal.line, literal.text))
        .collect()
}

#[test]
fn no_sentence_stands_outside_the_catalogue() {
    let outside = |file: &tree::File| OUTSIDE.iter().any(|(path, _)| file.under(path));
    let breaches: Vec<String> = tree::rust()
        .filter(|file| ROOMS.iter().any(|room| file.under(room)))
        .filter(|file| !file.is_test() && !file.ends("samples.rs") && !outside(file))
        .flat_map(breaches_of)
        .collect();
    none("Say these by key (CONTRIBUTING.md, How to say something):", &breaches);
}

#[test]
fn every_place_outside_the_catalogue_is_still_there() {
    let breaches: Vec<String> = OUTSIDE
        .iter()
        .filter(|(path, why)| why.len() < 10 || !tree::files().iter().any(|file| file.under(path)))
        .map(|(path, _)| (*path).to_owned())
        .collect();
    none("Nothing needs these exceptions any more:", &breaches);
}

#[test]
fn a_sentence_is_told_from_a_name() {
    for text in ["Say what you need.", "of the case", "{who} opened the case"] {
        assert!(is_prose(text), "{text}");
    }
    for text in ["desk", "button main", "/cases/new", "tag tag-late"] {
        assert_eq!(is_prose(text), text == "button main", "{text}");
    }
}
