//! The command bar as a page; its list is also what the bar on other pages shows.

use baton_core::access::customer_sight;
use baton_core::say;
use baton_core::vault::erased;
use maud::{Markup, html};

use super::verbs::{Verb, verbs};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::keys;
use crate::page::Page;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::search::asked::Asked;
use crate::search::find;
use crate::shape::Field;
use crate::tell;
use crate::ui;

const QUERY: &[Field] = &[Field::text("q", 200)];

pub const ROUTES: &[Route] = &[Route::get("/go", "pages.go.show", Access::SignedIn, show)
    .summary("The command bar as a page")
    .query(QUERY)
    .answers(&[Reply::bare(200, "The page")])];

/// Most things of one kind; the rest is one search away.
const SHOWN: usize = 5;

/// Something that was found: what it is called, what it is, and where.
struct Found {
    title: String,
    what: String,
    href: String,
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let words = ctx.query.words("q").trim().to_owned();
        let verbs = verbs(&ctx.who, &words);
        let found = if words.is_empty() { Vec::new() } else { things(&ctx, &words).await? };
        Ok(Answer::page(page(&words, &verbs, &found)))
    })
}

async fn things(ctx: &Ctx, words: &str) -> Result<Vec<Found>, Trouble> {
    let mut found = Vec::new();
    let asked = Asked::of(ctx, words).await?;
    for row in find::cases(ctx, &asked, find::Within::ALL).await?.items.into_iter().take(SHOWN) {
        let (what, href) =
            (say!("go-case", reference = row.reference()), format!("/cases/{}", row.id));
        found.push(Found { title: shown(row.subject), what, href });
    }
    for row in find::all_requests(ctx, &asked).await?.into_iter().take(SHOWN) {
        let reference = row.reference();
        let (what, href) = (say!("go-request", reference), format!("/requests/{reference}"));
        found.push(Found { title: shown(row.need), what, href });
    }
    if customer_sight(&ctx.who).any() {
        for row in find::customers(ctx, words).await?.items.into_iter().take(SHOWN) {
            let (what, href) = (say!("go-customer").to_owned(), format!("/customers/{}", row.id));
            found.push(Found { title: shown(row.name), what, href });
        }
    }
    found.extend(directory(ctx, words)?);
    Ok(found)
}

fn shown(text: Option<String>) -> String {
    text.unwrap_or_else(|| erased().to_owned())
}

/// Departments and people whose names begin like the words.
fn directory(ctx: &Ctx, words: &str) -> Result<Vec<Found>, Trouble> {
    let called = find::called(ctx, words)?.into_iter().take(2 * SHOWN);
    let found = called.map(|one| match one.what {
        "department" => Found {
            title: one.name,
            what: say!("go-department").to_owned(),
            href: format!("/directory/{}", one.id),
        },
        _ => Found { title: one.name, what: one.of, href: format!("/people/{}", one.id) },
    });
    Ok(found.collect())
}

fn page(words: &str, verbs: &[Verb], found: &[Found]) -> Page {
    let main = html! {
        form.finder role="search" aria-label=(say!("go-on-this-page")) method="get" action="/go" {
            label for="go-words" { (say!("go-what-do-you-want-to-do")) }
            div.finder-line {
                input.input #go-words type="search" name="q" value=(words) autocomplete="off";
                (ui::button::plain(say!("go-find")))
            }
        }
        @if verbs.is_empty() && found.is_empty() {
            (ui::empty::empty(say!("go-nothing-goes-by-that-name"), say!("go-try-the-beginning-of-another"),
                Some((say!("go-see-everything-that-you-can-do"), "/go"))))
        } @else { (list(words, verbs, found)) }
    };
    Page::new(say!("go-go-to"), main)
}

fn list(words: &str, verbs: &[Verb], found: &[Found]) -> Markup {
    html! {
        ul.go-list #go-list {
            @for verb in verbs {
                li {
                    a href=(verb.href) { (verb.text) }
                    @if let Some(key) = verb.key { " " span.go-key { (keys::words(key)) } }
                }
            }
            @for one in found {
                li { a href=(one.href) { (one.title) } " " span.go-what { (one.what) } }
            }
            @if !words.is_empty() {
                li { a href=(search(words)) { (tell!("go-search-everything-for", value = words)) } }
            }
        }
    }
}

fn search(words: &str) -> String {
    format!("/search?q={}", crate::ui::address::encode(words))
}

pub fn samples() -> Vec<Page> {
    let who = baton_core::access::Who::bare(baton_core::log::Actor::Customer);
    let found = Found {
        title: "Kettle arrived broken".to_owned(),
        what: "Case C-1042".to_owned(),
        href: "/cases/1".to_owned(),
    };
    vec![page("", &verbs(&who, ""), &[]), page("kettle", &[], &[found]), page("xyzzy", &[], &[])]
}
