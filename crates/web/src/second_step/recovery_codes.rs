//! New recovery codes in place of the earlier ones.

use baton_core::say;
use maud::html;

use super::{BOTH, above, once};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::session::confirmation::{right_code, right_password};
use crate::ui;

const PATH: &str = "/account/second-step/recovery-codes";

pub const ROUTES: &[Route] = &[
    Route::get(PATH, "account.second_step.recovery_codes.new", Access::SignedIn, new)
        .summary("The form to make new recovery codes")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(PATH, "account.second_step.recovery_codes.create", Access::SignedIn, create)
        .summary("Make new recovery codes")
        .body(&BOTH)
        .again(new)
        .answers(&[Reply::bare(200, "The codes, shown this once")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        if ctx.desk()?.second_step(ctx.viewer()?.person).await?.is_none() {
            return Err(Trouble::not_found());
        }
        let form = ctx.form(&BOTH);
        let inside = html! {
            (form.password("password", "current-password"))
            (form.code("code"))
            (ui::button::main(say!("second-step-recovery-codes-make-new-recovery-codes")))
        };
        let main = html! {
            p { (say!("second-step-recovery-codes-earlier-ones-open-nothing-any")) }
            (ui::form::post(&ctx.token, PATH, &inside))
        };
        Ok(Answer::page(page(say!("second-step-recovery-codes-new-recovery-codes"), main)))
    })
}

fn page(title: &str, main: maud::Markup) -> Page {
    Page::new(title, main).at(Place::Account).above(above())
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        right_password(&ctx).await?;
        right_code(&ctx).await?;
        let codes = ctx.desk()?.new_recovery_codes(ctx.viewer()?.person).await?;
        Ok(Answer::page(page(say!("second-step-recovery-codes-new-recovery-codes"), once(&codes))))
    })
}
