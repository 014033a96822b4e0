//! The requests that a department received or sent.

use baton_core::case::kinds::{Mover, StageName};
use baton_core::word;
use baton_store::rows;
use baton_store::rows::request::{Filter, Order, Side};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::listing;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::search::asked::Asked;
use crate::search::find;
use crate::shape::{Field, Out};
use crate::view::Items;
use crate::view::request::{REQUEST, RequestView, request};

const QUERY: &[Field] = &[
    Field::choice("side", &["to_us", "from_us"]).hint(word!("request-list-to-us-if-left-out")),
    Field::choice("state", StageName::NAMES),
    Field::choice("mover", &["us", "them"]).hint(word!("request-list-whose-move-it-is")),
    Field::choice("order", &["due", "newest"])
        .hint(word!("request-list-due-those-that-have-not-ended")),
    Field::choice("person", &["me"]).hint(word!("request-list-only-what-is-assigned-to-me")),
    Field::text("q", 200).hint(word!("request-list-what-to-look-for-words-phrases")),
    Field::whole("limit", 1, 200),
    Field::text("after", 80),
];

pub const ROUTES: &[Route] =
    &[Route::get("/api/v1/requests", "requests.list", Access::SignedIn, list)
        .summary("Requests to your departments, or from them")
        .query(QUERY)
        .answers(&[Reply::ok("A page of requests", &Out::Items(&Out::Thing(&REQUEST)))])];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let link = ctx.desk()?.store().link();
        let (filter, order) = filter(&ctx);
        let after = listing::after(&ctx)?;
        let sought = Asked::of(&ctx, ctx.query.words("q")).await?;
        let page = if sought.query.is_empty() {
            rows::request::list(&link, &filter, order, after.as_ref(), listing::limit(&ctx)).await?
        } else {
            find::requests(&ctx, &sought, &filter, order).await?
        };
        let mut items = Vec::with_capacity(page.items.len());
        for row in &page.items {
            items.extend(view(&ctx, row).await?);
        }
        Answer::json(&Items { items, next: page.next.map(|next| next.to_string()) })
    })
}

/// What the query asks for, within the caller's own departments.
pub fn filter(ctx: &Ctx) -> (Filter, Order) {
    let side = match ctx.query.text("side") {
        Some("from_us") => Side::FromUs,
        _ => Side::ToUs,
    };
    let state = ctx.query.text("state").and_then(StageName::parse);
    let mover = match (ctx.query.text("mover"), side) {
        (Some("us"), Side::ToUs) | (Some("them"), Side::FromUs) => Some(Mover::To),
        (Some(_), _) => Some(Mover::From),
        (None, _) => None,
    };
    // What has ended has no due time, so a list of it goes by age.
    let over = matches!(
        state,
        Some(StageName::Closed | StageName::Withdrawn | StageName::Merged | StageName::Declined)
    );
    let order = match ctx.query.text("order") {
        Some("due") if !over => Order::Due,
        _ => Order::Newest,
    };
    let person = ctx.query.has("person").then(|| ctx.who.person()).flatten();
    let departments = ctx.who.departments.clone();
    (Filter { side, departments, state, mover, person }, order)
}

/// The whole view of a row; the rules look once more whether it may be seen.
async fn view(ctx: &Ctx, row: &rows::request::RequestRow) -> Result<Option<RequestView>, Trouble> {
    match reach::request(ctx, &row.id.to_string()).await {
        Ok((case, id, _)) => {
            let file = reach::file(ctx, case).await?;
            let one = reach::in_file(&file, id)?;
            Ok(Some(request(&file.source(ctx), one)))
        }
        Err(Trouble::Refused(_)) => Ok(None),
        Err(trouble) => Err(trouble),
    }
}
