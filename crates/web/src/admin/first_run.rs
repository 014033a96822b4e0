//! The first run: a house without anybody is set up by whoever holds the token that its console has
//! printed. Afterwards the page is not there.

use baton_core::refusal::Refusal;
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
            .label("Token")
            .hint("Baton printed it when it was started.")
            .ask("Enter the token that Baton printed.")
            .required(),
        Field::text("organisation", 200)
            .label("Name of the organisation")
            .ask("Enter the name of the organisation.")
            .required(),
        Field::lines("departments", 4_000)
            .label("Departments")
            .hint("One to a line. The first one takes cases from customers, and is yours.")
            .ask("Name at least one department.")
            .required(),
        Field::text("name", 200).label("Your name").ask("Enter your name.").required(),
        Field::text("email", 254)
            .label("Your e-mail address")
            .hint("You sign in with it.")
            .ask("Enter your e-mail address.")
            .required(),
        Field::text("password", 256)
            .label("Your password")
            .hint("At least 8 characters; 15 or more are better.")
            .ask("Choose a password.")
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
            ("departments".to_owned(), "Customer service\n".to_owned()),
        ]);
        let form = ctx.form(&FORM).starting(&start);
        let inside = html! {
            (form.text("token"))
            (form.text("organisation"))
            (form.lines("departments", 5))
            (form.text("name"))
            (form.email("email"))
            (form.password("password", "new-password"))
            (ui::button::main("Set it up"))
        };
        let main = html! {
            p.lead { "Nobody is here yet. You become the first administrator." }
            (ui::form::post(&ctx.token, PATH, &inside))
            p.muted { "To look around with made-up people and cases first, stop Baton and run "
                code { "baton demo" } "." }
        };
        Ok(Answer::page(Page::alone("Set up Baton", main)))
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
            let message = "Name at least one department.";
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
        Ok(open(&ctx, person).await?.told("Your house is set up. These are the first steps."))
    })
}
