//! “Why is it due then?”: every clock of a request, and the days and hours that were counted.

use baton_core::calendar::Explanation;
use baton_core::case::clocks::Clock;
use baton_core::case::request::moves::Move;
use baton_core::say;
use maud::{Markup, html};

use super::sheet::Sheet;
use super::{act, beside, doing, words};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::request::clocks::{accounts, why};
use crate::route::{Access, Pending, Reply, Route};
use crate::{tell, ui};

/// So many days are shown; a needed-by may be years away.
const MOST_DAYS: usize = 62;

pub const ROUTES: &[Route] =
    &[Route::get("/requests/{id}/clocks", "pages.requests.clocks.show", Access::SignedIn, show)
        .summary("Why each clock of a request is due when it is")
        .answers(&[Reply::bare(200, "The page")])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let sheet = Sheet::open(ctx).await?;
        let all = accounts(&sheet.ctx, &sheet.request)?;
        let (running, over): (Vec<_>, Vec<_>) =
            all.iter().rev().partition(|(clock, _)| clock.stopped.is_none());
        let said = |of: &[&(Clock, Option<Explanation>)]| {
            html! { @for (clock, account) in of { (one(&sheet, clock, account.as_ref())) } }
        };
        let main = html! {
            p.lead { (say!("request-clocks-only-working-time-counts")) }
            @if all.is_empty() { p.muted { (say!("request-clocks-no-clock-has-started")) } }
            (said(&running))
            (stopped(running.is_empty(), over.len(), &said(&over)))
            (ui::button::row(&buttons(&sheet)))
        };
        Ok(Answer::page(act::around(&sheet, say!("request-clocks-why-is-it-due-then"), main)))
    })
}

/// Clocks that have stopped, folded away while others run.
pub fn stopped(open: bool, count: usize, all: &Markup) -> Markup {
    html! {
        @if count > 0 {
            details.clocks-over open[open] {
                summary { (say!("request-clocks-have-stopped", count)) }
                (all)
            }
        }
    }
}

/// Back, and to excusing what was late for whoever may.
fn buttons(sheet: &Sheet) -> Vec<Markup> {
    let back = say!("request-clocks-back-to-the-request");
    let mut buttons = vec![ui::button::link(back, &sheet.href())];
    if sheet.moves().contains(&Move::Excuse) {
        let excuse = doing::text(Move::Excuse);
        buttons.push(ui::button::plain_link(excuse, &sheet.form_of(Move::Excuse)));
    }
    buttons
}

/// Where its time comes from, when it ran, and a line for each day up to its due time.
fn one(sheet: &Sheet, clock: &Clock, account: Option<&Explanation>) -> Markup {
    let when = |at| ui::when::when(at, sheet.ctx.now, &sheet.zone);
    let lines = account.map(Explanation::lines).unwrap_or_default();
    let more = lines.len().saturating_sub(MOST_DAYS);
    html! {
        section {
            h2 { (words::clock(clock.kind)) " " (beside::state(clock)) }
            @if let Some(why) = why(&sheet.request, clock) { p { (why) } }
            @if let Some(excused) = clock.excused {
                p { (tell!("request-clocks-excused", who = sheet.person(excused.by), when = when(excused.at))) }
                div.quote { p.prose { (sheet.file.texts.show(excused.reason)) } }
            }
            (ui::pairs::pairs(&[
                (say!("request-clocks-started"), Some(when(clock.started))),
                (say!("request-clocks-due"), clock.due.map(when)),
                (say!("request-clocks-stopped"), clock.stopped.map(when)),
                (say!("request-clocks-used"), Some(html! {
                    (ui::when::working(clock.used_seconds / 60))
                })),
                (say!("request-clocks-not-counted"), (clock.paused_seconds >= 60).then(|| html! {
                    (ui::when::working(clock.paused_seconds / 60))
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
