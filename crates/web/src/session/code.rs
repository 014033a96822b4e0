//! The second step of signing in: a code, from the browser that gave the password.

use axum::http::header;
use baton_core::ids::{Id, PersonId};
use baton_core::refusal::Refusal;
use baton_core::{say, word};
use baton_desk::second_step::Tried;
use maud::html;

use super::cookie::Cookie;
use super::sign_in::open;
use crate::admit::with_next;
use crate::answer::{Answer, own_path};
use crate::ctx::Ctx;
use crate::limits::{AGAIN, of_address};
use crate::page::Page;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Shape};
use crate::ui;

const PATH: &str = "/sign-in/code";
/// Longer than a code may take, so that it can be said that it took too long.
pub const KEPT_SECONDS: i64 = 3_600;

pub const ROUTES: &[Route] = &[
    Route::get(PATH, "sign_in.code.new", Access::Anyone, new)
        .summary("The form for the code that follows the password")
        .query(&[Field::text("next", 500)])
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(PATH, "sign_in.code.create", Access::Anyone, create)
        .summary("Sign in with the code that follows the password")
        .body(&SHAPE)
        .again(new)
        .answers(&[Reply::bare(303, "Signed in")]),
];

pub static SHAPE: Shape = Shape::new("SignInCode", &[CODE, Field::text("next", 500)]);

/// A code of an app, or a recovery code in its place.
pub const CODE: Field = Field::text("code", 64)
    .label(word!("session-code-code"))
    .hint(word!("session-code-six-digits-from-your-app-or"))
    .ask(word!("session-code-enter-the-code-that-your-app"))
    .required();

/// The password was right, or another system knows them: on to the code.
pub async fn begin(ctx: &Ctx, person: PersonId, next: &str) -> Result<Answer, Trouble> {
    // Counted by person, so that passwords that are right do not give codes without end.
    ctx.app.limits.count(AGAIN, &format!("{:x} begun", person.bits()), ctx.now)?;
    let key = ctx.desk()?.begin_code(person).await?;
    let cookie = Cookie::Begun.write(&key, KEPT_SECONDS, ctx.app.settings.secure_cookies);
    Ok(Answer::redirect(&with_next(PATH, own_path(next))).header(header::SET_COOKIE, &cookie))
}

fn again() -> Answer {
    Answer::redirect("/sign-in").not_done(say!("session-code-begin-again-with-your-password"))
}

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let next = own_path(ctx.query.text("next").unwrap_or_else(|| ctx.kept("next"))).to_owned();
        if ctx.viewer.is_some() {
            return Ok(Answer::redirect(&next));
        }
        if !ctx.desk()?.awaits_code(&ctx.begun).await? {
            return Ok(again());
        }
        let inside = html! {
            input type="hidden" name="next" value=(next);
            (ctx.form(&SHAPE).code("code"))
            (ui::button::main(say!("session-code-sign-in")))
        };
        let main = html! {
            (ui::form::post(&ctx.token, PATH, &inside))
            p.muted { (say!("session-code-you-have-lost-your-device-and")) }
            p { a href="/sign-in" { (say!("session-code-begin-again-as-somebody-else")) } }
        };
        Ok(Answer::page(Page::alone(say!("session-code-enter-your-code"), main)))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        ctx.app.limits.count(AGAIN, &of_address(ctx.address), ctx.now)?;
        match ctx.desk()?.try_code(&ctx.begun, ctx.input.words("code")).await? {
            Tried::Right(person) => open(&ctx, person).await,
            Tried::Wrong(left) => Err(wrong(left).into()),
            Tried::Over => Ok(again()),
        }
    })
}

/// What is said of a code that does not fit.
pub fn wrong(left: u32) -> Refusal {
    let message = say!("session-code-this-code-does-not-fit-each", left);
    Refusal::invalid("code", "not_recognised", message)
}
