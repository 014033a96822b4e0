//! All calendars that the organisation keeps.

use super::state::Kept;
use crate::ids::CalendarId;
use crate::records::Records;

/// Every calendar, retired or not, with the texts that they point to.
pub type Book = Records<Kept>;

impl Book {
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
}
