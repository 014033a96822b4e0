//! How a draft would have done, beside its terms.

use baton_core::agreement::{
    Agreement, LeftOut, NewlyLate, PERIOD, Row, Side, Simulation, Tally, may_simulate,
};
use baton_core::say;
use baton_desk::simulation::Simulated;
use maud::{Markup, html};

use super::terms::{Sides, step_of};
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::request::page::sheet::href;
use crate::request::page::words::clock;
use crate::tell;
use crate::ui;
use crate::ui::table::{Cell, Table};

/// More than this are counted and not listed.
const LISTED: usize = 20;

/// A draft as it was tried.
#[derive(Default)]
pub struct Tried {
    /// What each side would have met, for whoever is about to sign.
    pub summary: Markup,
    /// The same step by step.
    pub whole: Markup,
}

/// For whoever may sign; nothing for everybody else.
pub async fn tried(ctx: &Ctx, one: &Agreement, sides: Sides<'_>) -> Result<Tried, Trouble> {
    if may_simulate(one, &ctx.who).is_err() {
        return Ok(Tried::default());
    }
    let simulated = ctx.desk()?.simulate(&ctx.who, one.id).await?;
    let days = PERIOD.as_seconds() / 86_400;
    let rows = &simulated.simulation.rows;
    let summary = html! {
        h3 { (say!("agreement-simulation-tried-on-the-last", days)) }
        @if rows.is_empty() {
            p.muted { (say!("agreement-simulation-nothing-fell-due", days)) }
        } @else {
            p { strong { (said(&simulated.simulation, Side::To, sides.to)) } }
            p { strong { (said(&simulated.simulation, Side::From, sides.from)) } }
        }
    };
    let whole = html! {
        @if !rows.is_empty() {
            h2 #tried { (say!("agreement-simulation-step-by-step")) }
            p.muted { (say!("agreement-simulation-what-was-asked-before")) }
            (steps(rows))
            (newly_late(ctx, &simulated))
        }
    };
    Ok(Tried { summary, whole })
}

fn said(simulation: &Simulation, side: Side, name: &str) -> String {
    let tally = simulation.side(side);
    let (met, n) = (tally.met, tally.n());
    match share(&tally) {
        Some(share) => say!("agreement-simulation-would-have-met", side = name, share, met, n),
        None if n == 0 => say!("agreement-simulation-owed-nothing", side = name),
        None => say!("agreement-simulation-too-few", side = name, met, n),
    }
}

/// `71 %`, where there are enough for a share.
pub fn share(tally: &Tally) -> Option<String> {
    tally.attainment().map(|share| say!("agreement-simulation-share", share))
}

fn steps(rows: &[Row]) -> Markup {
    let row = |row: &Row| {
        let step = step_of(row.kind, row.class);
        vec![
            Cell::head(html! { (step) }),
            Cell::new(html! { (met(&row.tally)) }),
            Cell::new(html! { (late(&row.tally)) }),
            Cell::new(html! { (left_out(&row.tally)) }),
            Cell::new(html! { (used(&row.tally)) }),
        ]
    };
    let rows = rows.iter().map(row).collect();
    let heads = &[
        say!("agreement-simulation-step"),
        say!("agreement-simulation-met"),
        say!("agreement-simulation-late"),
        say!("agreement-simulation-left-out"),
        say!("agreement-simulation-working-time-used"),
    ];
    Table { caption: say!("agreement-simulation-step-by-step"), heads, rows }.markup()
}

/// `12 of 14, 85 %`.
pub fn met(tally: &Tally) -> String {
    let (met, n) = (tally.met, tally.n());
    match share(tally) {
        Some(share) => say!("agreement-simulation-of-with-share", met, n, share),
        None => say!("agreement-simulation-of", met, n),
    }
}

fn late(tally: &Tally) -> String {
    let all = tally.late + tally.open;
    match tally.open {
        0 => all.to_string(),
        open => say!("agreement-simulation-late-and-open", late = all, open),
    }
}

fn left_out(tally: &Tally) -> String {
    let said = |(why, n): (&LeftOut, &u32)| match why {
        LeftOut::Withdrawn => say!("agreement-simulation-withdrawn", n = *n),
        LeftOut::Declined => say!("agreement-simulation-declined", n = *n),
        LeftOut::Merged => say!("agreement-simulation-merged", n = *n),
        LeftOut::Held => say!("agreement-simulation-held", n = *n),
    };
    let parts: Vec<String> = tally.left_out.iter().map(said).collect();
    if parts.is_empty() { "0".to_owned() } else { parts.join(", ") }
}

fn used(tally: &Tally) -> String {
    let (Some(median), Some(p90)) = (tally.median(), tally.p90()) else { return String::new() };
    let time = |seconds: i64| ui::when::working(seconds / 60);
    say!("agreement-simulation-half-within", median = time(median), p90 = time(p90))
}

fn newly_late(ctx: &Ctx, simulated: &Simulated) -> Markup {
    let all = &simulated.simulation.newly_late;
    if all.is_empty() {
        return html! {};
    }
    let seen = all.iter().filter(|late| simulated.seen.contains(&late.request));
    let listed: Vec<&NewlyLate> = seen.take(LISTED).collect();
    let line = |late: &NewlyLate| {
        let (step, due) = (clock(late.kind), ui::when::when(late.due, ctx.now, &ctx.zone()));
        html! {
            a href=(href(&late.reference)) { (late.reference) } ": "
            (tell!("agreement-simulation-would-have-been-due", step, due))
        }
    };
    let more = all.len() - listed.len();
    html! {
        h3 { (say!("agreement-simulation-would-newly-be-late", n = all.len())) }
        ul { @for late in &listed { li { (line(late)) } } }
        @if more > 0 { p.muted { (say!("agreement-simulation-more", n = more)) } }
    }
}
