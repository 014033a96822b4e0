//! An empty list says what belongs here, why there is nothing, and one thing to do.

use maud::{Markup, html};

use super::button;
use crate::page::Sample;

pub fn empty(what: &str, why: &str, action: Option<(&str, &str)>) -> Markup {
    html! {
        div.empty {
            h2 { (what) }
            p { (why) }
            @if let Some((text, href)) = action { p { (button::plain_link(text, href)) } }
        }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![
        Sample::new(
            "empty with an action",
            empty(
                "Nothing is waiting on you",
                "Requests that your department must move, and customers to tell, show up here.",
                Some(("See what we asked of others", "/from-us")),
            ),
        ),
        Sample::new("empty", empty("No promises", "Nothing was promised to this customer.", None)),
    ]
}
