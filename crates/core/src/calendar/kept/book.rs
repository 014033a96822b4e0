//! All calendars that the organisation keeps.

use std::collections::BTreeMap;

use super::apply::{Stamp, apply};
use super::event::CalendarEvent;
use super::state::Kept;
use crate::ids::CalendarId;
use crate::log::{Recorded, Unreadable, Version};
use crate::vault::Texts;

/// Every calendar, retired or not, with the texts that they point to.
#[derive(Clone, Debug, Default)]
pub struct Book {
    kept: BTreeMap<CalendarId, Kept>,
    pub texts: Texts,
}

impl Book {
    pub fn get(&self, id: CalendarId) -> Option<&Kept> {
        self.kept.get(&id)
    }

    /// In the order in which they were made.
    pub fn iter(&self) -> impl Iterator<Item = &Kept> {
        self.kept.values()
    }

    /// Those that can be chosen.
    pub fn in_force(&self) -> impl Iterator<Item = &Kept> {
        self.iter().filter(|kept| !kept.is_retired())
    }

    pub fn name_of(&self, id: CalendarId) -> &str {
        self.get(id).map_or("", |kept| self.texts.show(kept.now.set.name))
    }

    /// The one with this name that can be chosen, however it is written.
    pub fn named(&self, name: &str) -> Option<&Kept> {
        let name = name.trim().to_lowercase();
        self.in_force().find(|kept| self.name_of(kept.id).to_lowercase() == name)
    }

    /// The version of a calendar that is folded in; 0 for what is not known.
    pub fn version_of(&self, id: CalendarId) -> Version {
        self.get(id).map_or(0, Kept::version)
    }

    /// Folds in events of one calendar that came after what is known of it.
    pub fn catch_up<'a>(
        &mut self,
        id: CalendarId,
        events: impl IntoIterator<Item = &'a Recorded>,
    ) -> Result<(), Unreadable> {
        for recorded in events {
            let event = CalendarEvent::decode(&recorded.kind, recorded.v, &recorded.data)?;
            let (version, at, actor) = (recorded.version, recorded.at, recorded.actor);
            let kept = apply(self.kept.remove(&id), id, Stamp { version, at, actor }, &event);
            self.kept.insert(id, kept);
        }
        Ok(())
    }
}
