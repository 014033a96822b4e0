//! An act on many rows, in the API.

use baton_core::refusal::Code;

use super::{BULK, BULK_OUT, perform};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;

pub const ROUTES: &[Route] =
    &[Route::post("/api/v1/bulk", "bulk.create", Access::SignedIn, create)
        .summary("Do one thing to many cases or requests, at most 500")
        .body(&BULK)
        .answers(&[Reply::ok("What was done, and what was not", &Out::Thing(&BULK_OUT))])
        .refusals(&[Code::Invalid])];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move { Answer::json(&perform::perform(&ctx).await?) })
}
