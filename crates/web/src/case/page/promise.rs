//! Promises to the customer: recorded, and settled.

use baton_core::case::command::Command;
use baton_core::case::state::{Promise, PromiseState};
use baton_core::ids::PromiseId;
use baton_core::say;
use maud::html;

use super::frame;
use crate::case;
use crate::case::promise::{PROMISE_FORM, SETTLEMENT, command};
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach::File;
use crate::request::acts::maybe;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;
use crate::ui::pairs::pairs;

pub const ROUTES: &[Route] = &[
    Route::get("/cases/{id}/promises/new", "pages.cases.promises.new", Access::SignedIn, new)
        .summary("The form to record a promise")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/cases/{id}/promises", "pages.cases.promises.create", Access::SignedIn, create)
        .summary("Record what the customer was told to expect")
        .body(&PROMISE_FORM)
        .again(new)
        .answers(&[Reply::bare(303, "Back to the case")]),
    Route::get(
        "/cases/{id}/promises/{promise}/settlement/new",
        "pages.cases.promises.settlement.new",
        Access::SignedIn,
        new_settlement,
    )
    .summary("The form to settle a promise")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/cases/{id}/promises/{promise}/settlement",
        "pages.cases.promises.settlement.create",
        Access::SignedIn,
        settle,
    )
    .summary("Mark a promise as kept, or release it")
    .body(&SETTLEMENT)
    .again(new_settlement)
    .answers(&[Reply::bare(303, "Back to the case")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        let form = ctx.form(&PROMISE_FORM);
        let fields = html! { (form.text("what")) (form.moment("by")) };
        let button = ui::button::main(say!("case-promise-record-the-promise"));
        let main = html! {
            p.lead { (say!("case-promise-what-the-customer-expects-of-us")) }
            (frame::form(&ctx, &file.case, "promises", &fields, button))
        };
        frame::page(&ctx, &file, say!("case-promise-record-a-promise"), main, None).await
    })
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        // It adds to what others did and overwrites nothing.
        ctx.seen_version = None;
        let case = case::act(&ctx, command(&ctx)?).await?;
        frame::done(&case, say!("case-promise-the-promise-is-recorded"))
    })
}

fn promise<'a>(ctx: &Ctx, file: &'a File) -> Result<&'a Promise, Trouble> {
    let id: PromiseId = ctx.id("promise")?;
    file.case.promise(id).ok_or_else(Trouble::not_found)
}

fn new_settlement(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        let promise = promise(&ctx, &file)?;
        let what = html! {
            (pairs(&[
                (
                    say!("case-promise-what-was-promised"),
                    Some(html! { (file.texts.show(promise.what)) }),
                ),
                (
                    say!("case-promise-by-when"),
                    Some(ui::when::when(promise.by, ctx.now, &ctx.zone())),
                ),
            ]))
        };
        if promise.state != PromiseState::Open {
            let main = html! {
                (what)
                p { (say!("case-promise-this-promise-has-been-settled")) }
                (ui::button::plain_link(say!("case-promise-back-to-the-case"), &frame::at(&file.case, "")))
            };
            return frame::page(&ctx, &file, say!("case-promise-a-settled-promise"), main, None)
                .await;
        }
        let form = ctx.form(&SETTLEMENT);
        let fields = html! { (form.tick("kept")) (form.lines("reason", 3)) };
        let below = format!("promises/{}/settlement", promise.id);
        let button = ui::button::main(say!("case-promise-settle-the-promise"));
        let main = html! { (what) (frame::form(&ctx, &file.case, &below, &fields, button)) };
        frame::page(&ctx, &file, say!("case-promise-settle-a-promise"), main, None).await
    })
}

fn settle(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        ctx.seen_version = None;
        let promise = ctx.id("promise")?;
        let (kept, reason) = (ctx.input.flag("kept"), maybe(&ctx.input, "reason"));
        let case = case::act(&ctx, Command::SettlePromise { promise, kept, reason }).await?;
        let told = if kept {
            say!("case-promise-the-promise-is-kept")
        } else {
            say!("case-promise-the-promise-is-released")
        };
        frame::done(&case, told)
    })
}
