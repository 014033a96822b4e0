//! The story of a case: what was said as cards, what was done as lines, the newest first.

use baton_core::say;
use baton_core::time::Instant;
use jiff::tz::TimeZone;
use maud::{Markup, html};

use super::status::{Status, tag_saying};
use super::when;
use crate::page::Sample;
use crate::ui::files::{Paper, papers};

#[derive(Clone, Debug)]
pub enum Entry {
    Said(Said),
    Did(Did),
}

/// Whose words a card holds, which decides how it looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Voice {
    Customer,
    Us,
    /// Only for colleagues.
    Inside,
    Machine,
}

#[derive(Clone, Debug)]
pub struct Said {
    pub id: String,
    pub voice: Voice,
    /// `Ada Okafor wrote`, `Priya Raman told the customer the outcome`.
    pub who: String,
    /// `by e-mail to ada@example.org`.
    pub how: String,
    pub at: Instant,
    pub body: String,
    /// What became of it, where that needs to be known.
    pub fate: Option<(Status, &'static str)>,
    pub files: Vec<Paper>,
    /// Where the mail's own HTML is framed.
    pub frame: Option<String>,
    /// What was promised with it.
    pub next: Option<String>,
    /// What can be done about it.
    pub below: Option<Markup>,
}

#[derive(Clone, Debug)]
pub struct Did {
    /// What tells it from all others of the story.
    pub key: u32,
    pub at: Instant,
    pub text: String,
    pub quotes: Vec<(String, String)>,
    /// The request that it is about: reference and address.
    pub of: Option<(String, String)>,
}

pub fn story(entries: &[Entry], now: Instant, zone: &TimeZone) -> Markup {
    html! {
        ol.story {
            @for entry in entries {
                @match entry {
                    Entry::Said(said) => (card(said, now, zone)),
                    Entry::Did(did) => (line(did, now, zone)),
                }
            }
        }
    }
}

fn card(said: &Said, now: Instant, zone: &TimeZone) -> Markup {
    let voice = match said.voice {
        Voice::Customer => "said-customer",
        Voice::Us => "said-us",
        Voice::Inside => "said-inside",
        Voice::Machine => "said-machine",
    };
    html! {
        li class={ "said " (voice) } id={ "m-" (said.id) } {
            p.said-head {
                strong { (said.who) }
                @if !said.how.is_empty() { span.muted { " " (said.how) } }
                span.said-when { (when::when(said.at, now, zone)) }
            }
            @if let Some((status, words)) = said.fate { p.said-fate { (tag_saying(status, words)) } }
            div.said-body { (said.body) }
            @if let Some(below) = &said.below { div.said-next { (below) } }
            @if let Some(next) = &said.next { p.said-next { (next) } }
            @if let Some(frame) = &said.frame {
                details.said-frame {
                    summary { (say!("ui-story-show-it-as-it-was-sent")) }
                    iframe title=(say!("ui-story-message-as-it-was-sent", who = said.who)) src=(frame) loading="lazy"
                        sandbox="allow-popups allow-popups-to-escape-sandbox" {}
                }
            }
            (papers(say!("ui-story-files-that-came-with-it"), &said.files))
        }
    }
}

fn line(did: &Did, now: Instant, zone: &TimeZone) -> Markup {
    html! {
        li.did data-key=(did.key) {
            @if did.quotes.is_empty() { p.did-text { (did.text) } }
            @else {
                details.did-text {
                    summary { (did.text) }
                    dl {
                        @for (label, text) in &did.quotes {
                            dt { (label) }
                            dd { (text) }
                        }
                    }
                }
            }
            @if let Some((reference, href)) = &did.of { a.did-of href=(href) { (reference) } }
            span.said-when { (when::when(did.at, now, zone)) }
        }
    }
}

/// `812 bytes`, `14 KB`, `2.3 MB`.
pub fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => say!("ui-story-bytes", bytes),
        1_000..1_000_000 => say!("ui-story-kb", bytes = bytes.div_ceil(1_000)),
        _ => say!("ui-story-mb", bytes = bytes / 1_000_000, bytes_2 = bytes % 1_000_000 / 100_000),
    }
}

pub fn samples() -> Vec<Sample> {
    let at = Instant::from_millis(1_796_144_400_000);
    let said = |voice, who: &str, id: &str| Said {
        id: id.to_owned(),
        voice,
        who: who.to_owned(),
        how: "by e-mail".to_owned(),
        at,
        body: "The kettle arrived broken.\n\nCan you send another one before Friday?".to_owned(),
        fate: None,
        files: Vec::new(),
        frame: None,
        next: None,
        below: None,
    };
    let files =
        vec![Paper { name: "kettle.jpg".to_owned(), href: Some("/f/0".to_owned()), size: 48_120 }];
    let inbound = Said {
        files,
        frame: Some("/html".to_owned()),
        ..said(Voice::Customer, "The customer wrote", "1")
    };
    let bounced = Said {
        fate: Some((Status::Breached, "Came back: the customer does not know")),
        ..said(Voice::Us, "Priya Raman replied", "2")
    };
    let did = Did {
        key: 7,
        at,
        text: "Tom Reid read it back.".to_owned(),
        quotes: vec![("Will do".to_owned(), "Send a kettle by courier.".to_owned())],
        of: Some(("C-1042/1".to_owned(), "/requests/1".to_owned())),
    };
    let entries = [
        Entry::Said(bounced),
        Entry::Did(did),
        Entry::Said(said(Voice::Inside, "Priya Raman wrote a note", "3")),
        Entry::Said(said(Voice::Machine, "An automatic answer came in", "4")),
        Entry::Said(inbound),
    ];
    vec![Sample::new("story", story(&entries, at, &TimeZone::UTC))]
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn a_size_is_said_in_the_unit_that_fits() {
        let said = [0, 812, 1_000, 14_001, 2_340_000].map(size);
        assert_eq!(said, ["0 bytes", "812 bytes", "1 KB", "15 KB", "2.3 MB"]);
    }
}
