//! What somebody was told is read: one thing, all about a case, or everything.

use baton_core::ids::{CaseId, JobId};
use baton_core::{say, word};
use baton_store::notices;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Shape};

pub static READING: Shape = Shape::new(
    "ReadingForm",
    &[Field::id("case")
        .label(word!("notification-reading-case"))
        .hint(word!("notification-reading-only-what-was-told-about-this"))],
);

pub const ROUTES: &[Route] = &[
    Route::post(
        "/api/v1/notifications/reading",
        "notifications.reading.create",
        Access::SignedIn,
        all,
    )
    .summary("Mark what you were told as read")
    .body(&READING)
    .answers(&[Reply::bare(204, "It is read")]),
    Route::post(
        "/api/v1/notifications/{id}/reading",
        "notifications.one.reading.create",
        Access::SignedIn,
        one,
    )
    .summary("Mark one thing that you were told as read")
    .answers(&[Reply::bare(204, "It is read")]),
    Route::post(
        "/notifications/reading",
        "pages.notifications.reading.create",
        Access::SignedIn,
        page,
    )
    .summary("Mark what you were told as read")
    .body(&READING)
    .answers(&[Reply::bare(303, "Back to the list")]),
];

fn all(ctx: Ctx) -> Pending {
    Box::pin(async move {
        read(&ctx).await?;
        Ok(Answer::empty(axum::http::StatusCode::NO_CONTENT))
    })
}

fn page(ctx: Ctx) -> Pending {
    Box::pin(async move {
        read(&ctx).await?;
        Ok(Answer::redirect("/notifications").told(say!("notification-reading-marked-as-read")))
    })
}

async fn read(ctx: &Ctx) -> Result<(), Trouble> {
    let (person, now) = (ctx.viewer()?.person, ctx.now);
    let case: Option<CaseId> = ctx.input.read("case")?;
    let store = ctx.desk()?.store();
    let work = store.keep(move |tx| {
        Box::pin(async move {
            match case {
                Some(case) => notices::mark_case_read(tx, person, case, now).await,
                None => notices::mark_all_read(tx, person, now).await,
            }
        })
    });
    work.await?;
    Ok(())
}

fn one(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (id, person, now) = (ctx.id::<JobId>("id")?, ctx.viewer()?.person, ctx.now);
        let store = ctx.desk()?.store();
        // What is not theirs is marked for nobody, and looks like what was read already.
        store.keep(move |tx| Box::pin(notices::mark_read(tx, person, id, now))).await?;
        Ok(Answer::empty(axum::http::StatusCode::NO_CONTENT))
    })
}
