//! What the customer wrote may need no reply: a person says so, and can take it back.

use baton_core::case::command::Command;
use baton_core::case::kinds::NoReply;
use baton_core::ids::MessageId;
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};

use crate::case;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::request::acts::{choice, maybe};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::case::CASE;

pub static WAIVER: Shape = Shape::new(
    "ReplyWaiverForm",
    &[
        MESSAGE,
        Field::choice("reason", NoReply::NAMES)
            .required()
            .label(word!("case-waiver-why-does-it-need-no-reply"))
            .ask(word!("case-waiver-choose-why")),
        Field::text("text", 1_000)
            .label(word!("case-waiver-in-a-few-words"))
            .hint(word!("case-waiver-needed-for-another-reason")),
    ],
);
pub static EXPECTATION: Shape = Shape::new("ReplyExpectationForm", &[MESSAGE]);

const MESSAGE: Field = Field::id("message")
    .required()
    .label(word!("case-waiver-message"))
    .ask(word!("case-waiver-name-the-message"));

pub const ROUTES: &[Route] = &[
    Route::post(
        "/api/v1/cases/{id}/reply-waivers",
        "cases.reply_waivers.create",
        Access::SignedIn,
        create,
    )
    .summary("Say that what the customer wrote needs no reply: its clock ends")
    .body(&WAIVER)
    .answers(&[Reply::ok("The case as it is now", &Out::Thing(&CASE))])
    .refusals(&[Code::NotYourSide, Code::IllegalMove, Code::Terminal]),
    Route::post(
        "/api/v1/cases/{id}/reply-expectations",
        "cases.reply_expectations.create",
        Access::SignedIn,
        expect,
    )
    .summary("Say that it needs a reply after all: its clock runs as before")
    .body(&EXPECTATION)
    .answers(&[Reply::ok("The case as it is now", &Out::Thing(&CASE))])
    .refusals(&[Code::NotYourSide, Code::IllegalMove, Code::Terminal]),
];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = case::act(&ctx, waive(&ctx)?).await?;
        case::answer(&ctx, case).await
    })
}

fn expect(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let message = message(&ctx)?;
        let case = case::act(&ctx, Command::ExpectReply { message }).await?;
        case::answer(&ctx, case).await
    })
}

pub fn waive(ctx: &Ctx) -> Result<Command, Trouble> {
    let reason = choice(&ctx.input, "reason", NoReply::parse)
        .ok_or_else(|| Refusal::invalid("reason", "missing", say!("case-waiver-choose-why")))?;
    Ok(Command::WaiveReply { message: message(ctx)?, reason, text: maybe(&ctx.input, "text") })
}

/// A message that there is not is told by the rules, as one that others cannot see.
pub fn message(ctx: &Ctx) -> Result<MessageId, Trouble> {
    Ok(ctx.input.read("message")?.ok_or_else(Refusal::not_found)?)
}
