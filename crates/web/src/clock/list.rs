//! Clocks at risk or late, for programs.

use baton_core::agreement::PauseReason;
use baton_core::case::kinds::AnyClock;
use baton_core::directory::Directory;
use baton_store::rows::clock::{self, About, ClockRow};

use super::{QUERY, filter};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::listing;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::{Items, MAYBE_ID, MAYBE_TEXT, MAYBE_TIME, maybe_time, time, view};

view! {
    ClockRowView as CLOCK_ROW "RunningClock" {
        /// The request that it runs on; without one it runs on the case itself.
        "request" request: Option<String> = MAYBE_ID,
        /// The case, of a clock that runs on it.
        "case" case: Option<String> = MAYBE_ID,
        "ref" reference: String = Out::Text,
        /// What is needed, or the subject of the case.
        "need" need: Option<String> = MAYBE_TEXT,
        "kind" kind: &'static str = Out::Choice(AnyClock::SHOWN),
        /// The department that asks, or that has the case.
        "from" from: String = Out::Id,
        "to" to: Option<String> = MAYBE_ID,
        /// The department that must move; the other one waits, or the customer does.
        "mover" mover: String = Out::Id,
        "mover_name" mover_name: String = Out::Text,
        "person" person: Option<String> = MAYBE_ID,
        "started_at" started_at: String = Out::Time,
        /// When three quarters of its time have passed.
        "warn_at" warn_at: Option<String> = MAYBE_TIME,
        "due" due: String = Out::Time,
        "still" still: Option<&'static str> = Out::Maybe(&Out::Choice(PauseReason::NAMES)),
    }
}

pub const ROUTES: &[Route] = &[Route::get("/api/v1/clocks", "clocks.list", Access::SignedIn, list)
    .summary("Running clocks of your departments, on cases and requests, that are at risk or late")
    .query(QUERY)
    .answers(&[Reply::ok(
        "A page of clocks, what is due first first",
        &Out::Items(&Out::Thing(&CLOCK_ROW)),
    )])];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (link, directory) = (ctx.desk()?.store().link(), ctx.desk()?.directory());
        let (filter, after) = (filter(&ctx)?, listing::after(&ctx)?);
        let limit = listing::limit(&ctx);
        let page = clock::list(&link, &filter, ctx.now, after.as_ref(), limit).await?;
        let items = page.items.iter().map(|row| shown(&directory, row)).collect();
        Answer::json(&Items { items, next: page.next.map(|next| next.to_string()) })
    })
}

fn shown(directory: &Directory, row: &ClockRow) -> ClockRowView {
    let (request, case, to) = match row.about {
        About::Case(case) => (None, Some(case.to_string()), None),
        About::Request { id, to, .. } => (Some(id.to_string()), None, Some(to.to_string())),
    };
    ClockRowView {
        request,
        case,
        reference: row.reference(),
        need: row.what.clone(),
        kind: row.kind.name(),
        from: row.from.to_string(),
        to,
        mover: row.mover().to_string(),
        mover_name: directory.department_name(row.mover()).to_owned(),
        person: row.person.map(|person| person.to_string()),
        started_at: time(row.started_at),
        warn_at: maybe_time(row.warn_at),
        due: time(row.due_at),
        still: row.still.map(PauseReason::name),
    }
}
