//! The history of a request in words.

use maud::{Markup, html};

use super::sheet::Sheet;
use crate::view::timeline::LineView;

pub fn lines(sheet: &Sheet, lines: &[LineView]) -> Markup {
    html! {
        ol.timeline {
            @for line in lines {
                li data-key=(line.version) {
                    p.timeline-head { (line.text) " " span.timeline-when { (sheet.when(&line.at)) } }
                    @for quote in &line.quotes {
                        @if !quote.text.trim().is_empty() {
                            div.quote { p.quote-label { (quote.label) } p.prose { (quote.text) } }
                        }
                    }
                }
            }
        }
    }
}
