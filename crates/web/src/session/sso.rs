//! Signing in by single sign-on: off to the other system, and back with what it says.

use axum::http::{HeaderName, StatusCode, header};
use baton_core::ids::PersonId;
use baton_core::say;
use baton_desk::sso::{Answered, Away, Back, Why};
use maud::{Markup, html};

use super::code;
use super::cookie::Cookie;
use super::sign_in::renew;
use crate::admit::with_next;
use crate::answer::{Answer, own_path};
use crate::ctx::Ctx;
use crate::limits::{SIGN_IN, of_address};
use crate::page::Page;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Shape};
use crate::ui;

const PATH: &str = "/sign-in/sso";
/// Longer than an answer may take, so that it can be said that it took too long.
const KEPT_SECONDS: i64 = 3_600;

pub const ROUTES: &[Route] = &[
    Route::post(PATH, "sign_in.sso.create", Access::Anyone, create)
        .summary("Go to the single sign-on of the organisation")
        .body(&SHAPE)
        .answers(&[Reply::bare(200, "A page that goes there")]),
    Route::get("/sign-in/sso/answer", "sign_in.sso.show", Access::Anyone, answer)
        .summary("Come back from the single sign-on")
        .query(&[Field::text("state", 500), Field::text("code", 4_000), Field::text("error", 200)])
        .answers(&[Reply::bare(303, "Signed in"), Reply::bare(403, "Why not, and what to do")]),
];

static SHAPE: Shape = Shape::new("SingleSignOn", &[Field::text("next", 500)]);

/// The button that goes there, where there is one.
pub fn button(ctx: &Ctx, next: &str) -> Markup {
    let desk = ctx.desk().ok();
    let provider = desk.and_then(|desk| desk.sso());
    let inside = provider.map(|provider| {
        html! {
            input type="hidden" name="next" value=(next);
            (ui::button::plain(&say!("session-sso-sign-in-with", name = provider.name)))
        }
    });
    html! { @if let Some(inside) = inside { (ui::form::post(&ctx.token, PATH, &inside)) } }
}

fn name(ctx: &Ctx) -> Result<String, Trouble> {
    let provider = ctx.desk()?.sso().ok_or_else(Trouble::not_found)?;
    Ok(provider.name.clone())
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let from = format!("{} sent", of_address(ctx.address));
        ctx.app.limits.count(SIGN_IN, &from, ctx.now)?;
        let next = own_path(ctx.input.words("next"));
        let again = ctx.viewer.is_some();
        match ctx.desk()?.begin_sso(&ctx.origin, next, again).await? {
            Some(away) => goes(&ctx, &away),
            None => not_in(&ctx, Why::Unreachable, next),
        }
    })
}

/// A page that goes on by itself. A form of ours may lead to our own pages only, so nothing is
/// redirected here.
fn goes(ctx: &Ctx, away: &Away) -> Result<Answer, Trouble> {
    let name = name(ctx)?;
    let main = html! {
        p { a href=(away.url) { (say!("session-sso-go-on-to", name = name)) } }
    };
    let page = Page::alone(say!("session-sso-you-are-on-your-way-to", name = name), main);
    let cookie = Cookie::Begun.write(&away.key, KEPT_SECONDS, ctx.app.settings.secure_cookies);
    let refresh = format!("0; url={}", away.url);
    Ok(Answer::page(page)
        .header(header::SET_COOKIE, &cookie)
        .header(HeaderName::from_static("refresh"), &refresh))
}

fn answer(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let desk = ctx.desk()?;
        name(&ctx)?;
        let from = format!("{} back", of_address(ctx.address));
        ctx.app.limits.count(SIGN_IN, &from, ctx.now)?;
        let (state, code) = (ctx.query.words("state"), ctx.query.words("code"));
        let back = Back { key: &ctx.begun, state, code };
        match desk.comes_back(&ctx.origin, back).await? {
            Answered::In { person, next } => let_in(&ctx, person, own_path(&next)).await,
            Answered::Not(why) => not_in(&ctx, why, "/"),
        }
    })
}

/// What the other system has not asked for is asked for here.
async fn let_in(ctx: &Ctx, person: PersonId, next: &str) -> Result<Answer, Trouble> {
    let desk = ctx.desk()?;
    if !desk.sso().is_some_and(|provider| provider.second_step) {
        if desk.second_step(person).await?.is_some() {
            return code::begin(ctx, person, next).await;
        }
        let who = desk.directory().who(person);
        let asked = who.is_some_and(|who| desk.house().second_step.of(&who));
        if asked && desk.has_other_means(person).await? {
            return Ok(refused(say!("session-passkey-your-organisation-asks-for-more"), next));
        }
    }
    renew(ctx, person).await?.put(ctx, Answer::redirect(next))
}

fn not_in(ctx: &Ctx, why: Why, next: &str) -> Result<Answer, Trouble> {
    let name = name(ctx)?;
    let sentence = match why {
        Why::Over => say!("session-sso-it-took-too-long-or-was", name = name),
        Why::Stopped => say!("session-sso-it-has-let-nobody-in", name = name),
        Why::Unreachable => say!("session-sso-it-does-not-answer", name = name),
        Why::NotAskedAgain => say!("session-sso-it-has-not-asked-again", name = name),
        Why::Unverified => say!("session-sso-your-address-is-not-verified", name = name),
        Why::Unknown => say!("session-sso-nobody-here-has-your-address", name = name),
        Why::Another => say!("session-sso-you-are-bound-to-another", name = name),
    };
    let answer = refused(&sentence, next);
    Ok(if why == Why::Unreachable { answer.status(StatusCode::BAD_GATEWAY) } else { answer })
}

fn refused(sentence: &str, next: &str) -> Answer {
    let back = with_next("/sign-in", next);
    let main = html! {
        (ui::notice::warn(sentence))
        p { (ui::button::link(say!("session-sso-back-to-signing-in"), &back)) }
    };
    let page = Page::alone(say!("session-sso-you-are-not-signed-in"), main);
    Answer::page(page).status(StatusCode::FORBIDDEN)
}
