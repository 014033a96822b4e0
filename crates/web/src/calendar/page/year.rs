//! A year of a calendar: twelve months, each a table, and what is out of the order of the week.

use baton_core::calendar::{Calendar, Day};
use baton_core::say;
use jiff::civil::Date;
use maud::{Markup, html};

use super::month::{Mark, month};
use super::{page_of, today};
use crate::answer::Answer;
use crate::calendar::Opened;
use crate::calendar::show::year_of;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;

pub const ROUTES: &[Route] = &[Route::get(
    "/calendars/{id}/year/{year}",
    "pages.calendars.year.show",
    Access::SignedIn,
    show,
)
.summary("A year of a calendar, month by month")
.answers(&[Reply::bare(200, "The page")])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let opened = Opened::here(&ctx)?;
        let year = year_of(ctx.param("year"))?;
        let on = Date::new(year, 12, 31).unwrap_or_else(|_| today(&ctx, &opened));
        let at = |year: i16| format!("{}/year/{year}", opened.href());
        let calendar = &opened.calendar;
        let unknown = calendar.known_until().filter(|until| *until < on);
        let main = html! {
            p.lead { (opened.description.said(on)) "." }
            nav.years aria-label=(say!("calendar-year-other-years")) {
                @if year > 1970 { a rel="prev" href=(at(year - 1)) { (say!("calendar-year-year", year = (year - 1).to_string())) } }
                @if year < 9998 { a rel="next" href=(at(year + 1)) { (say!("calendar-year-year", year = (year + 1).to_string())) } }
            }
            @if let Some(until) = unknown {
                p { (tell!("calendar-year-holidays-known-until", until = crate::ui::when::date(until))) }
            }
            (legend())
            (months(calendar, year))
        };
        let title =
            say!("calendar-year-of", year = year.to_string(), name = &opened.description.name);
        Ok(Answer::page(page_of(&opened, title, main)))
    })
}

/// What each shape means.
fn legend() -> Markup {
    html! {
        ul.year-legend aria-label=(say!("calendar-year-what-the-shapes-mean")) {
            @for mark in Mark::ALL {
                li { span class={ "day " (mark.class()) } { (mark.shape()) } " " (mark.word()) }
            }
        }
    }
}

/// The months, side by side where there is room.
pub fn months(calendar: &Calendar, year: i16) -> Markup {
    let days = calendar.year(year);
    html! {
        div.year {
            @for number in 1..=12_i8 {
                @let of: Vec<&Day> = days.iter().filter(|day| day.date.month() == number).collect();
                (month(number, &of))
            }
        }
    }
}
