//! Changing what is known of a customer: the whole form, with what is known in it.

use baton_core::customer::{Command, Customer, Field, FieldRecord};
use baton_core::ids::StreamId;
use baton_core::say;
use baton_core::tags::canonical_tag;
use maud::{Markup, html};

use super::form;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::customer::new::{CUSTOMER_FORM, fields};
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get(
        "/customers/{id}/revision/new",
        "pages.customers.revision.new",
        Access::SignedIn,
        new,
    )
    .summary("The form to change what is known of a customer")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/customers/{id}/revision",
        "pages.customers.revision.create",
        Access::SignedIn,
        create,
    )
    .summary("Change what is known of a customer")
    .body(&CUSTOMER_FORM)
    .again(new)
    .answers(&[Reply::bare(303, "Back to the customer")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let customer = reach::customer(&ctx, ctx.param("id")).await?;
        let texts = ctx.desk()?.texts(StreamId::Customer(customer.id)).await?;
        let start = form::start(&customer, &texts);
        let at = format!("/customers/{}", customer.id);
        let buttons = [
            ui::button::main(say!("customer-revision-keep-the-changes")),
            ui::button::plain_link(say!("customer-revision-back-to-the-customer"), &at),
        ];
        let inside = html! {
            (ui::version::version(&ctx, customer.version))
            (form::fields(&ctx, &start, &form::own_tags(&customer)))
            (ui::button::row(&buttons))
        };
        let main = html! {
            @if ui::version::is_stale(&ctx) { (now(&customer, &texts)) }
            p.muted { (say!("customer-revision-a-field-that-you-empty-is")) }
            (ui::form::post(&ctx.token, &format!("{at}/revision"), &inside))
        };
        let page = Page::new(say!("customer-revision-change-what-is-known"), main);
        Ok(Answer::page(page.caption(customer.name(&texts).to_owned()).at(Place::Customers)))
    })
}

/// What somebody else has made of it meanwhile, beside what was typed.
fn now(customer: &Customer, texts: &baton_core::vault::Texts) -> Markup {
    let fact =
        |field: &Field| (ui::words::tag(&field.tag).to_owned(), texts.show(field.value).to_owned());
    let fields: Vec<(String, String)> = customer.fields.iter().map(fact).collect();
    html! {
        section.news {
            h2 { (say!("customer-revision-how-it-stands-now")) }
            (ui::pairs::gathered(&fields, &html! {}))
            p { (say!("customer-revision-what-you-typed-is-still-below")) }
        }
    }
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let known = reach::customer(&ctx, ctx.param("id")).await?;
        let set = fields(&ctx.input);
        let remove = emptied(&known, &set);
        let command = Command::Revise { set, remove };
        let desk = ctx.desk()?;
        let done = desk.act_on_customer(&ctx.who, Some(known.id), command, ctx.asked()).await;
        let done = done.map_err(Trouble::from)?;
        let to = format!("/customers/{}", done.state.id);
        Ok(Answer::redirect(&to).told(say!("customer-revision-what-is-known-of-the-customer")))
    })
}

/// Tags that the customer has and the form came back without.
fn emptied(customer: &Customer, set: &[FieldRecord]) -> Vec<String> {
    let kept = |tag: &str| set.iter().any(|record| canonical_tag(&record.tag) == tag);
    let gone = customer.fields.iter().filter(|field| !kept(&field.tag));
    gone.map(|field| field.tag.clone()).collect()
}
