//! Opening a case: first who it is about, then what it is about.

use baton_core::access::customer_sight;
use baton_core::case::kinds::{Channel, Priority};
use baton_core::customer::{Command, Customer, FieldRecord};
use baton_core::ids::CustomerId;
use baton_core::refusal::Refusal;
use baton_core::{say, word};
use baton_desk::{Asked, Receipt};
use baton_store::rows::case::{Order, Whose};
use baton_store::rows::customer::CustomerRow;
use baton_store::rows::{self};
use maud::{Markup, html};

use super::list::{line, rows_of_one};
use crate::answer::Answer;
use crate::case::new::form as read;
use crate::ctx::Ctx;
use crate::input::{Input, Kept};
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::LONG;
use crate::route::{Access, Pending, Reply, Route};
use crate::search::find;
use crate::shape::{Field, Shape};
use crate::tell;
use crate::ui;
use crate::ui::words::{channels, priorities};

/// A customer who is met for the first time.
static NEWCOMER: Shape = Shape::new(
    "NewCustomer",
    &[
        Field::text("name", 300).label(word!("case-new-name")),
        Field::text("email", 254).label(word!("case-new-e-mail-address")),
        Field::text("phone", 60).label(word!("case-new-telephone-number")),
        Field::flag("another").label(word!("case-new-it-is-somebody-else-with-the")),
    ],
);

static CASE_PAGE: Shape = Shape::new(
    "CasePageForm",
    &[
        Field::id("customer"),
        Field::text("follows", 40),
        Field::group("new_customer", &NEWCOMER),
        Field::choice("channel", Channel::NAMES)
            .required()
            .label(word!("case-new-how-did-it-reach-us"))
            .ask(word!("case-new-say-how-it-reached-us")),
        Field::text("subject", 1_000)
            .required()
            .label(word!("case-new-what-is-it-about"))
            .hint(word!("case-new-a-few-words-by-which-colleagues"))
            .ask(word!("case-new-say-in-a-few-words-what")),
        Field::lines("body", LONG)
            .label(word!("case-new-what-did-they-say"))
            .hint(word!("case-new-in-their-own-words-where-you")),
        Field::choice("priority", Priority::NAMES).label(word!("case-new-priority")),
        Field::time("received_at")
            .label(word!("case-new-received"))
            .hint(word!("case-new-if-it-reached-us-earlier-than")),
    ],
);

const QUERY: &[Field] = &[Field::text("q", 200), Field::id("customer"), Field::text("follows", 40)];

pub const ROUTES: &[Route] = &[
    Route::get("/cases/new", "pages.cases.new", Access::SignedIn, new)
        .summary("The form to open a case")
        .query(QUERY)
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/cases", "pages.cases.create", Access::SignedIn, create)
        .summary("Open a case")
        .body(&CASE_PAGE)
        .again(new)
        .answers(&[Reply::bare(303, "The new case")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        if ctx.who.departments.is_empty() {
            let main = html! {
                p.lead { (say!("case-new-you-belong-to-no-department-so")) }
                p { (say!("case-new-an-administrator-adds-you-to")) }
                (ui::button::plain_link(say!("case-new-open-the-directory"), "/directory"))
            };
            return Ok(Answer::page(Page::new(say!("case-new-new-case"), main).at(Place::NewCase)));
        }
        let finds = customer_sight(&ctx.who).any();
        let chosen = if finds { chosen(&ctx).await? } else { None };
        let earlier = earlier(&ctx).await?;
        let who = match &chosen {
            Some(chosen) => chosen_card(&ctx, chosen).await?,
            None if finds => finder(&ctx).await?,
            None => html! {
                p.lead {
                    (say!("case-new-your-department-takes-no-cases"))
                }
            },
        };
        let main = html! { (who) (form(&ctx, chosen.as_ref(), earlier.as_ref(), finds)) };
        Ok(Answer::page(Page::new(say!("case-new-new-case"), main).at(Place::NewCase)))
    })
}

/// A customer who was chosen, with what they are called.
struct Chosen {
    id: CustomerId,
    name: String,
    facts: String,
}

async fn chosen(ctx: &Ctx) -> Result<Option<Chosen>, Trouble> {
    let text = ctx.query.text("customer").unwrap_or_else(|| ctx.kept("customer"));
    let Ok(id) = text.parse::<CustomerId>() else { return Ok(None) };
    let customer = match ctx.desk()?.stands_for(id).await {
        Err(baton_desk::Trouble::Refused(_)) => return Ok(None),
        other => other?,
    };
    if customer.is_erased() {
        return Ok(None);
    }
    let id = customer.id;
    let texts = ctx.desk()?.texts(baton_core::ids::StreamId::Customer(id)).await?;
    let told = |tag: &str| customer.first(tag).map(|word| texts.show(word).to_owned());
    let facts: Vec<String> = ["email", "phone", "account"].into_iter().filter_map(told).collect();
    let name = Customer::name(&customer, &texts).to_owned();
    Ok(Some(Chosen { id, name, facts: facts.join(" · ") }))
}

/// The closed case that it follows: its reference, and what it was about.
async fn earlier(ctx: &Ctx) -> Result<Option<(String, String)>, Trouble> {
    let text = ctx.query.text("follows").unwrap_or_else(|| ctx.kept("follows"));
    if text.is_empty() {
        return Ok(None);
    }
    let case = match reach::case(ctx, text).await {
        Err(Trouble::Refused(_)) => return Ok(None),
        other => other?,
    };
    let file = reach::file(ctx, case).await?;
    Ok(Some((file.case.reference(), file.texts.show(file.case.subject).to_owned())))
}

/// Who was chosen; and their open cases, in case this is one of them.
async fn chosen_card(ctx: &Ctx, chosen: &Chosen) -> Result<Markup, Trouble> {
    let link = ctx.desk()?.store().link();
    let customer = ctx.desk()?.customer(chosen.id).await?;
    let whose = Whose::Customer(ctx.desk()?.records_of(&customer).await?);
    let mut open = rows::case::list(&link, &whose, None, Order::Newest, None, 20).await?.items;
    open.retain(|row| !row.state.is_over() && ctx.who.belongs_to(row.department));
    let open = rows_of_one(ctx, &open)?;
    let open: Vec<_> = open.iter().map(line).collect();
    Ok(html! {
        section.chosen aria-label=(say!("case-new-customer")) {
            p {
                strong { (chosen.name) } " "
                span.muted { (chosen.facts) } " "
                a href="/cases/new" { (say!("case-new-choose-somebody-else")) }
            }
        }
        @if !open.is_empty() {
            h2 { (say!("case-new-is-it-one-of-these")) }
            p.muted { (say!("case-new-what-is-open-for-this-customer")) }
            (ui::row::rows(&open))
            h2 { (say!("case-new-a-new-case")) }
        }
    })
}

/// Finds the customer before anything is written.
async fn finder(ctx: &Ctx) -> Result<Markup, Trouble> {
    let words = ctx.query.words("q").trim().to_owned();
    let found =
        if words.is_empty() { None } else { Some(find::customers(ctx, &words).await?.items) };
    let known = known(ctx).await?;
    Ok(html! {
        form.finder role="search" aria-label=(say!("case-new-customers")) method="get" action="/cases/new" {
            label for="find-customer" { (say!("case-new-who-is-it-about")) }
            p.hint #find-customer-hint { (say!("case-new-name-e-mail-address-telephone")) }
            div.finder-line {
                input.input #find-customer type="search" name="q" value=(words) autocomplete="off"
                    aria-describedby="find-customer-hint";
                (ui::button::plain(say!("case-new-find")))
            }
        }
        @if !known.is_empty() {
            h2 { (say!("case-new-known-already")) }
            (people(&known))
        }
        @match found {
            Some(found) if found.is_empty() => {
                p role="status" { (tell!("case-new-nobody-was-found-for-fill-in", value = words)) }
            }
            Some(found) => { h2 { (say!("case-new-found")) } (people(&found)) }
            None => {}
        }
    })
}

fn people(rows: &[CustomerRow]) -> Markup {
    html! {
        ul.choose {
            @for row in rows {
                li {
                    a href={ "/cases/new?customer=" (row.id) } {
                        (row.name.as_deref().unwrap_or(say!("case-new-no-name")))
                    }
                }
            }
        }
    }
}

/// Customers who already have the address or the number that was typed.
async fn known(ctx: &Ctx) -> Result<Vec<CustomerRow>, Trouble> {
    let typed =
        [("email", ctx.kept("new_customer.email")), ("phone", ctx.kept("new_customer.phone"))];
    same_address(ctx, &typed).await
}

async fn same_address(ctx: &Ctx, typed: &[(&str, &str)]) -> Result<Vec<CustomerRow>, Trouble> {
    let link = ctx.desk()?.store().link();
    let mut found: Vec<CustomerRow> = Vec::new();
    for (kind, address) in typed.iter().filter(|(_, address)| !address.trim().is_empty()) {
        for id in rows::customer::by_address(&link, kind, address).await? {
            if !found.iter().any(|row| row.id == id) {
                found.extend(rows::customer::get(&link, id).await?);
            }
        }
    }
    Ok(found)
}

/// What was looked for is where the newcomer begins.
fn start(ctx: &Ctx, subject: &str, finds: bool) -> Kept {
    let words = ctx.query.words("q").trim();
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let field = match words {
        "" => "",
        text if text.contains('@') => "new_customer.email",
        _ if digits >= 5 => "new_customer.phone",
        _ => "new_customer.name",
    };
    let channel = if finds { "phone" } else { "internal" };
    Kept::new(vec![
        ("channel".to_owned(), channel.to_owned()),
        ("priority".to_owned(), "normal".to_owned()),
        ("subject".to_owned(), subject.to_owned()),
        (field.to_owned(), words.to_owned()),
    ])
}

fn form(
    ctx: &Ctx,
    chosen: Option<&Chosen>,
    earlier: Option<&(String, String)>,
    finds: bool,
) -> Markup {
    let start = start(ctx, earlier.map_or("", |(_, subject)| subject), finds);
    let form = ctx.form(&CASE_PAGE).starting(&start);
    let internal = [Channel::Internal];
    let from_outside: Vec<Channel> = Channel::ALL
        .iter()
        .copied()
        .filter(|one| chosen.is_none() || *one != Channel::Internal)
        .collect();
    let ways = if finds { channels(&from_outside) } else { channels(&internal) };
    let inside = html! {
        @if let Some((reference, _)) = earlier {
            p { (tell!("case-following-it-takes-up-again", reference = reference)) }
            input type="hidden" name="follows" value=(reference);
        }
        @if let Some(chosen) = chosen {
            input type="hidden" name="customer" value=(chosen.id);
        } @else if finds {
            fieldset.newcomer {
                legend { (say!("case-new-somebody-new")) }
                p.hint { (say!("case-new-leave-it-empty-for-an-internal")) }
                (form.text("new_customer.name"))
                (form.text("new_customer.email"))
                (form.text("new_customer.phone"))
                @if ctx.error("new_customer.another").is_some() || ctx.kept("new_customer.another") == "true" {
                    (form.tick("new_customer.another"))
                }
            }
        }
        div.inline-choices { (form.radios("channel", &ways)) }
        (form.text("subject"))
        (form.lines("body", 6))
        div.inline-choices { (form.radios("priority", &priorities())) }
        (form.moment("received_at"))
        (ui::button::main(say!("case-new-open-the-case")))
    };
    ui::form::post(&ctx.token, "/cases", &inside)
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        ctx.seen_version = None;
        let mut open = read(&ctx).await?;
        if let Some(newcomer) = ctx.input.group("new_customer").filter(|_| open.customer.is_none())
        {
            open.customer = record(&ctx, newcomer).await?;
        }
        let done = ctx.desk()?.open_case(&ctx.who, open, ctx.asked()).await?;
        let (case, told) = (done.state, say!("case-new-the-case-is-open-and-you"));
        Ok(Answer::redirect(&format!("/cases/{}", case.id)).told(told))
    })
}

/// Records the newcomer, once, however often the form is sent.
async fn record(ctx: &Ctx, newcomer: &Input) -> Result<Option<CustomerId>, Trouble> {
    let fields: Vec<FieldRecord> = ["name", "email", "phone"]
        .into_iter()
        .filter_map(|tag| newcomer.text(tag).map(|value| FieldRecord::new(tag, value)))
        .collect();
    if fields.is_empty() {
        return Ok(None);
    }
    if ctx.input.words("channel") == Channel::Internal.name() {
        let message = say!("case-new-an-internal-case-has-no");
        return Err(Refusal::invalid("channel", "internal_with_customer", message).into());
    }
    let desk = ctx.desk()?;
    let Asked { receipt, .. } = ctx.asked();
    let receipt =
        receipt.map(|one| Receipt { key: say!("case-new-customer-2", key = one.key), ..one });
    if !newcomer.flag("another") && !sent_before(ctx, receipt.as_ref()).await? {
        let typed = [("email", newcomer.words("email")), ("phone", newcomer.words("phone"))];
        if !same_address(ctx, &typed).await?.is_empty() {
            let message = say!("case-new-somebody-with-this-address-or");
            return Err(Refusal::invalid("new_customer.another", "known", message).into());
        }
    }
    let command = Command::Create { fields };
    let done =
        desk.act_on_customer(&ctx.who, None, command, Asked { if_match: None, receipt }).await;
    let done = done.map_err(|trouble| named(trouble.into()))?;
    Ok(Some(done.state.id))
}

/// Whether this very form has made its customer before.
async fn sent_before(ctx: &Ctx, receipt: Option<&Receipt>) -> Result<bool, Trouble> {
    let Some(receipt) = receipt else { return Ok(false) };
    let link = ctx.desk()?.store().link();
    Ok(baton_store::receipts::find(&link, receipt.person, &receipt.key).await?.is_some())
}

/// What is wrong with a customer's fields, under the names that this form has for them.
fn named(trouble: Trouble) -> Trouble {
    let Trouble::Refused(mut refusal) = trouble else { return trouble };
    for error in &mut refusal.fields {
        let name = error.field.split('[').next().unwrap_or_default().trim_end_matches('s');
        error.field = format!("new_customer.{name}");
    }
    Trouble::Refused(refusal)
}
