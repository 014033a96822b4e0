//! Changing a calendar: its name, its hours from a day on, the days that differ.

use baton_core::calendar::kept::{CalendarMove, Command, may};
use baton_core::calendar::{Description, Hours, said_day};
use baton_core::say;
use jiff::civil::Date;
use maud::html;

use super::days::coming;
use super::form::{REVISION, Wrong, beside, read_days, read_week, said, start_week, week};
use super::list::departments;
use super::{page_of, today};
use crate::answer::Answer;
use crate::calendar::Opened;
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get(
        "/calendars/{id}/revision/new",
        "pages.calendars.revision.new",
        Access::SignedIn,
        new,
    )
    .summary("The form to change a calendar")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/calendars/{id}/revision",
        "pages.calendars.revision.create",
        Access::SignedIn,
        create,
    )
    .summary("From its form, change a calendar")
    .body(&REVISION)
    .again(new)
    .answers(&[Reply::bare(303, "Changed")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let opened = Opened::here(&ctx)?;
        let kept = opened.kept()?;
        if ctx.refusal.is_none() {
            may(kept, CalendarMove::Revise, &opened.facts, &ctx.who)?;
        }
        let (href, description) = (opened.href(), &opened.description);
        let start = start(description, today(&ctx, &opened));
        let form = ctx.form(&REVISION).starting(&start);
        let inside = html! {
            (ui::version::version(&ctx, kept.version()))
            (form.text("name"))
            h2 { (say!("calendar-revision-hours")) }
            (form.day("from"))
            (week(&form, description))
            h2 { (say!("calendar-revision-days-that-differ")) }
            (form.lines("days", 8))
            (ui::button::row(&[
                ui::button::main(say!("calendar-revision-save")),
                ui::button::plain_link(say!("calendar-revision-back"), &href),
            ]))
        };
        let main = html! {
            p.lead { (say!("calendar-revision-what-is-over-never-changes")) }
            div { (tell!("calendar-revision-these-count-by-it", departments = departments(&ctx, &opened))) }
            @if ui::version::is_stale(&ctx) {
                (ui::notice::warn(say!("calendar-revision-somebody-else-changed-this")))
            }
            (ui::form::post(&ctx.token, &format!("{href}/revision"), &inside))
        };
        let title = say!("calendar-revision-change", name = &description.name);
        Ok(Answer::page(page_of(&opened, title, main)))
    })
}

/// The calendar as the form would have sent it; hours change tomorrow at the earliest, if nobody
/// says otherwise.
fn start(description: &Description, today: Date) -> Kept {
    let from = today.tomorrow().unwrap_or(today);
    let mut start =
        vec![("name".to_owned(), description.name.clone()), ("from".to_owned(), from.to_string())];
    start.extend(description.hours_on(from).into_iter().flat_map(start_week));
    let lines: Vec<String> = coming(description, today)
        .map(|(day, hours)| format!("{}: {}", said_day(*day), said(hours)))
        .collect();
    start.push(("days".to_owned(), lines.join("\n")));
    Kept::new(start)
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let opened = Opened::here(&ctx)?;
        let (id, today) = (opened.kept()?.id, today(&ctx, &opened));
        let mut wrong = Wrong::default();
        let mut description = opened.description.clone();
        description.name = ctx.input.words("name").trim().to_owned();
        let week = read_week(&ctx.input, &mut wrong);
        match ctx.input.date("from") {
            Some(from) => put(&mut description, from, week),
            None => wrong.add("from", "missing", say!("calendar-revision-say-from-when")),
        }
        description.exceptions.retain(|day, _| *day < today);
        description.exceptions.extend(read_days(&ctx.input, today, &mut wrong));
        wrong.done()?;
        let command = Command::Revise { description };
        let done = ctx.desk()?.act_on_calendar(&ctx.who, Some(id), command, ctx.asked()).await;
        done.map_err(|trouble| beside(trouble.into()))?;
        Ok(Answer::redirect(&opened.href()).told(say!("calendar-revision-it-is-changed")))
    })
}

/// Hours from a day on, if they are others than those that hold then anyway.
pub fn put(description: &mut Description, from: Date, week: Hours) {
    if description.hours_on(from).is_some_and(|hours| hours.holds_as(&week)) {
        return;
    }
    description.hours.retain(|hours| hours.from != Some(from));
    description.hours.push(Hours { from: Some(from), ..week });
    description.hours.sort_by_key(|hours| hours.from);
}
