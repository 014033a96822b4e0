//! What customers are promised in the tests, and cases that come under it.

use baton_core::case::kinds::*;
use baton_core::ids::ServiceLevelId;
use baton_core::log::{Actor, Recorded};
use baton_core::policy::{Raising, Reopening};
use baton_core::service_level::{Goal, Levels, ServiceLevelEvent, ServiceLevelSet, Target, Terms};
use baton_core::time::Instant;

use super::people::nine_to_five;
pub use super::world::form;
use super::world::{World, cast, ground};

pub const HOUR: u32 = 3_600;

fn long_ago() -> Instant {
    "2025-01-01T09:00:00Z".parse().unwrap()
}

/// The same times for every priority, and what each goal has.
pub fn terms(times: &[(Goal, u32)]) -> Terms {
    let of = |priority: &Priority| {
        let target = |(goal, business_seconds): &(Goal, u32)| Target {
            priority: *priority,
            goal: *goal,
            business_seconds: *business_seconds,
        };
        times.iter().map(target).collect::<Vec<_>>()
    };
    Terms {
        targets: Priority::ALL.iter().flat_map(of).collect(),
        calendar: Some(nine_to_five()),
        pauses: vec![WaitOn::Customer, WaitOn::ThirdParty],
        reopening: Reopening::default(),
        raising: Raising::default(),
        says_next: false,
    }
}

pub fn every_goal() -> Terms {
    terms(&[
        (Goal::Acknowledgement, HOUR),
        (Goal::FirstResponse, 4 * HOUR),
        (Goal::NextResponse, 2 * HOUR),
        (Goal::ProgressUpdate, 16 * HOUR),
        (Goal::Resolution, 16 * HOUR),
    ])
}

/// Set by somebody long ago.
pub fn set(levels: &mut Levels, number: u32, terms: Terms, effective_from: Instant) {
    let event = ServiceLevelEvent::from(ServiceLevelSet { number, terms, effective_from });
    let (kind, v, data) = (event.kind().to_owned(), event.v(), event.encode());
    let (at, actor) = (long_ago(), Actor::Person(cast().nora));
    let recorded = Recorded { version: number, at, actor, kind, v, data };
    levels.catch_up(ServiceLevelId::of(None), &[recorded]).unwrap();
}

pub fn promising(terms: Terms) -> Levels {
    let mut levels = Levels::default();
    set(&mut levels, 1, terms, long_ago());
    levels
}

/// Ms Okafor has called at a moment; Amira has opened the case.
pub fn called(now: Instant, terms: Terms) -> World {
    let who = ground().who(cast().amira);
    World::under(&form(Channel::Phone), &who, &promising(terms), now).unwrap()
}
