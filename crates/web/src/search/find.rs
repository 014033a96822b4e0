//! Finds cases, requests and customers by words.
//!
//! The index is asked only for the caller's own scopes; what it names is then looked up and held
//! against the rules once more, as deny wins.

use std::collections::HashSet;

use baton_core::access::customer_sight;
use baton_core::ids::CaseId;
use baton_store::rows;
use baton_store::rows::case::CaseRow;
use baton_store::rows::customer::CustomerRow;
use baton_store::rows::request::RequestRow;
use baton_store::rows::{Cursor, Page};
use baton_store::search::{self, Hit, Query, Scope};

use crate::ctx::Ctx;
use crate::listing;
use crate::problem::Trouble;
use crate::reach;

async fn hits(ctx: &Ctx, words: &str, kinds: &[&str]) -> Result<(Vec<Hit>, bool), Trouble> {
    let link = ctx.desk()?.store().link();
    let mut scopes: Vec<Scope> =
        ctx.who.departments.iter().map(|id| Scope::Department(*id)).collect();
    if customer_sight(&ctx.who).any() {
        scopes.push(Scope::CustomerFacing);
    }
    let after = listing::after(ctx)?.map(|cursor| cursor.key);
    let limit = listing::limit(ctx);
    let query = Query::parse(words);
    let hits = search::find(&link, &scopes, &query, kinds, limit, after).await?;
    let full = u32::try_from(hits.len()).unwrap_or(u32::MAX) >= limit;
    Ok((hits, full))
}

/// Where the next page begins, when there may be one.
fn next(hits: &[Hit], full: bool) -> Option<Cursor> {
    let last = hits.last().filter(|_| full)?;
    Some(Cursor { key: last.n, id: String::new() })
}

/// Cases in which the words stand: in the subject, or in a message.
pub async fn cases(ctx: &Ctx, words: &str) -> Result<Page<CaseRow>, Trouble> {
    let (hits, full) = hits(ctx, words, &["case", "message"]).await?;
    let link = ctx.desk()?.store().link();
    let mut seen = HashSet::new();
    let mut items = Vec::new();
    for hit in &hits {
        // A message is named after its case: `CASE MESSAGE`.
        let case = hit.thing.split(' ').next().and_then(|id| id.parse::<CaseId>().ok());
        let Some(id) = case.filter(|id| seen.insert(*id)) else { continue };
        let Some(row) = rows::case::get(&link, id).await? else { continue };
        if ctx.who.belongs_to(row.department) {
            items.push(row);
        }
    }
    Ok(Page { items, next: next(&hits, full) })
}

/// Requests in whose text the words stand.
pub async fn requests(ctx: &Ctx, words: &str) -> Result<Page<RequestRow>, Trouble> {
    let (hits, full) = hits(ctx, words, &["request"]).await?;
    let link = ctx.desk()?.store().link();
    let mut items = Vec::new();
    for hit in &hits {
        match reach::request(ctx, &hit.thing).await {
            Ok((_, id, _)) => items.extend(rows::request::get(&link, id).await?),
            Err(Trouble::Refused(_)) => {}
            Err(trouble) => return Err(trouble),
        }
    }
    Ok(Page { items, next: next(&hits, full) })
}

/// Customers by name, address or number; for people whose department takes cases from customers.
pub async fn customers(ctx: &Ctx, words: &str) -> Result<Page<CustomerRow>, Trouble> {
    if !customer_sight(&ctx.who).any() {
        return Ok(Page { items: Vec::new(), next: None });
    }
    let (hits, full) = hits(ctx, words, &["customer"]).await?;
    let link = ctx.desk()?.store().link();
    let mut items = Vec::new();
    for hit in &hits {
        let Ok(id) = hit.thing.parse() else { continue };
        items.extend(rows::customer::get(&link, id).await?);
    }
    Ok(Page { items, next: next(&hits, full) })
}
