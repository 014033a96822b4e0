//! The form to take a merger back.

use baton_core::case::moves::{CaseMove, may};
use baton_core::say;
use maud::html;

use super::frame;
use crate::case::merger::separate;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
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
        let refused = may(&file.case, CaseMove::Separate, &ctx.who, ctx.now).err();
        let (None, Some(merger)) = (&refused, &file.case.merger) else {
            let main = html! {
                @if let Some(refusal) = &refused { p.lead { (refusal.detail) } }
                (ui::button::plain_link(say!("case-separation-back-to-the-case"), &frame::at(&file.case, "")))
            };
            return frame::page(
                &ctx,
                &file,
                say!("case-separation-take-the-merger-back"),
                main,
                None,
            )
            .await;
        };
        let (own, on) = (file.case.reference(), merger.reference());
        let button = ui::button::main(say!("case-separation-take-the-merger-back"));
        let main = html! {
            p.lead { (tell!("case-separation-is-then-a-case-of-its", own)) }
            p {
                (tell!("case-separation-what-came-in-since-the-merger", on, own))
            }
            p.muted {
                (tell!("case-separation-it-can-be-taken-back-until", zone = ui::when::when(merger.until(), ctx.now, &ctx.zone())))
            }
            (frame::form(&ctx, &file.case, "separation", &html! {}, button))
        };
        frame::page(&ctx, &file, say!("case-separation-take-the-merger-back"), main, None).await
    })
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        ctx.seen_version = None;
        let case = separate(&ctx).await?;
        frame::done(
            &case,
            say!("case-separation-is-on-its-own-again", reference = case.reference()),
        )
    })
}
