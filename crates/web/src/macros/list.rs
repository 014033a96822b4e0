//! The macros that somebody may use.

use super::{MACRO_OUT, all, told};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::Items;

pub const ROUTES: &[Route] = &[Route::get("/api/v1/macros", "macros.list", Access::SignedIn, list)
    .summary("My macros and those of my departments")
    .answers(&[Reply::ok("All of them", &Out::Items(&Out::Thing(&MACRO_OUT)))])];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let macros = all(&ctx).await?;
        Answer::json(&Items::whole(macros.iter().map(|kept| told(&ctx, kept)).collect()))
    })
}
