//! Acts on calendars, for programs.

use axum::http::{StatusCode, header};
use baton_core::calendar::kept::Command;
use baton_core::ids::CalendarId;
use baton_core::refusal::Code;

use super::Opened;
use super::form::{CALENDAR_FORM, description};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Out, Shape};
use crate::view::calendar::CALENDAR;

const REFUSALS: &[Code] = &[Code::NotAllowed, Code::IllegalMove, Code::Terminal];

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/calendars", "calendars.create", Access::SignedIn, create)
        .summary("Make a calendar")
        .body(&CALENDAR_FORM)
        .answers(&[Reply::created("The calendar", &Out::Thing(&CALENDAR))])
        .refusals(&[Code::NotAllowed]),
    Route::post(
        "/api/v1/calendars/{id}/revision",
        "calendars.revision.create",
        Access::SignedIn,
        revise,
    )
    .summary("Set a calendar anew, from today on")
    .body(&CALENDAR_FORM)
    .answers(&[Reply::ok("The calendar", &Out::Thing(&CALENDAR))])
    .refusals(REFUSALS),
    Route::post(
        "/api/v1/calendars/{id}/retirement",
        "calendars.retirement.create",
        Access::SignedIn,
        retire,
    )
    .summary("Let nobody choose a calendar any more")
    .body(&Shape::EMPTY)
    .answers(&[Reply::ok("The calendar", &Out::Thing(&CALENDAR))])
    .refusals(REFUSALS),
];

/// Gives a command, and answers with the calendar as it is then.
async fn act(
    ctx: &Ctx,
    id: Option<CalendarId>,
    command: Command,
) -> Result<(CalendarId, Answer), Trouble> {
    let done = ctx.desk()?.act_on_calendar(&ctx.who, id, command, ctx.asked()).await?;
    let opened = Opened::of(ctx, &done.state)?;
    let answer = Answer::json(&opened.view(ctx))?.version(done.state.version());
    Ok((done.state.id, answer))
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let command = Command::Create { description: description(&ctx.input)? };
        let (id, answer) = act(&ctx, None, command).await?;
        let at = format!("/api/v1/calendars/{id}");
        Ok(answer.status(StatusCode::CREATED).header(header::LOCATION, &at))
    })
}

fn revise(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = Opened::here(&ctx)?.kept()?.id;
        let command = Command::Revise { description: description(&ctx.input)? };
        Ok(act(&ctx, Some(id), command).await?.1)
    })
}

fn retire(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = Opened::here(&ctx)?.kept()?.id;
        Ok(act(&ctx, Some(id), Command::Retire).await?.1)
    })
}
