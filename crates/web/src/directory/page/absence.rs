//! Somebody will be away, or is back.

use baton_core::directory::{Absence, Command};
use baton_core::refusal::Refusal;
use baton_core::say;
use maud::html;

use super::edit::{self, people};
use super::person::{reached, speaks_for};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::directory::me::{ABSENCE, ENDING};
use crate::input::Kept;
use crate::problem::Trouble;
use crate::reach;
use crate::request::page::choices::borrowed;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get("/people/{id}/absences/new", "pages.people.absences.new", Access::SignedIn, new)
        .summary("The form to record an absence")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/people/{id}/absences", "pages.people.absences.create", Access::SignedIn, create)
        .summary("From its form, record an absence")
        .body(&ABSENCE)
        .answers(&[Reply::bare(303, "Recorded")])
        .again(new),
    Route::post(
        "/people/{id}/absences/ending",
        "pages.people.absences.ending.create",
        Access::SignedIn,
        end,
    )
    .summary("End an absence, from the page of the person")
    .body(&ENDING)
    .answers(&[Reply::bare(303, "Ended")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let id = reached(&ctx)?;
        let person = directory.person(id).ok_or_else(Trouble::not_found)?;
        let href = format!("/people/{id}");
        let name = directory.person_name(id).to_owned();
        if !speaks_for(&ctx, person) {
            let what = say!("directory-absence-an-absence-is-recorded-by-the");
            return Ok(edit::not_yours(what, (&say!("directory-absence-back-to", name), &href)));
        }
        let start = Kept::new(vec![
            ("from.time".to_owned(), "09:00".to_owned()),
            ("to.time".to_owned(), "09:00".to_owned()),
        ]);
        let form = ctx.form(&ABSENCE).starting(&start);
        let others = people(&directory, |other| other != id);
        let fields = html! {
            p.lead { (say!("directory-absence-from-when-until-when-the-reason")) }
            (form.moment("from"))
            (form.moment("to"))
            (form.select("deputy", &borrowed(&others)))
        };
        let back = say!("directory-absence-back-to", name);
        let action = format!("{href}/absences");
        let main = edit::form(
            &ctx,
            &action,
            None,
            &fields,
            say!("directory-absence-record-it"),
            (&back, &href),
        );
        Ok(Answer::page(edit::page(say!("directory-absence-will-be-away", name), main)))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = reached(&ctx)?;
        let (Some(from), Some(to)) = (ctx.input.time("from"), ctx.input.time("to")) else {
            return Err(Refusal::invalid(
                "from",
                "missing",
                say!("directory-absence-say-from-when-until-when"),
            )
            .into());
        };
        let deputy = ctx.input.text("deputy").map(|text| reach::person(&ctx, "deputy", text));
        let absence = Absence { from, to, deputy: deputy.transpose()? };
        run(&ctx, Command::RecordAbsence { person: id, absence }).await?;
        Ok(Answer::redirect(&format!("/people/{id}"))
            .told(say!("directory-absence-the-absence-is-recorded")))
    })
}

fn end(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = reached(&ctx)?;
        let from = ctx.input.time("from").ok_or_else(Trouble::not_found)?;
        run(&ctx, Command::EndAbsence { person: id, from }).await?;
        let zone = ctx.zone();
        let told = say!(
            "directory-absence-the-absence-from-is-ended",
            day = ui::when::day(from, ctx.now, &zone)
        );
        Ok(Answer::redirect(&format!("/people/{id}")).told(told))
    })
}

async fn run(ctx: &Ctx, command: Command) -> Result<(), Trouble> {
    ctx.desk()?.ask_of_directory(&ctx.who, command, ctx.asked()).await?;
    Ok(())
}
