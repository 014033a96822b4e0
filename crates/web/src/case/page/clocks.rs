//! What the customer was promised: on the case in a few lines, and day by day on a page of its own.

use baton_core::calendar::Explanation;
use baton_core::case::kinds::CaseClock;
use baton_core::case::service_clocks::{Clock, ClockState, calendar_of, clocks, is_promised};
use baton_core::case::words;
use baton_core::say;
use maud::{Markup, html};

use super::frame::{self, at};
use crate::answer::Answer;
use crate::case::clocks::{Account, accounts, why};
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::reach::File;
use crate::request::page::clocks::stopped;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;
use crate::ui::status::{Status, tag_saying};

/// So many days are shown; a promise may be years away.
const MOST_DAYS: usize = 62;

pub const ROUTES: &[Route] =
    &[Route::get("/cases/{id}/clocks", "pages.cases.clocks.show", Access::SignedIn, show)
        .summary("Why each clock of a case is due when it is")
        .answers(&[Reply::bare(200, "The page")])];

/// The clocks that run under the service level, each with its due time.
pub fn section(ctx: &Ctx, file: &File) -> Result<Markup, Trouble> {
    let case = &*file.case;
    if !is_promised(case) || case.is_over() {
        return Ok(html! {});
    }
    let calendars = ctx.desk()?.calendars();
    let all = clocks(case, calendar_of(case, &calendars), ctx.now);
    let running: Vec<&Clock> = all.iter().filter(|clock| is_shown(clock, &all)).collect();
    Ok(html! {
        section.case-clocks aria-label=(say!("case-clocks-what-the-customer-was-promised")) {
            @if running.is_empty() {
                p.muted { (say!("case-clocks-nothing-is-due")) }
            }
            @for clock in running {
                p.clock-name {
                    (words::clock(clock.kind)) ": "
                    (ui::when::due(clock.due, ctx.now, &ctx.zone()))
                    @if clock.state == ClockState::Paused { " " (state(clock)) }
                }
            }
            p { a href=(at(case, "clocks")) { (say!("case-clocks-why-then")) } }
        }
    })
}

/// Those that run. The promises stand beside the case.
fn is_shown(clock: &Clock, all: &[Clock]) -> bool {
    clock.is_running() && clock.promise.is_none() && !is_twice(clock, all)
}

/// The last resolution is the first one unless the case went on after it.
fn is_twice(clock: &Clock, all: &[Clock]) -> bool {
    let first = |other: &Clock| {
        other.kind == CaseClock::FirstResolution
            && (other.stopped, other.due) == (clock.stopped, clock.due)
    };
    clock.kind == CaseClock::FinalResolution && all.iter().any(first)
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = frame::open(&ctx).await?;
        let mut all = accounts(&ctx, &file.case)?;
        let clocks: Vec<Clock> = all.iter().map(|account| account.clock.clone()).collect();
        all.retain(|account| !is_twice(&account.clock, &clocks));
        let (running, over): (Vec<_>, Vec<_>) =
            all.iter().rev().partition(|account| account.clock.stopped.is_none());
        let said = |of: &[&Account]| html! { @for account in of { (one(&ctx, &file, account)) } };
        let main = html! {
            p.lead { (say!("case-clocks-only-working-time-counts")) }
            @if all.is_empty() { p.muted { (say!("case-clocks-nothing-was-promised")) } }
            (said(&running))
            (stopped(running.is_empty(), over.len(), &said(&over)))
            (ui::button::row(&[ui::button::link(
                say!("case-frame-back-to-the-case"),
                &at(&file.case, ""),
            )]))
        };
        let subject = file.texts.show(file.case.subject);
        let page = Page::new(say!("request-clocks-why-is-it-due-then"), main)
            .caption(format!("{} · {subject}", file.case.reference()))
            .at(Place::Cases);
        Ok(Answer::page(page))
    })
}

/// Where its time comes from, when it ran, and a line for each day up to its due time.
fn one(ctx: &Ctx, file: &File, account: &Account) -> Markup {
    let clock = &account.clock;
    let when = |at| ui::when::when(at, ctx.now, &ctx.zone());
    let lines = account.days.as_ref().map(Explanation::lines).unwrap_or_default();
    let more = lines.len().saturating_sub(MOST_DAYS);
    let promise = clock.promise.and_then(|id| file.case.promise(id));
    html! {
        section {
            h2 { (words::clock(clock.kind)) " " (state(clock)) }
            @if let Some(promise) = promise { p { (file.texts.show(promise.what)) } }
            @if let Some(why) = why(ctx, &file.case, account) { p { (why) } }
            (ui::pairs::pairs(&[
                (say!("request-clocks-started"), Some(when(clock.started))),
                (say!("request-clocks-due"), Some(when(clock.due))),
                (say!("request-clocks-stopped"), clock.stopped.map(when)),
                (say!("request-clocks-used"), Some(html! {
                    (ui::when::working(clock.used_ms / 60_000))
                })),
                (say!("request-clocks-not-counted"), (clock.paused_ms >= 60_000).then(|| html! {
                    (ui::when::working(clock.paused_ms / 60_000))
                })),
            ]))
            @if !lines.is_empty() {
                h3 { (say!("request-clocks-from-the-start-to-the-due-time")) }
                ul { @for line in lines.iter().take(MOST_DAYS) { li { (line) } } }
                @if more > 0 {
                    p.hint { (say!("request-clocks-and-more-days", days = more.to_string())) }
                }
            }
        }
    }
}

fn state(clock: &Clock) -> Markup {
    let (status, word) = match (clock.state, clock.is_running()) {
        (ClockState::Running, _) => (Status::InWork, say!("request-beside-runs")),
        (ClockState::Paused, _) => (Status::Waiting, say!("request-beside-stands-still")),
        (ClockState::Met, _) => (Status::Answered, say!("request-beside-in-time")),
        (ClockState::Breached, false) => (Status::Breached, say!("request-beside-was-late")),
        (ClockState::Breached, true) => (Status::Breached, say!("request-beside-late")),
        (ClockState::Ended, _) => (Status::Closed, say!("case-clocks-no-longer-due")),
    };
    tag_saying(status, word)
}
