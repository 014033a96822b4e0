//! Banners: what was done, and what to know before going on.

use baton_core::say;
use maud::{Markup, html};

use super::icon::{Icon, icon};
use crate::page::Sample;

/// What was done on the page before. Said once, politely.
pub fn done(sentence: &str) -> Markup {
    html! { div.notice.done role="status" { (icon(Icon::Done)) p { (sentence) } } }
}

/// Something to know: the page works, but not as usual.
pub fn know(sentence: &str) -> Markup {
    html! { div.notice.know { (icon(Icon::Know)) p { (sentence) } } }
}

/// Something that goes wrong unless somebody acts.
pub fn warn(sentence: &str) -> Markup {
    html! {
        div.notice.warn { (icon(Icon::Warn)) p { span.unseen { (say!("ui-notice-warning")) " " } (sentence) } }
    }
}

pub fn samples() -> Vec<Sample> {
    vec![
        Sample::new("notice: done", done("Your request was sent to Logistics.")),
        Sample::new(
            "notice: know",
            know("This department has no one who can open requests today."),
        ),
        Sample::new("notice: warn", warn("The date is sooner than the agreement with Logistics.")),
    ]
}
