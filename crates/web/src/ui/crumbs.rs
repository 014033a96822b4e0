//! Where a page of administration stands, as links above its heading.

use baton_core::say;
use maud::{Markup, html};

use crate::page::Sample;

/// Text and address of each place on the way; the page itself is its heading.
pub fn crumbs(way: &[(&str, &str)]) -> Markup {
    html! {
        nav.crumbs aria-label=(say!("ui-crumbs-where-this-page-is")) {
            ol { @for (text, href) in way { li { a href=(href) { (text) } } } }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![Sample::new("crumbs", crumbs(&[("More", "/more"), ("Administration", "/admin")]))]
}
