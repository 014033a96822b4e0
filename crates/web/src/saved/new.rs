//! A list is kept under a name.

use baton_core::refusal::Code;

use super::{SAVED, VIEW, keep, told};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;

pub const ROUTES: &[Route] =
    &[Route::post("/api/v1/views", "views.create", Access::SignedIn, create)
        .summary("Keep a list of cases under a name")
        .body(&VIEW)
        .answers(&[Reply::created("The view", &Out::Thing(&SAVED))])
        .refusals(&[Code::IllegalMove])];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let view = keep(&ctx).await?;
        Answer::created("/api/v1/views", &told(&ctx, &view))
    })
}
