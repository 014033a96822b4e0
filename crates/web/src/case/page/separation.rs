//! The form to take a merger back.

use baton_core::case::moves::{CaseMove, may};
use maud::html;

use super::frame;
use crate::case::merger::separate;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get("/cases/{id}/separation/new", "pages.cases.separation.new", Access::SignedIn, new)
        .summary("The form to take a merger back")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/cases/{id}/separation",
        "pages.cases.separation.create",
        Access::SignedIn,
        create,
    )
    .summary("Take a merger back")
    .again(new)
    .answers(&[Reply::bare(303, "Back to the case")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        let refused = may(&file.case, CaseMove::Separate, &ctx.who).err();
        let (None, Some(merger)) = (&refused, &file.case.merger) else {
            let main = html! {
                @if let Some(refusal) = &refused { p.lead { (refusal.detail) } }
                (ui::button::plain_link("Back to the case", &frame::at(&file.case, "")))
            };
            return frame::page(&ctx, &file, "Take the merger back", main, None).await;
        };
        let (own, on) = (file.case.reference(), merger.reference());
        let button = ui::button::main("Take the merger back");
        let main = html! {
            p.lead { (own) " is then a case of its own again, as it was before." }
            p {
                "What came in since the merger is in " (on) " and stays there, answers to letters of "
                (own) " too: somebody has read it there. Both owners are told."
            }
            p.muted {
                "It can be taken back until "
                (ui::when::when(merger.until(), ctx.now, &ctx.zone())) "."
            }
            (frame::form(&ctx, &file.case, "separation", &html! {}, button))
        };
        frame::page(&ctx, &file, "Take the merger back", main, None).await
    })
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        ctx.seen_version = None;
        let case = separate(&ctx).await?;
        frame::done(&case, format!("{} is on its own again.", case.reference()))
    })
}
