//! Forms for who owns a case, and how urgent it is.

use baton_core::case::command::Command;
use baton_core::say;
use maud::html;

use super::{frame, since};
use crate::case;
use crate::case::owner::{OWNER, PRIORITY, ranking};
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::reach::{self, File};
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;
use crate::ui::words::priorities;

pub const ROUTES: &[Route] = &[
    Route::get("/cases/{id}/owner/new", "pages.cases.owner.new", Access::SignedIn, new)
        .summary("The form to give a case to a colleague")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/cases/{id}/owner", "pages.cases.owner.create", Access::SignedIn, create)
        .summary("Give a case to a colleague of the department")
        .body(&OWNER)
        .again(new)
        .answers(&[Reply::bare(303, "Back to the case")]),
    Route::get(
        "/cases/{id}/priority/new",
        "pages.cases.priority.new",
        Access::SignedIn,
        new_priority,
    )
    .summary("The form to change a priority")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post("/cases/{id}/priority", "pages.cases.priority.create", Access::SignedIn, rank)
        .summary("Change the priority of a case")
        .body(&PRIORITY)
        .again(new_priority)
        .answers(&[Reply::bare(303, "Back to the case")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        let colleagues = colleagues(&file);
        let form = ctx.form(&OWNER);
        let choices: Vec<(&str, &str)> =
            colleagues.iter().map(|(id, name)| (id.as_str(), name.as_str())).collect();
        let department = file.directory.department_name(file.case.department);
        let main = html! {
            p.lead {
                (tell!("case-owner-owns-it-now-the-new-owner", owner = file.directory.person_name(file.case.owner)))
            }
            @if choices.is_empty() {
                p { (tell!("case-owner-nobody-else-of-could-take-it", value = department)) }
                (ui::button::plain_link(say!("case-owner-back-to-the-case"), &frame::at(&file.case, "")))
            } @else {
                (frame::form(&ctx, &file.case, "owner", &html! { (form.select("person", &choices)) },
                    ui::button::main(say!("case-owner-give-it-to-them"))))
            }
            p.muted {
                (tell!("case-owner-to-give-the-case-to-another", link = html! { a href=(frame::at(&file.case, "requests/new?mode=transfer")) { (say!("case-owner-ask-it-to-take-over")) } }))
            }
        };
        frame::page(&ctx, &file, say!("case-owner-give-the-case-to-a-colleague"), main, None).await
    })
}

/// Those who could own it: ids and names, by name.
fn colleagues(file: &File) -> Vec<(String, String)> {
    let directory = &file.directory;
    let mut colleagues: Vec<(String, String)> = directory
        .active_people()
        .filter(|one| one.is_human() && one.belongs_to(file.case.department))
        .filter(|one| one.id != file.case.owner)
        .map(|one| (one.id.to_string(), directory.person_name(one.id).to_owned()))
        .collect();
    colleagues.sort_by(|a, b| a.1.cmp(&b.1));
    colleagues
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        since::look(&mut ctx, &case).await?;
        let owner = reach::person(&ctx, "person", ctx.input.words("person"))?;
        let case = case::act(&ctx, Command::ChangeOwner { owner }).await?;
        let directory = ctx.desk()?.directory();
        frame::done(
            &case,
            say!("case-owner-owns-the-case-now", owner = directory.person_name(owner)),
        )
    })
}

fn new_priority(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        let start = Kept::new(vec![("priority".to_owned(), file.case.priority.name().to_owned())]);
        let form = ctx.form(&PRIORITY).starting(&start);
        let fields = html! { div.inline-choices { (form.radios("priority", &priorities())) } (form.lines("reason", 3))
        @if file.case.service_level.is_some() { (form.tick("customer_agreed")) } };
        let button = ui::button::main(say!("case-owner-change-the-priority"));
        let main = frame::form(&ctx, &file.case, "priority", &fields, button);
        frame::page(&ctx, &file, say!("case-owner-change-the-priority"), main, None).await
    })
}

fn rank(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        since::look(&mut ctx, &case).await?;
        let case = case::act(&ctx, ranking(&ctx.input)).await?;
        frame::done(&case, say!("case-owner-the-priority-is-changed"))
    })
}
