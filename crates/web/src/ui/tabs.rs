//! Views of one list, as links: the address is the state.

use maud::{Markup, html};

use crate::page::Sample;

/// One view: its text, its address, and whether it is the one that is shown.
pub type Tab<'a> = (&'a str, String, bool);

pub fn tabs(label: &str, tabs: &[Tab<'_>]) -> Markup {
    html! {
        nav.tabs aria-label=(label) {
            ul {
                @for (text, href, here) in tabs {
                    li { a href=(href) aria-current=[here.then_some("page")] { (text) } }
                }
            }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    let two = [
        ("Mine", "/cases?view=mine".to_owned(), true),
        ("My department", "/cases?view=department".to_owned(), false),
    ];
    vec![Sample::new("tabs", tabs("Whose cases", &two))]
}
