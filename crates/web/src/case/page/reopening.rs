//! The form to open a closed case again.

use baton_core::case::command::Command;
use baton_core::policy::REOPEN_DAYS;
use baton_core::say;
use maud::html;

use super::{following, frame};
use crate::case;
use crate::case::closure::REOPENING;
use crate::ctx::Ctx;
use crate::request::acts::words;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get("/cases/{id}/reopening/new", "pages.cases.reopening.new", Access::SignedIn, new)
        .summary("The form to reopen a case")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/cases/{id}/reopening", "pages.cases.reopening.create", Access::SignedIn, create)
        .summary("Reopen a case")
        .body(&REOPENING)
        .again(new)
        .answers(&[Reply::bare(303, "Back to the case")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        let Some(closure) = &file.case.closure else {
            let main = html! {
                p.lead { (say!("case-reopening-the-case-is-open-there-is")) }
                (ui::button::plain_link(say!("case-reopening-back-to-the-case"), &frame::at(&file.case, "")))
            };
            return frame::page(&ctx, &file, say!("case-reopening-reopen-the-case"), main, None)
                .await;
        };
        if file.case.rests_for_good(ctx.now) {
            let (text, href) = following::instead(&file.case);
            let main = html! {
                p.lead { (say!("case-moves-it-was-closed-too-long-ago", days = REOPEN_DAYS)) }
                (ui::button::row(&[
                    ui::button::link(text, &href),
                    ui::button::plain_link(say!("case-reopening-back-to-the-case"), &frame::at(&file.case, "")),
                ]))
            };
            return frame::page(&ctx, &file, say!("case-reopening-reopen-the-case"), main, None)
                .await;
        }
        let fields = html! { (ctx.form(&REOPENING).lines("reason", 3)) };
        let button = ui::button::main(say!("case-reopening-reopen-the-case"));
        let main = html! {
            p.lead {
                (tell!("case-reopening-it-was-closed", zone = ui::when::when(closure.at, ctx.now, &ctx.zone()), outcome = file.texts.show(closure.outcome)))
            }
            (frame::form(&ctx, &file.case, "reopening", &fields, button))
        };
        frame::page(&ctx, &file, say!("case-reopening-reopen-the-case"), main, None).await
    })
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        ctx.seen_version = None;
        let reason = words(&ctx.input, "reason");
        let case = case::act(&ctx, Command::Reopen { reason }).await?;
        frame::done(&case, say!("case-reopening-the-case-is-open-again"))
    })
}
