//! Two records of one customer are merged, and taken apart again.

use std::sync::Arc;

use baton_core::customer::Customer;
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};

use crate::ctx::Ctx;
use crate::customer;
use crate::input::{Input, Value};
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Kind, Out, Shape};
use crate::view::customer::CUSTOMER;

/// Whose value stays: the merged record's or the survivor's.
pub const SIDES: &[&str] = &["merged", "survivor"];
const SIDE: Kind = Kind::Choice(SIDES);

pub static MERGER: Shape = Shape::new(
    "CustomerMergerForm",
    &[
        Field::id("survivor")
            .required()
            .label(word!("customer-merger-the-record-that-stands-for-both"))
            .ask(word!("customer-merger-choose-the-record-that-stands")),
        Field::map("values", &SIDE, 60)
            .label(word!("customer-merger-which-value-stays"))
            .hint(word!("customer-merger-by-tag-where-both-have-one")),
    ],
);

pub const ROUTES: &[Route] = &[
    Route::post(
        "/api/v1/customers/{id}/merger",
        "customers.merger.create",
        Access::SignedIn,
        create,
    )
    .summary("Merge a record of a customer into another one, which then stands for both")
    .body(&MERGER)
    .answers(&[Reply::ok("The record that was merged", &Out::Thing(&CUSTOMER))])
    .refusals(&[Code::NotAllowed, Code::Terminal]),
    Route::post(
        "/api/v1/customers/{id}/separation",
        "customers.separation.create",
        Access::SignedIn,
        undo,
    )
    .summary("Take a merger of customers back")
    .answers(&[Reply::ok("The record as it is now", &Out::Thing(&CUSTOMER))])
    .refusals(&[Code::NotAllowed, Code::IllegalMove, Code::Terminal]),
];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let merged = merge(&ctx).await?;
        customer::answer(&ctx, &merged).await
    })
}

fn undo(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let known = separate(&ctx).await?;
        customer::answer(&ctx, &known).await
    })
}

/// Merges the customer of the address into the one that was named.
pub async fn merge(ctx: &Ctx) -> Result<Arc<Customer>, Trouble> {
    let known = reach::customer(ctx, ctx.param("id")).await?;
    let survivor = survivor(ctx, ctx.input.words("survivor")).await?;
    let chosen = ctx.input.group("values").into_iter().flat_map(Input::entries);
    let theirs = chosen.filter(|(_, value)| matches!(value, Value::Text(side) if side == "merged"));
    let take = theirs.map(|(tag, _)| tag.to_owned()).collect();
    let (desk, with) = (ctx.desk()?, (survivor.id, take));
    Ok(desk.merge_customer(&ctx.who, known.id, with, ctx.asked()).await?.state)
}

/// Takes the merger of the customer of the address back.
pub async fn separate(ctx: &Ctx) -> Result<Arc<Customer>, Trouble> {
    let known = reach::customer(ctx, ctx.param("id")).await?;
    Ok(ctx.desk()?.separate_customer(&ctx.who, known.id, ctx.asked()).await?.state)
}

/// The record that is to stand for both; what the caller cannot see is not there.
pub async fn survivor(ctx: &Ctx, text: &str) -> Result<Arc<Customer>, Trouble> {
    match reach::customer(ctx, text.trim()).await {
        Err(Trouble::Refused(_)) => {
            let message = say!("customer-merger-there-is-no-such-customer-that");
            Err(Refusal::invalid("survivor", "not_found", message).into())
        }
        other => other,
    }
}
