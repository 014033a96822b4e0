//! The form by which compliance erases a customer. It cannot be undone, and says so.

use baton_core::access::customer_sight;
use baton_core::customer::Command;
use baton_core::ids::CustomerId;
use baton_core::say;
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
    .fresh()
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/customers/{id}/erasure",
        "pages.customers.erasure.create",
        Access::Compliance,
        create,
    )
    .summary("Erase every word about a customer")
    .fresh()
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
            ui::button::grave(say!("customer-erasure-erase-every-word-about-them")),
            ui::button::plain_link(say!("customer-erasure-leave-it-as-it-is"), &back),
        ];
        let inside = html! {
            (ui::version::version(&ctx, customer.version))
            (ctx.form(&ERASURE).lines("reason", 3))
            (ui::button::row(&buttons))
        };
        let main = html! {
            @if customer.is_erased() {
                p.lead { (say!("customer-erasure-every-word-about-this-customer")) }
                (ui::button::plain_link(say!("customer-erasure-back"), &back))
            } @else {
                (ui::notice::warn(
                    say!("customer-erasure-this-cannot-be-undone-name")
                ))
                (ui::form::post(&ctx.token, &format!("/customers/{id}/erasure"), &inside))
            }
        };
        let page = Page::new(say!("customer-erasure-erase-a-customer"), main);
        Ok(Answer::page(page.caption(say!("customer-erasure-customer", id)).at(Place::Customers)))
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
        Ok(Answer::redirect(&back).told(say!("customer-erasure-every-word-about-the-customer")))
    })
}
