//! Nothing grows beyond what one can hold in mind.

use super::blank::code_only;
use super::functions::functions;
use super::{none, tree};

/// Lines of a file of ours.
const LONGEST_FILE: usize = 400;
/// Lines of a function from `fn` to its closing brace.
const LONGEST_FUNCTION: usize = 60;
/// Lines of a style sheet: one component each.
const LONGEST_STYLE_SHEET: usize = 150;
/// Lines of a script of our pages: one behaviour each.
const LONGEST_SCRIPT: usize = 60;
/// Endings of what is held to these sizes.
const WRITTEN_BY_US: [&str; 6] = [".rs", ".js", ".mjs", ".css", ".sql", ".sh"];

#[test]
fn no_file_is_longer_than_four_hundred_lines() {
    let ours = |file: &&tree::File| WRITTEN_BY_US.iter().any(|ending| file.ends(ending));
    let breaches: Vec<String> = tree::files()
        .iter()
        .filter(ours)
        .filter(|file| !file.path.contains("/vendor/"))
        .filter_map(|file| {
            let lines = file.text.lines().count();
            let most = match () {
                () if file.ends(".css") => LONGEST_STYLE_SHEET,
                () if file.under("crates/web/assets/js/") => LONGEST_SCRIPT,
                () => LONGEST_FILE,
            };
            (lines > most).then(|| format!("{}: {lines} lines, at most {most}", file.path))
        })
        .collect();
    none("Split these files by what they are about:", &breaches);
}

#[test]
fn no_function_is_longer_than_sixty_lines() {
    let mut breaches = Vec::new();
    for file in tree::rust() {
        let code = code_only(&file.text);
        for function in functions(&code).iter().filter(|f| f.lines > LONGEST_FUNCTION) {
            let (name, line, lines) = (function.name, function.line, function.lines);
            breaches.push(format!("{}:{line}: {name} has {lines} lines", file.path));
        }
    }
    none("Give the parts of these functions names:", &breaches);
}
