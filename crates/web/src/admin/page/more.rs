//! More: what does not stand in the rail, each with a line about what it is for.

use baton_core::catalogue::Word;
use baton_core::{say, word};
use maud::{Markup, html};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place as Rail};
use crate::route::{Access, Pending, Reply, Route};

/// Text, address, and what it is for.
pub type Place = (Word, &'static str, Word);

pub const ROUTES: &[Route] = &[Route::get("/more", "pages.more.show", Access::SignedIn, show)
    .summary("What does not stand in the rail")
    .answers(&[Reply::bare(200, "The page")])];

const FOR_ALL: &[Place] = &[
    (word!("admin-more-at-risk"), "/at-risk", word!("admin-more-what-runs-out-of-time")),
    (word!("admin-more-to-decide"), "/decisions", word!("admin-more-what-you-are-asked-to-decide")),
    (
        word!("admin-more-agreements"),
        "/agreements",
        word!("admin-more-what-departments-owe-each-other"),
    ),
    (word!("admin-more-calendars"), "/calendars", word!("admin-more-when-departments-are-open")),
    (
        word!("admin-more-service-levels"),
        "/service-levels",
        word!("admin-more-what-customers-are-promised"),
    ),
    (
        word!("admin-more-notifications"),
        "/notifications",
        word!("admin-more-what-you-were-told-and-how"),
    ),
    (word!("admin-more-macros"), "/macros", word!("admin-more-texts-that-you-write-often-with")),
    (
        word!("admin-more-where-you-are-signed-in"),
        "/account/sessions",
        word!("admin-more-your-browsers-and-how-to-end"),
    ),
    (
        word!("admin-more-your-tokens"),
        "/account/tokens",
        word!("admin-more-what-programs-act-with-in-your"),
    ),
    (
        word!("admin-more-jobs-given-up"),
        "/admin/jobs",
        word!("admin-more-letters-and-other-work-of-yours"),
    ),
];
const FOR_CUSTOMERS: &[Place] = &[
    (
        word!("admin-more-customers"),
        "/customers",
        word!("admin-more-everybody-who-has-written-and"),
    ),
    (
        word!("admin-more-quarantine"),
        "/admin/quarantine",
        word!("admin-more-mail-that-could-not-be-filed"),
    ),
];
const FOR_ADMINISTRATORS: &[Place] = &[(
    word!("admin-more-administration"),
    "/admin",
    word!("admin-more-how-everything-is-and-what-the"),
)];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move { Ok(Answer::page(page(ctx.who.customer_facing, ctx.who.administrator))) })
}

fn page(customer_facing: bool, administrator: bool) -> Page {
    let mut all: Vec<Place> = Vec::new();
    if administrator {
        all.extend(FOR_ADMINISTRATORS);
    }
    if customer_facing {
        all.extend(FOR_CUSTOMERS);
    }
    all.extend(FOR_ALL);
    Page::new(say!("admin-more-more"), places(&all)).at(Rail::More)
}

/// Places as a list: the link, and what it is for.
pub fn places(places: &[Place]) -> Markup {
    html! {
        ul.places {
            @for (text, href, what) in places {
                li { a href=(href) { (text) } p.muted { (what) } }
            }
        }
    }
}

pub fn samples() -> Vec<Page> {
    vec![page(true, true), page(false, false)]
}
