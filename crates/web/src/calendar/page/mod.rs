//! Calendars as pages: the list, one of them, its year, and the forms that change it.

mod days;
mod form;
mod holidays;
mod list;
mod month;
mod new;
mod revision;
mod show;
mod trial;
mod year;

use baton_core::calendar::Description;
use baton_core::say;
use jiff::civil::Date;
use maud::{Markup, html};

use super::Opened;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::route::Route;
use crate::ui::crumbs::crumbs;

pub static ROUTES: &[&[Route]] = &[
    list::ROUTES,
    new::ROUTES,
    show::ROUTES,
    revision::ROUTES,
    holidays::ROUTES,
    year::ROUTES,
    trial::ROUTES,
];

pub use show::of_department;

fn page(title: impl Into<String>, main: Markup) -> Page {
    Page::new(title, main).at(Place::More).above(crumbs(&[(say!("calendar-page-more"), "/more")]))
}

/// A page below all calendars.
fn page_below(title: impl Into<String>, main: Markup) -> Page {
    let way =
        [(say!("calendar-page-more"), "/more"), (say!("calendar-page-calendars"), "/calendars")];
    Page::new(title, main).at(Place::More).above(crumbs(&way))
}

/// A page about one calendar, with the way back to it.
fn page_of(opened: &Opened, title: impl Into<String>, main: Markup) -> Page {
    let href = opened.href();
    let way = [
        (say!("calendar-page-more"), "/more"),
        (say!("calendar-page-calendars"), "/calendars"),
        (opened.description.name.as_str(), href.as_str()),
    ];
    Page::new(title, main).at(Place::More).above(crumbs(&way))
}

/// Today where the calendar is.
fn today(ctx: &Ctx, opened: &Opened) -> Date {
    opened.calendar.date(ctx.now)
}

/// What holds on a day, and whether it is open now.
fn words(ctx: &Ctx, opened: &Opened) -> Markup {
    html! { (opened.description.said(today(ctx, opened))) ". " (opened.calendar.said_now(ctx.now)) }
}

pub fn samples() -> Vec<Page> {
    let description = Description::standard();
    let calendar = baton_core::calendar::Calendar::standard();
    vec![
        page("Calendars", list::nothing()),
        page("2026", year::months(&calendar, 2026)),
        page("Hours", show::versions(&description, Date::constant(2026, 6, 1))),
    ]
}
