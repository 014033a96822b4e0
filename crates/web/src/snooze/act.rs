//! Putting something to sleep, and waking it.

use baton_core::ids::{CaseId, RequestId};
use baton_core::log::Version;
use baton_core::refusal::Refusal;
use baton_core::time::Instant;
use baton_core::when::read;
use baton_store::snoozes::{self, Snooze};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::shape::{Field, Shape};

/// What is put to sleep.
#[derive(Clone, Copy, Debug)]
pub struct Thing {
    pub case: CaseId,
    pub request: Option<RequestId>,
    version: Version,
}

pub static SNOOZE_FORM: Shape = Shape::new(
    "SnoozeForm",
    &[
        Field::time("until").label("Until").hint("The moment itself; or say it in words."),
        Field::text("when", 100)
            .needed()
            .label("Or in your own words")
            .hint("Like “next Tuesday 3pm”, “in 2 hours”, “Friday” or “1 Dec 9:30”."),
    ],
);

/// The case of the address.
pub async fn case(ctx: &Ctx) -> Result<Thing, Trouble> {
    let case = reach::case(ctx, ctx.param("id")).await?;
    Ok(Thing { case: case.id, request: None, version: case.version })
}

/// The request of the address.
pub async fn request(ctx: &Ctx) -> Result<Thing, Trouble> {
    let (case, id, _) = reach::request(ctx, ctx.param("id")).await?;
    Ok(Thing { case: case.id, request: Some(id), version: case.version })
}

/// The moment that was given, or that the words name.
///
/// # Errors
/// `invalid` when there is none, when it has passed, and when it is more than a year away.
pub fn until(ctx: &Ctx) -> Result<Instant, Trouble> {
    let (field, text) = match (ctx.input.time("until"), ctx.input.text("when")) {
        (Some(at), _) => ("until", at.to_string()),
        (None, Some(words)) => ("when", words.to_owned()),
        (None, None) => {
            let message = "Choose a moment, or say one.";
            return Err(Refusal::invalid("when", "missing", message).into());
        }
    };
    let read = read(&text, ctx.now, &ctx.zone(), ctx.desk()?.calendar());
    read.map_err(|unclear| Refusal::invalid(field, unclear.code(), unclear.to_string()).into())
}

pub async fn put(ctx: &Ctx, thing: Thing, until: Instant) -> Result<Snooze, Trouble> {
    let Thing { case, request, version } = thing;
    let snooze = Snooze { case, request, version, since: ctx.now, until };
    let person = ctx.viewer()?.person;
    let store = ctx.desk()?.store();
    store.keep(move |tx| Box::pin(async move { snoozes::put(tx, person, &snooze).await })).await?;
    Ok(snooze)
}

/// Wakes it; nothing happens when it was awake.
pub async fn end(ctx: &Ctx, thing: Thing) -> Result<(), Trouble> {
    let person = ctx.viewer()?.person;
    let store = ctx.desk()?.store();
    store.keep(move |tx| Box::pin(snoozes::end(tx, person, thing.case, thing.request))).await?;
    Ok(())
}
