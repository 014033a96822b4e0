//! Showing again that it is you, before something that an open browser alone shall not do.

use baton_core::refusal::Refusal;
use baton_core::{say, word};
use maud::html;

use super::code::CODE;
use super::sign_in::open;
use super::{passkey, sso};
use crate::answer::{Answer, own_path};
use crate::ctx::Ctx;
use crate::limits::AGAIN;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Shape};
use crate::ui;

const PATH: &str = "/confirm";

pub const ROUTES: &[Route] = &[
    Route::get(PATH, "confirmation.new", Access::SignedIn, new)
        .summary("The form to show again that it is you")
        .query(&[Field::text("next", 500)])
        .setting_up()
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(PATH, "confirmation.create", Access::SignedIn, create)
        .summary("Show again that it is you")
        .body(&SHAPE)
        .again(new)
        .setting_up()
        .answers(&[Reply::bare(303, "On to what was wanted")]),
];

static SHAPE: Shape =
    Shape::new("Confirmation", &[PASSWORD, CODE_IF_ANY, Field::text("next", 500)]);

/// The password of whoever is signed in.
pub const PASSWORD: Field = Field::text("password", 256)
    .label(word!("session-confirmation-your-password"))
    .ask(word!("session-confirmation-enter-your-password"))
    .required()
    .secret();

const CODE_IF_ANY: Field = Field { required: false, needed: true, ..CODE };

pub(super) fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let next = own_path(ctx.query.text("next").unwrap_or_else(|| ctx.kept("next")));
        let (desk, person) = (ctx.desk()?, ctx.viewer()?.person);
        let on = desk.second_step(person).await?.is_some();
        let account = desk.has_sso(person).await?;
        let keys = !desk.passkeys(person).await?.is_empty();
        let form = ctx.form(&SHAPE);
        let inside = html! {
            input type="hidden" name="next" value=(next);
            (form.password("password", "current-password"))
            @if on { (form.code("code")) }
            (ui::button::main(say!("session-confirmation-go-on")))
        };
        let main = html! {
            p.lead { (say!("session-confirmation-what-comes-next-needs-your")) }
            (ui::form::post(&ctx.token, PATH, &inside))
            @if keys { (passkey::to_confirm(&ctx, next)) }
            @if account { (sso::button(&ctx, next)) }
        };
        Ok(Answer::page(Page::new(say!("session-confirmation-is-it-you"), main).at(Place::Account)))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let person = ctx.viewer()?.person;
        right_password(&ctx).await?;
        if ctx.desk()?.second_step(person).await?.is_some() {
            right_code(&ctx).await?;
        }
        open(&ctx, person).await
    })
}

/// Whether the field `password` holds the password of whoever is signed in.
///
/// # Errors
/// `invalid` when it does not; too many tries.
pub async fn right_password(ctx: &Ctx) -> Result<(), Trouble> {
    let viewer = ctx.viewer()?;
    ctx.app.limits.count(AGAIN, &viewer.person.to_string(), ctx.now)?;
    let login = ctx.app.doors.login(&viewer.email).await.map_err(Trouble::Broken)?;
    let hash = login.filter(|login| login.person == viewer.person).and_then(|login| login.hash);
    let (doors, password) = (ctx.app.doors.clone(), ctx.input.words("password").to_owned());
    if ctx.app.pool.run(move || doors.verify(&password, hash.as_deref())).await? {
        return Ok(());
    }
    Err(Refusal::invalid(
        "password",
        "not_recognised",
        say!("session-confirmation-this-is-not-your-password"),
    )
    .into())
}

/// Whether the field `code` holds a code of whoever is signed in; it is used up by that.
///
/// # Errors
/// `invalid` when it does not; too many tries.
pub async fn right_code(ctx: &Ctx) -> Result<(), Trouble> {
    let person = ctx.viewer()?.person;
    ctx.app.limits.count(AGAIN, &format!("{person}-code"), ctx.now)?;
    if ctx.desk()?.takes_code(person, ctx.input.words("code")).await? {
        return Ok(());
    }
    let message = say!("session-confirmation-this-code-does-not-fit-each");
    Err(Refusal::invalid("code", "not_recognised", message).into())
}
