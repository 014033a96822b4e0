//! More: what does not stand in the rail, each with a line about what it is for.

use maud::{Markup, html};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place as Rail};
use crate::route::{Access, Pending, Reply, Route};

/// Text, address, and what it is for.
pub type Place = (&'static str, &'static str, &'static str);

pub const ROUTES: &[Route] = &[Route::get("/more", "pages.more.show", Access::SignedIn, show)
    .summary("What does not stand in the rail")
    .answers(&[Reply::bare(200, "The page")])];

const FOR_ALL: &[Place] = &[
    ("Agreements", "/agreements", "What departments owe each other, within which time."),
    ("Notifications", "/notifications", "What you were told, and how you want to be told."),
    ("Macros", "/macros", "Texts that you write often, with blanks that are filled in."),
    ("Where you are signed in", "/account/sessions", "Your browsers, and how to end them."),
    ("Your tokens", "/account/tokens", "What programs act with in your name."),
    ("Jobs given up", "/admin/jobs", "Letters and other work of yours that could not be done."),
];
const FOR_CUSTOMERS: &[Place] = &[
    ("Customers", "/customers", "Everybody who has written, and their cases."),
    ("Quarantine", "/admin/quarantine", "Mail that could not be filed by itself."),
];
const FOR_ADMINISTRATORS: &[Place] =
    &[("Administration", "/admin", "How everything is, and what the organisation has chosen.")];

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
    Page::new("More", places(&all)).at(Rail::More)
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
