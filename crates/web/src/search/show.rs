//! Everything that is found, grouped, and how it was asked for.

use baton_core::word;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::search::asked::Asked;
use crate::search::chips::said;
use crate::search::find;
use crate::shape::{Field, Out};
use crate::view::{MAYBE_TEXT, view};

const QUERY: &[Field] = &[
    Field::text("q", 200).required().ask(word!("search-show-say-what-to-look-for")),
    Field::whole("limit", 1, 200),
    Field::text("after", 80),
];

view! {
    FoundView as FOUND "Found" {
        "cases" cases: Vec<HitView> = Out::List(&Out::Thing(&HIT)),
        "requests" requests: Vec<HitView> = Out::List(&Out::Thing(&HIT)),
        "customers" customers: Vec<HitView> = Out::List(&Out::Thing(&HIT)),
        "departments" departments: Vec<HitView> = Out::List(&Out::Thing(&HIT)),
        "people" people: Vec<HitView> = Out::List(&Out::Thing(&HIT)),
        /// Each part of what was asked, in words.
        "understood" understood: Vec<String> = Out::List(&Out::Text),
        /// What was not understood, and what was done instead.
        "notes" notes: Vec<String> = Out::List(&Out::Text),
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
        let asked = Asked::of(&ctx, &words).await?;
        let cases = find::cases(&ctx, &asked, find::Within::ALL).await?;
        let requests = find::all_requests(&ctx, &asked).await?;
        let customers = if asked.query.is_plain() {
            find::customers(&ctx, &words).await?.items
        } else {
            Vec::new()
        };
        let cases = cases.items.into_iter().map(|row| HitView {
            id: row.id.to_string(),
            reference: Some(row.reference()),
            state: Some(row.state.name()),
            title: row.subject,
        });
        let requests = requests.into_iter().map(|row| HitView {
            id: row.id.to_string(),
            reference: Some(row.reference()),
            state: Some(row.state.name()),
            title: row.need,
        });
        let customers = customers.into_iter().map(|row| HitView {
            id: row.id.to_string(),
            reference: None,
            state: None,
            title: row.name,
        });
        Answer::json(&FoundView {
            cases: cases.collect(),
            requests: requests.collect(),
            customers: customers.collect(),
            departments: called(&ctx, &words, "department")?,
            people: called(&ctx, &words, "person")?,
            understood: asked.query.groups.iter().map(|group| said(group, &asked)).collect(),
            notes: asked.notes.clone(),
        })
    })
}

/// Departments or people by the beginnings of their names.
fn called(ctx: &Ctx, words: &str, what: &str) -> Result<Vec<HitView>, Trouble> {
    let named = find::called(ctx, words)?.into_iter().filter(|one| one.what == what);
    let hit = |one: find::Called| HitView {
        id: one.id,
        reference: None,
        title: Some(one.name),
        state: None,
    };
    Ok(named.map(hit).collect())
}
