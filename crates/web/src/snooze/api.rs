//! Snoozes of the API: those of the caller.

use axum::http::StatusCode;
use baton_store::snoozes::Snooze;

use super::act::{self, SNOOZE_FORM, Thing};
use super::asleep;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::{Items, MAYBE_ID, time, view};

view! {
    SnoozeView as SNOOZE "Snooze" {
        /// Only where the case itself sleeps: whoever has a request may not see its case.
        "case" case: Option<String> = MAYBE_ID,
        "request" request: Option<String> = MAYBE_ID,
        "since" since: String = Out::Time,
        "until" until: String = Out::Time,
    }
}

const ANSWERS: &[Reply] = &[Reply::ok("The snooze", &Out::Thing(&SNOOZE))];
const WOKEN: &[Reply] = &[Reply::bare(204, "It is awake")];

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/snoozes", "snoozes.list", Access::SignedIn, list)
        .summary("What you have put to sleep, what wakes first on top")
        .answers(&[Reply::ok("The snoozes", &Out::Items(&Out::Thing(&SNOOZE)))]),
    Route::post("/api/v1/cases/{id}/snooze", "cases.snooze.create", Access::SignedIn, case)
        .summary("Put a case out of your own lists until a moment")
        .body(&SNOOZE_FORM)
        .answers(ANSWERS),
    Route::post(
        "/api/v1/requests/{id}/snooze",
        "requests.snooze.create",
        Access::SignedIn,
        request,
    )
    .summary("Put a request out of your own lists until a moment")
    .body(&SNOOZE_FORM)
    .answers(ANSWERS),
    Route::post(
        "/api/v1/cases/{id}/snooze/ending",
        "cases.snooze.ending.create",
        Access::SignedIn,
        |ctx| Box::pin(async move { woken(&ctx, act::case(&ctx).await?).await }),
    )
    .summary("Take a case back into your own lists")
    .answers(WOKEN),
    Route::post(
        "/api/v1/requests/{id}/snooze/ending",
        "requests.snooze.ending.create",
        Access::SignedIn,
        |ctx| Box::pin(async move { woken(&ctx, act::request(&ctx).await?).await }),
    )
    .summary("Take a request back into your own lists")
    .answers(WOKEN),
];

fn shown(snooze: &Snooze) -> SnoozeView {
    SnoozeView {
        case: snooze.request.is_none().then(|| snooze.case.to_string()),
        request: snooze.request.map(|id| id.to_string()),
        since: time(snooze.since),
        until: time(snooze.until),
    }
}

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let asleep = asleep(&ctx).await?;
        Answer::json(&Items::whole(asleep.all().iter().map(shown).collect()))
    })
}

fn case(ctx: Ctx) -> Pending {
    Box::pin(async move { put(&ctx, act::case(&ctx).await?).await })
}

fn request(ctx: Ctx) -> Pending {
    Box::pin(async move { put(&ctx, act::request(&ctx).await?).await })
}

async fn put(ctx: &Ctx, thing: Thing) -> Result<Answer, Trouble> {
    let snooze = act::put(ctx, &thing, act::until(ctx)?).await?;
    Answer::json(&shown(&snooze))
}

async fn woken(ctx: &Ctx, thing: Thing) -> Result<Answer, Trouble> {
    act::end(ctx, &thing).await?;
    Ok(Answer::empty(StatusCode::NO_CONTENT))
}
