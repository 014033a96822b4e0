//! A new password for a forgotten one, with the code that was mailed, in the browser that asked.

use axum::http::header;
use baton_core::{say, word};
use baton_desk::password::Chosen;
use maud::{Markup, html};

use super::CHOSEN;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::limits::{AGAIN, of_address};
use crate::page::Page;
use crate::route::{Access, Pending, Reply, Route};
use crate::session::code::wrong;
use crate::session::cookie::Cookie;
use crate::shape::{Field, Shape};
use crate::ui;

const PATH: &str = "/password/new";

pub const ROUTES: &[Route] = &[
    Route::get(PATH, "password.new", Access::Anyone, new)
        .summary("The form for a new password and the code that was mailed")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(PATH, "password.create", Access::Anyone, create)
        .summary("Choose a new password with the code that was mailed")
        .body(&SHAPE)
        .again(new)
        .answers(&[Reply::bare(303, "On to signing in")]),
];

static SHAPE: Shape = Shape::new(
    "NewPassword",
    &[
        Field::text("code", 64)
            .label(word!("password-new-code"))
            .hint(word!("password-new-eight-digits-from-the-letter"))
            .ask(word!("password-new-enter-the-code-from-the-letter"))
            .required(),
        CHOSEN,
    ],
);

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        if !ctx.desk()?.awaits_new_password(&ctx.begun).await? {
            return Ok(Answer::page(Page::alone(
                say!("password-new-ask-for-a-new-code"),
                over(&ctx.begun),
            )));
        }
        let form = ctx.form(&SHAPE);
        let inside = html! {
            (form.code("code"))
            (form.password("password", "new-password"))
            (ui::button::main(say!("password-new-set-the-password")))
        };
        let main = html! {
            p { (say!("password-new-if-somebody-here-has-the")) }
            (ui::form::post(&ctx.token, PATH, &inside))
            p { a href="/password/forgotten" { (say!("password-new-ask-for-another-code")) } }
        };
        Ok(Answer::page(Page::alone(say!("password-new-a-new-password"), main)))
    })
}

/// Why nothing is awaited from this browser.
fn over(begun: &str) -> Markup {
    html! {
        @if begun.is_empty() {
            p { (say!("password-new-no-code-was-asked-for-in")) }
        } @else {
            p { (say!("password-new-the-code-has-expired-was-used")) }
        }
        p { (ui::button::link(say!("password-new-ask-for-a-code"), "/password/forgotten")) }
    }
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        ctx.app.limits.count(AGAIN, &of_address(ctx.address), ctx.now)?;
        let (code, password) = (ctx.input.words("code"), ctx.input.words("password"));
        match ctx.desk()?.choose_new_password(&ctx.begun, code, password).await? {
            Chosen::Done => {
                ctx.app.session_ended();
                let gone = Cookie::Begun.write("", 0, ctx.app.settings.secure_cookies);
                Ok(Answer::redirect("/sign-in")
                    .header(header::SET_COOKIE, &gone)
                    .told(say!("password-new-your-password-is-set-sign-in")))
            }
            Chosen::Wrong(left) => Err(wrong(left).into()),
            Chosen::Over => Ok(Answer::redirect(PATH)),
        }
    })
}
