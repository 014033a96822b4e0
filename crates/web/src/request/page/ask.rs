//! What is asked, as both sides read it.

use baton_core::case::kinds::{Mode, NeededByReason};
use maud::{Markup, html};

use super::sheet::Sheet;
use super::words;
use crate::ui::pairs::pairs;

pub fn prose(text: &str) -> Markup {
    html! { div.prose { (text) } }
}

fn maybe(text: Option<&String>) -> Option<Markup> {
    text.map(|text| prose(text))
}

/// The whole ask.
pub fn whole(sheet: &Sheet) -> Markup {
    let (view, ask) = (&sheet.view, &sheet.request.ask);
    let notice = ask.mode == Mode::Inform;
    let service = ask.service.map(|id| sheet.file.directory.service_name(id).to_owned());
    pairs(&[
        (if notice { "To know" } else { "Needed" }, Some(prose(&view.need))),
        ("Done when", maybe(view.outcome_wanted.as_ref())),
        ("Needed by", needed_by(sheet)),
        ("Why", maybe(view.why.as_ref())),
        ("Why this department", maybe(view.why_department.as_ref())),
        ("To start with", maybe(view.background.as_ref())),
        ("If it cannot be done", maybe(view.contingency.as_ref())),
        ("They may spend", authority(sheet)),
        ("What the customer knows", customer_told(sheet)),
        ("Kind", Some(html! { (words::kind(ask.mode)) p.hint { (words::meaning(ask.mode)) } })),
        ("Service", service.map(|name| html! { (name) })),
        ("Urgency", (!notice).then(|| class(sheet))),
        ("How to work on it", ask.channel.map(|channel| html! { (words::channel(channel).1) })),
    ])
}

fn class(sheet: &Sheet) -> Markup {
    let (_, title, meaning) = words::class(sheet.request.ask.service_class);
    html! {
        (title) p.hint { (meaning) }
        @if sheet.request.ask.emergency { p { strong { "Life or safety is at stake." } } }
    }
}

pub fn needed_by(sheet: &Sheet) -> Option<Markup> {
    let when = sheet.maybe_when(sheet.view.needed_by.as_deref())?;
    let reason = sheet.request.ask.needed_by_reason;
    Some(html! {
        (when)
        @if reason != NeededByReason::Preference { p.hint { (words::reason(reason).1) } }
    })
}

pub fn authority(sheet: &Sheet) -> Option<Markup> {
    let authority = sheet.view.authority.as_ref()?;
    Some(html! {
        (words::sum(authority.amount.minor, &authority.amount.currency))
        @if let Some(decision) = &authority.decision { (prose(decision)) }
    })
}

fn customer_told(sheet: &Sheet) -> Option<Markup> {
    let told = sheet.view.customer_told.as_ref()?;
    Some(html! {
        (prose(&told.what))
        @if let Some(when) = sheet.maybe_when(told.when.as_deref()) {
            p.hint { "Told " (when) @if let Some(channel) = &told.channel { ", " (channel) } }
        }
        @if let Some(next) = sheet.maybe_when(told.next_update_by.as_deref()) {
            p.hint { "Was promised the next update: " (next) }
        }
    })
}

/// The ask in short, to stand beside a form.
pub fn brief(sheet: &Sheet) -> Markup {
    let view = &sheet.view;
    html! {
        h2 { (words::kind(sheet.request.ask.mode)) }
        (pairs(&[
            ("From", Some(html! { (view.sender_name) ", " (view.from_name) })),
            ("To", Some(html! {
                @if let Some(name) = &view.assignee_name { (name) ", " }
                (view.to_name)
            })),
            ("Needed", Some(prose(&view.need))),
            ("Done when", maybe(view.outcome_wanted.as_ref())),
            ("Needed by", needed_by(sheet)),
            ("If it cannot be done", maybe(view.contingency.as_ref())),
        ]))
    }
}
