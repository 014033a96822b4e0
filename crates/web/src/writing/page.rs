//! The same for a page with script: a piece of a page, to stand beside the field.

use super::help::{TEXT, found};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;

pub const ROUTES: &[Route] =
    &[Route::post("/writing-help", "pages.writing-help.create", Access::SignedIn, create)
        .summary("What is worth another look in a text, as a piece of a page")
        .body(&TEXT)
        .answers(&[Reply::bare(200, "The piece")])];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let findings = found(&ctx).await?;
        Ok(Answer::part(ui::writing::list(&findings)))
    })
}
