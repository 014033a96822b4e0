//! What somebody typed to find something: words, "phrases", `field:value`, `-not`, `OR`.
//!
//! Any text is a query. What cannot be understood is explained in a [`Note`] and otherwise looked
//! for as words, or left out; nothing is an error. Names stay as typed: who `with:finance` means is
//! decided by whoever knows the directory.

mod day;
mod parse;
mod words;

#[cfg(test)]
mod tests;

use jiff::civil::Date;

pub use day::Day;
pub use parse::parse;
pub use words::{chip, note};

/// Everything of it must hold.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query {
    pub groups: Vec<Group>,
    pub notes: Vec<Note>,
}

/// Any of these must hold.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    pub any: Vec<Term>,
    /// As it was typed, so that it can be taken out again.
    pub typed: String,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Term {
    pub not: bool,
    pub atom: Atom,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Atom {
    /// A word; several where signs stood between them: all of them, in any order.
    Word(String),
    /// Several words in this order.
    Phrase(String),
    Is(State),
    /// The other department of a request.
    With(String),
    /// The department that asks; the customer of a case.
    From(String),
    /// `me`, or a name.
    Owner(String),
    Waiting(Party),
    Due(Cut),
    /// When a case was received, or a request sent.
    Opened(Cut),
}

choice! {
    /// How something stands.
    State {
        Open = "open", Closed = "closed" | "done" | "ended",
        New = "new", Waiting = "waiting", Resolved = "resolved",
        Breached = "breached" | "late" | "overdue",
        Snoozed = "snoozed", Urgent = "urgent", Told = "told",
        Disputed = "disputed", Escalated = "escalated",
    }
    /// Who has to move.
    Party { Us = "us" | "me", Them = "them" | "others", Customer = "customer" }
}

/// A stretch of days: from the first one on, and until before the other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Cut {
    pub op: Op,
    pub day: Day,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Op {
    Before,
    Until,
    On,
    From,
    After,
}

impl Cut {
    /// The days it means, on this day: the first, and the one after the last.
    pub fn days(self, today: Date) -> (Option<Date>, Option<Date>) {
        let (first, last) = self.day.span(today);
        let after = last.tomorrow().unwrap_or(last);
        match self.op {
            Op::Before => (None, Some(first)),
            Op::Until => (None, Some(after)),
            Op::On => (Some(first), Some(after)),
            Op::From => (Some(first), None),
            Op::After => (Some(after), None),
        }
    }
}

/// What was not understood, and what was done instead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Note {
    /// Looked for as words.
    UnknownField(String),
    /// Left out; the field, the value, and what it takes.
    UnknownValue(&'static str, String, &'static [&'static str]),
    /// Left out.
    NoValue(&'static str),
    UnknownDay(String),
    UnclosedQuote,
    LonelyOr,
    LonelyMinus,
    /// Only the beginning counts.
    TooLong,
}

/// Most groups of a query.
pub const MOST: usize = 12;

impl Query {
    /// There is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Nothing but words, all of which must stand there.
    pub fn is_plain(&self) -> bool {
        self.groups
            .iter()
            .all(|group| matches!(&group.any[..], [Term { not: false, atom: Atom::Word(_) }]))
    }

    /// The same without one of its groups, as it would be typed.
    pub fn without(&self, group: usize) -> String {
        let kept = self.groups.iter().enumerate().filter(|(n, _)| *n != group);
        kept.map(|(_, group)| group.typed.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Every way in which it can hold, as terms that must all hold; at most `most` of them.
    pub fn ways(&self, most: usize) -> Vec<Vec<&Term>> {
        let mut ways: Vec<Vec<&Term>> = vec![Vec::new()];
        for group in &self.groups {
            let longer = ways.iter().flat_map(|way| {
                group.any.iter().map(move |term| way.iter().copied().chain([term]).collect())
            });
            ways = longer.take(most).collect();
        }
        ways
    }
}
