//! Signing in with an address and a password. Whoever is not known gets the same answer, after the
//! same work.

use axum::http::header;
use baton_core::ids::PersonId;
use baton_core::refusal::Refusal;
use baton_core::vault::hex;
use baton_core::{say, word};
use maud::html;

use super::cookie::Cookie;
use super::{code, forgery, passkey, print, spans, sso};
use crate::answer::{Answer, own_path};
use crate::ctx::{Ctx, Via};
use crate::doors::Session;
use crate::limits::{SIGN_IN, of_address};
use crate::page::Page;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Shape};
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get("/sign-in", "sign_in.new", Access::Anyone, new)
        .summary("The form to sign in with")
        .query(&[Field::text("next", 500)])
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/sign-in", "sign_in.create", Access::Anyone, create)
        .summary("Sign in")
        .body(&SHAPE)
        .again(new)
        .answers(&[Reply::bare(303, "Signed in")]),
];

pub static SHAPE: Shape = Shape::new(
    "SignIn",
    &[
        Field::text("email", 254)
            .label(word!("session-sign-in-e-mail-address"))
            .ask(word!("session-sign-in-enter-your-e-mail-address"))
            .required(),
        Field::text("password", 256)
            .label(word!("session-sign-in-password"))
            .ask(word!("session-sign-in-enter-your-password"))
            .required()
            .secret(),
        Field::text("next", 500),
    ],
);

pub(super) fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let next = own_path(ctx.query.text("next").unwrap_or_else(|| ctx.kept("next"))).to_owned();
        if ctx.viewer.is_some() && ctx.refusal.is_none() {
            return Ok(Answer::redirect(&next));
        }
        let form = ctx.form(&SHAPE);
        let main = html! {
            form method="post" action="/sign-in" novalidate {
                (ui::form::token(&ctx.token))
                input type="hidden" name="next" value=(next);
                (form.email("email"))
                (form.password("password", "current-password"))
                (ui::button::main(say!("session-sign-in-sign-in")))
            }
            (passkey::to_sign_in(&ctx, &next))
            (sso::button(&ctx, &next))
            p { a href="/password/forgotten" { (say!("session-sign-in-i-have-forgotten-my-password")) } }
        };
        Ok(Answer::page(Page::alone(say!("session-sign-in-sign-in"), main)))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (email, password) = (ctx.input.words("email").trim(), ctx.input.words("password"));
        let account = hex(&print(&email.to_lowercase()));
        ctx.app.limits.count(SIGN_IN, &account, ctx.now)?;
        ctx.app.limits.count(SIGN_IN, &of_address(ctx.address), ctx.now)?;

        let login = ctx.app.doors.login(email).await.map_err(Trouble::Broken)?;
        let hash = login.as_ref().and_then(|login| login.hash.clone());
        let (doors, password) = (ctx.app.doors.clone(), password.to_owned());
        let right = ctx.app.pool.run(move || doors.verify(&password, hash.as_deref())).await?;
        let Some(login) = login.filter(|_| right) else {
            return Err(not_recognised().into());
        };
        if login.second_step {
            let next = ctx.input.text("next").unwrap_or("/");
            return code::begin(&ctx, login.person, next).await;
        }
        if login.needs_more {
            return Err(passkey::needed().into());
        }
        open(&ctx, login.person).await
    })
}

/// The same for a wrong password, an unknown address and a person who has left.
fn not_recognised() -> Refusal {
    Refusal::invalid(
        "email",
        "not_recognised",
        say!("session-sign-in-check-your-e-mail-address-and"),
    )
}

/// Signed in: a new session, and on to where they wanted to go.
pub(crate) async fn open(ctx: &Ctx, person: PersonId) -> Result<Answer, Trouble> {
    let renewed = renew(ctx, person).await?;
    renewed.put(ctx, Answer::redirect(ctx.input.text("next").unwrap_or("/")))
}

/// A new session with a new secret; the one that this browser had before is ended.
pub(crate) async fn renew(ctx: &Ctx, person: PersonId) -> Result<Renewed, Trouble> {
    let doors = &ctx.app.doors;
    let Some(known) = doors.person(person).await.map_err(Trouble::Broken)? else {
        return Err(not_recognised().into());
    };
    if let Some(viewer) = &ctx.viewer
        && let Via::Session(old) = viewer.via
    {
        doors.end_session(viewer.person, old).await.map_err(Trouble::Broken)?;
    }
    let secret = hex(&doors.random().map_err(Trouble::Broken)?);
    let (_, absolute) = spans(&known.who);
    let session = Session {
        print: print(&secret),
        person,
        created_at: ctx.now,
        seen_at: ctx.now,
        expires_at: ctx.now + absolute,
        label: format!("{} · {}", ctx.agent, ctx.address),
    };
    doors.open_session(secret.clone(), session).await.map_err(Trouble::Broken)?;
    Ok(Renewed { secret, seconds: absolute.as_seconds() })
}

/// A session that has just begun, on its way to the browser.
pub(crate) struct Renewed {
    secret: String,
    seconds: i64,
}

impl Renewed {
    /// Hands it out with an answer, whose forms are bound to it.
    pub fn put(self, ctx: &Ctx, mut answer: Answer) -> Result<Answer, Trouble> {
        let random = ctx.app.doors.random().map_err(Trouble::Broken)?;
        answer.form_token = Some(forgery::token(&self.secret, random));
        let secure = ctx.app.settings.secure_cookies;
        let cookie = Cookie::Session.write(&self.secret, self.seconds, secure);
        let answer = answer.header(header::SET_COOKIE, &cookie);
        let gone = [Cookie::Visit, Cookie::Begun].map(|cookie| cookie.write("", 0, secure));
        Ok(gone.iter().fold(answer, |answer, line| answer.header(header::SET_COOKIE, line)))
    }
}
