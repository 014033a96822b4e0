//! Recording a customer.

use baton_core::customer::Command;
use baton_core::say;
use maud::html;

use super::form;
use super::list::not_here;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::customer::new::{CUSTOMER_FORM, fields};
use crate::input::Kept;
use crate::page::{Page, Place};
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get("/customers/new", "pages.customers.new", Access::SignedIn, new)
        .summary("The form to record a customer")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/customers", "pages.customers.create", Access::SignedIn, create)
        .summary("Record a customer")
        .body(&CUSTOMER_FORM)
        .again(new)
        .answers(&[Reply::bare(303, "The new customer")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        if !baton_core::access::customer_sight(&ctx.who).any() {
            return Ok(Answer::page(not_here()).status(axum::http::StatusCode::FORBIDDEN));
        }
        let buttons = [
            ui::button::main(say!("customer-new-record-the-customer")),
            ui::button::plain_link(say!("customer-new-back-to-the-customers"), "/customers"),
        ];
        let inside = html! {
            (form::fields(&ctx, &Kept::default(), &[]))
            (ui::button::row(&buttons))
        };
        let main = html! {
            p.lead { (say!("customer-new-only-what-is-needed-to-serve")) }
            (ui::form::post(&ctx.token, "/customers", &inside))
        };
        Ok(Answer::page(Page::new(say!("customer-new-new-customer"), main).at(Place::Customers)))
    })
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        ctx.seen_version = None;
        let command = Command::Create { fields: fields(&ctx.input) };
        let desk = ctx.desk()?;
        let done = desk.act_on_customer(&ctx.who, None, command, ctx.asked()).await?;
        let to = format!("/customers/{}", done.state.id);
        Ok(Answer::redirect(&to).told(say!("customer-new-the-customer-is-recorded")))
    })
}
