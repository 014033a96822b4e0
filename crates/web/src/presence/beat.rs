//! Saying that one is here, and hearing who else is.

use baton_core::{say, word};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::presence::{Beat, Doing, Thing};
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::view;

static PRESENCE: Shape = Shape::new(
    "PresenceForm",
    &[Field::choice("doing", Doing::NAMES)
        .hint(word!("presence-beat-what-you-do-there-viewing-if"))],
);

view! {
    PresentView as PRESENT "Present" {
        "person" person: String = Out::Id,
        "name" name: String = Out::Text,
        "doing" doing: &'static str = Out::Choice(Doing::NAMES),
        "says" says: String = Out::Text,
    }
    PresenceView as PRESENCE_VIEW "Presence" {
        "others" others: Vec<PresentView> = Out::List(&Out::Thing(&PRESENT)),
    }
}

const ANSWERS: &[Reply] =
    &[Reply::ok("Who else is there, in the order in which they came", &Out::Thing(&PRESENCE_VIEW))];
const OF_CASE: &str = "Say that you are at a case, for 25 seconds, and hear who else is";
const OF_REQUEST: &str = "Say that you are at a request, for 25 seconds, and hear who else is";

const fn route(route: Route, summary: &'static str) -> Route {
    route.summary(summary).body(&PRESENCE).answers(ANSWERS)
}

pub static ROUTES: &[&[Route]] = &[&[
    route(
        Route::post(
            "/api/v1/cases/{id}/presence",
            "cases.presence.create",
            Access::SignedIn,
            at_case,
        ),
        OF_CASE,
    ),
    route(
        Route::post(
            "/api/v1/requests/{id}/presence",
            "requests.presence.create",
            Access::SignedIn,
            at_request,
        ),
        OF_REQUEST,
    ),
    route(
        Route::post(
            "/cases/{id}/presence",
            "pages.cases.presence.create",
            Access::SignedIn,
            at_case,
        ),
        OF_CASE,
    ),
    route(
        Route::post(
            "/requests/{id}/presence",
            "pages.requests.presence.create",
            Access::SignedIn,
            at_request,
        ),
        OF_REQUEST,
    ),
]];

fn at_case(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        beat(&ctx, Thing::Case(case.id)).await
    })
}

fn at_request(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (_, id, _) = reach::request(&ctx, ctx.param("id")).await?;
        beat(&ctx, Thing::Request(id)).await
    })
}

async fn beat(ctx: &Ctx, thing: Thing) -> Result<Answer, Trouble> {
    let doing = ctx.input.text("doing").and_then(Doing::parse).unwrap_or(Doing::Viewing);
    if let Some(person) = ctx.who.person() {
        let beat = Beat { thing, person, doing };
        ctx.app.presences.beat(beat, ctx.app.doors.now());
        // Whoever is served by this node knows already; the others hear the next one.
        if let Err(error) = ctx.desk()?.store().call(&beat.call(&ctx.app.node)).await {
            tracing::warn!(%error, "the other nodes were not told who is where");
        }
    }
    Answer::json(&others(ctx, thing)?)
}

/// Who else is there. Whoever asks must have been let see the thing.
///
/// # Errors
/// When this node has no desk.
pub fn others(ctx: &Ctx, thing: Thing) -> Result<PresenceView, Trouble> {
    let directory = ctx.desk()?.directory();
    let present = ctx.app.presences.others(thing, ctx.who.person(), ctx.app.doors.now());
    let one = |(person, doing): (baton_core::ids::PersonId, Doing)| {
        let name = directory.person_name(person).to_owned();
        let says = match doing {
            Doing::Viewing => say!("presence-beat-is-looking-at-this", name),
            Doing::Replying => say!("presence-beat-is-writing-a-reply", name),
        };
        PresentView { person: person.to_string(), name, doing: doing.name(), says }
    };
    Ok(PresenceView { others: present.into_iter().map(one).collect() })
}
