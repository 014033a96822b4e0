//! What no compiler checks: sizes, direction, words, documents. Each test names every breach.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it stands")]

mod blank;
mod catalogue;
mod directions;
mod documents;
mod functions;
mod hygiene;
mod literals;
mod pins;
mod prose;
mod rooms;
mod sizes;
mod tree;
mod vocabulary;

/// Fails with every breach on its own line.
fn none(rule: &str, breaches: &[String]) {
    assert!(breaches.is_empty(), "{rule}\n  {}\n", breaches.join("\n  "));
}
