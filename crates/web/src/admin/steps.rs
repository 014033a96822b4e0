//! The first steps of a new house, for administrators: each is done by what is really there.

use baton_core::directory::Directory;
use baton_core::say;
use baton_desk::Desk;
use baton_desk::settings::Outbox;
use baton_store::rows;
use maud::{Markup, html};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::tell;
use crate::ui;
use crate::ui::status::{Status, tag_saying};
use crate::view::{Items, view};

view! {
    StepView as STEP "FirstStep" {
        "text" text: &'static str = Out::Text,
        "href" href: &'static str = Out::Text,
        "done" done: bool = Out::Flag,
    }
}

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/first-steps", "first_steps.list", Access::Administrator, list)
        .summary("The first steps of a new house, and which are done")
        .answers(&[Reply::ok("The steps in order", &Out::Items(&Out::Thing(&STEP)))]),
    Route::post(
        "/api/v1/first-steps/hiding",
        "first_steps.hiding.create",
        Access::Administrator,
        hide,
    )
    .summary("Hide the first steps for good")
    .answers(&[Reply::bare(204, "They are hidden")]),
    Route::post(
        "/first-steps/hiding",
        "pages.first_steps.hiding.create",
        Access::Administrator,
        hide_page,
    )
    .summary("Hide the first steps for good")
    .answers(&[Reply::bare(303, "Back to Today")]),
];

/// All seven, in order.
async fn steps(desk: &Desk) -> Result<Vec<StepView>, Trouble> {
    let (house, directory) = (desk.house(), desk.directory());
    let read_back = rows::request::any_read_back(&desk.store().link()).await?;
    let mail = !matches!(desk.settings().outbox, Outbox::Nowhere);
    let step = |text, href, done| StepView { text, href, done };
    Ok(vec![
        step(
            say!("admin-steps-name-the-organisation"),
            "/admin/organisation",
            !house.organisation.is_empty(),
        ),
        step(
            say!("admin-steps-add-a-second-department"),
            "/directory",
            directory.active_departments().count() > 1,
        ),
        step(say!("admin-steps-add-your-colleagues"), "/directory", humans(&directory) > 1),
        step(say!("admin-steps-say-what-a-department-does-for"), "/directory", serves(&directory)),
        step(say!("admin-steps-have-mail-leave"), "/admin/mail", mail),
        step(
            say!("admin-steps-choose-who-takes-in-what"),
            "/admin/organisation",
            house.intake.is_some(),
        ),
        step(say!("admin-steps-send-a-request-and-have-it"), "/cases/new", read_back),
    ])
}

fn humans(directory: &Directory) -> usize {
    directory.active_people().filter(|person| person.is_human()).count()
}

fn serves(directory: &Directory) -> bool {
    directory.services.values().any(|service| service.active)
}

/// The steps on Today, until all are done or somebody hides them; nothing for anybody else.
pub async fn on_today(ctx: &Ctx) -> Result<Markup, Trouble> {
    let desk = ctx.desk()?;
    if !ctx.who.administrator || !desk.house().first_steps {
        return Ok(html! {});
    }
    let steps = steps(desk).await?;
    let done = steps.iter().filter(|step| step.done).count();
    if done == steps.len() {
        return Ok(html! {});
    }
    Ok(markup(&ctx.token, &steps, done))
}

fn markup(token: &str, steps: &[StepView], done: usize) -> Markup {
    html! {
        section.steps aria-labelledby="first-steps" {
            h2 #first-steps { (say!("admin-steps-first-steps")) }
            p.muted { (tell!("admin-steps-of-done", done, steps = steps.len())) }
            ol {
                @for step in steps {
                    li {
                        @if step.done {
                            (tag_saying(Status::Answered, say!("admin-steps-done"))) " " (step.text)
                        } @else {
                            (tag_saying(Status::New, say!("admin-steps-to-do"))) " " a href=(step.href) { (step.text) }
                        }
                    }
                }
            }
            (ui::form::act(token, "/first-steps/hiding", say!("admin-steps-hide-these"), ""))
        }
    }
}

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move { Answer::json(&Items::whole(steps(ctx.desk()?).await?)) })
}

async fn hiding(ctx: &Ctx) -> Result<(), Trouble> {
    let desk = ctx.desk()?;
    let mut house = (*desk.house()).clone();
    house.first_steps = false;
    Ok(desk.set_house(&house).await?)
}

fn hide(ctx: Ctx) -> Pending {
    Box::pin(async move {
        hiding(&ctx).await?;
        Ok(Answer::empty(axum::http::StatusCode::NO_CONTENT))
    })
}

fn hide_page(ctx: Ctx) -> Pending {
    Box::pin(async move {
        hiding(&ctx).await?;
        Ok(Answer::redirect("/").told(say!("admin-steps-the-first-steps-are-hidden")))
    })
}
