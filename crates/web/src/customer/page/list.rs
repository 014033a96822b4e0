//! Finding a customer; and for departments without customers, why there are none here.

use axum::http::StatusCode;
use baton_core::access::customer_sight;
use baton_core::say;
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
        p.lead { (say!("customer-list-customers-are-found-by")) }
        p {
            (say!("customer-list-yours-works-on-requests-the"))
        }
        (ui::button::row(&[ui::button::link(say!("customer-list-requests-to-us"), "/to-us")]))
    };
    Page::new(say!("customer-list-customers-are-not-shared-with"), main)
}

fn list(words: &str, rows: &[CustomerRow], first: Option<&str>, next: Option<&str>) -> Page {
    let main = html! {
        form.finder role="search" aria-label=(say!("customer-list-customers")) method="get" action="/customers" {
            label for="customer-words" { (say!("customer-list-name-e-mail-address-telephone")) }
            div.finder-line {
                input.input #customer-words type="search" name="q" value=(words) autocomplete="off";
                (ui::button::plain(say!("customer-list-find")))
            }
        }
        @if rows.is_empty() { (nothing(words)) }
        @else {
            h2 { @if words.is_empty() { (say!("customer-list-the-newest")) } @else { (say!("customer-list-found")) } }
            ul.choose {
                @for row in rows {
                    li { a href={ "/customers/" (row.id) } { (row.name.as_deref().unwrap_or(say!("customer-list-no-name"))) } }
                }
            }
            p { a href="/customers/new" { (say!("customer-list-record-a-new-customer")) } }
        }
        (ui::pager::pager(first, next))
    };
    Page::new(say!("customer-list-customers"), main).at(Place::Customers)
}

fn nothing(words: &str) -> Markup {
    let record = Some((say!("customer-list-record-a-new-customer"), "/customers/new"));
    if words.is_empty() {
        let why = say!("customer-list-whoever-writes-calls-or-comes");
        return ui::empty::empty(say!("customer-list-no-customer-is-known-yet"), why, record);
    }
    let what = say!("customer-list-nobody-was-found-for", words);
    let why = say!("customer-list-try-a-part-of-the-name");
    ui::empty::empty(&what, why, record)
}

pub fn samples() -> Vec<Page> {
    vec![
        not_here(),
        list("", &[], None, None),
        list("Okafor", &[], None, Some("/customers?after=1.a")),
    ]
}
