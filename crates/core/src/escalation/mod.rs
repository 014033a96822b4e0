//! Ask a colleague directly, look at it together, or escalate? A table of rules over facts, which
//! says what it advises and why (reference §1.8).
//!
//! Every rule whose condition holds fires. The mode is the strongest of theirs, the functional
//! routes are all of theirs, the level is the highest. The rules are data ([`Pack`]); an
//! organisation tunes them, but for those about safety and breaches of personal data.
//!
//! - [`advise`]: facts in, advice out
//! - [`Practice`]: what an organisation weighs by; [`Tick`]: a fact that a person confirmed
//! - [`propose`]: facts that words of a text suggest, with the words; a person confirms them

mod facts;
mod pack;
mod practice;
mod propose;
mod tick;
mod tuning;

#[cfg(test)]
mod tests;

pub use facts::*;
pub use pack::{Level, Mode, Pack, Route, Rule};
pub use practice::Practice;
pub use propose::{Proposal, propose};
pub use tick::Tick;
pub use tuning::{NotTunable, PROTECTED, Tuning};

use crate::say;
use std::collections::BTreeSet;

/// What is advised, and the rules that say so.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Advice<'a> {
    pub mode: Mode,
    pub functional: BTreeSet<Route>,
    /// 0 nobody, 1 both team leads, 2 heads or the service's owner, 3 the duty director.
    pub level: u8,
    /// The rules that fired, the highest first.
    pub fired: Vec<&'a Rule>,
}

/// Applies every rule of a pack to the facts.
pub fn advise<'a>(pack: &'a Pack, facts: &Facts) -> Advice<'a> {
    let seen = facts.seen();
    let mut fired: Vec<&Rule> = pack.rules.iter().filter(|rule| rule.holds(&seen)).collect();
    let level = |rule: &Rule| rule.level.of(facts);
    let advice = Advice {
        mode: fired.iter().filter_map(|rule| rule.mode).max().unwrap_or(Mode::Inform),
        functional: fired.iter().flat_map(|rule| rule.functional.iter().copied()).collect(),
        level: fired.iter().map(|rule| level(rule)).max().unwrap_or(0),
        fired: Vec::new(),
    };
    fired.sort_by_key(|rule| (std::cmp::Reverse(level(rule)), std::cmp::Reverse(rule.mode)));
    Advice { fired, ..advice }
}

/// Who is meant by a level.
pub fn level_name(level: u8) -> &'static str {
    match level {
        0 => say!("escalation-nobody-above"),
        1 => say!("escalation-both-team-leads"),
        2 => say!("escalation-heads-of-department-or-the"),
        _ => say!("escalation-the-director-on-duty"),
    }
}
