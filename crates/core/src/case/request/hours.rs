//! By whose working hours the clocks of a request run.

use serde::{Deserialize, Serialize};

use crate::calendar::{Calendar, Calendars};
use crate::case::kinds::{ClockKind, Mover};
use crate::case::request::state::Request;
use crate::directory::Directory;
use crate::ids::{CalendarId, DepartmentId};
use crate::time::Instant;

/// The calendars of both sides. They stay with a request: a department that chooses another one
/// does so for what is sent from then on. `None` is the standard one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Hours {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<CalendarId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<CalendarId>,
}

impl Hours {
    pub fn between(directory: &Directory, from: DepartmentId, to: DepartmentId) -> Self {
        Self { from: directory.calendar_of(from), to: directory.calendar_of(to) }
    }

    /// Both by one calendar, where that was agreed.
    pub fn agreed(self, calendar: Option<CalendarId>) -> Self {
        calendar.map_or(self, |one| Self { from: Some(one), to: Some(one) })
    }

    pub fn are_standard(&self) -> bool {
        *self == Self::default()
    }
}

impl Request {
    /// The calendar of the side that owes what a clock measures; of an emergency, day and night.
    pub fn calendar<'a>(
        &self,
        clock: ClockKind,
        started: Instant,
        calendars: &'a Calendars,
    ) -> &'a Calendar {
        let hours = self.under(started).hours;
        let calendar =
            calendars.of(if self.owes(clock) == Mover::To { hours.to } else { hours.from });
        match self.runs_day_and_night(clock, started) {
            true => calendar.around_the_clock(),
            false => calendar,
        }
    }

    /// The calendar of the department that is asked. What concerns both sides counts by it too:
    /// escalations, disputes, the account of the whole request.
    pub fn asked_calendar<'a>(&self, calendars: &'a Calendars) -> &'a Calendar {
        calendars.of(self.hours.to)
    }
}
