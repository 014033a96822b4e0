//! Times that do not count. Pauses that overlap count once: a union, never a sum (reference §2.6).

use std::str::FromStr;

use crate::time::{Instant, Span};

/// Pauses [from, until), in order and apart from each other.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pauses(Vec<(Instant, Instant)>);

/// Text that is not a pause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "this is not a pause: write it like 2026-03-02T18:00:00Z/2026-03-03T08:00:00Z, \
     the end after the beginning"
)]
pub struct NotAPause;

impl Pauses {
    pub const NONE: Pauses = Pauses(Vec::new());

    /// Their union; a pause that ends before it begins is none.
    pub fn of(pauses: impl IntoIterator<Item = (Instant, Instant)>) -> Self {
        let mut all: Vec<_> = pauses.into_iter().filter(|(from, until)| from < until).collect();
        all.sort_unstable();
        let mut union: Vec<(Instant, Instant)> = Vec::with_capacity(all.len());
        for (from, until) in all {
            match union.last_mut().filter(|last| from <= last.1) {
                Some(last) => last.1 = last.1.max(until),
                None => union.push((from, until)),
            }
        }
        Self(union)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Physical time in pauses.
    pub fn total(&self) -> Span {
        Span::millis(self.0.iter().map(|(from, until)| until.since(*from).as_millis()).sum())
    }

    /// Where the first begins and the last ends.
    pub fn ends(&self) -> Option<(Instant, Instant)> {
        Some((self.0.first()?.0, self.0.last()?.1))
    }

    /// What of them lies in [start, end).
    pub fn between(
        &self,
        start: Instant,
        end: Instant,
    ) -> impl DoubleEndedIterator<Item = (Instant, Instant)> + '_ {
        let cut = move |(from, until): &(Instant, Instant)| ((*from).max(start), (*until).min(end));
        self.0.iter().map(cut).filter(|(from, until)| from < until)
    }

    /// What of them lies in others.
    #[must_use]
    pub fn within(&self, others: &Self) -> Self {
        Self(others.0.iter().flat_map(|(from, until)| self.between(*from, *until)).collect())
    }

    /// What of them lies outside of others.
    #[must_use]
    pub fn without(&self, others: &Self) -> Self {
        let mut left = Vec::new();
        for (from, until) in &self.0 {
            let mut at = *from;
            for (begin, end) in others.between(*from, *until) {
                left.push((at, begin));
                at = end;
            }
            left.push((at, *until));
        }
        Self::of(left)
    }

    pub fn iter(&self) -> impl Iterator<Item = (Instant, Instant)> + '_ {
        self.0.iter().copied()
    }

    pub(super) fn after(&self, start: Instant) -> impl Iterator<Item = (Instant, Instant)> + '_ {
        self.between(start, Instant::from_millis(i64::MAX))
    }

    /// From the last one back.
    pub(super) fn before(&self, end: Instant) -> impl Iterator<Item = (Instant, Instant)> + '_ {
        self.between(Instant::from_millis(i64::MIN), end).rev()
    }
}

/// `A/B|C/D`: moments in RFC 3339; nothing for none.
impl FromStr for Pauses {
    type Err = NotAPause;
    fn from_str(text: &str) -> Result<Self, NotAPause> {
        let parts = text.split('|').map(str::trim).filter(|part| !part.is_empty());
        Ok(Self::of(parts.map(pause).collect::<Result<Vec<_>, _>>()?))
    }
}

/// One pause as it is written.
pub fn pause(text: &str) -> Result<(Instant, Instant), NotAPause> {
    let (from, until) = text.split_once('/').ok_or(NotAPause)?;
    let moment = |text: &str| text.parse::<Instant>().map_err(|_| NotAPause);
    let (from, until) = (moment(from)?, moment(until)?);
    if from < until { Ok((from, until)) } else { Err(NotAPause) }
}
