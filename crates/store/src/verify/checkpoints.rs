//! The checkpoints, met on the way through the events.

use std::collections::VecDeque;

use super::chain::Walk;
use super::{Against, Break, Report};
use crate::checkpoint::{self, Checkpoint, Tree, leaf};
use crate::db::{Error, Link, Result};
use crate::journal::NOTHING;
use crate::keys::is_signed;
use baton_core::vault::hex;

/// Checkpoints read at a time; more than are made during one page of events.
const PAGE: u32 = 5_000;

/// The checkpoints still to be met, and the tree as far as the walk has come.
pub(super) struct Signed {
    ahead: VecDeque<Checkpoint>,
    read: i64,
    /// What the next one must follow.
    n: i64,
    prev: String,
    seq: i64,
    tree: Tree,
    keys: Vec<String>,
    kept: Vec<(i64, String)>,
    unreadable: Option<String>,
}

fn broken(n: i64, what: &str) -> Break {
    Break { seq: 0, stream: String::new(), version: 0, what: format!("checkpoint {n} {what}") }
}

impl Signed {
    pub(super) async fn new(link: &Link<'_>, against: &Against<'_>) -> Result<Self> {
        let mut signed = Self {
            ahead: VecDeque::new(),
            read: 0,
            n: 0,
            prev: NOTHING.to_owned(),
            seq: 0,
            tree: Tree::default(),
            keys: against.keys.clone(),
            kept: against.kept.clone(),
            unreadable: None,
        };
        signed.read_on(link, i64::MIN).await?;
        Ok(signed)
    }

    /// Reads on while there may be more that the next page of events meets.
    pub(super) async fn refill(&mut self, link: &Link<'_>) -> Result<()> {
        if self.ahead.len() < 2_500 && self.read > 0 {
            self.read_on(link, self.read).await?;
        }
        Ok(())
    }

    async fn read_on(&mut self, link: &Link<'_>, after: i64) -> Result<()> {
        match checkpoint::after(link, after, PAGE).await {
            Ok(page) => {
                self.read = page.last().map_or(self.read, |last| last.n);
                self.ahead.extend(page);
                Ok(())
            }
            Err(Error::Damaged(what)) => {
                self.unreadable = Some(what);
                Ok(())
            }
            Err(error) => Err(error),
        }
    }

    /// A stream has moved on.
    pub(super) fn moved(&mut self, place: usize, stream: &str, version: i64, head: &str) {
        self.tree.set(place, leaf(stream, version, head));
    }

    /// Checks the checkpoints that end before this event.
    pub(super) fn before(
        &mut self,
        seq: i64,
        walk: &Walk,
        report: &mut Report,
    ) -> std::result::Result<(), Break> {
        while self.ahead.front().is_some_and(|next| next.seq < seq) {
            if let Some(next) = self.ahead.pop_front() {
                self.check(next, walk, report)?;
            }
        }
        Ok(())
    }

    /// All events were walked: what is left must end with the last of them.
    pub(super) fn finish(
        mut self,
        walk: &Walk,
        report: &mut Report,
    ) -> std::result::Result<(), Break> {
        if let Some(what) = self.unreadable.take() {
            return Err(broken(self.n + 1, &format!("cannot be read: {what}")));
        }
        while let Some(next) = self.ahead.pop_front() {
            self.check(next, walk, report)?;
        }
        for (n, hash) in &self.kept {
            if *n > self.n {
                return Err(broken(*n, &format!("was kept outside as {hash} and is not here")));
            }
        }
        Ok(())
    }

    fn check(
        &mut self,
        next: Checkpoint,
        walk: &Walk,
        report: &mut Report,
    ) -> std::result::Result<(), Break> {
        let n = next.n;
        if n != self.n + 1 || next.prev != self.prev || next.seq <= self.seq {
            return Err(broken(n, "does not follow the one before it"));
        }
        if next.computed_hash() != next.hash {
            return Err(broken(n, "is not what was signed"));
        }
        if self.keys.is_empty() {
            self.keys.push(next.key.clone());
        }
        if !self.keys.contains(&next.key) || !is_signed(&next.key, &next.hash, &next.signature) {
            return Err(broken(n, "is not signed by a key that counts"));
        }
        if self.kept.iter().any(|(kept, hash)| *kept == n && *hash != next.hash) {
            return Err(broken(n, "is another one than was kept outside"));
        }
        let reached = next.seq == report.last_seq;
        let streams = next.streams == walk.streams.len() as u64;
        // One that was made during the walk covers more than was walked.
        let newer = next.seq >= walk.until;
        let agrees = newer || (reached && streams && hex(&self.tree.root()) == next.root);
        if !agrees {
            return Err(broken(n, "says that the log was another one than it is"));
        }
        report.checkpoints += 1;
        (self.n, self.prev, self.seq) = (n, next.hash.clone(), next.seq);
        report.last_checkpoint = Some(next);
        Ok(())
    }
}
