//! The form to say that what the customer wrote needs no reply, and the button that takes it back.

use baton_core::case::command::Command;
use baton_core::case::decide::{expectable, waivable};
use baton_core::case::kinds::NoReply;
use baton_core::case::moves::{CaseMove, may};
use baton_core::case::state::Message;
use baton_core::ids::MessageId;
use baton_core::say;
use maud::{Markup, html};

use super::frame;
use crate::case;
use crate::case::waiver::{EXPECTATION, WAIVER, message, waive};
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::problem::Trouble;
use crate::reach::File;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Field;
use crate::ui;
use crate::ui::words::Choice;

pub const ROUTES: &[Route] = &[
    Route::get(
        "/cases/{id}/reply-waivers/new",
        "pages.cases.reply_waivers.new",
        Access::SignedIn,
        new,
    )
    .summary("The form to say that a message needs no reply")
    .query(&[Field::id("message")])
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/cases/{id}/reply-waivers",
        "pages.cases.reply_waivers.create",
        Access::SignedIn,
        create,
    )
    .summary("Say that a message needs no reply")
    .body(&WAIVER)
    .again(new)
    .answers(&[Reply::bare(303, "Back to the case")]),
    Route::post(
        "/cases/{id}/reply-expectations",
        "pages.cases.reply_expectations.create",
        Access::SignedIn,
        expect,
    )
    .summary("From its button, say that a message needs a reply after all")
    .body(&EXPECTATION)
    .again(new)
    .answers(&[Reply::bare(303, "Back to the case")]),
];

fn reasons() -> Vec<Choice> {
    let said = |reason: &NoReply| match reason {
        NoReply::Thanks => say!("case-waiver-a-word-of-thanks"),
        NoReply::Information => say!("case-waiver-for-our-information"),
        NoReply::Repeated => say!("case-waiver-it-says-again"),
        NoReply::Other => say!("case-waiver-another-reason"),
    };
    NoReply::ALL.iter().map(|reason| (reason.name(), said(reason))).collect()
}

/// The message that was named, else the newest of those that it may be said of.
fn chosen<'a>(ctx: &Ctx, file: &'a File) -> Result<&'a Message, Trouble> {
    let named = ctx.query.text("message").unwrap_or_else(|| ctx.kept("message"));
    let found = match named.parse::<MessageId>() {
        Ok(id) => file.case.message(id),
        Err(_) => {
            let mut all = file.case.messages.iter().rev();
            all.find(|one| waivable(&file.case, one).is_ok())
        }
    };
    found.ok_or_else(Trouble::not_found)
}

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        let message = chosen(&ctx, &file)?;
        may(&file.case, CaseMove::WaiveReply, &ctx.who, ctx.now)?;
        waivable(&file.case, message)?;
        let start = Kept::new(vec![("reason".to_owned(), NoReply::Thanks.name().to_owned())]);
        let form = ctx.form(&WAIVER).starting(&start);
        let fields = html! {
            input type="hidden" name="message" value=(message.id);
            (form.radios("reason", &reasons()))
            (form.text("text"))
        };
        let button = ui::button::main(say!("case-waiver-no-reply-needed"));
        let main = html! {
            p.lead { (say!("case-waiver-what-it-does")) }
            div.said.said-customer { div.said-body { (file.texts.show(message.body).trim()) } }
            (frame::form(&ctx, &file.case, "reply-waivers", &fields, button))
        };
        frame::page(&ctx, &file, say!("case-waiver-no-reply-needed"), main, None).await
    })
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        // Whether something was written meanwhile is looked at by the rules, for this message.
        ctx.seen_version = None;
        let case = case::act(&ctx, waive(&ctx)?).await?;
        frame::done(&case, say!("case-waiver-its-clock-has-ended"))
    })
}

fn expect(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        ctx.seen_version = None;
        let message = message(&ctx)?;
        let case = case::act(&ctx, Command::ExpectReply { message }).await?;
        frame::done(&case, say!("case-waiver-its-clock-runs-again"))
    })
}

/// What can be done about the reply to a message: below it, where something can.
pub fn below(ctx: &Ctx, file: &File, message: &Message) -> Option<Markup> {
    let case = &*file.case;
    if may(case, CaseMove::WaiveReply, &ctx.who, ctx.now).is_ok() && waivable(case, message).is_ok()
    {
        let href = frame::at(case, &format!("reply-waivers/new?message={}", message.id));
        return Some(html! { p { a href=(href) { (say!("case-waiver-no-reply-needed")) } } });
    }
    if may(case, CaseMove::ExpectReply, &ctx.who, ctx.now).is_ok()
        && expectable(case, message).is_ok()
    {
        return Some(html! {
            form.act method="post" action=(frame::at(case, "reply-expectations")) {
                (ui::form::token(&ctx.token))
                input type="hidden" name="message" value=(message.id);
                button.button.small type="submit" { (say!("case-waiver-it-needs-a-reply")) }
            }
        });
    }
    None
}
