//! Removing one of one's own passkeys.

use baton_core::refusal::{Code, Refusal};
use baton_core::say;
use baton_store::passkeys::Passkey;
use maud::html;

use super::{PATH, above, called, named};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get(
        "/account/passkeys/{id}/ending/new",
        "account.passkeys.ending.new",
        Access::SignedIn,
        new,
    )
    .summary("The form to remove one of your passkeys")
    .fresh()
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/account/passkeys/{id}/ending",
        "account.passkeys.ending.create",
        Access::SignedIn,
        create,
    )
    .summary("Remove one of your passkeys")
    .again(new)
    .fresh()
    .refusals(&[Code::NotAllowed])
    .answers(&[Reply::bare(303, "Back to your passkeys")]),
];

/// Whether it is what somebody meets the demand for a second step with, and nothing else.
async fn is_all_there_is(ctx: &Ctx, passkey: &Passkey) -> Result<bool, Trouble> {
    let desk = ctx.desk()?;
    Ok(desk.house().second_step.of(&ctx.who)
        && desk.second_step(passkey.person).await?.is_none()
        && !(desk.sso().is_some_and(|provider| provider.second_step)
            && desk.has_sso(passkey.person).await?)
        && desk.passkeys(passkey.person).await?.len() == 1)
}

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let passkey = named(&ctx).await?;
        let action = format!("{PATH}/{}/ending", passkey.id);
        let main = if is_all_there_is(&ctx, &passkey).await? {
            html! { p { (say!("passkey-ending-your-organisation-asks-for-a")) } }
        } else {
            html! {
                p { (say!("passkey-ending-it-opens-nothing-here-any")) }
                (ui::form::post(&ctx.token, &action, &ui::button::grave(say!("passkey-ending-remove-it"))))
            }
        };
        let title = say!("passkey-ending-remove", name = called(&passkey));
        Ok(Answer::page(Page::new(&title, main).at(Place::Account).above(above())))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let passkey = named(&ctx).await?;
        if is_all_there_is(&ctx, &passkey).await? {
            let detail = say!("passkey-ending-your-organisation-asks-for-a");
            return Err(Refusal::new(Code::NotAllowed, detail).into());
        }
        ctx.desk()?.remove_passkey(passkey.person, &passkey.id).await?;
        Ok(Answer::redirect(PATH).told(say!("passkey-ending-the-passkey-is-removed")))
    })
}
