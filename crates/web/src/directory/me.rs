//! Who I am here, and when I am away.

use baton_core::directory::{Absence, Command};
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::directory::{PERSON, person};

pub static ABSENCE: Shape = Shape::new(
    "AbsenceForm",
    &[
        Field::time("from")
            .required()
            .label(word!("directory-me-from"))
            .ask(word!("directory-me-say-from-when")),
        Field::time("to")
            .required()
            .label(word!("directory-me-to"))
            .ask(word!("directory-me-say-until-when")),
        Field::id("deputy")
            .label(word!("directory-me-who-acts-in-your-place"))
            .hint(word!("directory-me-id-or-e-mail-address")),
    ],
);

pub static ENDING: Shape = Shape::new(
    "AbsenceEnding",
    &[Field::time("from")
        .required()
        .label(word!("directory-me-from"))
        .ask(word!("directory-me-say-when-it-begins"))],
);

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/me", "me.show", Access::SignedIn, show)
        .summary("Who I am")
        .answers(&[Reply::ok("The person", &Out::Thing(&PERSON))]),
    Route::post(
        "/api/v1/people/{id}/absences",
        "people.absences.create",
        Access::SignedIn,
        create_absence,
    )
    .summary("Record an absence; the reason is nobody's business")
    .body(&ABSENCE)
    .answers(&[Reply::ok("The person", &Out::Thing(&PERSON))])
    .refusals(&[Code::NotAllowed]),
    Route::post(
        "/api/v1/people/{id}/absences/ending",
        "people.absences.ending.create",
        Access::SignedIn,
        end_absence,
    )
    .summary("End the absence that begins at a moment, or take it back")
    .body(&ENDING)
    .answers(&[Reply::ok("The person", &Out::Thing(&PERSON))])
    .refusals(&[Code::NotAllowed]),
];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = ctx.who.person().ok_or_else(Trouble::not_found)?;
        shown(&ctx, id)
    })
}

fn shown(ctx: &Ctx, id: baton_core::ids::PersonId) -> Result<Answer, Trouble> {
    let directory = ctx.desk()?.directory();
    let one = directory.person(id).ok_or_else(Trouble::not_found)?;
    Answer::json(&person(&directory, one, ctx.now))
}

fn create_absence(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = reach::person(&ctx, "id", ctx.param("id")).map_err(|_| Trouble::not_found())?;
        let (Some(from), Some(to)) = (ctx.input.time("from"), ctx.input.time("to")) else {
            return Err(Refusal::invalid(
                "from",
                "missing",
                say!("directory-me-say-from-when-until-when"),
            )
            .into());
        };
        let deputy = ctx.input.text("deputy").map(|text| reach::person(&ctx, "deputy", text));
        let absence = Absence { from, to, deputy: deputy.transpose()? };
        let command = Command::RecordAbsence { person: id, absence };
        ctx.desk()?.ask_of_directory(&ctx.who, command, ctx.asked()).await?;
        shown(&ctx, id)
    })
}

fn end_absence(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = reach::person(&ctx, "id", ctx.param("id")).map_err(|_| Trouble::not_found())?;
        let from = ctx.input.time("from").ok_or_else(Trouble::not_found)?;
        let command = Command::EndAbsence { person: id, from };
        ctx.desk()?.ask_of_directory(&ctx.who, command, ctx.asked()).await?;
        shown(&ctx, id)
    })
}
