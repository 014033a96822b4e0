//! Finding a customer; and for departments without customers, why there are none here.

use axum::http::StatusCode;
use baton_core::access::customer_sight;
use baton_store::rows::customer::CustomerRow;
use maud::{Markup, html};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::customer::show::page as rows_of;
use crate::page::{Page, Place};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Field;
use crate::ui;

const QUERY: &[Field] =
    &[Field::text("q", 200), Field::whole("limit", 1, 200), Field::text("after", 80)];

pub const ROUTES: &[Route] =
    &[Route::get("/customers", "pages.customers.list.show", Access::SignedIn, show)
        .summary("Find customers, as a page")
        .query(QUERY)
        .answers(&[Reply::bare(200, "The list"), Reply::bare(403, "Why there is none")])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        if !customer_sight(&ctx.who).any() {
            return Ok(Answer::page(not_here()).status(StatusCode::FORBIDDEN));
        }
        let page = rows_of(&ctx).await?;
        let words = ctx.query.words("q").trim();
        let next = page.next.filter(|_| words.is_empty());
        let next = next.map(|next| format!("/customers?after={next}"));
        let first = ctx.query.has("after").then_some("/customers");
        Ok(Answer::page(list(words, &page.items, first, next.as_deref())))
    })
}

/// For people whose department takes no cases from customers.
pub fn not_here() -> Page {
    let main = html! {
        p.lead { "Customers are found by departments that take cases from them." }
        p {
            "Yours works on requests. The fields of the customer that a request takes are on the \
             request itself, each with what it is for. If one is missing, ask the sender there: \
             they share it, and it stays on record why."
        }
        (ui::button::row(&[ui::button::link("Requests to us", "/to-us")]))
    };
    Page::new("Customers are not shared with your department", main)
}

fn list(words: &str, rows: &[CustomerRow], first: Option<&str>, next: Option<&str>) -> Page {
    let main = html! {
        form.finder role="search" aria-label="Customers" method="get" action="/customers" {
            label for="customer-words" { "Name, e-mail address, telephone or account number" }
            div.finder-line {
                input.input #customer-words type="search" name="q" value=(words) autocomplete="off";
                (ui::button::plain("Find"))
            }
        }
        @if rows.is_empty() { (nothing(words)) }
        @else {
            h2 { @if words.is_empty() { "The newest" } @else { "Found" } }
            ul.choose {
                @for row in rows {
                    li { a href={ "/customers/" (row.id) } { (row.name.as_deref().unwrap_or("[no name]")) } }
                }
            }
            p { a href="/customers/new" { "Record a new customer" } }
        }
        (ui::pager::pager(first, next))
    };
    Page::new("Customers", main).at(Place::Customers)
}

fn nothing(words: &str) -> Markup {
    let record = Some(("Record a new customer", "/customers/new"));
    if words.is_empty() {
        let why = "Whoever writes, calls or comes by is kept here once, with all of their cases.";
        return ui::empty::empty("No customer is known yet", why, record);
    }
    let what = format!("Nobody was found for “{words}”");
    let why = "Try a part of the name, or the number without its country code.";
    ui::empty::empty(&what, why, record)
}

pub fn samples() -> Vec<Page> {
    vec![
        not_here(),
        list("", &[], None, None),
        list("Okafor", &[], None, Some("/customers?after=1.a")),
    ]
}
