//! How a query was understood: a chip for each part, which takes it out again, and what was not.

use baton_core::query::{Atom, Group, Term, chip};
use baton_core::say;
use maud::{Markup, html};

use super::asked::Asked;
use crate::tell;
use crate::ui::address::encode;

/// `here` is the address of the list without its query, ending so that `q=` may follow.
pub fn chips(asked: &Asked, here: &str) -> Markup {
    let without = |n: usize| format!("{here}q={}", encode(&asked.query.without(n)));
    html! {
        @if !asked.query.groups.is_empty() || !asked.notes.is_empty() {
            section.understood aria-label=(say!("search-chips-how-it-was-understood")) {
                @if !asked.query.groups.is_empty() {
                    ul.chips {
                        @for (n, group) in asked.query.groups.iter().enumerate() {
                            @let said = said(group, asked);
                            li.chip {
                                span { (said) }
                                a.chip-out href=(without(n)) {
                                    span aria-hidden="true" { (say!("search-chips")) }
                                    span.unseen { (tell!("search-chips-take-out", said)) }
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
        (
            say!("search-chips-kettle-blue-kettle-toaster"),
            say!("search-chips-words-words-in-this-order-and"),
        ),
        (say!("search-chips-kettle-or-toaster"), say!("search-chips-one-of-them")),
        ("is:late", say!("search-chips-open-closed-new-waiting")),
        (
            say!("search-chips-with-logistics-from-okafor"),
            say!("search-chips-department-sender-or-customer"),
        ),
        ("waiting:us", say!("search-chips-us-them-or-customer")),
        (
            say!("search-chips-due-friday-opened-7d"),
            say!("search-chips-today-friday-week-3d-or-2026"),
        ),
    ];
    html! {
        details.search-help {
            summary { (say!("search-chips-what-you-can-type")) }
            dl.pairs {
                @for (typed, means) in rows { div { dt { code { (typed) } } dd { (means) } } }
            }
        }
    }
}
