//! Making a calendar.

use baton_core::calendar::Description;
use baton_core::calendar::kept::{Command, may_create};
use baton_core::say;
use maud::html;

use super::form::{NEW, Wrong, beside, read_week, start_week, week};
use super::page_below;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get("/calendars/new", "pages.calendars.new", Access::SignedIn, new)
        .summary("The form to make a calendar")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/calendars", "pages.calendars.create", Access::SignedIn, create)
        .summary("From its form, make a calendar")
        .body(&NEW)
        .again(new)
        .answers(&[Reply::bare(303, "Made")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        may_create(&ctx.who)?;
        let standard = Description::standard();
        let mut start = vec![("zone".to_owned(), standard.zone.clone())];
        start.extend(standard.hours.iter().flat_map(start_week));
        let start = Kept::new(start);
        let form = ctx.form(&NEW).starting(&start);
        let inside = html! {
            (form.text("name"))
            (form.text("zone"))
            (week(&form, &standard))
            (ui::button::row(&[
                ui::button::main(say!("calendar-new-make-it")),
                ui::button::plain_link(say!("calendar-new-back"), "/calendars"),
            ]))
        };
        let main = html! {
            p.lead { (say!("calendar-new-days-that-differ-come-later")) }
            (ui::form::post(&ctx.token, "/calendars", &inside))
        };
        Ok(Answer::page(page_below(say!("calendar-list-make-a-calendar"), main)))
    })
}

fn create(mut ctx: Ctx) -> Pending {
    Box::pin(async move {
        ctx.seen_version = None;
        let mut wrong = Wrong::default();
        let hours = vec![read_week(&ctx.input, &mut wrong)];
        wrong.done()?;
        let description = Description {
            name: ctx.input.words("name").trim().to_owned(),
            zone: ctx.input.words("zone").trim().to_owned(),
            hours,
            exceptions: Default::default(),
            sets: Default::default(),
        };
        let command = Command::Create { description };
        let done = ctx.desk()?.act_on_calendar(&ctx.who, None, command, ctx.asked()).await;
        let done = done.map_err(|trouble| beside(trouble.into()))?;
        Ok(Answer::redirect(&format!("/calendars/{}", done.state.id))
            .told(say!("calendar-new-it-is-made")))
    })
}
