//! Customers: recorded, shown, revised, erased.

mod erasure;
pub mod merger;
pub mod new;
pub mod page;
pub mod show;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::Route;
use crate::view;

pub static ROUTES: &[&[Route]] = &[new::ROUTES, show::ROUTES, erasure::ROUTES, merger::ROUTES];

/// A customer as those who may find customers see them.
pub async fn answer(
    ctx: &Ctx,
    customer: &baton_core::customer::Customer,
) -> Result<Answer, Trouble> {
    let stream = baton_core::ids::StreamId::Customer(customer.id);
    let texts = ctx.desk()?.texts(stream).await?;
    let view = view::customer::customer(customer, &texts);
    Ok(Answer::json(&view)?.version(customer.version))
}
