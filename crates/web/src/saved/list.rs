//! The saved views that somebody sees.

use super::{SAVED, all, told};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::Items;

pub const ROUTES: &[Route] = &[Route::get("/api/v1/views", "views.list", Access::SignedIn, list)
    .summary("My saved views and those of my departments")
    .answers(&[Reply::ok("All of them", &Out::Items(&Out::Thing(&SAVED)))])];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let views = all(&ctx).await?;
        Answer::json(&Items::whole(views.iter().map(|view| told(&ctx, view)).collect()))
    })
}
