//! Two records of one customer: find the other one, look at both side by side, choose, and merge.

use std::sync::Arc;

use baton_core::catalogue::Word;
use baton_core::customer::{Customer, TAKE_BACK, conflicts, fits, holds_many};
use baton_core::ids::StreamId;
use baton_core::vault::Texts;
use baton_core::{say, word};
use baton_store::rows::customer::CustomerRow;
use maud::{Markup, html};

use super::duplicates;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::customer::merger::{MERGER, merge, survivor};
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::search::find;
use crate::shape::Field;
use crate::tell;
use crate::ui;
use crate::ui::table::{Cell, Table};

const QUERY: &[Field] = &[Field::text("q", 200), Field::id("survivor")];

pub const ROUTES: &[Route] = &[
    Route::get("/customers/{id}/merger/new", "pages.customers.merger.new", Access::SignedIn, new)
        .summary("Find another record of a customer, and look at both side by side")
        .query(QUERY)
        .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/customers/{id}/merger",
        "pages.customers.merger.create",
        Access::SignedIn,
        create,
    )
    .summary("Merge a record of a customer into another one")
    .body(&MERGER)
    .again(new)
    .answers(&[Reply::bare(303, "To the record that stands for both")]),
];

const TITLE: Word = word!("customer-merger-merge-two-records-of-a-customer");

/// A record with its texts.
struct Record {
    customer: Arc<Customer>,
    texts: Texts,
}

impl Record {
    async fn of(ctx: &Ctx, customer: Arc<Customer>) -> Result<Self, Trouble> {
        let texts = ctx.desk()?.texts(StreamId::Customer(customer.id)).await?;
        Ok(Self { customer, texts })
    }

    fn href(&self) -> String {
        format!("/customers/{}", self.customer.id)
    }

    fn name(&self) -> &str {
        self.customer.name(&self.texts)
    }

    fn values(&self, tag: &str) -> String {
        let values = self.customer.values(tag).map(|field| self.texts.show(field.value));
        values.collect::<Vec<_>>().join(", ")
    }
}

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let own = Record::of(&ctx, reach::customer(&ctx, ctx.param("id")).await?).await?;
        let resting = own.customer.is_erased() || own.customer.merger.is_some();
        let named = ctx.query.text("survivor").unwrap_or_else(|| ctx.kept("survivor")).to_owned();
        let other = match survivor(&ctx, &named).await {
            Ok(other) => Some(Record::of(&ctx, other).await?),
            Err(Trouble::Refused(_)) => None,
            Err(trouble) => return Err(trouble),
        };
        let main = match other {
            _ if resting => html! {
                p.lead { (say!("customer-merger-this-record-was-merged-or")) }
                (back(&own))
            },
            Some(other) => compared(&ctx, &own, &other),
            None => finder(&ctx, &own).await?,
        };
        let page = Page::new(TITLE, main).caption(own.name().to_owned()).at(Place::Customers);
        Ok(Answer::page(page))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let merged = merge(&ctx).await?;
        let on = merged.merger.map_or(merged.id, |merger| merger.into);
        let told = say!("customer-merger-the-two-records-are-one-now");
        Ok(Answer::redirect(&format!("/customers/{on}")).told(told))
    })
}

fn back(own: &Record) -> Markup {
    ui::button::row(&[ui::button::plain_link(
        say!("customer-merger-back-to-the-customer"),
        &own.href(),
    )])
}

async fn finder(ctx: &Ctx, own: &Record) -> Result<Markup, Trouble> {
    let words = ctx.query.words("q").trim().to_owned();
    let action = format!("{}/merger/new", own.href());
    let alike = duplicates::alike(ctx, &own.customer, &own.texts).await?;
    let mut found = Vec::new();
    if !words.is_empty() {
        found = find::customers(ctx, &words).await?.items;
        found.retain(|row| row.id != own.customer.id && row.erased_at.is_none());
    }
    Ok(html! {
        p.lead { (tell!("customer-merger-which-record-is-the-same-person", own = own.name())) }
        form.finder role="search" aria-label=(say!("customer-merger-the-other-record")) method="get" action=(action) {
            label for="find-record" { (say!("customer-merger-find-the-other-record")) }
            p.hint #find-record-hint { (say!("customer-merger-name-e-mail-address-telephone")) }
            div.finder-line {
                input.input #find-record type="search" name="q" value=(words) autocomplete="off"
                    aria-describedby="find-record-hint";
                (ui::button::plain(say!("customer-merger-find")))
            }
        }
        @if !words.is_empty() {
            @if found.is_empty() { p role="status" { (tell!("customer-merger-nobody-was-found-for", value = words)) } }
            @else { h2 { (say!("customer-merger-found")) } (people(&action, &found)) }
        }
        @if !alike.is_empty() { h2 { (say!("customer-merger-perhaps-the-same")) } (people(&action, &alike)) }
        (back(own))
    })
}

fn people(action: &str, rows: &[CustomerRow]) -> Markup {
    html! {
        ul.choose {
            @for row in rows {
                li { a href={ (action) "?survivor=" (row.id) } { (row.name.as_deref().unwrap_or(say!("customer-merger-no-name"))) } }
            }
        }
    }
}

fn compared(ctx: &Ctx, own: &Record, other: &Record) -> Markup {
    let refused = fits(&own.customer, &other.customer).err();
    let until = ui::when::when(ctx.now + TAKE_BACK, ctx.now, &ctx.zone());
    let around = format!("{}/merger/new?survivor={}", other.href(), own.customer.id);
    let inside = html! {
        (ui::version::version(ctx, own.customer.version))
        input type="hidden" name="survivor" value=(other.customer.id);
        (table(ctx, own, other))
        h2 { (say!("customer-merger-what-happens")) }
        ul {
            li { (tell!("customer-merger-the-cases-of-both-stand-with", other = other.name())) }
            li { (say!("customer-merger-the-record-that-rests-stays")) }
            li { (tell!("customer-merger-it-can-be-taken-back-until", until)) }
        }
        (ui::button::row(&[
            ui::button::main(say!("customer-merger-merge-the-two-records")),
            ui::button::plain_link(say!("customer-merger-back-to-the-customer"), &own.href()),
        ]))
    };
    html! {
        @match &refused {
            Some(refusal) => {
                @for field in &refusal.fields { p.lead { (field.message) } }
                (back(own))
            }
            None => {
                (ui::form::post(&ctx.token, &format!("{}/merger", own.href()), &inside))
                p { a href=(around) { (say!("customer-merger-the-other-way-round")) } " · "
                    a href={ (own.href()) "/merger/new" } { (say!("customer-merger-choose-another-record")) } }
            }
        }
    }
}

/// Both by field; where they differ and only one value can stay, it is chosen.
fn table(ctx: &Ctx, own: &Record, other: &Record) -> Markup {
    let differ = conflicts((&own.customer, &own.texts), (&other.customer, &other.texts));
    let mut tags: Vec<&str> = Vec::new();
    for field in own.customer.fields.iter().chain(&other.customer.fields) {
        if !tags.contains(&field.tag.as_str()) {
            tags.push(&field.tag);
        }
    }
    let row = |tag: &&str| {
        let (theirs, ours) = (own.values(tag), other.values(tag));
        let chosen = differ.iter().any(|other| other == *tag);
        let cell = |side: &'static str, value: String| match chosen {
            true => choice(ctx, tag, side, &value),
            false => html! { (value) },
        };
        let all = holds_many(tag) && !theirs.is_empty() && !ours.is_empty();
        vec![
            Cell::head(html! { (ui::words::tag(tag)) }),
            Cell::new(cell("merged", theirs)),
            Cell::new(cell("survivor", ours)),
            Cell::new(
                html! { @if chosen { (say!("customer-merger-choose-one")) } @else if all { (say!("customer-merger-all-stay")) } @else { (say!("customer-merger-stays")) } },
            ),
        ]
    };
    Table {
        caption: say!("customer-merger-both-records-side-by-side"),
        heads: &[
            say!("customer-merger-what"),
            say!("customer-merger-this-one-rests"),
            say!("customer-merger-this-one-stands-for-both"),
            say!("customer-merger-what-becomes-of-it"),
        ],
        rows: tags.iter().map(row).collect(),
    }
    .markup()
}

fn choice(ctx: &Ctx, tag: &str, side: &'static str, value: &str) -> Markup {
    let name = format!("values.{tag}");
    let id = format!("{}-{side}", ui::field::id(&name));
    let kept = ctx.kept(&name);
    let checked = if kept.is_empty() { side == "survivor" } else { kept == side };
    html! {
        div.choice {
            input id=(id) type="radio" name=(name) value=(side) checked[checked];
            label for=(id) { (value) }
        }
    }
}

pub fn samples() -> Vec<Page> {
    let row = |name: &str, own: &str, on: &str| {
        let cell = |text: &str| Cell::new(html! { (text) });
        vec![Cell::head(html! { (name) }), cell(own), cell(on), cell("Stays")]
    };
    let table = Table {
        caption: "Both records side by side",
        heads: &["What", "This one rests", "This one stands for both", "What becomes of it"],
        rows: vec![row("Name", "Ada Okafor", "Ada Okafor"), row("Account", "", "ACC-7731")],
    };
    vec![Page::new(TITLE, table.markup()).at(Place::Customers)]
}
