//! Putting something to sleep, and waking it.

use baton_core::case::Case;
use baton_core::ids::{CaseId, RequestId};
use baton_core::log::Version;
use baton_core::refusal::Refusal;
use baton_core::time::Instant;
use baton_core::when::read;
use baton_core::{say, word};
use baton_store::snoozes::{self, Snooze};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::shape::{Field, Shape};

/// What is put to sleep.
#[derive(Clone, Debug)]
pub struct Thing {
    pub case: CaseId,
    pub request: Option<RequestId>,
    pub reference: String,
    version: Version,
}

impl Thing {
    fn of_case(case: &Case) -> Self {
        let (reference, version) = (case.reference(), case.version);
        Self { case: case.id, request: None, reference, version }
    }

    /// The id of what sleeps.
    pub fn id(&self) -> String {
        self.request.map_or_else(|| self.case.to_string(), |id| id.to_string())
    }
}

pub static SNOOZE_FORM: Shape = Shape::new(
    "SnoozeForm",
    &[
        Field::time("until")
            .label(word!("snooze-act-until"))
            .hint(word!("snooze-act-the-moment-itself-or-say-it")),
        Field::text("when", 100)
            .needed()
            .label(word!("snooze-act-or-in-your-own-words"))
            .hint(word!("snooze-act-like-next-tuesday-3pm-in-2")),
    ],
);

/// The case of the address.
pub async fn case(ctx: &Ctx) -> Result<Thing, Trouble> {
    case_of(ctx, ctx.param("id")).await
}

/// The request of the address.
pub async fn request(ctx: &Ctx) -> Result<Thing, Trouble> {
    request_of(ctx, ctx.param("id")).await
}

/// The case that an id or a reference names.
pub async fn case_of(ctx: &Ctx, id: &str) -> Result<Thing, Trouble> {
    Ok(Thing::of_case(&*reach::case(ctx, id).await?))
}

/// The request that an id or a reference names.
pub async fn request_of(ctx: &Ctx, id: &str) -> Result<Thing, Trouble> {
    let (case, id, _) = reach::request(ctx, id).await?;
    let ordinal = case.request(id).map_or(0, |request| request.ordinal);
    let reference = format!("{}/{ordinal}", case.reference());
    Ok(Thing { case: case.id, request: Some(id), reference, version: case.version })
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
            let message = say!("snooze-act-choose-a-moment-or-say-one");
            return Err(Refusal::invalid("when", "missing", message).into());
        }
    };
    moment(ctx, field, &text)
}

/// The moment that words name.
///
/// # Errors
/// As for [`until`].
pub fn moment(ctx: &Ctx, field: &str, text: &str) -> Result<Instant, Trouble> {
    let read = read(text, ctx.now, &ctx.zone(), &*ctx.calendar()?);
    read.map_err(|unclear| Refusal::invalid(field, unclear.code(), unclear.to_string()).into())
}

pub async fn put(ctx: &Ctx, thing: &Thing, until: Instant) -> Result<Snooze, Trouble> {
    let Thing { case, request, version, .. } = *thing;
    let snooze = Snooze { case, request, version, since: ctx.now, until };
    let person = ctx.viewer()?.person;
    let store = ctx.desk()?.store();
    store.keep(move |tx| Box::pin(async move { snoozes::put(tx, person, &snooze).await })).await?;
    Ok(snooze)
}

/// Puts a case to sleep until the moment that words name.
///
/// # Errors
/// `invalid` when they name none.
pub async fn put_case(ctx: &Ctx, case: &Case, words: &str) -> Result<(), Trouble> {
    let until = moment(ctx, "text", words)?;
    put(ctx, &Thing::of_case(case), until).await?;
    Ok(())
}

/// Wakes it; nothing happens when it was awake.
pub async fn end(ctx: &Ctx, thing: &Thing) -> Result<(), Trouble> {
    let person = ctx.viewer()?.person;
    let (case, request) = (thing.case, thing.request);
    let store = ctx.desk()?.store();
    store.keep(move |tx| Box::pin(snoozes::end(tx, person, case, request))).await?;
    Ok(())
}
