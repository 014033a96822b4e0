//! Who may see a request, and which fields of the customer its packet holds for them.

use crate::access::{Sight, Who};
use crate::calendar::Calendars;
use crate::case::request::moves::{rules, ruling_is_due};
use crate::case::request::state::{Grant, Request, Stage};
use crate::case::state::Case;
use crate::log::Actor;
use crate::time::{Instant, Span};

/// A packet stays readable for this many working days after its request has ended.
pub const PACKET_TAIL_WORKING_DAYS: u32 = 5;
/// No grant outlives this many periods of 24 hours (reference §7.2).
pub const PACKET_LIMIT_24H: i64 = 90;

/// What somebody may see of the case itself: all of it in the department that owns it.
pub fn case_sight(case: &Case, who: &Who) -> Sight {
    if who.actor == Actor::System || who.belongs_to(case.department) {
        Sight::All
    } else {
        Sight::None
    }
}

/// What somebody may see of a request. A draft is for the asking department alone. Whoever rules
/// sees what is contested, and goes on seeing what they ruled on; whoever was asked to decide sees
/// what it is about.
pub fn sight(case: &Case, request: &Request, who: &Who) -> Sight {
    let draft = request.stage == Stage::Draft;
    if draft && !who.belongs_to(request.from) {
        return Sight::None;
    }
    if case_sight(case, who) == Sight::All {
        return Sight::All;
    }
    let party = who.belongs_to(request.from) || who.belongs_to(request.ask.to);
    let contested = request.dispute.is_some() || ruling_is_due(request);
    let ruled = request.rulings.iter().any(|ruling| Some(ruling.by) == who.person());
    let ruler = !draft && (ruled || (contested && rules(request, who)));
    let asked = who.person().is_some_and(|person| request.was_escalated_to(person));
    if party || ruler || asked { Sight::Packet } else { Sight::None }
}

/// Whether somebody who sees the request may open its files: as long as its packet can be read, and
/// the asking side and the department of the case for good, as it is their customer.
pub fn may_open_files(
    case: &Case,
    request: &Request,
    who: &Who,
    calendars: &Calendars,
    now: Instant,
) -> bool {
    let seen = sight(case, request, who);
    let ours = seen == Sight::All || who.belongs_to(request.from);
    ours || (seen.any() && now < open_until(request, calendars))
}

/// Until when its customer's data can be read by whoever was asked.
fn open_until(request: &Request, calendars: &Calendars) -> Instant {
    let limit = request.sent_at.unwrap_or(request.drafted_at) + Span::times_24h(PACKET_LIMIT_24H);
    limit.min(tail(request, calendars).unwrap_or(limit))
}

fn tail(request: &Request, calendars: &Calendars) -> Option<Instant> {
    let calendar = request.asked_calendar(calendars);
    request.ended_at.map(|ended| calendar.add_working_days(ended, PACKET_TAIL_WORKING_DAYS))
}

/// Until when a grant may be read: withdrawn, or five working days after the request ended, and
/// never longer than ninety periods of 24 hours.
pub fn readable_until(request: &Request, grant: &Grant, calendars: &Calendars) -> Instant {
    let limit = grant.from + Span::times_24h(PACKET_LIMIT_24H);
    if let Some(withdrawn) = grant.withdrawn_at {
        return withdrawn.min(limit);
    }
    limit.min(tail(request, calendars).unwrap_or(limit))
}

/// The grants that can be read now.
pub fn readable<'a>(
    request: &'a Request,
    calendars: &Calendars,
    now: Instant,
) -> Vec<(&'a Grant, Instant)> {
    request
        .grants
        .iter()
        .map(|grant| (grant, readable_until(request, grant, calendars)))
        .filter(|(_, until)| now < *until)
        .collect()
}
