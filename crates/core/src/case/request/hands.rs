//! In whose hands a request has been, and for how long.

use crate::calendar::Calendars;
use crate::case::kinds::{Hand, Mover};
use crate::case::request::state::{Request, Stage};
use crate::ids::DepartmentId;
use crate::time::{Instant, Span};

/// From this moment on, one side had it for one reason; until the next turn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Turn {
    pub side: Mover,
    pub hand: Hand,
    /// The department that has to move.
    pub department: DepartmentId,
    pub since: Instant,
}

impl Turn {
    /// Whether nothing but the moment differs.
    pub(in crate::case) fn continues(&self, earlier: &Turn) -> bool {
        (self.side, self.hand, self.department) == (earlier.side, earlier.hand, earlier.department)
    }
}

/// For how long each side has had it since it was sent, in working time of who is asked. The three
/// together are the working time from sending to the end, or until now.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Held {
    pub from: Span,
    /// The department that is asked now.
    pub to: Span,
    /// Departments that were asked before it was redirected.
    pub earlier: Span,
}

/// Writes down a change of hands; a draft is in nobody's.
pub(in crate::case) fn pass(request: &mut Request, at: Instant) {
    if request.stage == Stage::Draft {
        return;
    }
    let turn = now(request, at);
    if !request.turns.last().is_some_and(|last| turn.continues(last)) {
        request.turns.push(turn);
    }
}

/// In whose hands it is since a moment.
pub(in crate::case) fn now(request: &Request, since: Instant) -> Turn {
    Turn {
        side: request.mover(),
        hand: hand(request),
        department: request.department_to_move(),
        since,
    }
}

/// What the time of a request is spent on. A redirection is charged to nobody's work until the new
/// department has taken it in (reference §2.6).
fn hand(request: &Request) -> Hand {
    if request.ended() {
        return Hand::Nobody;
    }
    match &request.stage {
        _ if request.waits_for_facts() => Hand::Sender,
        Stage::Sent if request.hops > 0 => Hand::Between,
        Stage::ReadBack
        | Stage::Clarifying { .. }
        | Stage::Countered { .. }
        | Stage::Declined { .. } => Hand::Sender,
        Stage::WaitingCustomer(wait) | Stage::WaitingThirdParty(wait) => wait.on.into(),
        Stage::Delivered => Hand::Verify,
        Stage::Verified => Hand::Tell,
        _ => Hand::Department,
    }
}

pub fn held(request: &Request, calendars: &Calendars, now: Instant) -> Held {
    let (mut held, calendar) = (Held::default(), request.asked_calendar(calendars));
    let ends = request.turns.iter().skip(1).map(|next| next.since).chain([now]);
    for (turn, end) in request.turns.iter().zip(ends) {
        let span = calendar.elapsed(turn.since, end);
        let whose = match turn.side {
            Mover::From => &mut held.from,
            Mover::To if turn.department == request.ask.to => &mut held.to,
            Mover::To => &mut held.earlier,
            Mover::Nobody => continue,
        };
        *whose = Span::millis(whose.as_millis() + span.as_millis());
    }
    held
}
