//! Changing one's own password.

use baton_core::refusal::Refusal;
use baton_core::{say, word};
use maud::html;

use super::CHOSEN;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::limits::AGAIN;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::session::sign_in::renew;
use crate::shape::{Field, Shape};
use crate::ui;
use crate::ui::crumbs::crumbs;

const PATH: &str = "/account/password";

pub const ROUTES: &[Route] = &[
    Route::get(PATH, "account.password.new", Access::SignedIn, new)
        .summary("The form to change your password")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(PATH, "account.password.create", Access::SignedIn, create)
        .summary("Change your password")
        .body(&SHAPE)
        .again(new)
        .answers(&[Reply::bare(303, "Changed")]),
];

static SHAPE: Shape = Shape::new(
    "PasswordForm",
    &[
        Field::text("old", 256)
            .label(word!("password-change-password-until-now"))
            .ask(word!("password-change-enter-the-password-that-you"))
            .required()
            .secret(),
        CHOSEN,
    ],
);

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let form = ctx.form(&SHAPE);
        let inside = html! {
            (form.password("old", "current-password"))
            (form.password("password", "new-password"))
            (ui::button::main(say!("password-change-change-it")))
        };
        let main = html! {
            p { (say!("password-change-your-sessions-in-other-browsers")) }
            (ui::form::post(&ctx.token, PATH, &inside))
        };
        let page = Page::new(say!("password-change-change-your-password"), main).at(Place::Account);
        Ok(Answer::page(page.above(crumbs(&[(say!("password-change-my-settings"), "/settings")]))))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let viewer = ctx.viewer()?;
        ctx.app.limits.count(AGAIN, &viewer.person.to_string(), ctx.now)?;
        let login = ctx.app.doors.login(&viewer.email).await.map_err(Trouble::Broken)?;
        let hash = login.filter(|login| login.person == viewer.person).and_then(|login| login.hash);
        let (doors, old) = (ctx.app.doors.clone(), ctx.input.words("old").to_owned());
        if !ctx.app.pool.run(move || doors.verify(&old, hash.as_deref())).await? {
            let message = say!("password-change-this-is-not-the-password-that");
            return Err(Refusal::invalid("old", "not_recognised", message).into());
        }
        ctx.desk()?.set_password(viewer.person, ctx.input.words("password")).await?;
        ctx.app.session_ended();
        let answer = Answer::redirect("/settings");
        let answer = renew(&ctx, viewer.person).await?.put(&ctx, answer)?;
        Ok(answer.told(say!("password-change-your-password-is-changed-your")))
    })
}
