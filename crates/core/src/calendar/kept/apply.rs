//! What events make of a calendar. Total: nothing here fails or looks outside.

use super::event::CalendarEvent;
use super::state::{Edition, Kept};
use crate::ids::{CalendarId, StreamId};
use crate::log::{Recorded, Stamp, Unreadable, Version};
use crate::records::Record;

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

impl Record for Kept {
    type Id = CalendarId;
    const KIND: &'static str = "calendar";

    fn id_of(stream: StreamId) -> Option<CalendarId> {
        if let StreamId::Calendar(id) = stream { Some(id) } else { None }
    }
    fn version(&self) -> Version {
        self.now.version
    }
    fn after(
        known: Option<Self>,
        id: CalendarId,
        recorded: &Recorded,
    ) -> Result<Option<Self>, Unreadable> {
        let event = CalendarEvent::decode(&recorded.kind, recorded.v, &recorded.data)?;
        Ok(Some(apply(known, id, recorded.stamp(), &event)))
    }
}
