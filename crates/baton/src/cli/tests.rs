use clap::{Command, CommandFactory};

use super::Cli;

/// Every command with the words that call it.
fn every_command() -> Vec<(String, Command)> {
    let mut all = Vec::new();
    let mut open = vec![("baton".to_owned(), Cli::command())];
    while let Some((path, command)) = open.pop() {
        for inner in command.get_subcommands() {
            open.push((format!("{path} {}", inner.get_name()), inner.clone()));
        }
        all.push((path, command));
    }
    all
}

/// The examples of a command's help, one a line.
fn examples(command: &Command) -> Vec<String> {
    let text = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    text.lines().skip(1).map(|line| line.trim().to_owned()).collect()
}

/// The words of a line, without what a shell would do with the result.
fn words(line: &str) -> Vec<String> {
    let line = line.split([';', '|', '>']).next().unwrap_or_default();
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(std::mem::take(&mut word)),
            _ => word.push(letter),
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn the_command_line_is_sound() {
    Cli::command().debug_assert();
}

#[test]
fn every_command_says_what_it_does_and_shows_an_example_of_itself() {
    for (path, command) in every_command() {
        assert!(command.get_about().is_some(), "{path} does not say what it does");
        let examples = examples(&command);
        assert!(
            examples.iter().any(|example| example.starts_with(&path)),
            "{path} shows no example of itself: {examples:?}"
        );
    }
}

#[test]
fn every_example_is_understood() {
    for (path, command) in every_command() {
        for example in examples(&command) {
            let answer = Cli::command().try_get_matches_from(words(&example));
            assert!(answer.is_ok(), "{path}: {example}\n{}", answer.unwrap_err());
        }
    }
}

#[test]
fn the_fixed_forms_are_understood() {
    for form in [
        "baton demo --data D --listen 127.0.0.1:0 --seed 7 --json --empty",
        "baton serve --data D --listen 127.0.0.1:0",
        "baton serve --database postgres://h/d",
        "baton verify --data D",
        "baton verify --database postgres://h/d",
        "baton import mail P --data D --json",
        "baton admin token create --person a@example.org --label L",
        "baton clock due --calendar EW --start T --target 3600 --pause A/B --pause C/D --json",
        "baton clock elapsed --calendar F --start T --end T --json",
        "baton clock explain --calendar F --start T --target 3600",
        "baton clock vectors F",
        "baton daycount --unit wd --n 5 --from 2026-04-02 --holidays EW --roll",
        "baton escalate F --json",
        "baton account C-1042 --json",
        "baton rebuild --data D",
        "baton doctor",
        "baton config show --origin",
        "baton config check",
        "baton completions zsh",
        "baton man",
    ] {
        assert!(Cli::command().try_get_matches_from(words(form)).is_ok(), "{form}");
    }
}

#[test]
fn help_gives_the_examples_before_the_options() {
    let help = Cli::command().render_long_help().to_string();
    let (examples, options) = (help.find("Examples:"), help.find("Options:"));
    assert!(examples.is_some() && examples < options, "{help}");
}

/// Lines of a document that call the program, from its blocks of code and from `code` in a line.
fn calls(document: &str) -> Vec<String> {
    let inline = document.split('`').skip(1).step_by(2).filter(|code| !code.contains('\n'));
    let found = document.lines().chain(inline).filter_map(|line| {
        let line = line.trim();
        let call = line.strip_prefix("cargo run -p baton -- ").map(|rest| format!("baton {rest}"));
        call.or_else(|| line.starts_with("baton ").then(|| line.to_owned()))
    });
    found.collect()
}

#[test]
fn every_command_in_the_documents_is_understood() {
    let documents = [
        ("README.md", include_str!("../../../../README.md")),
        ("ARCHITECTURE.md", include_str!("../../../../ARCHITECTURE.md")),
        ("SECURITY.md", include_str!("../../../../SECURITY.md")),
    ];
    assert!(calls(documents[0].1).len() >= 5, "{:?}", calls(documents[0].1));
    for (name, text) in documents {
        for call in calls(text) {
            if let Err(error) = Cli::command().try_get_matches_from(words(&call)) {
                let help = error.kind() == clap::error::ErrorKind::DisplayHelp;
                assert!(help, "{name}: {call}\n{error}");
            }
        }
    }
}
