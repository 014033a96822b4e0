//! One customer, and finding some.

use baton_core::refusal::{Code, Refusal};
use baton_core::say;
use baton_store::rows;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::customer;
use crate::listing;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::search::find;
use crate::shape::{Field, Out};
use crate::view::customer::CUSTOMER;
use crate::view::{Items, MAYBE_TEXT, MAYBE_TIME, maybe_time, view};

const QUERY: &[Field] =
    &[Field::text("q", 200), Field::whole("limit", 1, 200), Field::text("after", 80)];

view! {
    CustomerLine as CUSTOMER_LINE "CustomerLine" {
        "id" id: String = Out::Id,
        "name" name: Option<String> = MAYBE_TEXT,
        "created_at" created_at: String = Out::Time,
        "erased_at" erased_at: Option<String> = MAYBE_TIME,
    }
}

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/customers/{id}", "customers.show", Access::SignedIn, show)
        .summary("A customer")
        .answers(&[Reply::ok("The customer", &Out::Thing(&CUSTOMER))]),
    Route::get("/api/v1/customers", "customers.list", Access::SignedIn, list)
        .summary("Find customers")
        .query(QUERY)
        .answers(&[Reply::ok("A page of customers", &Out::Items(&Out::Thing(&CUSTOMER_LINE)))])
        .refusals(&[Code::NotAllowed]),
];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let known = reach::customer(&ctx, ctx.param("id")).await?;
        customer::answer(&ctx, &known).await
    })
}

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let page = page(&ctx).await?;
        let line = |row: rows::customer::CustomerRow| CustomerLine {
            id: row.id.to_string(),
            created_at: row.created_at.to_string(),
            erased_at: maybe_time(row.erased_at),
            name: row.name,
        };
        Answer::json(&Items {
            items: page.items.into_iter().map(line).collect(),
            next: page.next.map(|next| next.to_string()),
        })
    })
}

/// Customers by words, or the newest ones; nothing for those who may not find customers.
pub async fn page(ctx: &Ctx) -> Result<rows::Page<rows::customer::CustomerRow>, Trouble> {
    if !baton_core::access::customer_sight(&ctx.who).any() {
        return Err(Trouble::Refused(Refusal::new(
            Code::NotAllowed,
            say!("customer-show-customers-are-found-by"),
        )));
    }
    if let Some(words) = ctx.query.text("q").filter(|words| !words.trim().is_empty()) {
        return find::customers(ctx, words).await;
    }
    let link = ctx.desk()?.store().link();
    let after = listing::after(ctx)?.and_then(|cursor| cursor.id.parse().ok());
    let limit = listing::limit(ctx);
    let items = rows::customer::list(&link, after, limit).await?;
    let full = u32::try_from(items.len()).unwrap_or(u32::MAX) == limit;
    let last = items.last().filter(|_| full);
    let next = last.map(|row| rows::Cursor { key: 0, id: row.id.to_string() });
    Ok(rows::Page { items, next })
}
