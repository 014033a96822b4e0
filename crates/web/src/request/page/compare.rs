//! The ask and the read-back side by side, with what differs in sight.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::ask::{authority, prose};
use super::sheet::Sheet;
use super::words;
use crate::ui::status::{Status, tag_saying};
use crate::ui::when;
use crate::view::request::ReadBackView;

/// Both sides; nothing when it was not read back yet.
pub fn compare(sheet: &Sheet) -> Markup {
    let Some(back) = &sheet.view.read_back else { return html! {} };
    let view = &sheet.view;
    let asked: Words = words_of(
        [Some(&view.need), view.outcome_wanted.as_ref(), view.contingency.as_ref()]
            .into_iter()
            .flatten(),
    );
    let said = words_of(
        [Some(&back.outcome), Some(&back.will_do), back.contingency.as_ref()].into_iter().flatten(),
    );
    let wanted = view.outcome_wanted.as_deref().unwrap_or("Nothing was said about it.");
    html! {
        div.compare {
            (row("What is done", marked(&view.need, &said), marked(&back.will_do, &asked)))
            (row("The outcome", marked(wanted, &said), marked(&back.outcome, &asked)))
            (row("By when", by_asked(sheet), by_said(sheet, back)))
            @if view.customer.is_some() {
                (row("The customer", html! { (view.customer.as_deref().unwrap_or_default()) },
                    restated(back, "customer")))
            }
            @if view.authority.is_some() || back.amount.is_some() {
                (row("The sum", authority(sheet).unwrap_or_default(), amount(back)))
            }
            @if let Some(contingency) = &view.contingency {
                (row("If it cannot be done", marked(contingency, &said), contingency_said(back, &asked)))
            }
        }
    }
}

fn row(item: &str, asked: Markup, said: Markup) -> Markup {
    html! {
        section.compare-row {
            h3 { (item) }
            div.compare-side { p.compare-label { "Asked" } (asked) }
            div.compare-side { p.compare-label { "Read back" } (said) }
        }
    }
}

fn not_said() -> Markup {
    tag_saying(Status::DueSoon, "Not said back")
}

fn same() -> Markup {
    tag_saying(Status::Answered, "The same")
}

fn restated(back: &ReadBackView, item: &str) -> Markup {
    if back.unrestated.iter().any(|left| left == item) { not_said() } else { same() }
}

fn amount(back: &ReadBackView) -> Markup {
    match &back.amount {
        Some(sum) => html! { (words::sum(sum.minor, &sum.currency)) " " (same()) },
        None => not_said(),
    }
}

fn contingency_said(back: &ReadBackView, asked: &Words) -> Markup {
    match &back.contingency {
        Some(text) => marked(text, asked),
        None => not_said(),
    }
}

fn by_asked(sheet: &Sheet) -> Markup {
    sheet.maybe_when(sheet.view.needed_by.as_deref()).unwrap_or_else(|| prose("No time was named."))
}

/// The time that was read back, and how far it is from the one that was asked.
fn by_said(sheet: &Sheet, back: &ReadBackView) -> Markup {
    let said = back.by.parse::<baton_core::time::Instant>().ok();
    let gap = said.zip(sheet.request.ask.needed_by).map(|(said, asked)| asked.since(said));
    html! {
        (sheet.when(&back.by)) " "
        @match gap.map(|gap| gap.as_seconds()) {
            Some(0) => (same()),
            Some(seconds) if seconds > 0 => {
                span.hint { (when::amount(seconds)) " before it is needed" }
            }
            Some(seconds) => (tag_saying(
                Status::Breached,
                &format!("{} after it is needed", when::amount(-seconds)),
            )),
            None => {}
        }
    }
}

type Words = BTreeSet<String>;

fn words_of<'a>(texts: impl Iterator<Item = &'a String>) -> Words {
    texts.flat_map(|text| text.split_whitespace().map(bare)).collect()
}

/// A word without what surrounds it, for comparing.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// A number, a date, a name: what must be the same on both sides, however it is put.
fn is_particular(word: &str, first: bool) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let name = word.chars().next().is_some_and(char::is_uppercase) && word.chars().count() > 1;
    word.chars().any(|c| c.is_ascii_digit()) || (name && !first)
}

/// The text with the particulars marked that the other side does not have.
fn marked(text: &str, other: &Words) -> Markup {
    let mut first = true;
    let mut parts = Vec::new();
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end();
        let differs = is_particular(word, first) && !other.contains(&bare(word));
        first = word.is_empty() || word.ends_with(['.', '!', '?', ':']) || part.ends_with('\n');
        parts.push((word, part.get(word.len()..).unwrap_or_default(), differs));
    }
    html! {
        div.prose {
            @for (word, space, differs) in parts {
                @if differs {
                    mark.differs { (word) span.unseen { " (only on this side)" } }
                } @else { (word) }
                (space)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn other(text: &str) -> Words {
        words_of([text.to_owned()].iter())
    }

    #[test]
    fn a_number_or_a_name_that_the_other_side_lacks_is_marked() {
        let text = marked("Send 2 kettles to Leeds. Then call.", &other("two kettles, leeds"));
        let text = text.into_string();
        assert!(text.contains("<mark class=\"differs\">2<"), "{text}");
        assert!(!text.contains(">Leeds<") && !text.contains(">Then<"), "{text}");
    }

    #[test]
    fn ordinary_words_may_differ_since_they_are_their_own() {
        let text = marked("Arrange a courier for her.", &other("book somebody")).into_string();
        assert!(!text.contains("<mark"), "{text}");
    }
}
