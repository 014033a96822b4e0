//! One calendar and all of them, a year of one, and what is due by it.

use baton_core::calendar::Pauses;
use baton_core::time::Span;
use baton_core::word;

use super::Opened;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::Items;
use crate::view::calendar::{CALENDAR, DUE, DueView, YEAR, year};
use crate::view::request::DayView;

/// A century: more is asked of no clock.
const MOST_SECONDS: i64 = 3_155_760_000;
/// So many days are told one by one.
const MOST_DAYS: usize = 1_000;

static QUESTION: Shape = Shape::new(
    "CalendarQuestion",
    &[
        Field::time("start").required().label(word!("calendar-due-from-when")),
        Field::whole("target_seconds", 0, MOST_SECONDS)
            .required()
            .label(word!("calendar-due-how-much-working-time")),
    ],
);

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/calendars", "calendars.list", Access::SignedIn, list)
        .summary("Every calendar by which departments count")
        .answers(&[Reply::ok("All of them", &Out::Items(&Out::Thing(&CALENDAR)))]),
    Route::get("/api/v1/calendars/{id}", "calendars.show", Access::SignedIn, show)
        .summary("A calendar, by its id or name; standard is the one where none was chosen")
        .answers(&[Reply::ok("The calendar", &Out::Thing(&CALENDAR))]),
    Route::get("/api/v1/calendars/{id}/year/{year}", "calendars.year.show", Access::SignedIn, days)
        .summary("Every day of a year, with its hours and why it is closed")
        .answers(&[Reply::ok("The days", &Out::Thing(&YEAR))]),
    Route::post("/api/v1/calendars/{id}/due", "calendars.due.create", Access::SignedIn, due)
        .summary("When so much working time has passed by a calendar; nothing is kept")
        .body(&QUESTION)
        .answers(&[Reply::ok("The due time and what was counted", &Out::Thing(&DUE))]),
];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let book = ctx.desk()?.calendar_book();
        let mut items = vec![Opened::standard(&ctx)?.view(&ctx)];
        for kept in book.iter() {
            items.push(Opened::of(&ctx, kept)?.view(&ctx));
        }
        Answer::json(&Items::whole(items))
    })
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let opened = Opened::here(&ctx)?;
        let view = opened.view(&ctx);
        Ok(Answer::json(&view)?.version(view.version))
    })
}

/// A year that is looked at.
pub fn year_of(text: &str) -> Result<i16, Trouble> {
    let year = text.parse().ok().filter(|year| (1970..=9998).contains(year));
    year.ok_or_else(Trouble::not_found)
}

fn days(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let opened = Opened::here(&ctx)?;
        let asked = year_of(ctx.param("year"))?;
        Answer::json(&year(&opened.id, &opened.calendar, asked))
    })
}

fn due(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let calendar = Opened::here(&ctx)?.calendar;
        let start = ctx.input.time("start").unwrap_or(ctx.now);
        let target = ctx.input.whole("target_seconds").unwrap_or(0);
        let account = calendar.explain(start, Span::seconds(target), &Pauses::default());
        let days = account.days.iter().take(MOST_DAYS).map(|day| DayView {
            date: day.date.to_string(),
            counted_seconds: day.seconds(),
            words: account.line(day),
        });
        let local = account.end.timestamp().to_zoned(calendar.zone().clone());
        Answer::json(&DueView {
            start: start.to_string(),
            target_seconds: target,
            due: account.end.to_string(),
            due_local: local.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            holidays_known: calendar.knows(account.end),
            days: days.collect(),
        })
    })
}
