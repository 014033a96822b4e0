//! Who may see a request, and which fields of the customer its packet holds for them.

use crate::access::{Sight, Who};
use crate::calendar::Calendar;
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
/// sees what is contested, and goes on seeing what they ruled on.
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
    let ruler = !draft && (contested || ruled) && rules(request, who);
    if party || ruler { Sight::Packet } else { Sight::None }
}

/// Until when a grant may be read: withdrawn, or five working days after the request ended, and
/// never longer than ninety periods of 24 hours.
pub fn readable_until(request: &Request, grant: &Grant, calendar: &Calendar) -> Instant {
    let limit = grant.from + Span::times_24h(PACKET_LIMIT_24H);
    if let Some(withdrawn) = grant.withdrawn_at {
        return withdrawn.min(limit);
    }
    match request.ended_at {
        Some(ended) => limit.min(calendar.add_working_days(ended, PACKET_TAIL_WORKING_DAYS)),
        None => limit,
    }
}

/// The grants that can be read now.
pub fn readable<'a>(
    request: &'a Request,
    calendar: &Calendar,
    now: Instant,
) -> Vec<(&'a Grant, Instant)> {
    request
        .grants
        .iter()
        .map(|grant| (grant, readable_until(request, grant, calendar)))
        .filter(|(_, until)| now < *until)
        .collect()
}
