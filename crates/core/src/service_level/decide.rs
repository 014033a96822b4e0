//! Whether a command about a service level may be, and what it leads to: one event each.

use super::apply::apply;
use super::command::Command;
use super::event::{ServiceLevelEnded, ServiceLevelEvent, ServiceLevelSet};
use super::kinds::{Goal, Priority};
use super::moves::{LevelMove, may};
use super::state::{ServiceLevel, Target, Terms};
use crate::access::Who;
use crate::check::Check;
use crate::ids::{ServiceLevelId, StreamId};
use crate::log::Stamp;
use crate::log::{Decided, Entry};
use crate::refusal::Refusal;
use crate::say;
use crate::time::{Instant, Span};

/// A year of working time.
pub const LONGEST_TARGET: u32 = 7_200_000;
/// How far ahead a version may be set.
const FURTHEST_AHEAD: Span = Span::times_24h(366);

/// What is not in the service level itself.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    pub who: &'a Who,
    pub now: Instant,
    /// The department of the id is there and active; always so for the organisation.
    pub department_is_there: bool,
}

/// Decides on a command. `level` is `None` while nothing was ever set under this id.
pub fn decide(
    id: ServiceLevelId,
    level: Option<&ServiceLevel>,
    command: Command,
    facts: Facts<'_>,
) -> Result<Decided<ServiceLevel>, Refusal> {
    let Facts { who, now, .. } = facts;
    if !facts.department_is_there {
        return Err(Refusal::not_found());
    }
    let number = level.map_or(1, next_number);
    let event = match command {
        Command::Set { terms, effective_from } => {
            may(id.department(), level, LevelMove::Set, who, now)?;
            check(&terms, effective_from, now)?;
            let effective_from = effective_from.unwrap_or(now);
            ServiceLevelSet { number, terms: tidied(terms), effective_from }.into()
        }
        Command::End => {
            may(id.department(), level, LevelMove::End, who, now)?;
            ServiceLevelEnded { number }.into()
        }
    };
    Ok(decided(id, level, &event, who, now))
}

fn next_number(level: &ServiceLevel) -> u32 {
    level.versions.last().map_or(1, |last| last.number + 1)
}

fn decided(
    id: ServiceLevelId,
    level: Option<&ServiceLevel>,
    event: &ServiceLevelEvent,
    who: &Who,
    now: Instant,
) -> Decided<ServiceLevel> {
    let expected = level.map_or(0, |level| level.version);
    let stamp = Stamp { version: expected + 1, at: now, actor: who.actor };
    let next = apply(level.cloned(), id, stamp, event);
    let (kind, v, data) = (event.kind(), event.v(), event.encode());
    let entry = Entry { at: now, actor: who.actor, kind, v, data };
    let stream = StreamId::ServiceLevel(id);
    Decided::new(stream, expected, vec![entry], Vec::new(), Vec::new(), next)
}

/// The same promise is the same event, however it was typed.
fn tidied(mut terms: Terms) -> Terms {
    terms.targets.sort_unstable_by_key(|one| (std::cmp::Reverse(one.priority), one.goal));
    terms.pauses.sort_unstable();
    terms.pauses.dedup();
    terms
}

fn check(terms: &Terms, effective_from: Option<Instant>, now: Instant) -> Result<(), Refusal> {
    let mut check = Check::default();
    if terms.targets.is_empty() {
        check.add("targets", "missing", say!("service-level-decide-promise-something"));
    }
    check.count("targets", terms.targets.len(), Goal::ALL.len() * Priority::ALL.len());
    for (i, target) in terms.targets.iter().enumerate() {
        one(&mut check, i, target, &terms.targets[..i]);
    }
    if effective_from.is_some_and(|from| from < now) {
        let message = say!("service-level-decide-nobody-is-promised-anything");
        check.add("effective_from", "past", message);
    }
    if effective_from.is_some_and(|from| from > now + FURTHEST_AHEAD) {
        let message = say!("service-level-decide-at-most-a-year-ahead");
        check.add("effective_from", "out_of_range", message);
    }
    check.done()
}

fn one(check: &mut Check, i: usize, target: &Target, before: &[Target]) {
    let field = format!("targets[{i}]");
    if !(1..=LONGEST_TARGET).contains(&target.business_seconds) {
        let message = say!("service-level-decide-give-seconds-of", longest = LONGEST_TARGET);
        check.add(format!("{field}.business_seconds"), "out_of_range", message);
    }
    let same = |other: &Target| (other.priority, other.goal) == (target.priority, target.goal);
    if before.iter().any(same) {
        check.add(field, "only_one", say!("service-level-decide-this-has-a-time-already"));
    }
}
