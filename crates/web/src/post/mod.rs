//! The ledger of mail that arrived, for people whose department takes cases from customers.

use baton_core::access::customer_sight;
use baton_core::ids::MailId;
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};
use baton_store::post::{self, Letter, State};

pub mod page;
mod settle;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::listing;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out};
use crate::view::{Items, MAYBE_ID, time, view};

const STATES: &[&str] =
    &["received", "case", "message", "quarantined", "duplicate", "automatic", "discarded"];
const QUERY: &[Field] = &[
    Field::choice("state", STATES).hint(word!("post-quarantined-if-left-out")),
    Field::whole("limit", 1, 200),
    Field::text("after", 80),
];

view! {
    LetterView as LETTER "Letter" {
        "id" id: String = Out::Id,
        "state" state: &'static str = Out::Choice(STATES),
        /// Why it is in that state, as a short word.
        "reason" reason: String = Out::Text,
        "received_at" received_at: String = Out::Time,
        "case" case: Option<String> = MAYBE_ID,
        "message" message: Option<String> = MAYBE_ID,
    }
}

pub static ROUTES: &[&[Route]] = &[
    settle::ROUTES,
    &[
        Route::get("/api/v1/mail", "mail.list", Access::SignedIn, list)
            .summary("Mail that arrived, by what became of it")
            .query(QUERY)
            .answers(&[Reply::ok("A page of the ledger", &Out::Items(&Out::Thing(&LETTER)))])
            .refusals(&[Code::NotAllowed]),
        Route::get("/api/v1/mail/{id}/raw", "mail.raw.show", Access::SignedIn, raw)
            .summary("The bytes of a mail as they arrived")
            .answers(&[Reply::bare(200, "The mail")]),
    ],
];

fn may(ctx: &Ctx) -> Result<(), Trouble> {
    if customer_sight(&ctx.who).any() {
        return Ok(());
    }
    let detail = say!("post-mail-from-customers-is-read-by");
    Err(Refusal::new(Code::NotAllowed, detail).into())
}

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        may(&ctx)?;
        let state = ctx.query.text("state").and_then(State::parse).unwrap_or(State::Quarantined);
        let after = listing::after(&ctx)?.and_then(|cursor| cursor.id.parse::<MailId>().ok());
        let limit = listing::limit(&ctx);
        let link = ctx.desk()?.store().link();
        let letters = post::in_state(&link, state, after, limit).await?;
        let full = u32::try_from(letters.len()).unwrap_or(u32::MAX) == limit;
        let next = letters.last().filter(|_| full).map(|last| format!("0.{}", last.id));
        let view = |letter: Letter| LetterView {
            id: letter.id.to_string(),
            state: letter.state.name(),
            reason: letter.reason,
            received_at: time(letter.received_at),
            case: letter.case.map(|id| id.to_string()),
            message: letter.message.map(|id| id.to_string()),
        };
        Answer::json(&Items { items: letters.into_iter().map(view).collect(), next })
    })
}

fn raw(ctx: Ctx) -> Pending {
    Box::pin(async move {
        // Who may not read mail is not told which mails there are.
        may(&ctx).map_err(|_| Trouble::not_found())?;
        let desk = ctx.desk()?;
        let letter = post::get(&desk.store().link(), ctx.id("id")?).await?;
        let letter = letter.ok_or_else(Trouble::not_found)?;
        let bytes = desk.files().read(&letter.file).await?.ok_or_else(Trouble::not_found)?;
        let name = format!("attachment; filename=\"{}.eml\"", letter.id);
        // Never as something that a browser would show or run.
        Ok(Answer::bytes("application/octet-stream", bytes)
            .header(axum::http::header::CONTENT_DISPOSITION, &name))
    })
}
