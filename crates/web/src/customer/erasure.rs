//! A customer's words are erased; the log stays whole, and every count as it was.

use baton_core::customer::Command;
use baton_core::refusal::Code;
use baton_core::word;

use crate::ctx::Ctx;
use crate::customer;
use crate::request::acts::words;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::customer::CUSTOMER;

pub static ERASURE: Shape = Shape::new(
    "Erasure",
    &[Field::lines("reason", 1_000)
        .needed()
        .label(word!("customer-erasure-why"))
        .hint(word!("customer-erasure-at-least-20-characters-without"))],
);

pub const ROUTES: &[Route] = &[Route::post(
    "/api/v1/customers/{id}/erasure",
    "customers.erasure.create",
    Access::Compliance,
    create,
)
.summary("Erase every word about a customer")
.body(&ERASURE)
.answers(&[Reply::ok("What is left of the customer", &Out::Thing(&CUSTOMER))])
.refusals(&[Code::NotAllowed, Code::Terminal])];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        // Whoever may erase need not be able to read: compliance acts on the id alone.
        let id = ctx.id("id")?;
        let command = Command::Erase { reason: words(&ctx.input, "reason") };
        let desk = ctx.desk()?;
        let done = desk.act_on_customer(&ctx.who, Some(id), command, ctx.asked()).await?;
        customer::answer(&ctx, &done.state).await
    })
}
