//! Forms for who owns a case, and how urgent it is.

use baton_core::case::command::Command;
use baton_core::case::kinds::Priority;
use maud::html;

use super::{frame, since};
use crate::case;
use crate::case::owner::{OWNER, PRIORITY};
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::reach::{self, File};
use crate::request::acts::{choice, words};
use crate::route::{Access, Pending, Reply, Route};
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
                (file.directory.person_name(file.case.owner)) " owns it now. The new owner is told."
            }
            @if choices.is_empty() {
                p { "Nobody else of " (department) " could take it." }
                (ui::button::plain_link("Back to the case", &frame::at(&file.case, "")))
            } @else {
                (frame::form(&ctx, &file.case, "owner", &html! { (form.select("person", &choices)) },
                    ui::button::main("Give it to them")))
            }
            p.muted {
                "To give the case to another department, "
                a href=(frame::at(&file.case, "requests/new?mode=transfer")) { "ask it to take over" } "."
            }
        };
        frame::page(&ctx, &file, "Give the case to a colleague", main, None).await
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
        frame::done(&case, format!("{} owns the case now.", directory.person_name(owner)))
    })
}

fn new_priority(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        let start = Kept::new(vec![("priority".to_owned(), file.case.priority.name().to_owned())]);
        let form = ctx.form(&PRIORITY).starting(&start);
        let fields = html! { div.inline-choices { (form.radios("priority", &priorities())) } (form.lines("reason", 3)) };
        let button = ui::button::main("Change the priority");
        let main = frame::form(&ctx, &file.case, "priority", &fields, button);
        frame::page(&ctx, &file, "Change the priority", main, None).await
    })
}

fn rank(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        since::look(&mut ctx, &case).await?;
        let priority = choice(&ctx.input, "priority", Priority::parse).unwrap_or(Priority::Normal);
        let reason = words(&ctx.input, "reason");
        let case = case::act(&ctx, Command::ChangePriority { priority, reason }).await?;
        frame::done(&case, "The priority is changed.")
    })
}
