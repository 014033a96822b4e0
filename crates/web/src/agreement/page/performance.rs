//! How an agreement was kept, both ways side by side, and what the other side needs first.

use baton_core::agreement::{Agreement, Book, ClockKind, PERIOD, Side, Tally, Terms};
use baton_core::directory::Directory;
use baton_core::say;
use maud::{Markup, html};

use super::simulation::{met, share};
use super::terms::Sides;
use crate::agreement::performance::{Direction, both_ways};
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::request::page::words::clock;
use crate::ui;
use crate::ui::table::{Cell, Table};

/// What the other side needs from the reader's; for whoever is on neither side, or both, of each.
pub fn needs(ctx: &Ctx, book: &Book, one: &Agreement, sides: Sides<'_>, terms: &Terms) -> Markup {
    let on = |side: Side| ctx.who.belongs_to(one.department(side));
    let asks = (!on(Side::To) || on(Side::From), sides.to, sides.from, &terms.to_needs);
    let asked = (!on(Side::From) || on(Side::To), sides.from, sides.to, &terms.from_needs);
    html! {
        @for (shown, who, whom, words) in [asks, asked] {
            @if shown && !words.is_empty() {
                section.news {
                    h2 { (say!("agreement-performance-needs-from", who, whom)) }
                    ul { @for word in words { li { (book.texts.show(*word)) } } }
                }
            }
        }
    }
}

/// For an agreement that binds.
pub async fn section(
    ctx: &Ctx,
    book: &Book,
    directory: &Directory,
    one: &Agreement,
) -> Result<Markup, Trouble> {
    let both = both_ways(ctx, book, one).await?;
    let days = PERIOD.as_seconds() / 86_400;
    Ok(html! {
        h2 { (say!("agreement-performance-the-last-days", days)) }
        @for direction in &both { (said(directory, direction)) }
        @if both.iter().any(|direction| !direction.kept.rows.is_empty()) {
            (table(directory, &both))
        }
    })
}

fn said(directory: &Directory, direction: &Direction) -> Markup {
    let (asks, asked) = (
        directory.department_name(direction.pair.from),
        directory.department_name(direction.pair.to),
    );
    let side = |of: Side, name: &str| {
        let tally = direction.kept.side(of);
        let (met, n) = (tally.met, tally.n());
        match share(&tally) {
            Some(share) => say!("agreement-performance-has-kept", name, share, met, n),
            None if n == 0 => say!("agreement-performance-owed-nothing", name),
            None => say!("agreement-performance-has-kept-few", name, met, n),
        }
    };
    html! {
        h3 { (say!("agreement-performance-when-asks", asks, asked)) }
        @if direction.pair.agreement.is_none() {
            p.muted { (say!("agreement-performance-nothing-is-agreed")) }
        }
        ul {
            li { (side(Side::To, asked)) }
            li { (side(Side::From, asks)) }
        }
    }
}

/// `2 were excused; 90 % without them`.
fn excused(tally: &Tally) -> String {
    let n = tally.excused;
    match tally.attainment_without_excused() {
        Some(share) => say!("agreement-performance-excused-and-share", n, share),
        None => say!("agreement-performance-excused", n),
    }
}

/// A step in each row, whoever is asked first; the two directions beside each other.
fn table(directory: &Directory, both: &[Direction; 2]) -> Markup {
    let head = |direction: &Direction| {
        let (asks, asked) = (direction.pair.from, direction.pair.to);
        let name = |id| directory.department_name(id);
        say!("agreement-performance-when-asks", asks = name(asks), asked = name(asked))
    };
    let [there, back] = both.each_ref().map(head);
    let cell = |direction: &Direction, step: ClockKind| {
        let tally = direction.kept.step(step);
        Cell::new(html! {
            @if tally.n() == 0 { span.muted { (say!("agreement-performance-none")) } }
            @else {
                (met(&tally))
                @if tally.excused > 0 { p.hint { (excused(&tally)) } }
            }
        })
    };
    let owed = |step: ClockKind| match step.side() {
        Side::To => say!("agreement-performance-by-who-is-asked"),
        Side::From => say!("agreement-performance-by-who-asks"),
    };
    let mut steps: Vec<ClockKind> = ClockKind::ALL.to_vec();
    steps.sort_by_key(|step| step.side() == Side::From);
    let row = |step: ClockKind| {
        let name = ui::words::capital(clock(step));
        let mut row = vec![Cell::head(html! { (name) " " span.muted { (owed(step)) } })];
        row.extend(both.iter().map(|direction| cell(direction, step)));
        row
    };
    let heads = &[say!("agreement-performance-step"), &there, &back];
    let rows = steps.into_iter().map(row).collect();
    Table { caption: say!("agreement-performance-kept-in-time"), heads, rows }.markup()
}
