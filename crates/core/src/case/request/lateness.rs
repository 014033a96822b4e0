//! A clock that ran out adds a level by itself: both leads are asked, and those above them once a
//! delivery has taken twice its time (reference §1.5). It is over as soon as what was late is done.

use crate::agreement::Side;
use crate::calendar::Calendars;
use crate::case::clocks::twice;
use crate::case::kinds::ClockKind;
use crate::case::request::ladder::Escalation;
use crate::case::request::recount::Flag;
use crate::case::request::state::{Request, Run};
use crate::escalation::Standing;
use crate::ids::DepartmentId;
use crate::time::Instant;

impl Request {
    /// The clocks that run and were flagged as late, and how the table has to see each at a moment.
    pub(super) fn running_late(
        &self,
        calendars: &Calendars,
        now: Instant,
    ) -> impl Iterator<Item = (Flag, Standing)> {
        let running = self.runs.iter().filter(|run| run.stopped.is_none());
        running.filter_map(move |run| {
            let due = self.flag_of(run.kind, run.started)?;
            let twice = twice(self, run, calendars).is_some_and(|twice| twice < now);
            let standing = if twice { Standing::Failing } else { Standing::Breached };
            Some((Flag { clock: run.kind, started: run.started, due }, standing))
        })
    }

    /// Whether a level was asked about a clock that is late: because of it, or since it is late.
    pub(super) fn has_asked_about(&self, late: Flag, level: u8) -> bool {
        let waiting = self.unanswered();
        let since = |at: Instant| at >= late.due;
        let about = |one: &Escalation| match one.late {
            _ if waiting == Some(one) => true,
            Some(of) => (of.clock, of.started) == (late.clock, late.started),
            None => since(one.at) || one.answer.as_ref().is_some_and(|answer| since(answer.at)),
        };
        self.escalations.iter().any(|one| one.level >= level && about(one))
    }

    /// Whether a level was added because something was late that is done by now: nobody has to
    /// decide about it any more.
    pub fn is_moot(&self, escalation: &Escalation) -> bool {
        escalation.late.is_some_and(|late| {
            let this = |run: &Run| (run.kind, run.started) == (late.clock, late.started);
            self.runs.iter().any(|run| this(run) && run.stopped.is_some())
        })
    }

    /// The one department whose lead is asked about a clock: what the sender alone has to do is
    /// nothing that the other lead could decide. `None`: both.
    pub(super) fn answers_for(&self, clock: ClockKind) -> Option<DepartmentId> {
        let senders = clock.side() == Side::From && clock != ClockKind::Tell;
        senders.then_some(self.from)
    }
}
