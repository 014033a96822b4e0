//! A due time draws near: whoever owns the clock hears of it before it has run out.

use baton_core::case::Case;
use baton_core::case::clocks::{self, timers};
use baton_core::case::request::ladder;
use baton_core::case::request::movers::to_move;
use baton_core::case::service_clocks;
use baton_core::case::state::PromiseState;
use baton_core::directory::Role;
use baton_core::ids::{CaseId, PersonId, RequestId, StreamId};
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
    /// When to warn of what somebody is reminded of at a moment: after three quarters of its time,
    /// as boards count it, and at once when these have gone by. `None` for what is due too soon.
    pub(crate) fn warn_at(
        &self,
        case: &Case,
        request: Option<RequestId>,
        now: Instant,
        at: Instant,
    ) -> Option<Instant> {
        let warn = match request {
            Some(id) => clocks::warning(case.request(id)?, ran_out(at), &self.calendars()),
            // A promise is looked at when its time comes.
            None => self.warning_of(case, ran_out(at)).or_else(|| self.warning_of(case, at)),
        };
        warn.map(|warn| warn.max(now)).filter(|warn| *warn + SHORTEST <= at)
    }

    /// When three quarters have gone by of the clock of a case that is due at a moment.
    fn warning_of(&self, case: &Case, due: Instant) -> Option<Instant> {
        let calendars = self.calendars();
        service_clocks::warning(case, due, service_clocks::calendar_of(case, &calendars))
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
            None if self.warning_of(case, ran_out(due)).is_some() => {
                (vec![case.owner], "clock_due_soon")
            }
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
        let at = ran_out(due);
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

/// When what is looked at has run out: whoever looks does so right after.
fn ran_out(at: Instant) -> Instant {
    at - Span::millis(1)
}

fn promised(case: &Case, due: Instant) -> Vec<PersonId> {
    let open = |promise: &baton_core::case::state::Promise| {
        promise.state == PromiseState::Open && promise.by == due
    };
    if case.promises.iter().any(open) { vec![case.owner] } else { Vec::new() }
}
