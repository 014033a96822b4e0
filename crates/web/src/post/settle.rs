//! A letter in quarantine is settled by somebody who has looked at it: filed as a case, or
//! discarded.

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::ids::MailId;
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};
use baton_desk::post::ByHand;
use baton_store::post::{self, Letter, State};

use super::may;
use crate::answer::Answer;
use crate::case;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::case::CASE;

pub static FILING: Shape = Shape::new(
    "FilingForm",
    &[
        Field::text("subject", 300)
            .label(word!("post-settle-what-is-it-about"))
            .ask(word!("post-settle-say-in-a-few-words-what"))
            .required(),
        Field::text("from", 254)
            .label(word!("post-settle-whom-is-it-from"))
            .hint(word!("post-settle-their-e-mail-address-if-the")),
        Field::lines("text", 20_000)
            .label(word!("post-settle-what-does-it-say"))
            .hint(word!("post-settle-as-far-as-you-can-read")),
    ],
);

pub static DISCARDING: Shape = Shape::new(
    "DiscardingForm",
    &[Field::lines("reason", 1_000)
        .label(word!("post-settle-why-is-it-no-case"))
        .hint(word!("post-settle-without-names-it-is-kept-for"))
        .ask(word!("post-settle-say-why-it-is-no-case"))
        .required()],
);

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/mail/{id}/filing", "mail.filing.create", Access::SignedIn, file)
        .summary("File a letter in quarantine as a new case")
        .body(&FILING)
        .answers(&[Reply::created("The case", &Out::Thing(&CASE))])
        .refusals(&[Code::NotAllowed, Code::IllegalMove]),
    Route::post(
        "/api/v1/mail/{id}/discarding",
        "mail.discarding.create",
        Access::SignedIn,
        discard,
    )
    .summary("Discard a letter in quarantine")
    .body(&DISCARDING)
    .answers(&[Reply::bare(204, "It is discarded")])
    .refusals(&[Code::NotAllowed, Code::IllegalMove]),
];

/// The letter of the address, while it is in quarantine.
pub async fn kept(ctx: &Ctx) -> Result<Letter, Trouble> {
    may(ctx).map_err(|_| Trouble::not_found())?;
    let id: MailId = ctx.id("id")?;
    let letter = post::get(&ctx.desk()?.store().link(), id).await?;
    let letter = letter.ok_or_else(Trouble::not_found)?;
    if letter.state == State::Quarantined {
        return Ok(letter);
    }
    let detail = say!("post-settle-it-is-no-longer-in-quarantine");
    Err(Refusal::new(Code::IllegalMove, detail).into())
}

/// Files the letter of the address with what the form says.
pub async fn filing(ctx: &Ctx) -> Result<Arc<Case>, Trouble> {
    let letter = kept(ctx).await?;
    let some = |name: &str| {
        let text = ctx.input.text(name).map(str::trim).filter(|text| !text.is_empty());
        text.map(str::to_owned)
    };
    let sender = some("from");
    let plain = |address: &String| {
        address.contains('@') && !address.contains(|letter: char| letter.is_whitespace())
    };
    if sender.as_ref().is_some_and(|address| !plain(address)) {
        let message = say!("post-settle-write-the-address-like-name");
        return Err(Refusal::invalid("from", "not_an_address", message).into());
    }
    let subject = ctx.input.words("subject").trim().to_owned();
    let form = ByHand { subject, sender, text: some("text") };
    Ok(ctx.desk()?.file_by_hand(&ctx.who, &letter, form).await?)
}

/// Discards the letter of the address for the reason of the form.
pub async fn discarding(ctx: &Ctx) -> Result<(), Trouble> {
    let (letter, person) = (kept(ctx).await?, ctx.viewer()?.person);
    let reason = ctx.input.words("reason").trim();
    Ok(ctx.desk()?.discard_letter(&letter, person, reason).await?)
}

fn file(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = filing(&ctx).await?;
        let at = format!("/api/v1/cases/{}", case.id);
        let answer = case::answer(&ctx, case).await?;
        let answer = answer.status(axum::http::StatusCode::CREATED);
        Ok(answer.header(axum::http::header::LOCATION, &at))
    })
}

fn discard(ctx: Ctx) -> Pending {
    Box::pin(async move {
        discarding(&ctx).await?;
        Ok(Answer::empty(axum::http::StatusCode::NO_CONTENT))
    })
}
