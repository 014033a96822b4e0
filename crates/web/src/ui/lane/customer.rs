//! The customer's own line: told what, when, and until when they expect to hear more.

use baton_core::say;
use baton_core::time::Instant;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use crate::tell;
use crate::ui::when;

#[derive(Clone, Debug)]
pub struct CustomerLine {
    /// What they are called, where the reader may know it.
    pub name: Option<String>,
    pub told: Option<Told>,
    /// When the next update is due, if one was promised.
    pub next: Option<Instant>,
    /// There is an answer that they do not know of.
    pub owed: bool,
}

#[derive(Clone, Debug)]
pub struct Told {
    pub what: String,
    pub at: Option<Instant>,
}

/// Longest piece of what was told, in characters.
const PIECE: usize = 140;

impl CustomerLine {
    pub fn markup(&self, now: Instant, zone: &TimeZone) -> Markup {
        let who = self.name.as_deref().unwrap_or(say!("ui-lane-customer-the-customer"));
        html! {
            p.lane-told {
                span.label { (say!("ui-lane-customer-customer")) } " "
                @match &self.told {
                    Some(told) => {
                        (tell!("ui-lane-customer-was-told", who))
                        @if let Some(at) = told.at { " " (when::when(at, now, zone)) }
                        ": “" (piece(&told.what)) "”"
                    }
                    None => { (tell!("ui-lane-customer-has-not-been-told-anything-yet", who)) }
                }
                @if self.owed { "; " strong { (say!("ui-lane-customer-an-answer-is-in-that-they")) } }
                @match self.next {
                    Some(next) => { (tell!("ui-lane-customer-the-next-update-is", due = when::due(next, now, zone))) }
                    None => { (say!("ui-lane-customer-no-next-update-is-promised")) }
                }
                "."
            }
        }
    }
}

/// The beginning, cut at a word, without its last full stop.
fn piece(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= PIECE {
        return line.trim_end_matches('.').to_owned();
    }
    let cut: String = line.chars().take(PIECE).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    format!("{}…", whole.trim_end_matches([',', ';', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &CustomerLine) -> String {
        let now = "2026-12-01T17:00:00Z".parse().unwrap();
        let text = line.markup(now, &TimeZone::UTC).into_string();
        let mut inside = false;
        let kept = text.chars().filter(|c| {
            inside = if *c == '<' { true } else { inside };
            let keep = !inside;
            inside = if *c == '>' { false } else { inside };
            keep
        });
        kept.collect()
    }

    #[test]
    fn the_customers_line_says_what_they_know_and_when_they_hear_more() {
        let told = Told {
            what: "We have asked the depot. ".to_owned(),
            at: "2026-12-01T09:00:00Z".parse().ok(),
        };
        let next = "2026-12-03T12:00:00Z".parse().ok();
        let line = CustomerLine {
            name: Some("Ada Okafor".to_owned()),
            told: Some(told),
            next,
            owed: false,
        };
        assert_eq!(
            read(&line),
            "Customer Ada Okafor was told 8 h ago (09:00): “We have asked the depot”; \
             the next update is due Thu 3 Dec, 12:00 (in 1 day)."
        );
    }

    #[test]
    fn who_has_heard_nothing_is_named_so() {
        let line = CustomerLine { name: None, told: None, next: None, owed: true };
        assert_eq!(
            read(&line),
            "Customer The customer has not been told anything yet; \
             an answer is in that they do not know of; no next update is promised."
        );
    }

    #[test]
    fn a_long_message_is_cut_at_a_word() {
        let text = piece(&"kettle ".repeat(40));
        assert!(text.ends_with("kettle…") && text.chars().count() <= PIECE + 1, "{text}");
    }
}
