//! One customer: how they are reached, and all that they have brought to us.

use baton_core::access::customer_sight;
use baton_core::customer::{Customer, Field, Merger};
use baton_core::ids::{CustomerId, StreamId};
use baton_core::say;
use baton_core::time::Instant;
use baton_core::vault::Texts;
use baton_store::rows;
use baton_store::rows::case::{Order, Whose};
use baton_store::rows::customer::CustomerRow;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::duplicates;
use super::list::not_here;
use crate::answer::Answer;
use crate::case::page::{CaseLine, line, rows_of_one};
use crate::ctx::Ctx;
use crate::listing;
use crate::page::{Page, Place};
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape;
use crate::tell;
use crate::ui;
use crate::ui::pairs::gathered;
use crate::ui::row::Row;

pub const ROUTES: &[Route] =
    &[Route::get("/customers/{id}", "pages.customers.show", Access::SignedIn, show)
        .summary("A customer as a page")
        .query(&[shape::Field::text("after", 80), shape::Field::whole("limit", 1, 200)])
        .answers(&[Reply::bare(200, "The page"), Reply::bare(403, "Why it is not shown")])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        if !customer_sight(&ctx.who).any() {
            return Ok(Answer::page(not_here()).status(axum::http::StatusCode::FORBIDDEN));
        }
        let customer = reach::customer(&ctx, ctx.param("id")).await?;
        let texts = ctx.desk()?.texts(StreamId::Customer(customer.id)).await?;
        let link = ctx.desk()?.store().link();
        let records = ctx.desk()?.records_of(&customer).await?;
        let (whose, after) = (Whose::Customer(records), listing::after(&ctx)?);
        let limit = listing::limit(&ctx);
        let mut page =
            rows::case::list(&link, &whose, None, Order::Newest, after.as_ref(), limit).await?;
        let next = page.next.map(|next| format!("/customers/{}?after={next}", customer.id));
        // Cases of other departments are theirs, also when the customer is known to both.
        page.items.retain(|row| ctx.who.belongs_to(row.department));
        let resting = customer.is_erased() || customer.merger.is_some();
        let alike = match resting {
            true => Vec::new(),
            false => duplicates::alike(&ctx, &customer, &texts).await?,
        };
        let view = View {
            alike,
            merger: customer.merger,
            joined: customer.joined.iter().map(|joined| joined.customer).collect(),
            cases: rows_of_one(&ctx, &page.items)?,
            next,
            may_erase: ctx.who.compliance,
            now: ctx.now,
            zone: ctx.zone(),
            ..View::of(&customer, &texts)
        };
        Ok(Answer::page(view.page()))
    })
}

struct View {
    id: String,
    name: String,
    fields: Vec<(String, String)>,
    known_since: Instant,
    erased_at: Option<Instant>,
    cases: Vec<CaseLine>,
    next: Option<String>,
    may_erase: bool,
    /// The record that stands for this one, when it was merged.
    merger: Option<Merger>,
    joined: Vec<CustomerId>,
    /// Other records that may be the same customer.
    alike: Vec<CustomerRow>,
    now: Instant,
    zone: TimeZone,
}

impl View {
    fn of(customer: &Customer, texts: &Texts) -> Self {
        let shown =
            |field: &Field| (ui::words::tag(&field.tag), texts.show(field.value).to_owned());
        Self {
            id: customer.id.to_string(),
            name: customer.name(texts).to_owned(),
            fields: customer.fields.iter().filter(|field| field.tag != "name").map(shown).collect(),
            known_since: customer.created_at,
            erased_at: customer.erased_at,
            cases: Vec::new(),
            next: None,
            may_erase: false,
            merger: None,
            joined: Vec::new(),
            alike: Vec::new(),
            now: customer.created_at,
            zone: TimeZone::UTC,
        }
    }

    fn page(&self) -> Page {
        let title = if self.erased_at.is_some() {
            say!("customer-show-an-erased-customer")
        } else {
            &self.name
        };
        let main = html! {
            @match self.erased_at {
                Some(at) => (self.erased(at)),
                None => @match &self.merger {
                    Some(merger) => (self.merged(merger)),
                    None => {
                        (ui::button::row(&[
                            ui::button::link(say!("customer-show-new-case"), &format!("/cases/new?customer={}", self.id)),
                            ui::button::plain_link(say!("customer-show-change-what-is-known"), &self.below("revision/new")),
                            ui::button::plain_link(say!("customer-show-merge-with-another-record"), &self.below("merger/new")),
                        ]))
                        (duplicates::hint(&self.id, &self.alike))
                    }
                },
            }
            (self.cases())
        };
        let page =
            Page::new(title, main).caption(say!("customer-show-customer")).at(Place::Customers);
        if self.erased_at.is_some() { page } else { page.aside(self.aside()) }
    }

    fn below(&self, path: &str) -> String {
        format!("/customers/{}/{path}", self.id)
    }

    fn merged(&self, merger: &Merger) -> Markup {
        let mut buttons = vec![ui::button::link(
            say!("customer-show-open-that-record"),
            &format!("/customers/{}", merger.into),
        )];
        if self.now <= merger.until() {
            buttons.push(ui::button::plain_link(
                say!("customer-show-take-the-merger-back"),
                &self.below("separation/new"),
            ));
        }
        html! {
            p.lead { (say!("customer-show-this-record-was-merged-another")) }
            (ui::button::row(&buttons))
        }
    }

    fn erased(&self, at: Instant) -> Markup {
        html! {
            p.lead {
                (tell!("customer-show-every-word-about-them-was", zone = ui::when::when(at, self.now, &self.zone)))
            }
        }
    }

    fn cases(&self) -> Markup {
        let list: Vec<Row<'_>> = self.cases.iter().map(line).collect();
        let open = format!("/cases/new?customer={}", self.id);
        let action =
            self.erased_at.is_none().then_some((say!("customer-show-open-a-case"), open.as_str()));
        html! {
            h2 { (say!("customer-show-their-cases")) }
            @if list.is_empty() {
                (ui::empty::empty(
                    say!("customer-show-no-case-of-theirs-is-with"),
                    say!("customer-show-all-that-they-bring-to-your"),
                    action,
                ))
            } @else { (ui::row::rows(&list)) }
            (ui::pager::pager(None, self.next.as_deref()))
        }
    }

    fn aside(&self) -> Markup {
        html! {
            h2 { (say!("customer-show-what-is-known")) }
            (gathered(&self.fields, &html! {
                div { dt { (say!("customer-show-known-since")) } dd { (ui::when::when(self.known_since, self.now, &self.zone)) } }
            }))
            p.muted { (say!("customer-show-another-department-sees-a-field")) }
            @for (n, joined) in self.joined.iter().enumerate() {
                p { a href={ "/customers/" (joined) } { (tell!("customer-show-record-that-was-merged-into", value = n + 1)) } }
            }
            @if self.may_erase && self.merger.is_none() {
                p { a href=(self.below("erasure/new")) { (say!("customer-show-erase-every-word-about-them")) } }
            }
        }
    }
}

pub fn samples() -> Vec<Page> {
    let at = Instant::from_millis(1_796_144_400_000);
    let known = || View {
        id: "1".to_owned(),
        name: "Ada Okafor".to_owned(),
        fields: vec![("E-mail".to_owned(), "ada@example.org".to_owned())],
        known_since: at,
        erased_at: None,
        cases: Vec::new(),
        next: None,
        may_erase: true,
        merger: None,
        joined: Vec::new(),
        alike: Vec::new(),
        now: at,
        zone: TimeZone::UTC,
    };
    vec![known().page(), View { erased_at: Some(at), ..known() }.page()]
}
