//! A text with what the other side does not say marked: read out as such, and not by colour alone.

use baton_core::say;
use baton_core::time::Instant;
use baton_core::writing::difference::Side;
use jiff::tz::TimeZone;
use maud::{Markup, html};

/// What it means that something stands on one side only.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Missing {
    /// It was asked, and is missing from the read-back.
    NotReadBack,
    /// The read-back says it, and nobody asked it.
    NotAsked,
}

/// The text, with what `other` lacks as removed or added.
pub fn marked(text: &str, other: &Side, missing: Missing) -> Markup {
    html! {
        div.prose {
            @for part in other.against(text) {
                @match (part.differs, missing) {
                    (false, _) => (part.text),
                    (true, Missing::NotReadBack) => {
                        del.differs { (part.text) span.unseen { " " (say!("ui-difference-not-read-back")) } }
                    }
                    (true, Missing::NotAsked) => {
                        ins.differs { (part.text) span.unseen { " " (say!("ui-difference-added")) } }
                    }
                }
            }
        }
    }
}

/// A moment in the words that people use for it in a sentence, for holding texts against.
pub fn moment(at: Instant, zone: &TimeZone) -> String {
    at.timestamp().to_zoned(zone.clone()).strftime("%A %-d %B %H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_left_out_and_what_was_added_are_read_out_as_such() {
        let (asked, said) = ("Send 2 kettles to Leeds.", "I send 3 kettles to Leeds.");
        let left = marked(asked, &Side::of([said]), Missing::NotReadBack).into_string();
        assert!(
            left.contains("<del class=\"differs\">2<span class=\"unseen\"> (not read back)"),
            "{left}"
        );
        let more = marked(said, &Side::of([asked]), Missing::NotAsked).into_string();
        assert!(more.contains("<ins class=\"differs\">3<span class=\"unseen\"> (added)"), "{more}");
        assert!(!more.contains(">Leeds<"), "{more}");
    }
}
