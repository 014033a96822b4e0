//! Raising a request, drafting one, and passing part of one on.

use baton_core::case::command::Command;
use baton_core::case::kinds::{Mode, NeededByReason, RequestChannel, ServiceClass};
use baton_core::case::request::command::{Act, AuthorityForm, Raise, ToldForm};
use baton_core::ids::{RequestId, ServiceId};
use baton_core::refusal::{Code, FieldError, Refusal};
use baton_core::{say, word};

use crate::advice;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::{LONG, MONEY, SHARED, choice, maybe, money, route, run, shares, words};
use crate::request::fit::{Planned, fitting};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view;
use crate::view::case_clock::{self, RAISED, RaisedView};

pub static TOLD: Shape = Shape::new(
    "CustomerToldForm",
    &[
        Field::lines("what", LONG).label(word!("request-raise-what-the-customer-was-told")),
        Field::time("when").label(word!("request-raise-when")),
        Field::text("channel", 40).label(word!("request-raise-how")),
        Field::time("next_update_by").label(word!("request-raise-next-update-by")),
    ],
);
pub static AUTHORITY: Shape = Shape::new(
    "AuthorityForm",
    &[
        Field::group("amount", &MONEY).required().label(word!("request-raise-amount")),
        Field::lines("decision", LONG).label(word!("request-raise-decision")),
    ],
);
pub static RAISE: Shape = Shape::new(
    "RequestForm",
    &[
        Field::choice("mode", Mode::NAMES)
            .needed()
            .label(word!("request-raise-what-do-you-want-of-them")),
        Field::text("to", 200).needed().label(word!("request-raise-which-department")),
        Field::id("service").label(word!("request-raise-service")),
        Field::lines("need", 20_000)
            .needed()
            .label(word!("request-raise-what-is-needed"))
            .hint(word!("request-raise-one-outcome-in-a-sentence")),
        Field::lines("outcome_wanted", LONG)
            .needed()
            .label(word!("request-raise-how-will-you-know-that-it")),
        Field::lines("why", LONG)
            .needed()
            .label(word!("request-raise-why-does-the-customer-need-it")),
        Field::lines("why_department", LONG)
            .needed()
            .label(word!("request-raise-why-this-department")),
        Field::lines("background", LONG)
            .needed()
            .label(word!("request-raise-what-do-they-need-to-know")),
        Field::lines("contingency", LONG).label(word!("request-raise-what-if-it-cannot-be-done")),
        Field::time("needed_by").needed().label(word!("request-raise-needed-by")),
        Field::choice("needed_by_reason", NeededByReason::NAMES)
            .label(word!("request-raise-why-by-then")),
        Field::lines("sooner_reason", LONG)
            .label(word!("request-raise-why-sooner"))
            .hint(word!("request-raise-where-the-agreement-gives-more")),
        Field::choice("service_class", ServiceClass::NAMES)
            .label(word!("request-raise-how-urgent-is-it")),
        Field::choice("channel", RequestChannel::NAMES)
            .needed()
            .label(word!("request-raise-how-will-you-work-on-it")),
        Field::group("customer_told", &TOLD).label(word!("request-raise-what-the-customer-knows")),
        Field::group("authority", &AUTHORITY)
            .label(word!("request-raise-what-they-may-spend-or-decide")),
        Field::flag("emergency")
            .label(word!("request-raise-life-or-safety-is-at-stake"))
            .hint(word!("request-raise-they-acknowledge-it-day-and-night")),
        Field::list("shared_fields", &SHARED, 50)
            .label(word!("request-raise-customer-data-they-need")),
        Field::files(),
        Field::whole("level", 0, 3)
            .label(word!("request-raise-where-does-it-begin"))
            .hint(word!("request-raise-0-with-the-department-1-leads")),
        advice::FACTS,
        advice::REASON,
        Field::flag("draft").label(word!("request-raise-keep-as-a-draft")),
    ],
);

const REFUSALS: &[Code] = &[
    Code::RequestIncomplete,
    Code::InformWithAsk,
    Code::PurposeMissing,
    Code::NeededByPast,
    Code::SameDepartment,
    Code::AdviceNeedsReason,
    Code::Terminal,
];

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/cases/{id}/requests", "cases.requests.create", Access::SignedIn, create)
        .summary("Ask another department")
        .body(&RAISE)
        .answers(&[Reply::created("The request", &Out::Thing(&RAISED))])
        .refusals(REFUSALS),
    Route::post(
        "/api/v1/requests/{id}/delegation",
        "requests.delegation.create",
        Access::SignedIn,
        delegate,
    )
    .summary("Pass part of a request on to a third department")
    .body(&RAISE)
    .answers(&[Reply::created("The request that serves it", &Out::Thing(&RAISED))])
    .refusals(REFUSALS),
    route(
        "/api/v1/requests/{id}/revision",
        "requests.revision.create",
        "Revise a draft",
        |ctx| run(ctx, |ctx| Ok(Act::Revise(Box::new(form(ctx, None)?)))),
        &RAISE,
        REFUSALS,
    ),
];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        let form = form(&ctx, None)?;
        raise(ctx, case.id, form).await
    })
}

fn delegate(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (case, parent, _) = reach::request(&ctx, ctx.param("id")).await?;
        let form = form(&ctx, Some(parent))?;
        raise(ctx, case.id, form).await
    })
}

async fn raise(ctx: Ctx, case: baton_core::ids::CaseId, form: Raise) -> Result<Answer, Trouble> {
    let command = Command::Raise(Box::new(form));
    let done = ctx.desk()?.act(&ctx.who, case, command, ctx.asked()).await?;
    let raised = done.state.requests.last().map(|request| request.id);
    let id = raised.ok_or_else(|| Trouble::broken("a raised request is not there"))?;
    let file = reach::file(&ctx, done.state).await?;
    let request = reach::in_file(&file, id)?;
    let fit = fitting(&ctx, &file.case, &Planned::of(request))?.as_ref().map(case_clock::fit);
    let view = view::request::request(&file.source(&ctx), request);
    let answer = Answer::json(&RaisedView { request: view, fit })?.version(request.version);
    let at = format!("/api/v1/requests/{id}");
    Ok(answer.status(axum::http::StatusCode::CREATED).header(axum::http::header::LOCATION, &at))
}

/// The form as typed. What is missing is said by the rules, but without mode and department there
/// is nothing to hold against them.
pub fn form(ctx: &Ctx, parent: Option<RequestId>) -> Result<Raise, Trouble> {
    let input = &ctx.input;
    let (Some(mode), Some(to)) = (choice(input, "mode", Mode::parse), input.text("to")) else {
        return Err(incomplete(ctx).into());
    };
    let to = reach::department(ctx, "to", to)?;
    Ok(Raise {
        mode,
        to,
        service: service(ctx, to)?,
        need: maybe(input, "need"),
        outcome_wanted: maybe(input, "outcome_wanted"),
        why: maybe(input, "why"),
        why_department: maybe(input, "why_department"),
        background: maybe(input, "background"),
        contingency: maybe(input, "contingency"),
        needed_by: input.time("needed_by"),
        needed_by_reason: choice(input, "needed_by_reason", NeededByReason::parse),
        sooner_reason: maybe(input, "sooner_reason"),
        service_class: choice(input, "service_class", ServiceClass::parse),
        channel: choice(input, "channel", RequestChannel::parse),
        customer_told: input.group("customer_told").map(|told| ToldForm {
            what: words(told, "what"),
            when: told.time("when"),
            channel: maybe(told, "channel"),
            next_update_by: told.time("next_update_by"),
        }),
        authority: input.group("authority").and_then(|authority| {
            let amount = money(authority, "amount")?;
            Some(AuthorityForm { amount, decision: maybe(authority, "decision") })
        }),
        emergency: input.flag("emergency"),
        weighing: advice::form(input)?,
        shared: shares(input, "shared_fields"),
        files: ctx.files.to_vec(),
        draft: input.flag("draft"),
        parent,
    })
}

/// Names everything that is missing, so that nobody has to send it twice.
fn incomplete(ctx: &Ctx) -> Refusal {
    let asks = [
        ("mode", say!("request-raise-say-what-you-want-of-them")),
        ("to", say!("request-raise-say-which-department-you-ask")),
        ("need", say!("request-raise-say-what-you-need-as-one")),
    ];
    let missing = asks.iter().filter(|(name, _)| ctx.input.words(name).trim().is_empty());
    Refusal::new(Code::RequestIncomplete, say!("request-raise-a-colleague-can-only-answer-a"))
        .with_fields(missing.map(|(name, ask)| FieldError::missing(*name, *ask)).collect())
}

/// A service of the department, by id or by name.
fn service(
    ctx: &Ctx,
    department: baton_core::ids::DepartmentId,
) -> Result<Option<ServiceId>, Trouble> {
    let Some(text) = ctx.input.text("service").map(str::trim).filter(|text| !text.is_empty())
    else {
        return Ok(None);
    };
    let directory = ctx.desk()?.directory();
    let by_id = text.parse().ok().filter(|id| directory.service(*id).is_some());
    let named = |service: &&baton_core::directory::Service| {
        directory.service_name(service.id).eq_ignore_ascii_case(text)
    };
    let by_name = || directory.services_of(department).find(named).map(|service| service.id);
    match by_id.or_else(by_name) {
        Some(id) => Ok(Some(id)),
        None => {
            let message = say!("request-raise-choose-a-service-of-the");
            Err(Refusal::invalid("service", "not_found", message).into())
        }
    }
}
