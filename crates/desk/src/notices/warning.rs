//! A due time draws near: whoever owns the clock hears of it before it has run out.

use baton_core::case::Case;
use baton_core::case::clocks::timers;
use baton_core::case::request::ladder;
use baton_core::case::request::movers::to_move;
use baton_core::case::service_clocks;
use baton_core::case::state::PromiseState;
use baton_core::directory::Role;
use baton_core::ids::{CaseId, DepartmentId, PersonId, RequestId, StreamId};
use baton_core::time::{Instant, Span};
use baton_store::{Result, Tx, jobs};

use super::Matter;
use crate::desk::Desk;
use crate::effects::{self, Work};
use crate::jobs::Outcome;
use crate::trouble::Trouble;

/// Nobody is warned of what is due sooner than this.
const SHORTEST: Span = Span::minutes(10);

impl Desk {
    /// When to warn of a clock of the case itself, for which somebody is reminded at a moment: after
    /// three quarters of its time, at once when these have gone by. `None` for what is promised in
    /// words of its own, and for what is due too soon.
    pub(crate) fn warn_of_case(&self, case: &Case, now: Instant, at: Instant) -> Option<Instant> {
        self.warning_of(case, at).map(|warn| warn.max(now)).filter(|warn| *warn + SHORTEST <= at)
    }

    /// When three quarters have gone by of the clock that is over at a moment.
    fn warning_of(&self, case: &Case, at: Instant) -> Option<Instant> {
        let calendars = self.calendars();
        let hours = service_clocks::calendar_of(case, &calendars);
        // Whoever looks does so right after the clock has run out.
        service_clocks::warning(case, at - Span::millis(1), hours)
    }

    /// When to warn of a due time: after three quarters of the working time until then of the
    /// department that owes it. `None`: it is too soon for a warning.
    pub(crate) fn warn_at(&self, of: DepartmentId, now: Instant, due: Instant) -> Option<Instant> {
        let calendar = self.calendar_of(Some(of));
        let left = calendar.elapsed(now, due);
        if left < SHORTEST {
            return None;
        }
        let after = Span::millis(left.as_millis() / 4 * 3);
        Some(calendar.due(now, after)).filter(|at| *at > now && *at < due)
    }

    /// Warns of a due time that is still to come, and looks again when it has.
    pub(crate) async fn warn(
        &self,
        id: CaseId,
        request: Option<RequestId>,
        due: Instant,
    ) -> std::result::Result<Outcome, Trouble> {
        let (desk, case) = (self.clone(), self.case(id).await?);
        let (draw, now) = (self.draw()?, self.now());
        self.0
            .store
            .keep(move |tx| {
                let (desk, case, mut draw) = (desk.clone(), case.clone(), draw.clone());
                Box::pin(async move {
                    let work = Work::Remind { case: id, request, due: None };
                    let again =
                        effects::job(&work, String::new(), due, Some(case.owner), &mut draw);
                    jobs::add(tx, &again).await?;
                    desk.tell_of(tx, &case, request, due, &mut draw, now).await
                })
            })
            .await?;
        Ok(Outcome::Done)
    }

    async fn tell_of(
        &self,
        tx: &Tx<'_>,
        case: &Case,
        request: Option<RequestId>,
        due: Instant,
        draw: &mut baton_core::draw::Draw,
        now: Instant,
    ) -> Result<()> {
        let (people, about) = match request {
            Some(request) => (self.movers_of(case, request, due), "due_soon"),
            None if self.warning_of(case, due).is_some() => (vec![case.owner], "clock_due_soon"),
            None => (promised(case, due), "promise_due_soon"),
        };
        let matter = Matter::new(case.id, request, about).of(Some(case));
        let event = format!("{} due {}", StreamId::Case(case.id), due.millis());
        let told = [(people, matter)];
        let letters = super::tell(tx, self, &event, &told, draw, now).await?;
        let queued: Vec<_> = letters
            .iter()
            .map(|(work, at)| effects::job(work, String::new(), *at, Some(case.owner), draw))
            .collect();
        jobs::add_all(tx, &queued).await
    }

    /// Whoever has to move the request, if that clock still runs.
    fn movers_of(&self, case: &Case, request: RequestId, due: Instant) -> Vec<PersonId> {
        let Some(request) = case.request(request) else { return Vec::new() };
        // The reminder is for the moment after the clock has run out.
        let at = due - Span::millis(1);
        let calendars = self.calendars();
        if let Some(waiting) = request.unanswered()
            && ladder::due(waiting, request.asked_calendar(&calendars)) == at
        {
            return waiting.asked.clone();
        }
        if request.dispute_due(&calendars) == Some(at) {
            let arbiter = request.dispute.as_ref().and_then(|dispute| dispute.arbiter);
            return arbiter
                .map_or_else(|| self.directory().holders(Role::Arbiter), |arbiter| vec![arbiter]);
        }
        let runs = timers(request, &calendars).contains(&at);
        if runs { to_move(case, request, &self.directory()) } else { Vec::new() }
    }
}

fn promised(case: &Case, due: Instant) -> Vec<PersonId> {
    let open = |promise: &baton_core::case::state::Promise| {
        promise.state == PromiseState::Open && promise.by == due
    };
    if case.promises.iter().any(open) { vec![case.owner] } else { Vec::new() }
}
