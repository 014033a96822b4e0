//! One calendar: what holds, what comes, who counts by it, and how it came about.

use baton_core::calendar::Description;
use baton_core::calendar::kept::{self, CalendarMove, Command, Edition, Kept, moves};
use baton_core::log::Actor;
use baton_core::say;
use jiff::civil::Date;
use maud::{Markup, html};

use super::list::{closed, departments, known};
use super::{days, page_of, today, words};
use crate::answer::Answer;
use crate::calendar::Opened;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Shape;
use crate::ui;
use crate::ui::pairs::pairs;
use crate::ui::status::{Status, tag_saying};
use crate::ui::table::{Cell, Table};

pub const ROUTES: &[Route] = &[
    Route::get("/calendars/{id}", "pages.calendars.show", Access::SignedIn, show)
        .summary("A calendar: what holds, what comes, and who counts by it")
        .answers(&[Reply::bare(200, "The page")]),
    Route::post(
        "/calendars/{id}/retirement",
        "pages.calendars.retirement.create",
        Access::SignedIn,
        retire,
    )
    .summary("From its button, let nobody choose a calendar any more")
    .body(&Shape::EMPTY)
    .again(show)
    .answers(&[Reply::bare(303, "Retired")]),
];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let opened = Opened::here(&ctx)?;
        let (today, description) = (today(&ctx, &opened), &opened.description);
        let main = html! {
            @if opened.kept.as_ref().is_some_and(Kept::is_retired) {
                p.tags { (tag_saying(Status::Closed, say!("calendar-show-retired"))) }
            }
            p.lead { (words(&ctx, &opened)) }
            (acts(&ctx, &opened, today))
            h2 { (say!("calendar-show-what-holds-from-when")) }
            (versions(description, today))
            h2 { (say!("calendar-show-days-that-differ")) }
            (days::list(description, today))
            @if !description.sets.is_empty() {
                h2 { (say!("calendar-show-holidays-of-its-own")) }
                (sets(description))
            }
            @if let Some(kept) = &opened.kept {
                h2 { (say!("calendar-show-how-it-came-about")) }
                (history(&ctx, &opened, kept)?)
            }
        };
        let aside = aside(&ctx, &opened, today);
        Ok(Answer::page(page_of(&opened, description.name.clone(), main).aside(aside)))
    })
}

fn acts(ctx: &Ctx, opened: &Opened, today: Date) -> Markup {
    let at = |noun: &str| format!("{}/{noun}", opened.href());
    let year = ui::button::plain_link(
        say!("calendar-show-see-the-year"),
        &at(&format!("year/{}", today.year())),
    );
    let mut buttons = vec![year, ui::button::plain_link(say!("calendar-show-try-it"), &at("due"))];
    let legal = opened.kept.as_ref().map(|kept| moves(kept, &opened.facts, &ctx.who));
    let legal = legal.unwrap_or_default();
    if legal.contains(&CalendarMove::Revise) {
        buttons.push(ui::button::plain_link(say!("calendar-show-change-it"), &at("revision/new")));
        let add = say!("calendar-show-add-holidays");
        buttons.push(ui::button::plain_link(add, &at("holidays/new")));
    }
    html! {
        (ui::button::row(&buttons))
        @if opened.kept.is_none() { p.hint { (say!("calendar-show-nobody-changes-the-standard")) } }
        @if legal.contains(&CalendarMove::Retire) {
            (ui::form::act(&ctx.token, &at("retirement"), say!("calendar-show-retire"), &opened.description.name))
        }
    }
}

/// The hours in the order in which they hold.
pub fn versions(description: &Description, today: Date) -> Markup {
    let now = description.hours_on(today).and_then(|hours| hours.from);
    let row = |hours: &baton_core::calendar::Hours| {
        let stands = match hours.from {
            from if from == now => say!("calendar-show-holds-now"),
            Some(from) if from > today => say!("calendar-show-comes"),
            _ => say!("calendar-show-is-over"),
        };
        let on = hours.from.unwrap_or(Date::MIN);
        vec![
            Cell::head(html! {
                @match hours.from {
                    Some(from) => (ui::when::date(from)),
                    None => (say!("calendar-show-since-ever")),
                }
            }),
            Cell::new(html! { (description.said(on)) }),
            Cell::new(html! { (stands) }),
        ]
    };
    let heads = &[
        say!("calendar-show-from"),
        say!("calendar-show-hours"),
        say!("calendar-show-where-it-stands"),
    ];
    let rows = description.hours.iter().rev().map(row).collect();
    Table { caption: say!("calendar-show-hours-newest-first"), heads, rows }.markup()
}

fn sets(description: &Description) -> Markup {
    html! {
        @for (name, own) in &description.sets {
            @let (from, until) = own.complete();
            details {
                summary {
                    (say!("calendar-show-set", name, count = own.days.len(), from = ui::when::date_words(from), until = ui::when::date_words(until)))
                }
                ul.days-next {
                    @for (day, name) in &own.days { li { (ui::when::date(*day)) ": " (name) } }
                }
            }
        }
    }
}

fn history(ctx: &Ctx, opened: &Opened, kept: &Kept) -> Result<Markup, Trouble> {
    let directory = ctx.desk()?.directory();
    let line = |edition: &Edition| {
        let actor = match edition.by {
            Actor::Person(id) => directory.person_name(id),
            Actor::System | Actor::Customer => say!("calendar-show-baton"),
        };
        kept::say(&edition.set.clone().into(), edition.version, actor, &opened.book.texts)
    };
    let texts = &opened.book.texts;
    let editions: Vec<&Edition> = kept.editions().collect();
    let befores = [None].into_iter().chain(editions.iter().copied().map(Some));
    let changes = befores.zip(&editions).map(|(before, edition)| match before {
        Some(before) => edition.description(texts).changes(&before.description(texts)),
        None => Vec::new(),
    });
    let all: Vec<_> = editions.iter().zip(changes).collect();
    Ok(html! {
        ul {
            @for (edition, changes) in all.into_iter().rev() {
                li {
                    (line(edition)) " " span.muted { (ui::when::when(edition.at, ctx.now, &ctx.zone())) }
                    @if !changes.is_empty() { ul { @for change in changes { li { (change) } } } }
                }
            }
        }
    })
}

fn aside(ctx: &Ctx, opened: &Opened, today: Date) -> Markup {
    html! {
        h2 { (say!("calendar-show-at-a-glance")) }
        (pairs(&[
            (say!("calendar-list-counts-by-it"), Some(departments(ctx, opened))),
            (say!("calendar-list-closed-next"), Some(closed(&opened.calendar, today))),
            (say!("calendar-list-holidays-known"), Some(known(&opened.calendar, today))),
            (say!("calendar-show-zone"), Some(html! { (opened.description.zone) })),
        ]))
    }
}

fn retire(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let opened = Opened::here(&ctx)?;
        let id = opened.kept()?.id;
        ctx.desk()?.act_on_calendar(&ctx.who, Some(id), Command::Retire, ctx.asked()).await?;
        Ok(Answer::redirect("/calendars").told(say!("calendar-show-it-is-retired")))
    })
}

/// The working hours of a department, as its page shows them.
pub fn of_department(
    ctx: &Ctx,
    department: &baton_core::directory::Department,
) -> Result<Markup, Trouble> {
    let opened = Opened::of_department(ctx, department)?;
    let today = today(ctx, &opened);
    Ok(html! {
        (words(ctx, &opened))
        p {
            a href=(opened.href()) { (opened.description.name) }
            " · "
            a href={ (opened.href()) "/year/" (today.year()) } { (say!("calendar-show-see-the-year")) }
        }
    })
}
