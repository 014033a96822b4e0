//! A request as a row of a tray: read as one sentence, and a link to its page.

use baton_core::case::kinds::{Mode, Mover};
use baton_core::directory::Directory;
use baton_core::say;
use baton_core::time::Instant;
use baton_core::vault::erased;
use baton_store::rows::request::{RequestRow, Side};
use maud::{Markup, html};

use super::sheet::href;
use super::show::heading;
use super::turn::{lateness, stage_tag};
use super::verdicts::{id, of_rows};
use super::words::kind;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::snooze::Asleep;
use crate::tell;
use crate::ui;
use crate::ui::status::{Status, tag_saying};
use crate::ui::when;
use crate::ui::words::next;

/// `here` is the address of the list, to which whoever answers from it comes back.
pub async fn rows(
    ctx: &Ctx,
    side: Side,
    rows: &[RequestRow],
    asleep: &Asleep,
    here: &str,
) -> Result<Markup, Trouble> {
    let directory = ctx.desk()?.directory();
    let known = if side == Side::ToUs { of_rows(ctx, rows, here).await? } else { Vec::new() };
    Ok(html! {
        ul.rows.tray {
            @for (n, row) in rows.iter().enumerate() {
                li.tickable[side == Side::ToUs] data-key=(row.reference()) {
                    @if side == Side::ToUs {
                        (ui::row::tick("requests", &row.id.to_string(), &row.reference()))
                    }
                    (one(ctx, &directory, side, row, (asleep.request(row.id), known.get(n))))
                }
            }
        }
    })
}

fn one(
    ctx: &Ctx,
    directory: &Directory,
    side: Side,
    row: &RequestRow,
    (asleep, acts): (Option<Instant>, Option<&(String, Markup)>),
) -> Markup {
    let need = row.need.as_deref().unwrap_or_else(|| erased());
    let open = row.ended_at.is_none();
    html! {
        div.row {
            p.row-subject {
                a id=(id(row)) href=(href(&row.reference())) { (heading(need)) }
                " " span.row-reference { (row.reference()) }
            }
            p.row-who {
                (parties(directory, side, row))
                @if let Some(what) = todo(side, row) { " · " strong { (what) } }
            }
            p.row-state {
                (stage_tag(row.state))
                @if let Some(due) = row.due_at.filter(|_| open) { " " (lateness(due, ctx.now)) }
                @if row.disputed { " " (tag_saying(Status::Disputed, say!("request-row-disputed"))) }
                @if row.level > 0 && open {
                    " " (tag_saying(Status::Escalated, &say!("request-row-level", level = row.level)))
                }
            }
            p.row-when {
                @if let Some(until) = asleep {
                    (tell!("request-row-you-snoozed-it-until", moment = when::moment(until, ctx.now, &ctx.zone()))) " "
                }
                (times(ctx, row))
            }
            @if let Some((_, acts)) = acts { (acts) }
        }
    }
}

fn parties(directory: &Directory, side: Side, row: &RequestRow) -> Markup {
    let has = row.assignee.map(|id| directory.person_name(id).to_owned());
    html! {
        @match side {
            Side::ToUs => { (tell!("request-row-from", from = directory.department_name(row.from))) }
            Side::FromUs => { (tell!("request-row-to", to = directory.department_name(row.to))) }
        }
        @if row.mode == Mode::Inform { " · " (kind(row.mode)) }
        @match has {
            Some(name) => { " " (tell!("request-row-has-it", name)) }
            None if row.sent_at.is_some() && row.ended_at.is_none() => { " " (say!("request-row-nobody-has-it-yet")) }
            None => {}
        }
    }
}

/// What is ours to do next; of theirs, that it is theirs.
fn todo(side: Side, row: &RequestRow) -> Option<String> {
    let ours = matches!((side, row.mover), (Side::ToUs, Mover::To) | (Side::FromUs, Mover::From));
    let what = next(row.state);
    if row.mover == Mover::Nobody || what.is_empty() {
        return None;
    }
    if row.mode == Mode::Inform {
        return ours.then(|| say!("request-row-take-note-of-it").to_owned());
    }
    Some(if ours { what.to_owned() } else { say!("request-row-they-have-to", what) })
}

fn times(ctx: &Ctx, row: &RequestRow) -> Markup {
    let zone = ctx.zone();
    html! {
        @match (row.ended_at, row.due_at) {
            (Some(ended), _) => { (tell!("request-row-ended", zone = when::when(ended, ctx.now, &zone))) }
            (None, Some(due)) if due < ctx.now => { (tell!("request-row-was-due", moment = when::moment(due, ctx.now, &zone))) }
            (None, Some(due)) => (when::due(due, ctx.now, &zone)),
            (None, None) => {}
        }
    }
}
