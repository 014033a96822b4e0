//! Lists that are narrowed by what somebody asks for: each statement takes every condition, and one
//! that is not asked for lets all rows pass.

pub mod cases;
pub mod requests;

use baton_core::time::Instant;

use super::page::{Cursor, NEVER};
use crate::db::Param;
use crate::search::{Query, Scope};

/// One of these and none of those; without any, all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Pick {
    any: Option<Vec<String>>,
    none: Vec<String>,
}

impl Pick {
    /// It must also be one of these.
    pub fn one_of<T: ToString>(&mut self, values: impl IntoIterator<Item = T>) {
        let values: Vec<String> = values.into_iter().map(|value| value.to_string()).collect();
        self.any = Some(match self.any.take() {
            Some(known) => known.into_iter().filter(|value| values.contains(value)).collect(),
            None => values,
        });
    }

    /// It must also be none of these.
    pub fn none_of<T: ToString>(&mut self, values: impl IntoIterator<Item = T>) {
        self.none.extend(values.into_iter().map(|value| value.to_string()));
    }

    /// One of these, or none of them.
    pub fn take<T: ToString>(&mut self, not: bool, values: impl IntoIterator<Item = T>) {
        if not { self.none_of(values) } else { self.one_of(values) }
    }

    /// As the statements take it: empty where all pass, else with a comma around each.
    fn lists(&self) -> [String; 2] {
        let list = |values: &[String]| format!(",{},", values.join(","));
        let any = self.any.as_deref().map(list).unwrap_or_default();
        [any, if self.none.is_empty() { String::new() } else { list(&self.none) }]
    }
}

/// From this moment on, and until before the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Stretch {
    pub from: Option<Instant>,
    pub until: Option<Instant>,
}

impl Stretch {
    /// The part of both.
    pub fn and(self, from: Option<Instant>, until: Option<Instant>) -> Self {
        let until = [self.until, until].into_iter().flatten().min();
        Self { from: self.from.max(from), until }
    }

    fn limits(self) -> [Param<'static>; 2] {
        let asked = self.from.is_some() || self.until.is_some();
        // What has no such moment stands at the end of time, and is in no stretch.
        let end = if asked { NEVER } else { i64::MAX };
        let from = self.from.map_or(i64::MIN, Instant::millis);
        [from.into(), self.until.map_or(end, Instant::millis).into()]
    }
}

/// Words that must stand there, and words none of which may.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Said {
    pub all: Query,
    pub none: Vec<Query>,
    /// Who is looking.
    pub scopes: Vec<Scope>,
}

impl Said {
    fn is_empty(&self) -> bool {
        self.all.is_empty() && self.none.is_empty()
    }

    /// What the index is asked for the one, and for the other.
    fn asked(&self, postgres: bool, kinds: &[&str]) -> [String; 2] {
        let all = self.all.asked(postgres, &self.scopes, kinds);
        [all, Query::any_of(&self.none, postgres, &self.scopes, kinds)]
    }
}

/// Where a page of a list begins: after the cursor, or at the end from which the list is read.
fn place_of(newest: bool, after: Option<&Cursor>) -> [Param<'_>; 2] {
    match (after, newest) {
        (Some(at), _) => [at.key.into(), at.id.as_str().into()],
        (None, false) => [i64::MIN.into(), "".into()],
        (None, true) => [i64::MAX.into(), "~".into()],
    }
}

/// Not asked for, or whether it must be so.
fn maybe(asked: Option<bool>) -> Param<'static> {
    Param::Int(asked.map_or(-1, i64::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_must_be_one_of_two_lists_is_in_both() {
        let mut pick = Pick::default();
        assert_eq!(pick.lists(), ["", ""]);
        pick.one_of(["new", "open"]);
        pick.one_of(["open", "closed"]);
        pick.none_of(["waiting"]);
        assert_eq!(pick.lists(), [",open,", ",waiting,"]);
        pick.one_of(["new"]);
        assert_eq!(pick.lists()[0], ",,", "nothing is one of none");
    }

    #[test]
    fn two_stretches_are_what_they_share() {
        let at = Instant::from_millis;
        let both = Stretch::default().and(Some(at(1)), None).and(Some(at(3)), Some(at(9)));
        assert_eq!(both, Stretch { from: Some(at(3)), until: Some(at(9)) });
    }
}
