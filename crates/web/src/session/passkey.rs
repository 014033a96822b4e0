//! Signing in with a passkey, and showing with one that it is still you. It is a password and a code
//! in one, so nothing follows it.

use axum::http::header;
use baton_core::ids::PersonId;
use baton_core::refusal::Refusal;
use baton_core::say;
use baton_desk::passkey::Asked;
use maud::{Markup, html};

use super::confirmation;
use super::cookie::Cookie;
use super::sign_in::{self, open};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::limits::{AGAIN, SIGN_IN, of_address};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Shape};
use crate::ui::passkey::{Ask, CREDENTIAL, Way, form};

const SIGN_IN_PATH: &str = "/sign-in/passkey";
const CONFIRM_PATH: &str = "/confirm/passkey";
const CHALLENGE: &str = "/sign-in/passkey/challenge";
/// Longer than a device may take, so that it can be said that it took too long.
const KEPT_SECONDS: i64 = 3_600;

pub const ROUTES: &[Route] = &[
    Route::post(CHALLENGE, "sign_in.passkey.challenge.create", Access::Anyone, challenge)
        .summary("What a device is to be asked, to sign in with its passkey")
        .setting_up()
        .answers(&[Reply::bare(200, "Options for the browser, as JSON")]),
    Route::post(SIGN_IN_PATH, "sign_in.passkey.create", Access::Anyone, create)
        .summary("Sign in with a passkey")
        .body(&SHAPE)
        .again(sign_in::new)
        .answers(&[Reply::bare(303, "Signed in")]),
    Route::post(CONFIRM_PATH, "confirmation.passkey.create", Access::SignedIn, confirm)
        .summary("Show again that it is you, with a passkey")
        .body(&SHAPE)
        .again(confirmation::new)
        .setting_up()
        .answers(&[Reply::bare(303, "On to what was wanted")]),
];

static SHAPE: Shape = Shape::new("PasskeyProof", &[CREDENTIAL, Field::text("next", 500)]);

/// Hands out what a device is asked; the browser holds the key to it.
pub fn handed_out(ctx: &Ctx, asked: &Asked) -> Result<Answer, Trouble> {
    let cookie = Cookie::Begun.write(&asked.key, KEPT_SECONDS, ctx.app.settings.secure_cookies);
    Ok(Answer::json(&asked.options)?.header(header::SET_COOKIE, &cookie))
}

fn challenge(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let from = format!("{} asked", of_address(ctx.address));
        ctx.app.limits.count(SIGN_IN, &from, ctx.now)?;
        handed_out(&ctx, &ctx.desk()?.begin_passkey_sign_in(&ctx.origin).await?)
    })
}

async fn proved(ctx: &Ctx) -> Result<PersonId, Trouble> {
    let answer = ctx.input.words(CREDENTIAL.name);
    Ok(ctx.desk()?.signs_in_by_passkey(&ctx.begun, &ctx.origin, answer).await?)
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        // Counted apart, so that a password can be typed where a device has failed.
        let from = format!("{} answered", of_address(ctx.address));
        ctx.app.limits.count(SIGN_IN, &from, ctx.now)?;
        let person = proved(&ctx).await?;
        open(&ctx, person).await
    })
}

fn confirm(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let me = ctx.viewer()?.person;
        ctx.app.limits.count(AGAIN, &format!("{me}-passkey"), ctx.now)?;
        if proved(&ctx).await? != me {
            let message = say!("session-passkey-this-passkey-is-not-yours");
            return Err(Refusal::invalid(CREDENTIAL.name, "not_recognised", message).into());
        }
        open(&ctx, me).await
    })
}

/// The way to sign in without a password, where browsers know passkeys.
pub fn to_sign_in(ctx: &Ctx, next: &str) -> Markup {
    let button = say!("session-passkey-sign-in-with-a-passkey");
    offered(ctx, SIGN_IN_PATH, next, button)
}

/// The same for whoever shows again that it is them.
pub fn to_confirm(ctx: &Ctx, next: &str) -> Markup {
    offered(ctx, CONFIRM_PATH, next, say!("session-passkey-show-it-with-a-passkey"))
}

fn offered(ctx: &Ctx, action: &str, next: &str, button: &str) -> Markup {
    if !ctx.desk().is_ok_and(|desk| desk.takes_passkeys_at(&ctx.origin)) {
        return html! {};
    }
    let way = Way { action, challenge: CHALLENGE, ask: Ask::Proof };
    let inside = html! { input type="hidden" name="next" value=(next); };
    form(&ctx.token, way, &inside, button, ctx.error(CREDENTIAL.name))
}

/// What a right password is answered with, where it alone is not enough.
pub fn needed() -> Refusal {
    let message = say!("session-passkey-your-organisation-asks-for-more");
    Refusal::invalid("password", "passkey_needed", message)
}
