//! The form by which compliance erases a customer. It cannot be undone, and says so.

use baton_core::access::customer_sight;
use baton_core::customer::Command;
use baton_core::ids::CustomerId;
use maud::html;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::customer::erasure::ERASURE;
use crate::page::{Page, Place};
use crate::request::acts::words;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get(
        "/customers/{id}/erasure/new",
        "pages.customers.erasure.new",
        Access::Compliance,
        new,
    )
    .summary("The form to erase every word about a customer")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/customers/{id}/erasure",
        "pages.customers.erasure.create",
        Access::Compliance,
        create,
    )
    .summary("Erase every word about a customer")
    .body(&ERASURE)
    .again(new)
    .answers(&[Reply::bare(303, "What is left of the customer")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        // Whoever may erase need not be able to read: the id is all that is shown here.
        let id: CustomerId = ctx.id("id")?;
        let customer = ctx.desk()?.customer(id).await?;
        let sees = customer_sight(&ctx.who).any();
        let back = if sees { format!("/customers/{id}") } else { "/".to_owned() };
        let buttons = [
            ui::button::grave("Erase every word about them"),
            ui::button::plain_link("Leave it as it is", &back),
        ];
        let inside = html! {
            (ui::version::version(&ctx, customer.version))
            (ctx.form(&ERASURE).lines("reason", 3))
            (ui::button::row(&buttons))
        };
        let main = html! {
            @if customer.is_erased() {
                p.lead { "Every word about this customer has been erased already." }
                (ui::button::plain_link("Back", &back))
            } @else {
                (ui::notice::warn(
                    "This cannot be undone. Name, addresses, messages and files of this customer go \
                     for good. That things were done, when and by whom stays, and every count as \
                     it was."
                ))
                (ui::form::post(&ctx.token, &format!("/customers/{id}/erasure"), &inside))
            }
        };
        let page = Page::new("Erase a customer", main);
        Ok(Answer::page(page.caption(format!("Customer {id}")).at(Place::Customers)))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id: CustomerId = ctx.id("id")?;
        let command = Command::Erase { reason: words(&ctx.input, "reason") };
        let desk = ctx.desk()?;
        desk.act_on_customer(&ctx.who, Some(id), command, ctx.asked()).await?;
        let sees = customer_sight(&ctx.who).any();
        let back = if sees { format!("/customers/{id}") } else { "/".to_owned() };
        Ok(Answer::redirect(&back).told("Every word about the customer is erased."))
    })
}
