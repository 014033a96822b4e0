//! From one page of a list to the next.

use baton_core::say;
use maud::{Markup, html};

use crate::page::Sample;

/// Links to the first and the next page of a list, where there are such.
pub fn pager(first: Option<&str>, next: Option<&str>) -> Markup {
    if first.is_none() && next.is_none() {
        return html! {};
    }
    html! {
        nav.pager aria-label=(say!("ui-pager-pages-of-the-list")) {
            @if let Some(first) = first { a.button href=(first) rel="first" { (say!("ui-pager-first-page")) } }
            @if let Some(next) = next { a.button href=(next) rel="next" { (say!("ui-pager-next-page")) } }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![
        Sample::new("pager on the first page", pager(None, Some("?after=abc"))),
        Sample::new("pager in the middle", pager(Some("?"), Some("?after=abc"))),
        Sample::new("pager of a short list", pager(None, None)),
    ]
}
