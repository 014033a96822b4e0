//! In whose hands a request has been, and for how long.

use crate::calendar::Calendar;
use crate::case::kinds::Mover;
use crate::case::request::state::{Request, Stage};
use crate::ids::DepartmentId;
use crate::time::{Instant, Span};

/// From this moment on, one side had it; until the next turn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Turn {
    pub side: Mover,
    pub department: DepartmentId,
    pub since: Instant,
}

/// For how long each side has had it since it was sent, in working time of one calendar. The three
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
    let turn = Turn { side: request.mover(), department: request.department_to_move(), since: at };
    let same = |last: &Turn| last.side == turn.side && last.department == turn.department;
    if !request.turns.last().is_some_and(same) {
        request.turns.push(turn);
    }
}

pub fn held(request: &Request, calendar: &Calendar, now: Instant) -> Held {
    let mut held = Held::default();
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
