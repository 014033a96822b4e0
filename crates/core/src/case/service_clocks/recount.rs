//! A calendar was changed: the clocks of a case that run by it are due at other moments (reference
//! §2.6). What has stopped stays.

use super::{calendar_of, running};
use crate::calendar::Calendars;
use crate::case::kinds::CaseClock;
use crate::case::request::recount::{Moved, first_difference};
use crate::case::state::Case;
use crate::ids::CalendarId;
use crate::log::Version;

/// The running clocks of a case that are due at another moment since an edition of a calendar.
pub fn recount(
    case: &Case,
    calendar: CalendarId,
    edition: Version,
    before: &Calendars,
    after: &Calendars,
) -> Vec<Moved<CaseClock>> {
    if case.service_level.is_none() || case.is_over() {
        return Vec::new();
    }
    let (old, new) = (calendar_of(case, before), calendar_of(case, after));
    let then = running(case, old);
    let moved = running(case, new).into_iter().filter_map(|(clock, started, now)| {
        let this = |(kind, at, _): &&(CaseClock, _, _)| (*kind, *at) == (clock, started);
        let was = then.iter().find(this)?.2;
        let (day, became) = first_difference(old, new, started, was.max(now))?;
        let moved = Moved { clock, started, was, now, calendar, edition, day, became };
        (was != now && !case.moved.contains(&moved)).then_some(moved)
    });
    moved.collect()
}
