//! Turning off one's own second step.

use baton_core::refusal::{Code, Refusal};
use baton_core::say;
use maud::html;

use super::{BOTH, PATH, above};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::session::confirmation::{right_code, right_password};
use crate::ui;

const SEND: &str = "/account/second-step/ending";

pub const ROUTES: &[Route] = &[
    Route::get(
        "/account/second-step/ending/new",
        "account.second_step.ending.new",
        Access::SignedIn,
        new,
    )
    .summary("The form to turn off your second step")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(SEND, "account.second_step.ending.create", Access::SignedIn, create)
        .summary("Turn off your second step")
        .body(&BOTH)
        .again(new)
        .refusals(&[Code::NotAllowed])
        .answers(&[Reply::bare(303, "It is off")]),
];

async fn may(ctx: &Ctx) -> Result<(), Trouble> {
    let desk = ctx.desk()?;
    if desk.second_step(ctx.viewer()?.person).await?.is_none() {
        return Err(Trouble::not_found());
    }
    let asked = desk.house().second_step.of(&ctx.who);
    if asked && !desk.has_other_means(ctx.viewer()?.person).await? {
        let detail = say!("second-step-ending-your-organisation-asks-for-a");
        return Err(Refusal::new(Code::NotAllowed, detail).into());
    }
    Ok(())
}

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        may(&ctx).await?;
        let form = ctx.form(&BOTH);
        let inside = html! {
            (form.password("password", "current-password"))
            (form.code("code"))
            (ui::button::grave(say!("second-step-ending-turn-it-off")))
        };
        let main = html! {
            p { (say!("second-step-ending-your-password-alone-signs-you")) }
            (ui::form::post(&ctx.token, SEND, &inside))
        };
        let page = Page::new(say!("second-step-ending-turn-off-your-second-step"), main)
            .at(Place::Account);
        Ok(Answer::page(page.above(above())))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        may(&ctx).await?;
        right_password(&ctx).await?;
        right_code(&ctx).await?;
        ctx.desk()?.turn_off_second_step(ctx.viewer()?.person).await?;
        Ok(Answer::redirect(PATH).told(say!("second-step-ending-your-second-step-is-off")))
    })
}
