//! The ask and the read-back side by side, with what differs in sight.

use baton_core::say;
use baton_core::writing::difference::Side;
use maud::{Markup, html};

use super::ask::{authority, prose};
use super::sheet::Sheet;
use super::words;
use crate::tell;
use crate::ui::difference::{Missing, marked, moment};
use crate::ui::status::{Status, tag_saying};
use crate::ui::when;
use crate::view::request::ReadBackView;

/// Both sides; nothing when it was not read back yet.
pub fn compare(sheet: &Sheet) -> Markup {
    let Some(back) = &sheet.view.read_back else { return html! {} };
    let view = &sheet.view;
    // Whoever reads back restates the time as well, so both sides have it.
    let needed_by = sheet.request.ask.needed_by.map(|at| moment(at, &sheet.zone));
    let by = back.by.parse().ok().map(|at| moment(at, &sheet.zone));
    let side =
        |texts: [Option<&String>; 5]| Side::of(texts.into_iter().flatten().map(String::as_str));
    let (wanted, otherwise) = (view.outcome_wanted.as_ref(), view.contingency.as_ref());
    let asked = side([Some(&view.need), wanted, otherwise, needed_by.as_ref(), None]);
    let (will_do, outcome) = (Some(&back.will_do), Some(&back.outcome));
    let said = [outcome, will_do, back.contingency.as_ref(), needed_by.as_ref(), by.as_ref()];
    let said = side(said);
    let left = |text: &str| marked(text, &said, Missing::NotReadBack);
    let more = |text: &str| marked(text, &asked, Missing::NotAsked);
    let wanted =
        view.outcome_wanted.as_deref().unwrap_or(say!("request-compare-nothing-was-said-about-it"));
    html! {
        div.compare {
            (row(say!("request-compare-what-is-done"), left(&view.need), more(&back.will_do)))
            (row(say!("request-compare-the-outcome"), left(wanted), more(&back.outcome)))
            (row(say!("request-compare-by-when"), by_asked(sheet), by_said(sheet, back)))
            @if view.customer.is_some() {
                (row(say!("request-compare-the-customer"), html! { (view.customer.as_deref().unwrap_or_default()) },
                    restated(back, "customer")))
            }
            @if view.authority.is_some() || back.amount.is_some() {
                (row(say!("request-compare-the-sum"), authority(sheet).unwrap_or_default(), amount(back)))
            }
            @if let Some(contingency) = &view.contingency {
                (row(say!("request-compare-if-it-cannot-be-done"), left(contingency), contingency_said(back, &asked)))
            }
        }
    }
}

/// Under a heading of its own, where the page has none for it.
pub fn compare_alone(sheet: &Sheet) -> Markup {
    html! {
        h2.unseen { (say!("request-compare-what-was-asked-and-what-was")) }
        (compare(sheet))
    }
}

fn row(item: &str, asked: Markup, said: Markup) -> Markup {
    html! {
        section.compare-row {
            h3 { (item) }
            div.compare-side { p.compare-label { (say!("request-compare-asked")) } (asked) }
            div.compare-side { p.compare-label { (say!("request-compare-read-back")) } (said) }
        }
    }
}

fn not_said() -> Markup {
    tag_saying(Status::DueSoon, say!("request-compare-not-said-back"))
}

fn same() -> Markup {
    tag_saying(Status::Answered, say!("request-compare-the-same"))
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

fn contingency_said(back: &ReadBackView, asked: &Side) -> Markup {
    match &back.contingency {
        Some(text) => marked(text, asked, Missing::NotAsked),
        None => not_said(),
    }
}

fn by_asked(sheet: &Sheet) -> Markup {
    sheet
        .maybe_when(sheet.view.needed_by.as_deref())
        .unwrap_or_else(|| prose(say!("request-compare-no-time-was-named")))
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
                span.hint { (tell!("request-compare-before-it-is-needed", amount = when::amount(seconds))) }
            }
            Some(seconds) => (tag_saying(
                Status::Breached,
                &say!("request-compare-after-it-is-needed", amount = when::amount(-seconds)),
            )),
            None => {}
        }
    }
}
