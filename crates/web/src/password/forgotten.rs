//! A forgotten password: whoever asks for a new one is answered alike.

use axum::http::header;
use baton_core::refusal::Refusal;
use baton_core::vault::hex;
use baton_core::{say, word};
use maud::html;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::limits::{FORGOTTEN, FORGOTTEN_FROM, of_address};
use crate::page::Page;
use crate::route::{Access, Pending, Reply, Route};
use crate::session::code::KEPT_SECONDS;
use crate::session::cookie::Cookie;
use crate::session::print;
use crate::shape::{Field, Shape};
use crate::ui;

const PATH: &str = "/password/forgotten";

pub const ROUTES: &[Route] = &[
    Route::get(PATH, "password.forgotten.new", Access::Anyone, new)
        .summary("The form to ask for a new password")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(PATH, "password.forgotten.create", Access::Anyone, create)
        .summary("Ask for a new password; a code is mailed to whoever has the address")
        .body(&SHAPE)
        .again(new)
        .answers(&[Reply::bare(303, "On to the code")]),
];

static SHAPE: Shape = Shape::new(
    "ForgottenPassword",
    &[Field::text("email", 254)
        .label(word!("password-forgotten-e-mail-address"))
        .hint(word!("password-forgotten-the-one-with-which-you-sign"))
        .ask(word!("password-forgotten-enter-your-e-mail-address"))
        .required()],
);

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let back =
            html! { p { a href="/sign-in" { (say!("password-forgotten-back-to-signing-in")) } } };
        let main = if ctx.desk()?.sends_letters() {
            let inside = html! {
                (ctx.form(&SHAPE).email("email"))
                (ui::button::main(say!("password-forgotten-send-me-a-code")))
            };
            html! {
                p { (say!("password-forgotten-we-send-a-code-to-this")) }
                (ui::form::post(&ctx.token, PATH, &inside))
                (back)
            }
        } else {
            html! {
                p { (say!("password-forgotten-letters-do-not-leave-here-so")) }
                (back)
            }
        };
        Ok(Answer::page(Page::alone(say!("password-forgotten-a-new-password"), main)))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let email = ctx.input.words("email").trim();
        let plain = email.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && !host.is_empty() && !email.contains(char::is_whitespace)
        });
        if !plain {
            let message = say!("password-forgotten-write-the-address-like-name");
            return Err(Refusal::invalid("email", "not_an_address", message).into());
        }
        ctx.app.limits.count(FORGOTTEN, &hex(&print(&email.to_lowercase())), ctx.now)?;
        ctx.app.limits.count(FORGOTTEN_FROM, &of_address(ctx.address), ctx.now)?;
        let key = ctx.desk()?.begin_new_password(email).await?;
        let cookie = Cookie::Begun.write(&key, KEPT_SECONDS, ctx.app.settings.secure_cookies);
        Ok(Answer::redirect("/password/new").header(header::SET_COOKIE, &cookie))
    })
}
