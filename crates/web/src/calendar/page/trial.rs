//! “Try it”: from when, how much working time, and what is due then.

use baton_core::agreement::read_minutes;
use baton_core::calendar::Pauses;
use baton_core::refusal::{Code, FieldError, Refusal};
use baton_core::time::{Instant, Span};
use baton_core::{say, word};
use jiff::civil::DateTime;
use maud::{Markup, html};

use super::page_of;
use crate::answer::Answer;
use crate::calendar::Opened;
use crate::ctx::{Ctx, Form};
use crate::input::Kept;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Shape};
use crate::tell;
use crate::ui;

/// So many days are shown.
const MOST_DAYS: usize = 62;
/// Ten years of it: more is asked of no clock.
const MOST_MINUTES: u32 = 5_256_000;

static SHAPE: Shape = Shape::new(
    "CalendarTrial",
    &[
        Field::text("start", 40)
            .label(word!("calendar-due-from-when"))
            .hint(word!("calendar-due-by-the-clocks-of-the-calendar"))
            .needed(),
        Field::text("target", 40)
            .label(word!("calendar-due-how-much-working-time"))
            .hint(word!("calendar-due-like-4-h"))
            .needed(),
    ],
);

pub const ROUTES: &[Route] =
    &[Route::get("/calendars/{id}/due", "pages.calendars.due.show", Access::SignedIn, show)
        .summary("When so much working time has passed by a calendar, and why")
        .query(SHAPE.fields)
        .answers(&[Reply::bare(200, "The page")])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let opened = Opened::here(&ctx)?;
        let local = ctx.now.timestamp().to_zoned(opened.calendar.zone().clone()).datetime();
        let (start, target) = (ctx.query.text("start"), ctx.query.text("target"));
        let asked = start.is_some() || target.is_some();
        let start =
            start.map_or_else(|| local.strftime("%Y-%m-%dT%H:%M").to_string(), str::to_owned);
        let target = target.unwrap_or(if asked { "" } else { "4 h" }).to_owned();
        let answer = answer(&opened, &start, &target);
        let kept = Kept::new(vec![("start".to_owned(), start), ("target".to_owned(), target)]);
        let refusal = answer.as_ref().err();
        let form = Form { shape: &SHAPE, kept: &kept, refusal, advice: &[] };
        let href = format!("{}/due", opened.href());
        let main = html! {
            p.lead { (say!("calendar-due-nothing-is-kept")) }
            form.form method="get" action=(href) novalidate {
                (form.local("start"))
                (form.text("target"))
                (ui::button::row(&[
                    ui::button::main(say!("calendar-due-count")),
                    ui::button::plain_link(say!("calendar-revision-back"), &opened.href()),
                ]))
            }
            @if let Ok(answer) = &answer { (answer) }
        };
        let title = say!("calendar-due-try", name = &opened.description.name);
        Ok(Answer::page(page_of(&opened, title, main)))
    })
}

fn answer(opened: &Opened, start: &str, target: &str) -> Result<Markup, Refusal> {
    let (at, minutes) = (moment(opened, start), read_minutes(target));
    let minutes = minutes.filter(|minutes| *minutes <= MOST_MINUTES);
    let (Some(at), Some(minutes)) = (at, minutes) else {
        let mut wrong = Vec::new();
        if at.is_none() {
            wrong.push(FieldError::new("start", "not_a_time", say!("calendar-due-write-the-time")));
        }
        if minutes.is_none() {
            let message = say!("calendar-due-write-working-time");
            wrong.push(FieldError::new("target", "not_a_time", message));
        }
        let detail = say!("calendar-due-correct-what-is-named");
        return Err(Refusal::new(Code::Invalid, detail).with_fields(wrong));
    };
    let calendar = &opened.calendar;
    let account = calendar.explain(at, Span::minutes(i64::from(minutes)), &Pauses::default());
    let lines = account.lines();
    let more = lines.len().saturating_sub(MOST_DAYS);
    let due = account.end.timestamp().to_zoned(calendar.zone().clone());
    Ok(html! {
        section {
            h2 { (say!("calendar-due-due", due = due.strftime("%A %-d %B %Y, %H:%M").to_string())) }
            @if !calendar.knows(account.end) {
                (ui::notice::warn(say!("calendar-due-holidays-not-loaded")))
            }
            p { (account.summary()) }
            ul { @for line in lines.iter().take(MOST_DAYS) { li { (line) } } }
            @if more > 0 { p.hint { (tell!("calendar-due-and-more-days", more)) } }
        }
    })
}

/// A local time of the calendar's own zone, within the years that are counted.
fn moment(opened: &Opened, text: &str) -> Option<Instant> {
    let wall: DateTime = text.trim().parse().ok()?;
    let years = 1970..=9_000;
    if !years.contains(&wall.year()) {
        return None;
    }
    let at = wall.to_zoned(opened.calendar.zone().clone()).ok()?;
    Some(Instant::from_millis(at.timestamp().as_millisecond()))
}
