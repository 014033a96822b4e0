//! Walks everything that is kept and says whether it is whole; names the first break.
//!
//! What a change to any column of the log, the vault or the checkpoints does, in one line each:
//! an event's hash covers its columns and the one before it; a stream's row must be its last
//! event; a digest in the event fixes which words there are and whose; a seal in the event fixes
//! each word's text; a word may be empty only if its subject's stream says that it was erased;
//! each checkpoint is signed, covers the one before, and must be what the log was then. Rows must
//! be what the log makes of them, and files what their hash says.

mod chain;
mod checkpoints;
mod derived;
mod words;

use baton_core::calendar::Calendars;

use crate::checkpoint::Checkpoint;
use crate::db::{Link, Result};
use crate::files::Files;

#[cfg(test)]
pub(crate) const STATEMENTS: &[&[crate::db::Sql]] =
    &[chain::STATEMENTS, derived::STATEMENTS, words::STATEMENTS];

pub(crate) use derived::{load_case, load_customer};

/// What to check against.
#[derive(Default)]
pub struct Against<'a> {
    /// Public keys whose checkpoints count; without any, the first checkpoint's own.
    pub keys: Vec<String>,
    /// Checkpoints that were kept outside: number and hash.
    pub kept: Vec<(i64, String)>,
    /// Where attachments lie; without it their bytes are not looked at.
    pub files: Option<&'a Files>,
    /// For the due times in rows; without it rows are not looked at.
    pub calendars: Option<&'a Calendars>,
}

/// The first thing that is not as it was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Break {
    /// Of the event, or 0.
    pub seq: i64,
    /// Of the event or row, or empty.
    pub stream: String,
    pub version: i64,
    /// What is wrong, in a sentence.
    pub what: String,
}

impl std::fmt::Display for Break {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.seq, self.stream.is_empty()) {
            (0, true) => f.write_str(&self.what),
            (0, false) => write!(f, "{}: {}", self.stream, self.what),
            _ => {
                let (stream, version) = (&self.stream, self.version);
                write!(f, "event {} ({stream}, version {version}): {}", self.seq, self.what)
            }
        }
    }
}

/// What was walked, and the first break if there is one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Report {
    pub events: u64,
    pub streams: u64,
    pub words: u64,
    /// Words of those that were erased.
    pub erased: u64,
    pub checkpoints: u64,
    pub rows: u64,
    pub files: u64,
    /// Hash of the last event in the log; empty when there is none.
    pub head: String,
    pub last_seq: i64,
    pub last_checkpoint: Option<Checkpoint>,
    pub first_bad: Option<Break>,
}

impl Report {
    pub fn is_whole(&self) -> bool {
        self.first_bad.is_none()
    }

    /// Keeps the first break only. Answers whether there is one now.
    pub(crate) fn broken(&mut self, found: Option<Break>) -> bool {
        if self.first_bad.is_none() {
            self.first_bad = found;
        }
        self.first_bad.is_some()
    }
}

/// Walks it all, and stops at the first break. May run while others write: what is appended in
/// the meantime is left for the next time.
pub async fn verify(link: &Link<'_>, against: &Against<'_>) -> Result<Report> {
    let mut report = Report::default();
    let walk = chain::walk(link, against, &mut report).await?;
    if !report.is_whole() {
        return Ok(report);
    }
    words::check(link, &walk, &mut report).await?;
    if let (true, Some(calendars)) = (report.is_whole(), against.calendars) {
        derived::check_rows(link, calendars, &mut report).await?;
    }
    if let (true, Some(files)) = (report.is_whole(), against.files) {
        derived::check_files(link, files, &mut report).await?;
    }
    Ok(report)
}
