//! Withdrawing terms, and giving notice.

use baton_core::agreement::{AgreementMove, Command, may};
use baton_core::refusal::Refusal;
use baton_core::say;
use maud::{Markup, html};

use super::{page, title};
use crate::agreement::acts::{ENDING, WITHDRAWAL, end, withdraw};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::input::Input;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get(
        "/agreements/{id}/withdrawal/new",
        "pages.agreements.withdrawal.new",
        Access::SignedIn,
        new_withdrawal,
    )
    .summary("The form to withdraw terms")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/agreements/{id}/withdrawal",
        "pages.agreements.withdrawal.create",
        Access::SignedIn,
        |ctx| create(ctx, withdraw, "The terms are withdrawn."),
    )
    .summary("From its form, withdraw terms")
    .body(&WITHDRAWAL)
    .again(new_withdrawal)
    .answers(&[Reply::bare(303, "Withdrawn")]),
    Route::get(
        "/agreements/{id}/ending/new",
        "pages.agreements.ending.new",
        Access::SignedIn,
        new_ending,
    )
    .summary("The form to give notice")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/agreements/{id}/ending",
        "pages.agreements.ending.create",
        Access::SignedIn,
        |ctx| create(ctx, end, "Notice is given."),
    )
    .summary("From its form, give notice")
    .body(&ENDING)
    .again(new_ending)
    .answers(&[Reply::bare(303, "Notice given")]),
];

fn new_withdrawal(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let lead = say!("agreement-ending-what-was-agreed-before-stays-as");
        let fields = ctx.form(&WITHDRAWAL).lines("reason", 3);
        form(
            &ctx,
            AgreementMove::Withdraw,
            say!("agreement-ending-withdraw-the-terms"),
            lead,
            &fields,
        )
    })
}

fn new_ending(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let lead = say!("agreement-ending-the-agreement-binds-until-its");
        let form_of = ctx.form(&ENDING);
        let fields = html! { (form_of.local("from")) (form_of.lines("reason", 3)) };
        form(&ctx, AgreementMove::End, say!("agreement-ending-give-notice"), lead, &fields)
    })
}

fn form(
    ctx: &Ctx,
    mv: AgreementMove,
    head: &str,
    lead: &str,
    fields: &Markup,
) -> Result<Answer, Trouble> {
    let (book, directory) = (ctx.desk()?.agreements(), ctx.desk()?.directory());
    let one = book.get(ctx.id("id")?).ok_or_else(Trouble::not_found)?;
    if ctx.refusal.is_none() {
        may(one, mv, &ctx.who, ctx.now)?;
    }
    let back = format!("/agreements/{}", one.id);
    let buttons = [
        ui::button::grave(head),
        ui::button::plain_link(say!("agreement-ending-back-to-the-agreement"), &back),
    ];
    let inside = html! {
        (ui::version::version(ctx, one.version))
        (fields)
        (ui::button::row(&buttons))
    };
    let action = format!("{back}/{}", mv.path());
    let main = html! { p.lead { (lead) } (ui::form::post(&ctx.token, &action, &inside)) };
    Ok(Answer::page(page(head, main).caption(title(&directory, one))))
}

fn create(ctx: Ctx, read: fn(&Input) -> Result<Command, Refusal>, told: &'static str) -> Pending {
    Box::pin(async move {
        let id = ctx.id("id")?;
        let command = read(&ctx.input)?;
        ctx.desk()?.act_on_agreement(&ctx.who, Some(id), command, ctx.asked()).await?;
        Ok(Answer::redirect(&format!("/agreements/{id}")).told(told))
    })
}
