//! What of a person's things is asleep now.

use baton_core::access::Who;
use baton_core::case::Case;
use baton_core::case::event::CaseEvent;
use baton_core::case::request::sight::{case_sight, sight};
use baton_core::ids::{CaseId, RequestId};
use baton_core::log::Stamp;
use baton_core::time::Instant;
use baton_store::snoozes::{self, Snooze};

use crate::ctx::Ctx;
use crate::problem::Trouble;

/// Most that are looked at; whoever puts more to sleep sees the rest in their lists.
const MOST: u32 = 200;

/// The things of one person that sleep.
#[derive(Clone, Debug, Default)]
pub struct Asleep(Vec<Snooze>);

impl Asleep {
    /// Until when a case sleeps.
    pub fn case(&self, id: CaseId) -> Option<Instant> {
        let found = self.0.iter().find(|one| one.case == id && one.request.is_none());
        found.map(|one| one.until)
    }

    /// Until when a request sleeps, by itself.
    pub fn request(&self, id: RequestId) -> Option<Instant> {
        self.0.iter().find(|one| one.request == Some(id)).map(|one| one.until)
    }

    /// The cases that sleep.
    pub fn cases(&self) -> impl Iterator<Item = CaseId> {
        self.0.iter().filter(|one| one.request.is_none()).map(|one| one.case)
    }

    /// The requests that sleep.
    pub fn requests(&self) -> impl Iterator<Item = RequestId> {
        self.0.iter().filter_map(|one| one.request)
    }

    pub fn all(&self) -> &[Snooze] {
        &self.0
    }
}

/// Reads what this person put to sleep, without what has woken since and what they may no longer
/// see.
pub async fn asleep(ctx: &Ctx) -> Result<Asleep, Trouble> {
    let Some(person) = ctx.who.person() else { return Ok(Asleep::default()) };
    let desk = ctx.desk()?;
    let mut asleep = Vec::new();
    for snooze in snoozes::of_person(&desk.store().link(), person, ctx.now, MOST).await? {
        let case = desk.case(snooze.case).await?;
        if !sees(&case, snooze.request, &ctx.who) {
            continue;
        }
        let quiet = case.version == snooze.version || {
            let history = desk.history(&case).await?;
            !history.iter().any(|(stamp, event)| wakes(&case, &snooze, *stamp, event, &ctx.who))
        };
        if quiet {
            asleep.push(snooze);
        }
    }
    Ok(Asleep(asleep))
}

fn sees(case: &Case, request: Option<RequestId>, who: &Who) -> bool {
    match request {
        None => case_sight(case, who).any(),
        Some(id) => case.request(id).is_some_and(|request| sight(case, request, who).any()),
    }
}

/// Whether something that happened wakes it: what others do to it, what comes in, and a letter that
/// comes back. The post's reports and the clocks do not: a row says by itself that it is late.
fn wakes(case: &Case, snooze: &Snooze, stamp: Stamp, event: &CaseEvent, who: &Who) -> bool {
    let report = matches!(
        event,
        CaseEvent::MessageLeft(_)
            | CaseEvent::RequestOverdue(_)
            | CaseEvent::DueMoved(_)
            | CaseEvent::WaitKept(_)
            | CaseEvent::PromiseOverdue(_)
    ) || matches!(event, CaseEvent::RequestEscalated(level) if level.late.is_some());
    if report || event.is_result() || stamp.version <= snooze.version || stamp.actor == who.actor {
        return false;
    }
    match (snooze.request, event.request()) {
        (Some(own), of) => of == Some(own),
        // What is prepared out of sight happens to nobody else.
        (None, Some(of)) => sees(case, Some(of), who),
        (None, None) => true,
    }
}
