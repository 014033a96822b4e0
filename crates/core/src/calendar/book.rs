//! All calendars of an organisation.

use std::collections::HashMap;
use std::sync::Arc;

use super::Calendar;
use crate::ids::CalendarId;

/// The calendars that were kept, and the one that holds where none was chosen.
#[derive(Clone, Debug)]
pub struct Calendars {
    standard: Arc<Calendar>,
    kept: HashMap<CalendarId, Arc<Calendar>>,
}

impl Default for Calendars {
    fn default() -> Self {
        Self { standard: Arc::new(Calendar::standard()), kept: HashMap::new() }
    }
}

impl Calendars {
    /// One calendar in place of all others.
    pub fn only(calendar: Calendar) -> Self {
        Self { standard: Arc::new(calendar), kept: HashMap::new() }
    }

    #[must_use]
    pub fn with(mut self, id: CalendarId, calendar: Calendar) -> Self {
        self.kept.insert(id, Arc::new(calendar));
        self
    }

    /// `None`, and one that is not kept here, is the standard one.
    pub fn of(&self, id: Option<CalendarId>) -> &Arc<Calendar> {
        id.and_then(|id| self.kept.get(&id)).unwrap_or(&self.standard)
    }

    /// Those that can be chosen.
    pub fn ids(&self) -> impl Iterator<Item = CalendarId> + '_ {
        self.kept.keys().copied()
    }

    pub fn standard(&self) -> &Arc<Calendar> {
        &self.standard
    }
}
