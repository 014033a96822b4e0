//! A case waits for somebody outside, and goes on.

use baton_core::case::command::Command;
use baton_core::refusal::Code;

use crate::case;
use crate::ctx::Ctx;
use crate::request::wait::{WAIT, form};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::case::CASE;

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/cases/{id}/wait", "cases.wait.create", Access::SignedIn, create)
        .summary(
            "Wait for the customer or a third party, while no other department has a part of it",
        )
        .body(&WAIT)
        .answers(&[Reply::ok("The case as it is now", &Out::Thing(&CASE))])
        .refusals(&[
            Code::WaitWithoutEvidence,
            Code::NotYourSide,
            Code::IllegalMove,
            Code::Terminal,
        ]),
    Route::post(
        "/api/v1/cases/{id}/resumption",
        "cases.resumption.create",
        Access::SignedIn,
        resume,
    )
    .summary("Go on with a case that waits")
    .answers(&[Reply::ok("The case as it is now", &Out::Thing(&CASE))])
    .refusals(&[Code::IllegalMove, Code::Terminal]),
];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = case::act(&ctx, Command::Wait(form(&ctx)?)).await?;
        case::answer(&ctx, case).await
    })
}

fn resume(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = case::act(&ctx, Command::Resume).await?;
        case::answer(&ctx, case).await
    })
}
