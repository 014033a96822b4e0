//! Rows of a list: each is read as one sentence (subject, who, state, when) and goes to one place.

use maud::{Markup, html};

use super::status::{Status, tag_saying};
use crate::page::Sample;
use crate::tell;

/// One row; the subject is the link.
pub struct Row<'a> {
    pub href: &'a str,
    /// `C-1042/2`.
    pub reference: &'a str,
    pub subject: &'a str,
    /// `from Customer Service`, `with Logistics`.
    pub who: &'a str,
    pub status: Status,
    /// Words of the tag, where the status's own do not fit.
    pub says: Option<&'a str>,
    /// Times: due, or last moved.
    pub when: Option<Markup>,
    /// What comes next, and who moves: `Read it back`.
    pub next: Option<&'a str>,
    /// What can be done with it from here, and the id by which an address leads to it.
    pub acts: Option<(String, Markup)>,
}

pub fn rows(rows: &[Row<'_>]) -> Markup {
    html! { ul.rows { @for row in rows { li data-key=(row.reference) { (markup(row)) } } } }
}

/// Rows with a box each: the name that the boxes share, and the value of each row's.
pub fn ticked(name: &str, rows: &[(String, Row<'_>)]) -> Markup {
    html! {
        ul.rows {
            @for (id, row) in rows {
                li.tickable data-key=(row.reference) {
                    (tick(name, id, row.reference))
                    (markup(row))
                }
            }
        }
    }
}

/// The box of a row.
pub fn tick(name: &str, id: &str, reference: &str) -> Markup {
    html! {
        input id={ "tick-" (id) } type="checkbox" name=(name) value=(id);
        label.unseen for={ "tick-" (id) } { (tell!("ui-row-tick", reference)) }
    }
}

fn markup(row: &Row<'_>) -> Markup {
    html! {
        div.row {
            p.row-subject {
                a id=[row.acts.as_ref().map(|(id, _)| id)] href=(row.href) { (row.subject) }
                span.row-reference { " " (row.reference) }
            }
            p.row-who { (row.who) @if let Some(next) = row.next { " · " strong { (next) } } }
            p.row-state { (tag_saying(row.status, row.says.unwrap_or(row.status.word()))) }
            @if let Some(when) = &row.when { p.row-when { (when) } }
            @if let Some((_, acts)) = &row.acts { (acts) }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let at = "2026-12-01T17:00:00Z".parse().unwrap_or(baton_core::time::Instant::from_millis(0));
    let zone = jiff::tz::TimeZone::UTC;
    let now = at - baton_core::time::Span::minutes(25);
    let when = super::when::due(at, now, &zone);
    let list = [
        Row {
            href: "/requests/1",
            reference: "C-1042/2",
            subject: "Send a replacement kettle to Mrs Okafor",
            who: "from Customer Service",
            status: Status::New,
            says: Some("Sent"),
            when: Some(when),
            next: Some("Read it back"),
            acts: None,
        },
        Row {
            href: "/requests/2",
            reference: "C-987/1",
            subject: "Why did the second delivery not arrive at the depot in Llanfairpwllgwyngyll?",
            who: "with Technical Support",
            status: Status::Breached,
            says: None,
            when: Some(super::when::due(at - baton_core::time::Span::hours(30), now, &zone)),
            next: None,
            acts: None,
        },
    ];
    vec![Sample::new("list rows", rows(&list))]
}
