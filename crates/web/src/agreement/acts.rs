//! Acts on agreements, for programs.

use axum::http::{StatusCode, header};
use baton_core::agreement::Command;
use baton_core::ids::AgreementId;
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};

use super::form::{TERMS, terms};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::input::Input;
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::words;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::agreement::AGREEMENT;

static PROPOSAL: Shape = Shape::new(
    "AgreementProposal",
    &[
        Field::text("from", 200).required().label(word!("agreement-acts-who-asks")),
        Field::text("to", 200).required().label(word!("agreement-acts-who-is-asked")),
        Field::id("service").label(word!("agreement-acts-about-one-service-only")),
        Field::group("terms", &TERMS).required().label(word!("agreement-acts-terms")),
    ],
);
static REVISION: Shape = Shape::new(
    "AgreementRevision",
    &[Field::group("terms", &TERMS).required().label(word!("agreement-acts-terms"))],
);
pub static SIGNATURE: Shape = Shape::new(
    "AgreementSignature",
    &[Field::whole("written", 0, 1_000_000_000)
        .required()
        .label(word!("agreement-acts-what-was-read"))
        .hint(word!("agreement-acts-written-of-the-terms-that-are"))],
);
pub static WITHDRAWAL: Shape = Shape::new(
    "AgreementWithdrawal",
    &[Field::lines("reason", 1_000)
        .required()
        .ask(word!("agreement-acts-say-why-these-terms-are-withdrawn"))
        .label(word!("agreement-acts-why-are-these-terms-withdrawn"))
        .hint(word!("agreement-acts-both-departments-read-it"))],
);
pub static ENDING: Shape = Shape::new(
    "AgreementEnding",
    &[
        Field::time("from")
            .needed()
            .label(word!("agreement-acts-when-does-it-end"))
            .hint(word!("agreement-acts-in-28-calendar-days-or-later")),
        Field::lines("reason", 1_000)
            .required()
            .ask(word!("agreement-acts-say-why-it-ends"))
            .label(word!("agreement-acts-why-does-it-end"))
            .hint(word!("agreement-acts-both-departments-read-it")),
    ],
);

/// What any act may be refused for.
const REFUSALS: &[Code] = &[Code::NotYourSide, Code::IllegalMove, Code::Terminal];

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/agreements", "agreements.create", Access::SignedIn, create)
        .summary("Propose an agreement")
        .body(&PROPOSAL)
        .answers(&[Reply::created("The agreement", &Out::Thing(&AGREEMENT))])
        .refusals(&[Code::NotAllowed, Code::IllegalMove]),
    Route::post(
        "/api/v1/agreements/{id}/revision",
        "agreements.revision.create",
        Access::SignedIn,
        |ctx| {
            Box::pin(async move {
                let terms = of_terms(&ctx)?;
                run(ctx, Command::Revise { terms }).await
            })
        },
    )
    .summary("Put other terms down")
    .body(&REVISION)
    .answers(&[Reply::ok("The agreement", &Out::Thing(&AGREEMENT))])
    .refusals(REFUSALS),
    Route::post(
        "/api/v1/agreements/{id}/signature",
        "agreements.signature.create",
        Access::SignedIn,
        |ctx| act(ctx, sign),
    )
    .summary("Sign the terms for one's side")
    .body(&SIGNATURE)
    .answers(&[Reply::ok("The agreement", &Out::Thing(&AGREEMENT))])
    .refusals(REFUSALS),
    Route::post(
        "/api/v1/agreements/{id}/withdrawal",
        "agreements.withdrawal.create",
        Access::SignedIn,
        |ctx| act(ctx, withdraw),
    )
    .summary("Withdraw terms that are not agreed on yet")
    .body(&WITHDRAWAL)
    .answers(&[Reply::ok("The agreement", &Out::Thing(&AGREEMENT))])
    .refusals(REFUSALS),
    Route::post(
        "/api/v1/agreements/{id}/ending",
        "agreements.ending.create",
        Access::SignedIn,
        |ctx| act(ctx, end),
    )
    .summary("Give notice")
    .body(&ENDING)
    .answers(&[Reply::ok("The agreement", &Out::Thing(&AGREEMENT))])
    .refusals(REFUSALS),
];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let command = propose(&ctx, of_terms(&ctx)?)?;
        let done = ctx.desk()?.act_on_agreement(&ctx.who, None, command, ctx.asked()).await?;
        let at = format!("/api/v1/agreements/{}", done.state.id);
        let answer = super::answer(&ctx, &done.state)?;
        Ok(answer.status(StatusCode::CREATED).header(header::LOCATION, &at))
    })
}

/// The command that the fields `from`, `to` and `service` make with these terms.
pub fn propose(ctx: &Ctx, terms: baton_core::agreement::TermsRecord) -> Result<Command, Trouble> {
    let department = |field: &str| reach::department(ctx, field, ctx.input.words(field));
    let (from, to) = (department("from")?, department("to")?);
    let service = ctx.input.read("service")?;
    Ok(Command::Propose { from, to, service, terms })
}

fn of_terms(ctx: &Ctx) -> Result<baton_core::agreement::TermsRecord, Trouble> {
    let empty = Input::default();
    terms(ctx, ctx.input.group("terms").unwrap_or(&empty))
}

pub fn sign(input: &Input) -> Result<Command, Refusal> {
    let written = input.whole("written").and_then(|written| u32::try_from(written).ok());
    Ok(Command::Sign { written: written.unwrap_or(0) })
}

pub fn withdraw(input: &Input) -> Result<Command, Refusal> {
    Ok(Command::Withdraw { reason: words(input, "reason") })
}

pub fn end(input: &Input) -> Result<Command, Refusal> {
    let Some(from) = input.time("from") else {
        return Err(Refusal::invalid("from", "missing", say!("agreement-acts-say-when-it-ends")));
    };
    Ok(Command::End { from, reason: words(input, "reason") })
}

fn act(ctx: Ctx, read: fn(&Input) -> Result<Command, Refusal>) -> Pending {
    Box::pin(async move {
        let command = read(&ctx.input)?;
        run(ctx, command).await
    })
}

async fn run(ctx: Ctx, command: Command) -> Result<Answer, Trouble> {
    let id: AgreementId = ctx.id("id")?;
    let done = ctx.desk()?.act_on_agreement(&ctx.who, Some(id), command, ctx.asked()).await?;
    super::answer(&ctx, &done.state)
}
