//! How the events of a calendar are said.

use super::event::CalendarEvent;
use crate::log::Version;
use crate::say;
use crate::vault::Texts;

/// One sentence about an event that led to a version, with the name of whoever did it.
pub fn say(event: &CalendarEvent, version: Version, actor: &str, texts: &Texts) -> String {
    let CalendarEvent::CalendarSet(set) = event;
    let name = texts.show(set.name);
    match (set.retired, version) {
        (true, _) => say!("calendar-words-retired-the-calendar", actor, name),
        (false, 0 | 1) => say!("calendar-words-made-the-calendar", actor, name),
        (false, _) => say!("calendar-words-changed-the-calendar", actor, name),
    }
}
