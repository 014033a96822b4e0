//! Is it alive, is it ready: for machines that watch, silent to everybody else.

use axum::http::StatusCode;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};

pub const ROUTES: &[Route] = &[
    Route::get("/livez", "health.live.show", Access::Open, live)
        .summary("Whether the process answers")
        .answers(&[Reply::bare(200, "It does")]),
    Route::get("/readyz", "health.ready.show", Access::Open, ready)
        .summary("Whether it can serve: the database answers, in the shape of this build, and there is room")
        .answers(&[Reply::bare(200, "It does"), Reply::bare(503, "It does not")]),
];

fn live(_: Ctx) -> Pending {
    Box::pin(async { Ok(Answer::bytes("text/plain; charset=utf-8", "live\n")) })
}

fn ready(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let ready = ctx.app.doors.ready().await.unwrap_or_else(|error| {
            tracing::warn!(operation = &*ctx.operation, %error, "not ready");
            false
        });
        let (status, text) = if ready {
            (StatusCode::OK, "ready\n")
        } else {
            (StatusCode::SERVICE_UNAVAILABLE, "not ready\n")
        };
        Ok(Answer::bytes("text/plain; charset=utf-8", text).status(status))
    })
}
