//! The form to take a merger of customers back.

use baton_core::say;
use maud::html;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::customer::merger::separate;
use crate::page::{Page, Place};
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
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
        let back = ui::button::plain_link(say!("customer-separation-back-to-the-customer"), &at);
        let main = match &customer.merger {
            Some(merger) if ctx.now <= merger.until() => {
                let until = ui::when::when(merger.until(), ctx.now, &ctx.zone());
                let inside = html! {
                    (ui::version::version(&ctx, customer.version))
                    (ui::button::row(&[ui::button::main(say!("customer-separation-take-the-merger-back")), back]))
                };
                html! {
                    p.lead { (say!("customer-separation-both-records-stand-for")) }
                    p {
                        (say!("customer-separation-values-that-were-taken-over-go"))
                    }
                    p.muted { (tell!("customer-separation-it-can-be-taken-back-until", until)) }
                    (ui::form::post(&ctx.token, &format!("{at}/separation"), &inside))
                }
            }
            Some(_) => html! {
                p.lead { (say!("customer-separation-a-merger-can-be-taken-back")) }
                (back)
            },
            None => html! {
                p.lead { (say!("customer-separation-this-record-was-not-merged")) }
                (back)
            },
        };
        let page = Page::new(say!("customer-separation-take-the-merger-back"), main);
        Ok(Answer::page(page.caption(say!("customer-separation-customer")).at(Place::Customers)))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let known = separate(&ctx).await?;
        let to = format!("/customers/{}", known.id);
        Ok(Answer::redirect(&to).told(say!("customer-separation-the-record-stands-for-itself")))
    })
}
