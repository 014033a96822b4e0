//! Everything that the words are found in, grouped.

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::search::find;
use crate::shape::{Field, Out};
use crate::view::{MAYBE_TEXT, view};

const QUERY: &[Field] = &[
    Field::text("q", 200).required().ask("Say what to look for."),
    Field::whole("limit", 1, 200),
    Field::text("after", 80),
];

view! {
    FoundView as FOUND "Found" {
        "cases" cases: Vec<HitView> = Out::List(&Out::Thing(&HIT)),
        "requests" requests: Vec<HitView> = Out::List(&Out::Thing(&HIT)),
        "customers" customers: Vec<HitView> = Out::List(&Out::Thing(&HIT)),
    }
    HitView as HIT "Hit" {
        "id" id: String = Out::Id,
        "ref" reference: Option<String> = MAYBE_TEXT,
        "title" title: Option<String> = MAYBE_TEXT,
        "state" state: Option<&'static str> = MAYBE_TEXT,
    }
}

pub const ROUTES: &[Route] = &[Route::get("/api/v1/search", "search.show", Access::SignedIn, show)
    .summary("Find cases, requests and customers by words")
    .query(QUERY)
    .answers(&[Reply::ok("What was found", &Out::Thing(&FOUND))])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let words = ctx.query.words("q").to_owned();
        let cases = find::cases(&ctx, &words).await?;
        let requests = find::requests(&ctx, &words).await?;
        let customers = find::customers(&ctx, &words).await?;
        let cases = cases.items.into_iter().map(|row| HitView {
            id: row.id.to_string(),
            reference: Some(row.reference()),
            state: Some(row.state.name()),
            title: row.subject,
        });
        let requests = requests.items.into_iter().map(|row| HitView {
            id: row.id.to_string(),
            reference: Some(row.reference()),
            state: Some(row.state.name()),
            title: row.need,
        });
        let customers = customers.items.into_iter().map(|row| HitView {
            id: row.id.to_string(),
            reference: None,
            state: None,
            title: row.name,
        });
        Answer::json(&FoundView {
            cases: cases.collect(),
            requests: requests.collect(),
            customers: customers.collect(),
        })
    })
}
