//! Advice for programs.

use baton_core::case::kinds::{Mode, NeededByReason};
use baton_core::refusal::Code;
use baton_core::word;

use super::view::ADVICE;
use super::written::{Written, of_case, of_request, weigh};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::reach;
use crate::request::acts::LONG;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Kind, Out, Shape};

const FACT: Kind = Kind::Text { most: 80, lines: false };

/// Facts that somebody confirms.
pub const FACTS: Field = Field::list("facts", &FACT, 30)
    .label(word!("advice-api-what-is-so"))
    .hint(word!("advice-api-as-the-advice-names-them-legal"));
/// Why somebody chooses otherwise than advised.
pub const REASON: Field =
    Field::lines("advice_reason", LONG).label(word!("advice-api-why-otherwise-than-advised"));

/// A request as far as it is written; nothing of it is kept.
pub static WRITTEN: Shape = Shape::new(
    "AdviceForm",
    &[
        Field::text("to", 200).label(word!("advice-api-which-department")),
        Field::id("service"),
        Field::choice("mode", Mode::NAMES),
        Field::time("needed_by"),
        Field::choice("needed_by_reason", NeededByReason::NAMES),
        Field::flag("emergency"),
        Field::lines("need", LONG),
        Field::lines("why", LONG),
        Field::lines("background", LONG),
        Field::whole("level", 0, 3),
        FACTS,
    ],
);

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/requests/{id}/advice", "requests.advice.show", Access::SignedIn, request)
        .summary("Ask directly, look at it together, or escalate: what is advised on a request")
        .answers(&[Reply::ok("The advice", &Out::Thing(&ADVICE))]),
    Route::get("/api/v1/cases/{id}/advice", "cases.advice.show", Access::SignedIn, case)
        .summary("What is advised on a case")
        .answers(&[Reply::ok("The advice", &Out::Thing(&ADVICE))]),
    Route::post("/api/v1/cases/{id}/advice", "cases.advice.create", Access::SignedIn, written)
        .summary("What is advised on a request that is being written. Nothing is kept")
        .body(&WRITTEN)
        .answers(&[Reply::ok("The advice", &Out::Thing(&ADVICE))])
        .refusals(&[Code::Invalid]),
];

fn request(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (case, id, _) = reach::request(&ctx, ctx.param("id")).await?;
        let file = reach::file(&ctx, case).await?;
        Answer::json(&of_request(&ctx, &file, reach::in_file(&file, id)?, &[])?)
    })
}

fn case(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        let file = reach::file(&ctx, case).await?;
        Answer::json(&of_case(&ctx, &file)?)
    })
}

fn written(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        let file = reach::file(&ctx, case).await?;
        let to = ctx.input.text("to").map(|to| reach::department(&ctx, "to", to)).transpose()?;
        let written = Written::of(&ctx.input, file.case.department, to)?;
        Answer::json(&weigh(&ctx, &file, &written)?)
    })
}
