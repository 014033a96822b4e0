//! Recording a customer.

use baton_core::customer::Command;
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
            ui::button::main("Record the customer"),
            ui::button::plain_link("Back to the customers", "/customers"),
        ];
        let inside = html! {
            (form::fields(&ctx, &Kept::default(), &[]))
            (ui::button::row(&buttons))
        };
        let main = html! {
            p.lead { "Only what is needed to serve them: a name, or one way to reach them, is enough." }
            (ui::form::post(&ctx.token, "/customers", &inside))
        };
        Ok(Answer::page(Page::new("New customer", main).at(Place::Customers)))
    })
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        ctx.seen_version = None;
        let command = Command::Create { fields: fields(&ctx.input) };
        let desk = ctx.desk()?;
        let done = desk.act_on_customer(&ctx.who, None, command, ctx.asked()).await?;
        let to = format!("/customers/{}", done.state.id);
        Ok(Answer::redirect(&to).told("The customer is recorded."))
    })
}
