//! How a query was understood: a chip for each part, which takes it out again, and what was not.

use baton_core::query::{Atom, Group, Term, chip};
use maud::{Markup, html};

use super::asked::Asked;
use crate::ui::address::encode;

/// `here` is the address of the list without its query, ending so that `q=` may follow.
pub fn chips(asked: &Asked, here: &str) -> Markup {
    let without = |n: usize| format!("{here}q={}", encode(&asked.query.without(n)));
    html! {
        @if !asked.query.groups.is_empty() || !asked.notes.is_empty() {
            section.understood aria-label="How it was understood" {
                @if !asked.query.groups.is_empty() {
                    ul.chips {
                        @for (n, group) in asked.query.groups.iter().enumerate() {
                            @let said = said(group, asked);
                            li.chip {
                                span { (said) }
                                a.chip-out href=(without(n)) {
                                    span aria-hidden="true" { "×" }
                                    span.unseen { "Take out: " (said) }
                                }
                            }
                        }
                    }
                }
                @for note in &asked.notes { p.hint.understood-note { (note) } }
            }
        }
    }
}

/// One part in words; a plain word as it was typed.
pub fn said(group: &Group, asked: &Asked) -> String {
    match &group.any[..] {
        [Term { not: false, atom: Atom::Word(_) }] => group.typed.clone(),
        _ => chip(group, asked.today),
    }
}

/// The fields that there are, for whoever wants to know.
pub fn help() -> Markup {
    let rows = [
        ("kettle “blue kettle” -toaster", "words, words in this order, and what must not be there"),
        ("kettle OR toaster", "one of them"),
        (
            "is:late",
            "open, closed, new, waiting, resolved, late, urgent, told, disputed, escalated",
        ),
        ("with:logistics  from:okafor  owner:me", "department, sender or customer, person"),
        ("waiting:us", "us, them or customer"),
        ("due:<friday  opened:>-7d", "today, friday, week, 3d or 2026-12-01; with <, <=, >, >="),
    ];
    html! {
        details.search-help {
            summary { "What you can type" }
            dl.pairs {
                @for (typed, means) in rows { div { dt { code { (typed) } } dd { (means) } } }
            }
        }
    }
}
