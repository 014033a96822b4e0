//! The forms to wait for somebody outside with a case, and to go on with it.

use baton_core::case::command::Command;
use baton_core::case::kinds::WaitOn;
use baton_core::case::moves::{CaseMove, may};
use baton_core::case::request::state::Wait;
use baton_core::say;
use maud::html;

use super::frame;
use crate::case;
use crate::ctx::Ctx;
use crate::reach::File;
use crate::request::page::words::wait as someone;
use crate::request::wait::{WAIT, form};
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;
use crate::ui::pairs::pairs;

pub const ROUTES: &[Route] = &[
    Route::get("/cases/{id}/wait/new", "pages.cases.wait.new", Access::SignedIn, new)
        .summary("The form to wait for somebody outside")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/cases/{id}/wait", "pages.cases.wait.create", Access::SignedIn, create)
        .summary("Wait for somebody outside")
        .body(&WAIT)
        .again(new)
        .answers(&[Reply::bare(303, "Back to the case")]),
    Route::get(
        "/cases/{id}/resumption/new",
        "pages.cases.resumption.new",
        Access::SignedIn,
        new_resumption,
    )
    .summary("What a case waits for, and the button to go on")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/cases/{id}/resumption",
        "pages.cases.resumption.create",
        Access::SignedIn,
        resume,
    )
    .summary("Go on with a case that waits")
    .again(new_resumption)
    .answers(&[Reply::bare(303, "Back to the case")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        may(&file.case, CaseMove::Wait, &ctx.who, ctx.now)?;
        let form = ctx.form(&WAIT);
        let whom: Vec<_> = WaitOn::ALL.iter().map(|on| someone(*on)).collect();
        let fields = html! {
            (form.radios("on", &whom))
            (form.lines("reason", 3))
            (form.text("evidence"))
            (form.moment("resume_by"))
        };
        let button = ui::button::main(say!("case-wait-wait"));
        let main = html! {
            p.lead { (say!("case-wait-only-while-somebody-outside")) }
            (frame::form(&ctx, &file.case, "wait", &fields, button))
        };
        frame::page(&ctx, &file, say!("case-wait-wait-for-somebody"), main, None).await
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = case::act(&ctx, Command::Wait(form(&ctx)?)).await?;
        frame::done(&case, say!("case-wait-the-case-waits"))
    })
}

fn new_resumption(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        may(&file.case, CaseMove::Resume, &ctx.who, ctx.now)?;
        let what = file.case.wait.map(|wait| {
            let when = |at| Some(ui::when::when(at, ctx.now, &ctx.zone()));
            let shown = |word| html! { (file.texts.show(word)) };
            pairs(&[
                (say!("request-wait-waiting-for"), Some(html! { (someone(wait.on).1) })),
                (say!("request-wait-what-for"), Some(shown(wait.reason))),
                (say!("request-wait-evidence"), wait.evidence.map(shown)),
                (say!("case-wait-since"), when(wait.since)),
                (say!("request-wait-look-again-by"), when(wait.resume_by)),
            ])
        });
        let button = ui::button::main(say!("case-wait-go-on"));
        let main = html! {
            @if let Some(what) = what { (what) }
            (frame::form(&ctx, &file.case, "resumption", &html! {}, button))
        };
        frame::page(&ctx, &file, say!("case-wait-go-on"), main, None).await
    })
}

fn resume(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = case::act(&ctx, Command::Resume).await?;
        frame::done(&case, say!("case-wait-the-case-goes-on"))
    })
}

/// Whom a case waits for, as a tag says it.
pub fn whom(on: WaitOn) -> &'static str {
    match on {
        WaitOn::Customer => say!("case-wait-the-customer"),
        WaitOn::ThirdParty => say!("case-wait-a-third-party"),
        WaitOn::LegalHold => say!("case-wait-on-legal-hold"),
    }
}

/// Whom it waits for, why and until when, in a sentence.
pub fn words(ctx: &Ctx, file: &File, wait: &Wait) -> String {
    let until = ui::when::words(wait.resume_by, ctx.now, &ctx.zone());
    let reason = file.texts.show(wait.reason);
    match wait.on {
        WaitOn::Customer => say!("case-wait-waits-for-the-customer", until, reason),
        WaitOn::ThirdParty => say!("case-wait-waits-for-a-third-party", until, reason),
        WaitOn::LegalHold => say!("case-wait-is-on-legal-hold", until, reason),
    }
}
