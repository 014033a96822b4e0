//! Adding holidays out of an iCalendar file: looked at before anything is kept.

use baton_core::calendar::kept::{CalendarMove, Command, may};
use baton_core::calendar::{Description, OwnSet, holidays_of};
use baton_core::refusal::Refusal;
use baton_core::{say, word};
use jiff::civil::Date;
use maud::{Markup, html};

use super::form::beside;
use super::revision::put;
use super::{page_of, today};
use crate::answer::Answer;
use crate::calendar::Opened;
use crate::calendar::form::said;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Shape};
use crate::tell;
use crate::ui;

static SHAPE: Shape = Shape::new(
    "CalendarHolidaysPage",
    &[
        Field::text("name", 500)
            .label(word!("calendar-holidays-what-are-they-called"))
            .hint(word!("calendar-holidays-a-name-that-is-there"))
            .needed(),
        Field::lines("icalendar", 1_000_000)
            .label(word!("calendar-holidays-the-file"))
            .hint(word!("calendar-holidays-open-the-file"))
            .from_file()
            .needed(),
        Field::flag("sure"),
    ],
);

pub const ROUTES: &[Route] = &[
    Route::get(
        "/calendars/{id}/holidays/new",
        "pages.calendars.holidays.new",
        Access::SignedIn,
        new,
    )
    .summary("The form to add holidays out of an iCalendar file")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/calendars/{id}/holidays",
        "pages.calendars.holidays.create",
        Access::SignedIn,
        create,
    )
    .summary("From its form, look at the holidays of a file, and then add them")
    .body(&SHAPE)
    .limit(4 << 20)
    .again(new)
    .answers(&[Reply::bare(200, "What was read"), Reply::bare(303, "Added")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let opened = Opened::here(&ctx)?;
        if ctx.refusal.is_none() {
            may(opened.kept()?, CalendarMove::Revise, &opened.facts, &ctx.who)?;
        }
        shown(&ctx, &opened, &html! {})
    })
}

/// The form, with what was read above it.
fn shown(ctx: &Ctx, opened: &Opened, read: &Markup) -> Result<Answer, Trouble> {
    let (href, form) = (opened.href(), ctx.form(&SHAPE));
    let inside = html! {
        (ui::version::version(ctx, opened.kept()?.version()))
        (read)
        (form.text("name"))
        (form.lines("icalendar", 10))
        (form.instead("icalendar", ".ics,text/calendar", say!("calendar-holidays-choose-the-file")))
        (ui::button::row(&[
            ui::button::main(say!("calendar-holidays-look-at-it")),
            ui::button::plain_link(say!("calendar-revision-back"), &href),
        ]))
    };
    let main = html! {
        p.lead { (say!("calendar-holidays-public-offices-publish")) }
        (ui::form::bring(&ctx.token, &format!("{href}/holidays"), &inside))
    };
    Ok(Answer::page(page_of(opened, say!("calendar-show-add-holidays"), main)))
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        let opened = Opened::here(&ctx)?;
        let kept = opened.kept()?;
        may(kept, CalendarMove::Revise, &opened.facts, &ctx.who)?;
        let name = ctx.input.words("name").trim().to_owned();
        if name.is_empty() {
            let message = say!("calendar-holidays-say-what-they-are-called");
            return Err(Refusal::invalid("name", "missing", message).into());
        }
        let set = holidays_of(ctx.input.words("icalendar"), "")
            .map_err(|why| Refusal::invalid("icalendar", "not_icalendar", said(&why)))?;
        let (read, today) = (OwnSet::of(&set), today(&ctx, &opened));
        let mut description = opened.description.clone();
        add(&mut description, &name, read.clone(), today);
        if !ctx.input.flag("sure") {
            let file = ctx.input.words("icalendar").to_owned();
            ctx.keep("name", name.clone());
            ctx.keep("icalendar", file);
            return shown(&ctx, &opened, &preview(&name, &read, today));
        }
        let command = Command::Revise { description };
        let done = ctx.desk()?.act_on_calendar(&ctx.who, Some(kept.id), command, ctx.asked()).await;
        done.map_err(|trouble| beside(trouble.into()))?;
        Ok(Answer::redirect(&opened.href()).told(say!("calendar-holidays-they-are-added")))
    })
}

/// The holidays that a file holds, in place of those of the same name that are to come; they are
/// kept from today on.
fn add(description: &mut Description, name: &str, read: OwnSet, today: Date) {
    let known = description.sets.remove(name);
    let over = known.iter().flat_map(|known| &known.days).filter(|(day, _)| **day < today);
    let mut days: std::collections::BTreeMap<Date, String> =
        over.map(|(day, name)| (*day, name.clone())).collect();
    days.extend(read.days.iter().filter(|(day, _)| **day >= today).map(|(d, n)| (*d, n.clone())));
    let (from, until) = read.complete();
    let from = known.map_or(from, |known| known.complete().0.min(from));
    let set = OwnSet { days, from: Some(from), until: Some(until) };
    description.sets.insert(name.to_owned(), set);
    let named = |hours: &baton_core::calendar::Hours| hours.holidays.iter().any(|of| of == name);
    for hours in description.hours.iter_mut().filter(|of| of.from.is_some_and(|on| on >= today)) {
        if !named(hours) {
            hours.holidays.push(name.to_owned());
        }
    }
    let Some(mut hours) = description.hours_on(today).cloned() else { return };
    if !named(&hours) {
        hours.holidays.push(name.to_owned());
        put(description, today, hours);
    }
}

/// What a file holds, and the button that keeps it.
fn preview(name: &str, read: &OwnSet, today: Date) -> Markup {
    let (from, until) = read.complete();
    let over = read.days.range(..today).count();
    html! {
        section.news {
            h2 { (say!("calendar-holidays-what-was-read", count = read.days.len())) }
            p {
                (tell!("calendar-holidays-complete-from-until", name, from = ui::when::date(from), until = ui::when::date(until)))
                @if over > 0 { " " (tell!("calendar-holidays-over", over)) }
            }
            ul.days-next {
                @for (day, name) in read.days.range(today..) { li { (ui::when::date(*day)) ": " (name) } }
            }
            (ui::button::row(&[html! {
                button.button.main type="submit" name="sure" value="true" { (say!("calendar-holidays-add-them")) }
            }]))
        }
    }
}
