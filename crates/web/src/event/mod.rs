//! The log for administrators and followers, without words.

use baton_core::directory::Role;
use baton_core::refusal::{Code, Refusal};
use baton_core::say;
use baton_store::journal;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::listing;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out};
use crate::view::{Items, time, view};

const QUERY: &[Field] = &[Field::text("after", 20), Field::whole("limit", 1, 200)];

view! {
    EventView as EVENT "Event" {
        "seq" seq: i64 = Out::Whole,
        "stream" stream: String = Out::Text,
        "version" version: u32 = Out::Whole,
        "at" at: String = Out::Time,
        "actor" actor: String = Out::Text,
        "kind" kind: String = Out::Text,
        "v" v: u16 = Out::Whole,
        "data" data: Box<serde_json::value::RawValue> = Out::Object,
        "words" words: String = Out::Text,
        "prev" prev: String = Out::Text,
        "hash" hash: String = Out::Text,
    }
}

pub static ROUTES: &[&[Route]] =
    &[&[Route::get("/api/v1/events", "events.list", Access::SignedIn, list)
        .summary("The log in order, without words")
        .query(QUERY)
        .answers(&[Reply::ok("A page of events", &Out::Items(&Out::Thing(&EVENT)))])
        .refusals(&[Code::NotAllowed])]];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        follower(&ctx)?;
        let after = match ctx.query.text("after") {
            None => 0,
            Some(text) => {
                let message = say!("event-take-the-number-from-next-of");
                text.parse().map_err(|_| Refusal::invalid("after", "not_known", message))?
            }
        };
        let limit = listing::limit(&ctx);
        let link = ctx.desk()?.store().link();
        let followed = journal::after(&link, after, limit).await?;
        let full = u32::try_from(followed.len()).unwrap_or(u32::MAX) == limit;
        let next = followed.last().filter(|_| full).map(|last| last.seq.to_string());
        let items = followed.into_iter().map(event).collect::<Result<Vec<_>, _>>()?;
        Answer::json(&Items { items, next })
    })
}

fn follower(ctx: &Ctx) -> Result<(), Trouble> {
    let directory = ctx.desk()?.directory();
    let person = ctx.who.person().and_then(|id| directory.active_person(id));
    let follows = person.is_some_and(|person| person.has(Role::Follower));
    if follows || ctx.who.administrator {
        return Ok(());
    }
    let detail = say!("event-the-log-is-read-by");
    Err(Refusal::new(Code::NotAllowed, detail).into())
}

fn event(event: journal::Followed) -> Result<EventView, Trouble> {
    Ok(EventView {
        seq: event.seq,
        stream: event.stream.to_string(),
        version: event.version,
        at: time(event.at),
        actor: event.actor.to_string(),
        kind: event.kind,
        v: event.v,
        data: serde_json::value::RawValue::from_string(event.data).map_err(Trouble::broken)?,
        words: event.words,
        prev: event.prev,
        hash: event.hash,
    })
}
