//! One word for one thing, in code, pages and documents.

use super::{none, tree};

/// Words that are not used here, and what is said instead. A word ends where its letters end.
const BANNED: [(&[&str], &str); 4] = [
    (&["ticket", "tickets", "ticketing"], "case"),
    (
        &["reassign", "reassigns", "reassigned", "reassigning", "reassignment"],
        "owner, assignee or transfer",
    ),
    (&["user", "users"], "person, colleague, customer, administrator"),
    (&["sla", "slas"], "agreement; OLA between departments"),
];

/// Where a banned word is right after all: beginning of the path, the text around it, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("", "user-agent", "a header of HTTP"),
    ("", "user_agent", "a header of HTTP"),
    ("", "user-select", "a property of CSS"),
    ("", "user-invalid", "a state in CSS"),
    ("", "user-valid", "a state in CSS"),
    ("", "multi-user.target", "a name of systemd"),
    ("", "current_user", "a function of PostgreSQL"),
    ("", "userverif", "names in WebAuthn"),
    ("", "user_verified", "a name in WebAuthn"),
    ("", "userhandle", "a name in WebAuthn"),
    ("crates/baton/tests/it/signing/device.rs", "[\"user\"]", "a name in WebAuthn"),
    (
        "crates/baton/",
        "smtp.user",
        "the account at a mail server, by the name that everybody gives it",
    ),
    ("crates/baton/", "user = \\\"desk", "the account at a mail server, in a test of the file"),
    (
        "crates/core/src/writing/",
        "ticket",
        "it is found in messages to customers, and another given",
    ),
    ("crates/core/src/writing/", "sla", "it is found in messages to customers, and another given"),
    ("crates/store/src/db/", "tcp_user_timeout", "an option of TCP"),
    ("crates/baton/", "db/x?user=a", "a parameter of a PostgreSQL address"),
    ("crates/desk/src/mail/", "no such user", "what mail servers of others answer, in a test"),
];

/// These name the words in order to ban them, or are not ours to word.
fn is_checked(file: &tree::File) -> bool {
    let named = ["crates/testkit/tests/tidy/", "LICENSE", "Cargo.lock", "CONTRIBUTING.md"];
    !named.iter().any(|path| file.under(path))
        && !file.ends("package-lock.json")
        && !file.path.contains("/vendor/")
}

/// The words of a line: letters that stand together; a capital after a small letter begins a new
/// one, so `newTicket` and `new_ticket` both hold `ticket`.
fn words(line: &str) -> Vec<String> {
    let (mut words, mut word, mut small) = (Vec::new(), String::new(), false);
    for letter in line.chars() {
        if !letter.is_alphabetic() || (small && letter.is_uppercase()) {
            words.push(std::mem::take(&mut word));
        }
        if letter.is_alphabetic() {
            word.extend(letter.to_lowercase());
        }
        small = letter.is_lowercase();
    }
    words.push(word);
    words
}

/// The line without what is excepted in this file.
fn without_exceptions(path: &str, line: &str) -> String {
    let mut line = line.to_owned();
    for (prefix, text, _) in EXCEPTIONS.iter().filter(|(prefix, ..)| path.starts_with(prefix)) {
        while let Some(at) = line.to_lowercase().find(text) {
            if !line.is_char_boundary(at) || !line.is_char_boundary(at + text.len()) {
                break;
            }
            line.replace_range(at..at + text.len(), " ");
        }
        debug_assert!(prefix.is_empty() || path.starts_with(prefix));
    }
    line
}

fn breaches_of(path: &str, text: &str) -> Vec<String> {
    let mut breaches = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for word in words(&without_exceptions(path, line)) {
            if let Some((_, instead)) =
                BANNED.iter().find(|(banned, _)| banned.contains(&word.as_str()))
            {
                breaches.push(format!("{path}:{}: {word} (say {instead})", number + 1));
            }
        }
    }
    breaches
}

#[test]
fn one_word_stands_for_one_thing() {
    let checked = tree::files().iter().filter(|file| is_checked(file));
    let breaches: Vec<String> =
        checked.flat_map(|file| breaches_of(&file.path, &file.text)).collect();
    none("These words are not used here (CONTRIBUTING.md):", &breaches);
}

#[test]
fn every_exception_has_a_reason_and_is_still_needed() {
    let general = |prefix: &str| prefix.is_empty();
    let mut breaches = Vec::new();
    for (prefix, text, reason) in EXCEPTIONS {
        assert!(reason.len() > 10, "{text}: say why");
        let used = tree::files().iter().any(|file| {
            is_checked(file) && file.under(prefix) && file.text.to_lowercase().contains(text)
        });
        if !used && !general(prefix) {
            breaches.push(format!("{prefix}: {text}"));
        }
    }
    none("Nothing needs these exceptions any more:", &breaches);
}

#[test]
fn banned_words_are_found_in_identifiers_and_in_prose() {
    for line in
        ["let newTicket = 1;", "fn reassign_to()", "The users see it.", "the SLA with IT", "UserId"]
    {
        assert_eq!(breaches_of("x.rs", line).len(), 1, "{line}");
    }
    for line in ["User-Agent: x", "slate, tickety", "a used case", "translates"] {
        assert!(breaches_of("x.rs", line).is_empty(), "{line}");
    }
}
