//! All calendars, and how each of them stands.

use baton_core::calendar::Calendar;
use baton_core::calendar::kept::may_create;
use baton_core::say;
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use super::{page, today, words};
use crate::answer::Answer;
use crate::calendar::Opened;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;
use crate::ui::status::{Status, tag_saying};
use crate::ui::table::{Cell, Table};

/// Hours are to be known so far ahead (reference §2.4 rule 9).
const MONTHS_AHEAD: i32 = 24;
const NEXT: usize = 3;

pub const ROUTES: &[Route] =
    &[Route::get("/calendars", "pages.calendars.list", Access::SignedIn, list)
        .summary("Every calendar by which departments count")
        .answers(&[Reply::bare(200, "The page")])];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let book = ctx.desk()?.calendar_book();
        let (retired, kept): (Vec<_>, Vec<_>) = book.iter().partition(|kept| kept.is_retired());
        let opened = |all: Vec<&_>| all.into_iter().map(|kept| Opened::of(&ctx, kept)).collect();
        let (retired, kept): (Result<Vec<Opened>, Trouble>, Result<Vec<Opened>, Trouble>) =
            (opened(retired), opened(kept));
        let (retired, mut kept) = (retired?, kept?);
        let none = kept.is_empty();
        kept.insert(0, Opened::standard(&ctx)?);
        let main = html! {
            p.lead { (say!("calendar-list-by-which-hours")) }
            @if may_create(&ctx.who).is_ok() {
                (ui::button::row(&[
                    ui::button::link(say!("calendar-list-make-a-calendar"), "/calendars/new"),
                ]))
            }
            @if none { (nothing()) }
            div.table-alone { (table(&ctx, say!("calendar-page-calendars"), &kept)) }
            @if !retired.is_empty() {
                details {
                    summary { (say!("calendar-list-retired", count = retired.len())) }
                    (table(&ctx, say!("calendar-list-retired-2"), &retired))
                }
            }
        };
        Ok(Answer::page(page(say!("calendar-page-calendars"), main)))
    })
}

/// What belongs here, where there is nothing.
pub fn nothing() -> Markup {
    ui::empty::empty(
        say!("calendar-list-none-yet"),
        say!("calendar-list-all-count-by-the-standard"),
        None,
    )
}

fn table(ctx: &Ctx, caption: &str, all: &[Opened]) -> Markup {
    let row = |one: &Opened| {
        let calendar = &one.calendar;
        vec![
            Cell::head(html! { a href=(one.href()) { (one.description.name) } }),
            Cell::new(words(ctx, one)),
            Cell::new(departments(ctx, one)),
            Cell::new(closed(calendar, today(ctx, one))),
            Cell::new(known(calendar, today(ctx, one))),
        ]
    };
    let heads = &[
        say!("calendar-list-calendar"),
        say!("calendar-list-open"),
        say!("calendar-list-counts-by-it"),
        say!("calendar-list-closed-next"),
        say!("calendar-list-holidays-known"),
    ];
    Table { caption, heads, rows: all.iter().map(row).collect() }.markup()
}

/// The departments that count by it.
pub fn departments(ctx: &Ctx, one: &Opened) -> Markup {
    let departments: Vec<(String, String)> = match &one.kept {
        Some(kept) => {
            let departments = one.facts.departments_of(kept.id);
            departments.map(|one| (one.department.to_string(), one.name.clone())).collect()
        }
        None => of_the_standard(ctx),
    };
    html! {
        @if departments.is_empty() { span.muted { (say!("calendar-list-no-department")) } }
        @if !departments.is_empty() {
            ul.plain-links {
                @for (id, name) in &departments {
                    li { a href={ "/directory/" (id) } { (name) } }
                }
            }
        }
    }
}

fn of_the_standard(ctx: &Ctx) -> Vec<(String, String)> {
    let Ok(desk) = ctx.desk() else { return Vec::new() };
    let directory = desk.directory();
    let plain = directory.active_departments().filter(|one| one.calendar.is_none());
    plain.map(|one| (one.id.to_string(), directory.department_name(one.id).to_owned())).collect()
}

/// The next days on which it is closed out of the order of the week.
pub fn closed(calendar: &Calendar, today: Date) -> Markup {
    let days: Vec<_> = calendar.closed_days(today).take(NEXT).collect();
    html! {
        @if days.is_empty() { span.muted { (say!("calendar-list-none")) } }
        ul.days-next {
            @for day in &days {
                li {
                    (ui::when::date(day.date))
                    @if let Some(name) = &day.holiday { ", " (name) }
                }
            }
        }
    }
}

/// Until when the holidays are loaded; a warning where that is soon.
pub fn known(calendar: &Calendar, today: Date) -> Markup {
    let Some(until) = calendar.known_until() else {
        return html! { span.muted { (say!("calendar-list-it-keeps-no-holidays")) } };
    };
    let soon = today.checked_add(MONTHS_AHEAD.months()).is_ok_and(|ahead| until < ahead);
    html! {
        (tell!("calendar-list-until", until = ui::when::date(until)))
        @if soon {
            " " (tag_saying(Status::DueSoon, say!("calendar-list-load-more-holidays")))
            p.hint { (say!("calendar-list-a-due-time-after-that")) }
        }
    }
}
