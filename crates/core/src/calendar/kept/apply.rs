//! What events make of a calendar. Total: nothing here fails or looks outside.

use super::event::CalendarEvent;
use super::state::{Edition, Kept};
use crate::ids::CalendarId;
use crate::log::{Actor, Version};
use crate::time::Instant;

/// When and by whom an event came about, and which version it leads to.
#[derive(Clone, Copy, Debug)]
pub struct Stamp {
    pub version: Version,
    pub at: Instant,
    pub actor: Actor,
}

/// The calendar after one more event.
pub fn apply(kept: Option<Kept>, id: CalendarId, stamp: Stamp, event: &CalendarEvent) -> Kept {
    let CalendarEvent::CalendarSet(set) = event;
    let now = Edition { version: stamp.version, at: stamp.at, by: stamp.actor, set: set.clone() };
    match kept {
        None => Kept { id, now, earlier: Vec::new() },
        Some(mut kept) => {
            kept.earlier.push(std::mem::replace(&mut kept.now, now));
            kept
        }
    }
}
