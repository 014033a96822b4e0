//! The first run: a house without anybody is set up by whoever holds the token that its console has
//! printed. Afterwards the page is not there.

use baton_core::refusal::Refusal;
use baton_core::{say, word};
use baton_desk::first_run::FirstRun;
use maud::html;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::limits::{SIGN_IN, of_address};
use crate::page::Page;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::session::sign_in::open;
use crate::shape::{Field, Shape};
use crate::tell;
use crate::ui;

const PATH: &str = "/first-run";

pub const ROUTES: &[Route] = &[
    Route::get(PATH, "first_run.new", Access::Anyone, new)
        .summary("The form to set up a house without anybody")
        .query(&[Field::text("token", 100)])
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(PATH, "first_run.create", Access::Anyone, create)
        .summary("Set up a house without anybody")
        .body(&FORM)
        .again(new)
        .answers(&[Reply::bare(303, "Set up, and signed in")]),
];

static FORM: Shape = Shape::new(
    "FirstRunForm",
    &[
        Field::text("token", 100)
            .label(word!("admin-first-run-token"))
            .hint(word!("admin-first-run-baton-printed-it-when-it-was"))
            .ask(word!("admin-first-run-enter-the-token-that-baton"))
            .required(),
        Field::text("organisation", 200)
            .label(word!("admin-first-run-name-of-the-organisation"))
            .ask(word!("admin-first-run-enter-the-name-of-the"))
            .required(),
        Field::lines("departments", 4_000)
            .label(word!("admin-first-run-departments"))
            .hint(word!("admin-first-run-one-to-a-line-the-first"))
            .ask(word!("admin-first-run-name-at-least-one-department"))
            .required(),
        Field::text("name", 200)
            .label(word!("admin-first-run-your-name"))
            .ask(word!("admin-first-run-enter-your-name"))
            .required(),
        Field::text("email", 254)
            .label(word!("admin-first-run-your-e-mail-address"))
            .hint(word!("admin-first-run-you-sign-in-with-it"))
            .ask(word!("admin-first-run-enter-your-e-mail-address"))
            .required(),
        Field::text("password", 256)
            .label(word!("admin-first-run-your-password"))
            .hint(word!("admin-first-run-at-least-8-characters-15-or"))
            .ask(word!("admin-first-run-choose-a-password"))
            .required()
            .secret(),
    ],
);

fn awaited(ctx: &Ctx) -> Result<(), Trouble> {
    if ctx.desk()?.awaits_first_run() { Ok(()) } else { Err(Trouble::not_found()) }
}

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        awaited(&ctx)?;
        let token = ctx.query.text("token").unwrap_or_default().to_owned();
        let start = Kept::new(vec![
            ("token".to_owned(), token),
            ("departments".to_owned(), say!("admin-first-run-customer-service").to_owned()),
        ]);
        let form = ctx.form(&FORM).starting(&start);
        let inside = html! {
            (form.text("token"))
            (form.text("organisation"))
            (form.lines("departments", 5))
            (form.text("name"))
            (form.email("email"))
            (form.password("password", "new-password"))
            (ui::button::main(say!("admin-first-run-set-it-up")))
        };
        let main = html! {
            p.lead { (say!("admin-first-run-nobody-is-here-yet-you-become")) }
            (ui::form::post(&ctx.token, PATH, &inside))
            p.muted { (tell!("admin-first-run-to-look-around-with-made-up", code = html! { code { "baton demo" } })) }
        };
        Ok(Answer::page(Page::alone(say!("admin-first-run-set-up-baton"), main)))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        awaited(&ctx)?;
        // The token cannot be guessed; still nobody shall try for long.
        ctx.app.limits.count(SIGN_IN, &of_address(ctx.address), ctx.now)?;
        let text = |name: &str| ctx.input.words(name).trim().to_owned();
        let lines = ctx.input.words("departments").lines().map(str::trim);
        let departments: Vec<String> =
            lines.filter(|line| !line.is_empty()).map(str::to_owned).collect();
        if departments.is_empty() {
            let message = say!("admin-first-run-name-at-least-one-department");
            return Err(Refusal::invalid("departments", "missing", message).into());
        }
        let form = FirstRun {
            organisation: text("organisation"),
            name: text("name"),
            email: text("email"),
            password: ctx.input.words("password").to_owned(),
            departments,
        };
        let person = ctx.desk()?.first_run(&text("token"), &form).await?;
        Ok(open(&ctx, person).await?.told(say!("admin-first-run-your-house-is-set-up-these")))
    })
}
