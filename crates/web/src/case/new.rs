//! A case is opened.

use baton_core::access::customer_sight;
use baton_core::case::command::{Followed, Open};
use baton_core::case::kinds::{Channel, Priority};
use baton_core::ids::{CaseId, CustomerId, DepartmentId, Id, PersonId};
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};

use crate::case;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::{LONG, choice, maybe, words};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::case::CASE;

pub static CASE_FORM: Shape = Shape::new(
    "CaseForm",
    &[
        Field::id("customer")
            .label(word!("case-new-customer"))
            .hint(word!("case-new-id-of-the-customer-none-for")),
        Field::text("subject", 20_000).label(word!("case-new-what-is-it-about")),
        Field::lines("body", LONG).label(word!("case-new-what-did-they-say")),
        Field::choice("channel", Channel::NAMES)
            .required()
            .label(word!("case-new-how-did-it-reach-us"))
            .ask(word!("case-new-say-how-it-reached-us")),
        Field::choice("priority", Priority::NAMES)
            .label(word!("case-new-priority"))
            .hint(word!("case-new-normal-if-left-out")),
        Field::time("received_at")
            .label(word!("case-new-received"))
            .hint(word!("case-new-if-earlier-than-now")),
        Field::text("department", 200)
            .label(word!("case-new-department"))
            .hint(word!("case-new-one-of-your-own-your-first")),
        Field::text("follows", 40)
            .label(word!("case-new-it-follows"))
            .hint(word!("case-new-the-closed-case-whose-matter")),
        Field::id("owner").label(word!("case-new-owner")).hint(word!("case-new-you-if-left-out")),
    ],
);

pub const ROUTES: &[Route] =
    &[Route::post("/api/v1/cases", "cases.create", Access::SignedIn, create)
        .summary("Open a case")
        .body(&CASE_FORM)
        .answers(&[Reply::created("The case", &Out::Thing(&CASE))])
        .refusals(&[Code::NotAllowed])];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = open(&ctx).await?;
        let at = format!("/api/v1/cases/{}", case.id);
        let answer = case::answer(&ctx, case).await?;
        Ok(answer.status(axum::http::StatusCode::CREATED).header(axum::http::header::LOCATION, &at))
    })
}

/// Opens the case that the form describes.
pub async fn open(ctx: &Ctx) -> Result<std::sync::Arc<baton_core::case::Case>, Trouble> {
    let form = form(ctx).await?;
    Ok(ctx.desk()?.open_case(&ctx.who, form, ctx.asked()).await?.state)
}

/// What is to be opened, as the form describes it.
pub async fn form(ctx: &Ctx) -> Result<Open, Trouble> {
    let input = &ctx.input;
    Ok(Open {
        // The desk draws both.
        id: CaseId::from_bits(0),
        number: 0,
        customer: customer(ctx)?,
        subject: words(input, "subject"),
        body: maybe(input, "body"),
        channel: choice(input, "channel", Channel::parse).unwrap_or(Channel::Phone),
        priority: choice(input, "priority", Priority::parse).unwrap_or(Priority::Normal),
        department: department(ctx)?,
        owner: owner(ctx)?,
        received_at: input.time("received_at"),
        incoming: None,
        follows: follows(ctx).await?,
    })
}

/// The closed case whose matter it takes up again; one that the caller cannot see is none.
async fn follows(ctx: &Ctx) -> Result<Option<Followed>, Trouble> {
    let Some(text) = maybe(&ctx.input, "follows") else { return Ok(None) };
    match reach::case(ctx, text.trim()).await {
        Ok(case) => Ok(Some(ctx.desk()?.followed(&case).await?)),
        Err(Trouble::Refused(_)) => {
            let message = say!("case-new-choose-a-case-that-you-can-see");
            Err(Refusal::invalid("follows", "not_found", message).into())
        }
        Err(trouble) => Err(trouble),
    }
}

fn customer(ctx: &Ctx) -> Result<Option<CustomerId>, Trouble> {
    let Some(text) = ctx.input.text("customer") else { return Ok(None) };
    let id = text.trim().parse().ok().filter(|_| customer_sight(&ctx.who).any());
    let message = say!("case-new-choose-a-customer-that-you-can");
    Ok(Some(id.ok_or_else(|| Refusal::invalid("customer", "not_found", message))?))
}

fn department(ctx: &Ctx) -> Result<DepartmentId, Trouble> {
    if let Some(text) = ctx.input.text("department") {
        return reach::department(ctx, "department", text);
    }
    ctx.who.departments.first().copied().ok_or_else(|| {
        let detail = say!("case-new-you-belong-to-no-department-so");
        Refusal::new(Code::NotAllowed, detail).into()
    })
}

fn owner(ctx: &Ctx) -> Result<PersonId, Trouble> {
    match ctx.input.text("owner") {
        Some(text) => reach::person(ctx, "owner", text),
        None => ctx.who.person().ok_or_else(Trouble::not_found),
    }
}
