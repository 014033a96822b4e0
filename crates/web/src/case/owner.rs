//! Who owns a case inside its department, and how urgent it is.

use baton_core::case::command::Command;
use baton_core::case::kinds::Priority;
use baton_core::refusal::Code;
use baton_core::word;

use crate::case;
use crate::ctx::Ctx;
use crate::input::Input;
use crate::reach;
use crate::request::acts::{choice, words};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::case::CASE;

pub static OWNER: Shape = Shape::new(
    "OwnerForm",
    &[Field::id("person")
        .required()
        .label(word!("case-owner-new-owner"))
        .hint(word!("case-owner-id-or-e-mail-address"))
        .ask(word!("case-owner-say-who-takes-it"))],
);
pub static PRIORITY: Shape = Shape::new(
    "PriorityForm",
    &[
        Field::choice("priority", Priority::NAMES)
            .required()
            .label(word!("case-owner-priority"))
            .ask(word!("case-owner-choose-the-priority")),
        Field::lines("reason", 20_000).needed().label(word!("case-owner-why")),
        Field::flag("customer_agreed")
            .label(word!("case-owner-the-customer-agrees-to-later-times"))
            .hint(word!("case-owner-else-the-earlier-due-times-stay")),
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

/// The command that the fields make.
pub fn ranking(input: &Input) -> Command {
    Command::ChangePriority {
        priority: choice(input, "priority", Priority::parse).unwrap_or(Priority::Normal),
        reason: words(input, "reason"),
        customer_agreed: input.flag("customer_agreed"),
    }
}

fn rank(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = case::act(&ctx, ranking(&ctx.input)).await?;
        case::answer(&ctx, case).await
    })
}
