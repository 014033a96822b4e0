//! Snoozing as pages: the form, the list of what sleeps, and the part of Today.

use baton_core::say;
use baton_core::time::Instant;
use baton_core::when::presets;
use maud::{Markup, html};

use super::act::{self, SNOOZE_FORM, Thing};
use super::line::{Line, lines, section};
use super::{Asleep, asleep};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::request::page::{THEN, then};
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;
use crate::ui::address::encode;

macro_rules! pages {
    ($noun:literal, $thing:path, $what:literal) => {
        [
            Route::get(
                concat!("/", $noun, "/{id}/snooze/new"),
                concat!("pages.", $noun, ".snooze.new"),
                Access::SignedIn,
                |ctx| Box::pin(async move { form(&ctx, $thing(&ctx).await?).await }),
            )
            .summary(concat!("The form to snooze ", $what))
            .query(THEN)
            .answers(&[Reply::bare(200, "The form")]),
            Route::post(
                concat!("/", $noun, "/{id}/snooze"),
                concat!("pages.", $noun, ".snooze.create"),
                Access::SignedIn,
                |ctx| Box::pin(async move { create(&ctx, $thing(&ctx).await?).await }),
            )
            .summary(concat!("Put ", $what, " out of your own lists until a moment"))
            .query(THEN)
            .body(&SNOOZE_FORM)
            .again(|ctx| Box::pin(async move { form(&ctx, $thing(&ctx).await?).await }))
            .answers(&[Reply::bare(303, "Back to the list")]),
            Route::post(
                concat!("/", $noun, "/{id}/snooze/ending"),
                concat!("pages.", $noun, ".snooze.ending.create"),
                Access::SignedIn,
                |ctx| Box::pin(async move { end(&ctx, $thing(&ctx).await?).await }),
            )
            .summary(concat!("Take ", $what, " back into your own lists"))
            .answers(&[Reply::bare(303, "Back to it")]),
        ]
    };
}

static OF_CASES: [Route; 3] = pages!("cases", act::case, "a case");
static OF_REQUESTS: [Route; 3] = pages!("requests", act::request, "a request");

pub static ROUTES: &[&[Route]] = &[
    &[Route::get("/snoozes", "pages.snoozes.show", Access::SignedIn, show)
        .summary("What you have put to sleep")
        .answers(&[Reply::bare(200, "The list")])],
    &OF_CASES,
    &OF_REQUESTS,
];

async fn form(ctx: &Ctx, thing: Thing) -> Result<Answer, Trouble> {
    let line = Line::of(ctx, thing.case, thing.request, None).await?;
    let choices = presets(ctx.now, &ctx.zone(), &*ctx.calendar()?);
    let choices: Vec<(String, String, String)> = choices
        .into_iter()
        .map(|(preset, at)| {
            let words = preset.words(at, ctx.now, &ctx.zone());
            (at.to_string(), words, ui::when::day(at, ctx.now, &ctx.zone()))
        })
        .collect();
    let back = then(ctx).map(|then| format!("?then={}", encode(then))).unwrap_or_default();
    let action = format!("{}/snooze{back}", line.href);
    let main = html! {
        p.lead {
            (say!("snooze-it-leaves-your-own-lists-until"))
            @if let Some(due) = &line.due { " " (tell!("snooze-it-is", due)) }
        }
        (chosen(&choices, &action, &ctx.token))
        (ui::form::post(&ctx.token, &action, &html! {
            (ctx.form(&SNOOZE_FORM).text("when"))
            (ui::button::row(&[
                ui::button::main(say!("snooze-snooze-until-then")),
                ui::button::plain_link(say!("snooze-back"), then(ctx).unwrap_or(&line.href)),
            ]))
        }))
    };
    let caption = format!("{} · {}", line.reference, line.title);
    Ok(Answer::page(
        Page::new(say!("snooze-snooze-until-when"), main).caption(caption).at(line.place()),
    ))
}

/// One click each: the words, and the moment that they mean now.
fn chosen(choices: &[(String, String, String)], action: &str, token: &str) -> Markup {
    html! {
        form.snooze-choices method="post" action=(action) {
            (ui::form::token(token))
            @for (value, words, moment) in choices {
                button.button type="submit" name="until" value=(value) {
                    (words) " " span.muted { (moment) }
                }
            }
        }
    }
}

async fn create(ctx: &Ctx, thing: Thing) -> Result<Answer, Trouble> {
    let until = act::until(ctx)?;
    act::put(ctx, &thing, until).await?;
    let line = Line::of(ctx, thing.case, thing.request, Some(until)).await?;
    let told = say!(
        "snooze-sleeps-until-it-comes-back",
        reference = line.reference,
        value = ui::when::words(until, ctx.now, &ctx.zone())
    );
    Ok(Answer::redirect(then(ctx).unwrap_or(line.list())).told(told))
}

async fn end(ctx: &Ctx, thing: Thing) -> Result<Answer, Trouble> {
    act::end(ctx, &thing).await?;
    let line = Line::of(ctx, thing.case, thing.request, None).await?;
    let told = say!("snooze-is-back-in-your-lists", reference = line.reference);
    Ok(Answer::redirect(&line.href).told(told))
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let lines = lines(&ctx, &asleep(&ctx).await?).await?;
        Ok(Answer::page(view(&lines, &ctx.token)))
    })
}

fn view(lines: &[Line], token: &str) -> Page {
    let main = html! {
        p.lead {
            (say!("snooze-out-of-your-own-lists-until"))
        }
        @if lines.is_empty() {
            (ui::empty::empty(
                say!("snooze-nothing-sleeps"),
                say!("snooze-on-the-page-of-a-case"),
                Some((say!("snooze-go-to-today"), "/")),
            ))
        } @else { (super::line::rows(lines, token)) }
    };
    Page::new(say!("snooze-snoozed"), main).at(Place::Today)
}

/// On the page of what sleeps: that it does, and the way to wake it.
pub fn note(ctx: &Ctx, href: &str, until: Option<Instant>) -> Markup {
    html! {
        @if let Some(until) = until {
            div.notice.know.draft {
                p {
                    (tell!("snooze-out-of-your-lists-until-its", zone = ui::when::when(until, ctx.now, &ctx.zone())))
                }
                (ui::form::act(&ctx.token, &format!("{href}/snooze/ending"), say!("snooze-wake-it"), "now"))
            }
        }
    }
}

/// How many of a list are not shown because they sleep.
pub fn left_out(count: usize) -> Markup {
    html! {
        @if count > 0 {
            p.muted {
                @if count == 1 { (say!("snooze-one-more-is-asleep-because-you")) " " }
                @else { (tell!("snooze-more-are-asleep-because-you", count)) " " }
                a href="/snoozes" { (say!("snooze-see-what-sleeps")) }
            }
        }
    }
}

/// The part of Today, and whether something of it is late or due soon.
pub async fn today(ctx: &Ctx, asleep: &Asleep) -> Result<(Markup, bool), Trouble> {
    let lines = lines(ctx, asleep).await?;
    Ok((section(&lines, &ctx.token), lines.iter().any(Line::presses)))
}

pub fn samples() -> Vec<Page> {
    let lines = super::line::samples();
    let choices = [
        ("1".to_owned(), "Later today".to_owned(), "13:00".to_owned()),
        ("2".to_owned(), "Tomorrow morning".to_owned(), "tomorrow 09:00".to_owned()),
    ];
    vec![
        view(&lines, ""),
        view(&[], ""),
        Page::new("Today, with what sleeps", section(&lines, "")).at(Place::Today),
        Page::new("Snooze until when?", chosen(&choices, "/cases/1/snooze", "")).at(Place::Cases),
    ]
}
