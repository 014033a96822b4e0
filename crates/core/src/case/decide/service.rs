//! What the service level asks of a command: that the first reply says what comes next, that the
//! clocks that it stops are written down, and that each due time is looked at.

use crate::case::decide::Pen;
use crate::case::decide::text::Check;
use crate::case::event::{CaseClockOverdue, CaseDueMoved};
use crate::case::kinds::CaseClock;
use crate::case::request::recount::Moved;
use crate::case::service_clocks::{self, ClockState};
use crate::case::state::{Case, Message, PromiseState};
use crate::directory::Directory;
use crate::ids::PersonId;
use crate::log::{Actor, Effect};
use crate::refusal::{Code, FieldError, Refusal};
use crate::say;
use crate::time::{Instant, Span};

pub(super) fn next_lies_ahead(pen: &Pen<'_, '_>, check: &mut Check, by: Option<Instant>) {
    if by.is_some_and(|by| by <= pen.at) {
        check.wrong("next_update_by", "in_past", say!("case-tell-the-next-update-must-lie-in"));
    }
}

/// Whether the first reply, which is still to come, must say what happens next and by when.
pub fn must_say_next(case: &Case) -> bool {
    let asked = case.service_level.as_ref().is_some_and(|level| level.terms.says_next);
    let said = |message: &Message| message.is_outbound() && !message.by_rule;
    let open = case.promises.iter().any(|promise| promise.state == PromiseState::Open);
    asked && !case.is_internal() && !open && !case.messages.iter().any(said)
}

/// The first reply says what happens next and by when (seed S4).
pub(super) fn says_what_comes_next(
    pen: &Pen<'_, '_>,
    next_update_by: Option<Instant>,
) -> Result<(), Refusal> {
    if !pen.setting.who.human || next_update_by.is_some() || !must_say_next(&pen.case) {
        return Ok(());
    }
    let message = say!("case-service-say-by-when-the-customer");
    let field = FieldError::missing("next_update_by", message);
    let detail = say!("case-service-whoever-waits-is-told");
    Err(Refusal::new(Code::ExpectationMissing, detail).with_fields(vec![field]))
}

/// After a command: what stopped is written down as it stays, and what runs is looked at in time.
pub(super) fn follow_up(pen: &mut Pen<'_, '_>) {
    if !service_clocks::is_promised(&pen.case) {
        return;
    }
    let calendar = service_clocks::calendar_of(&pen.case, pen.setting.calendars);
    for stop in service_clocks::unwritten(&pen.case, calendar, pen.at) {
        pen.record(stop);
    }
    if pen.case.is_over() {
        return;
    }
    let known = match pen.expected {
        0 => Vec::new(),
        _ => service_clocks::running(&pen.before, calendar),
    };
    for run in service_clocks::running(&pen.case, calendar) {
        if !known.contains(&run) && !service_clocks::has_its_promise(&pen.case, run.0, run.2) {
            // Late is strictly after due, so nobody looks before that.
            let at = (run.2 + Span::millis(1)).max(pen.at);
            let case = pen.case.id;
            pen.effect(Effect::Remind { case, request: None, at });
        }
    }
}

/// A timer looks: what is late is flagged, once, and whoever has the case told.
pub(super) fn check(pen: &mut Pen<'_, '_>) {
    if !service_clocks::is_promised(&pen.case) || pen.case.is_over() {
        return;
    }
    let calendar = service_clocks::calendar_of(&pen.case, pen.setting.calendars);
    let late = service_clocks::clocks(&pen.case, calendar, pen.at).into_iter().filter(|clock| {
        clock.is_running()
            && clock.state == ClockState::Breached
            && clock.kind != CaseClock::Promise
            && !service_clocks::has_its_promise(&pen.case, clock.kind, clock.due)
            && pen.case.flag_of(clock.kind, clock.started).is_none()
    });
    let late: Vec<_> = late.collect();
    for clock in &late {
        let (kind, started, due) = (clock.kind, clock.started, clock.due);
        pen.record(CaseClockOverdue { clock: kind, started, due });
    }
    if !late.is_empty() {
        let (people, case) = (responsible(&pen.case, pen.setting.directory), pen.case.id);
        pen.effect(Effect::Notify { people, case, request: None, kind: "clock_overdue" });
    }
}

/// Due times that moved because a calendar was changed are written down, each with the reason, and
/// looked at in time. Others may have acted in between: only what still runs so moves.
pub(super) fn recount(pen: &mut Pen<'_, '_>, moved: &[Moved<CaseClock>]) -> Result<(), Refusal> {
    if pen.setting.who.actor != Actor::System {
        let detail = say!("case-request-recount-only-baton-itself");
        return Err(Refusal::new(Code::NotAllowed, detail));
    }
    let calendar = service_clocks::calendar_of(&pen.case, pen.setting.calendars);
    let running = service_clocks::running(&pen.case, calendar);
    let still = |one: &&Moved<CaseClock>| {
        running.contains(&(one.clock, one.started, one.now)) && !pen.case.moved.contains(one)
    };
    let still: Vec<_> = moved.iter().filter(still).collect();
    for one in still {
        pen.record(CaseDueMoved { moved: *one });
        let (case, at) = (pen.case.id, one.now + Span::millis(1));
        pen.effect(Effect::Remind { case, request: None, at });
    }
    Ok(())
}

/// Whoever has the case, and the lead of its department.
fn responsible(case: &Case, directory: &Directory) -> Vec<PersonId> {
    let mut people = vec![case.owner];
    people.extend(directory.department(case.department).and_then(|of| of.lead));
    people.sort_unstable();
    people.dedup();
    people
}
