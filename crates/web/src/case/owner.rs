//! Who owns a case inside its department, and how urgent it is.

use baton_core::case::command::Command;
use baton_core::case::kinds::Priority;
use baton_core::refusal::Code;

use crate::case;
use crate::ctx::Ctx;
use crate::reach;
use crate::request::acts::{choice, words};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::case::CASE;

pub static OWNER: Shape = Shape::new(
    "OwnerForm",
    &[Field::id("person")
        .required()
        .label("New owner")
        .hint("Id or e-mail address.")
        .ask("Say who takes it.")],
);
pub static PRIORITY: Shape = Shape::new(
    "PriorityForm",
    &[
        Field::choice("priority", Priority::NAMES)
            .required()
            .label("Priority")
            .ask("Choose the priority."),
        Field::lines("reason", 20_000).needed().label("Why"),
    ],
);

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/cases/{id}/owner", "cases.owner.create", Access::SignedIn, own)
        .summary("Give a case to another person of the department")
        .body(&OWNER)
        .answers(&[Reply::ok("The case as it is now", &Out::Thing(&CASE))])
        .refusals(&[Code::IllegalMove, Code::Terminal]),
    Route::post("/api/v1/cases/{id}/priority", "cases.priority.create", Access::SignedIn, rank)
        .summary("Change the priority of a case")
        .body(&PRIORITY)
        .answers(&[Reply::ok("The case as it is now", &Out::Thing(&CASE))])
        .refusals(&[Code::Terminal]),
];

fn own(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let owner = reach::person(&ctx, "person", ctx.input.words("person"))?;
        let case = case::act(&ctx, Command::ChangeOwner { owner }).await?;
        case::answer(&ctx, case).await
    })
}

fn rank(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let priority = choice(&ctx.input, "priority", Priority::parse).unwrap_or(Priority::Normal);
        let reason = words(&ctx.input, "reason");
        let case = case::act(&ctx, Command::ChangePriority { priority, reason }).await?;
        case::answer(&ctx, case).await
    })
}
