//! Nothing is left lying about: no loose ends, no traces of one machine, no way to start a program.

use super::blank::{code_only, line_of};
use super::{none, tree};

/// This folder names what it forbids; the lock files name where packages come from by themselves.
fn is_checked(file: &tree::File) -> bool {
    !file.under("crates/testkit/tests/tidy/")
        && !file.ends("Cargo.lock")
        && !file.path.contains("/vendor/")
}

/// Each line of the checked files that holds one of the texts.
fn lines_with(texts: &[&str], also: impl Fn(&tree::File) -> bool) -> Vec<String> {
    let mut found = Vec::new();
    for file in tree::files().iter().filter(|file| is_checked(file) && also(file)) {
        for (number, line) in file.text.lines().enumerate() {
            if let Some(text) = texts.iter().find(|text| line.contains(**text)) {
                found.push(format!("{}:{}: {text}", file.path, number + 1));
            }
        }
    }
    found
}

#[test]
fn there_are_no_loose_ends() {
    let texts = ["TODO", "FIXME", "XXX:", "HACK:", "todo!", "unimplemented!", "#[ignore"];
    let mut found = lines_with(&texts, |file| file.path != "clippy.toml");
    let script = |file: &tree::File| file.ends(".js") || file.ends(".mjs");
    found.extend(lines_with(&[".only(", ".skip(", " xit("], script));
    none("Finish these or leave them out:", &found);
}

#[test]
fn no_machine_has_left_its_paths() {
    let texts = ["/work/", "/tmp/", "/home/", "/root/", "/Users/", "C:\\Users"];
    none("Make these relative, or ask for a scratch folder:", &lines_with(&texts, |_| true));
}

#[test]
fn no_package_host_is_named() {
    let texts = [
        "crates.io",
        "npmjs",
        "pypi.org",
        "pythonhosted",
        "deb.debian.org",
        "docker.io",
        "ghcr.io",
    ];
    none("Packages come from wherever the machine is told to look:", &lines_with(&texts, |_| true));
}

#[test]
fn the_lock_file_knows_one_source() {
    let sources = tree::text("Cargo.lock").lines().filter(|line| line.starts_with("source = "));
    let others: Vec<String> = sources
        .filter(|line| {
            *line != r#"source = "registry+https://github.com/rust-lang/crates.io-index""#
        })
        .map(str::to_owned)
        .collect();
    none("Only packages that everybody can get:", &others);
}

#[test]
fn every_exception_from_a_lint_says_why() {
    let mut breaches = Vec::new();
    for file in tree::rust() {
        let code = code_only(&file.text);
        for opening in ["#[allow(", "#![allow(", "#[expect(", "#![expect("] {
            for (at, _) in code.match_indices(opening) {
                let end = code[at..].find(")]").map_or(code.len(), |end| at + end);
                if !code[at..end].contains("reason") {
                    breaches.push(format!("{}:{}", file.path, line_of(&code, at)));
                }
            }
        }
    }
    none("Give these a reason = \"…\":", &breaches);
}

#[test]
fn only_the_command_line_reads_the_environment() {
    let mut breaches = Vec::new();
    for file in tree::rust().filter(|file| file.path.contains("/src/")) {
        let ours = file.under("crates/baton/") || file.under("crates/testkit/");
        if ours || file.is_test() {
            continue;
        }
        let code = code_only(&file.text);
        // A module of tests at the end of a file may ask where the test server is.
        let end = code.find("#[cfg(test)]").unwrap_or(code.len());
        for (at, _) in code[..end].match_indices("env::var") {
            breaches.push(format!("{}:{}", file.path, line_of(&code, at)));
        }
    }
    none("Settings are read in crates/baton and handed in:", &breaches);
}

#[test]
fn scripts_can_be_run_and_stop_at_the_first_failure() {
    for path in ["test", ".ci/run"] {
        assert!(tree::text(path).starts_with("#!/usr/bin/env bash\n"), "{path}");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(tree::root().join(path)).unwrap().permissions().mode();
            assert!(mode & 0o111 != 0, "{path} cannot be run");
        }
    }
    assert!(tree::text("test").contains("set -Eeuo pipefail"));
}
