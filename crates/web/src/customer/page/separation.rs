//! The form to take a merger of customers back.

use maud::html;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::customer::merger::separate;
use crate::page::{Page, Place};
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get(
        "/customers/{id}/separation/new",
        "pages.customers.separation.new",
        Access::SignedIn,
        new,
    )
    .summary("The form to take a merger of customers back")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/customers/{id}/separation",
        "pages.customers.separation.create",
        Access::SignedIn,
        create,
    )
    .summary("Take a merger of customers back")
    .again(new)
    .answers(&[Reply::bare(303, "Back to the customer")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let customer = reach::customer(&ctx, ctx.param("id")).await?;
        let at = format!("/customers/{}", customer.id);
        let back = ui::button::plain_link("Back to the customer", &at);
        let main = match &customer.merger {
            Some(merger) if ctx.now <= merger.until() => {
                let until = ui::when::when(merger.until(), ctx.now, &ctx.zone());
                let inside = html! {
                    (ui::version::version(&ctx, customer.version))
                    (ui::button::row(&[ui::button::main("Take the merger back"), back]))
                };
                html! {
                    p.lead { "Both records stand for themselves again, each with its own cases." }
                    p {
                        "Values that were taken over go back, but for fields that somebody has \
                         changed since. Cases that were opened meanwhile stay where they are."
                    }
                    p.muted { "It can be taken back until " (until) "." }
                    (ui::form::post(&ctx.token, &format!("{at}/separation"), &inside))
                }
            }
            Some(_) => html! {
                p.lead { "A merger can be taken back for 30 days, and they are over." }
                (back)
            },
            None => html! {
                p.lead { "This record was not merged; there is nothing to take apart." }
                (back)
            },
        };
        let page = Page::new("Take the merger back", main);
        Ok(Answer::page(page.caption("Customer").at(Place::Customers)))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let known = separate(&ctx).await?;
        let to = format!("/customers/{}", known.id);
        Ok(Answer::redirect(&to).told("The record stands for itself again."))
    })
}
