//! Local wall time to moments, where clocks are put forward and back (reference §2.4 rule 5).

use jiff::Timestamp;
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};

/// Which end of a window: where wall time is repeated, opening takes the first occurrence and
/// closing the second.
#[derive(Clone, Copy)]
pub(super) enum Edge {
    Opening,
    Closing,
}

/// The moment of a local wall time, given as milliseconds as if it were UTC.
pub(super) fn resolve(zone: &TimeZone, local: i64, edge: Edge) -> i64 {
    let Ok(wall) = Timestamp::from_millisecond(local) else {
        return local;
    };
    let wall = Offset::UTC.to_datetime(wall);
    match (zone.to_ambiguous_timestamp(wall).offset(), edge) {
        (AmbiguousOffset::Unambiguous { offset }, _) => local - millis(offset),
        (AmbiguousOffset::Fold { before, .. }, Edge::Opening) => local - millis(before),
        (AmbiguousOffset::Fold { after, .. }, Edge::Closing) => local - millis(after),
        // A wall time that does not exist is the moment at which the clocks jump over it.
        (AmbiguousOffset::Gap { after, .. }, _) => next_transition(zone, local - millis(after)),
    }
}

fn next_transition(zone: &TimeZone, before: i64) -> i64 {
    let next = Timestamp::from_millisecond(before).ok().and_then(|at| zone.following(at).next());
    next.map_or(before, |change| change.timestamp().as_millisecond())
}

pub(super) fn millis(offset: Offset) -> i64 {
    i64::from(offset.seconds()) * 1_000
}
