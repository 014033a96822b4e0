//! The calendars of the demo organisation, and who counts by each.

use std::collections::BTreeMap;

use baton_core::access::Who;
use baton_core::calendar::Description;
use baton_core::calendar::kept::Command;
use baton_core::ids::CalendarId;
use baton_desk::{Asked, Desk, Trouble};
use serde::Deserialize;

const ALL: &str = include_str!("texts/calendars.json");

#[derive(Deserialize)]
struct Kept {
    /// Names of departments.
    departments: Vec<String>,
    calendar: Description,
}

/// Makes them; gives the calendar of each department that has one.
pub(super) async fn make(desk: &Desk) -> Result<BTreeMap<String, CalendarId>, Trouble> {
    let all: Vec<Kept> = serde_json::from_str(ALL)
        .map_err(|error| Trouble::Failed(format!("the demo's calendars: {error}")))?;
    let mut of = BTreeMap::new();
    for kept in all {
        let name = kept.calendar.name.clone();
        let command = Command::Create { description: kept.calendar };
        let done = desk.act_on_calendar(&Who::system(), None, command, Asked::default()).await;
        let done = done.map_err(|trouble| super::failed(&format!("calendar, {name}"), &trouble))?;
        of.extend(kept.departments.into_iter().map(|name| (name, done.state.id)));
    }
    Ok(of)
}
