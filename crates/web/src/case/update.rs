//! The customer is told.

use baton_core::case::command::{Command, Tell};
use baton_core::case::kinds::{Channel, UpdateKind};
use baton_core::refusal::Code;
use baton_core::word;
use baton_core::writing::Kind as Writing;

use crate::case::{self, message};
use crate::ctx::Ctx;
use crate::request::acts::{LONG, choice, words};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::case::MESSAGE;

pub static UPDATE: Shape = Shape::new(
    "CustomerUpdate",
    &[
        Field::choice("kind", UpdateKind::NAMES)
            .required()
            .label(word!("case-update-what-do-you-tell-them"))
            .ask(word!("case-update-say-what-you-tell-them-holding"))
            .hint(word!("case-update-an-outcome-covers-every-answer")),
        Field::choice("channel", Channel::NAMES)
            .required()
            .label(word!("case-update-how"))
            .ask(word!("case-update-say-how-you-tell-them")),
        Field::lines("body", LONG)
            .needed()
            .label(word!("case-update-message"))
            .writing(Writing::CustomerMessage)
            .hint(word!("case-update-in-words-that-the-customer-can")),
        Field::time("next_update_by")
            .label(word!("case-update-next-update-by"))
            .hint(word!("case-update-becomes-a-promise")),
        Field::files().hint(word!("case-update-files-hint")),
    ],
);

pub const ROUTES: &[Route] = &[Route::post(
    "/api/v1/cases/{id}/customer-updates",
    "cases.customer-updates.create",
    Access::SignedIn,
    create,
)
.summary("Tell the customer")
.body(&UPDATE)
.answers(&[Reply::created("The message", &Out::Thing(&MESSAGE))])
.refusals(&[Code::IllegalMove, Code::Terminal, Code::ExpectationMissing])];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = case::act(&ctx, command(&ctx)).await?;
        message::newest(&ctx, case).await
    })
}

pub fn command(ctx: &Ctx) -> Command {
    let input = &ctx.input;
    Command::TellCustomer(Tell {
        kind: choice(input, "kind", UpdateKind::parse).unwrap_or(UpdateKind::Holding),
        channel: choice(input, "channel", Channel::parse).unwrap_or(Channel::Email),
        body: words(input, "body"),
        next_update_by: input.time("next_update_by"),
        files: ctx.files.to_vec(),
    })
}
