//! What is asked, as both sides read it.

use baton_core::case::kinds::{Mode, NeededByReason};
use baton_core::say;
use maud::{Markup, html};

use super::sheet::Sheet;
use super::{papers, words};
use crate::ui::pairs::pairs;
use crate::{tell, ui};

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
        (
            if notice { say!("request-ask-to-know") } else { say!("request-ask-needed") },
            Some(prose(&view.need)),
        ),
        (say!("request-ask-done-when"), maybe(view.outcome_wanted.as_ref())),
        (say!("request-ask-needed-by"), needed_by(sheet)),
        (say!("request-ask-why"), maybe(view.why.as_ref())),
        (say!("request-ask-why-this-department"), maybe(view.why_department.as_ref())),
        (say!("request-ask-to-start-with"), maybe(view.background.as_ref())),
        (say!("request-ask-if-it-cannot-be-done"), maybe(view.contingency.as_ref())),
        (say!("request-ask-files"), papers::asked_with(sheet)),
        (say!("request-ask-they-may-spend"), authority(sheet)),
        (say!("request-ask-what-the-customer-knows"), customer_told(sheet)),
        (
            say!("request-ask-kind"),
            Some(html! { (words::kind(ask.mode)) p.hint { (words::meaning(ask.mode)) } }),
        ),
        (say!("request-ask-service"), service.map(|name| html! { (name) })),
        (say!("request-ask-urgency"), (!notice).then(|| class(sheet))),
        (
            say!("request-ask-how-to-work-on-it"),
            ask.channel.map(|channel| html! { (words::channel(channel).1) }),
        ),
    ])
}

fn class(sheet: &Sheet) -> Markup {
    let (_, title, meaning) = words::class(sheet.request.ask.service_class);
    html! {
        (title) p.hint { (meaning) }
        @if sheet.request.ask.emergency { p { strong { (say!("request-ask-life-or-safety-is-at-stake")) } } }
    }
}

pub fn needed_by(sheet: &Sheet) -> Option<Markup> {
    let when = sheet.maybe_when(sheet.view.needed_by.as_deref())?;
    let reason = sheet.request.ask.needed_by_reason;
    Some(html! {
        (when)
        @if reason != NeededByReason::Preference { p.hint { (words::reason(reason).1) } }
        @if let Some(first) = sheet.request.first_needed_by {
            p.hint { (tell!("request-ask-first-needed-by", moment = ui::when::when(first, sheet.ctx.now, &sheet.zone))) }
        }
        @if let Some(why) = &sheet.view.sooner_reason {
            p.hint { (say!("request-ask-sooner-than-agreed", why)) }
        }
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
            p.hint { (tell!("request-ask-told", value = when)) @if let Some(channel) = &told.channel { ", " (channel) } }
        }
        @if let Some(next) = sheet.maybe_when(told.next_update_by.as_deref()) {
            p.hint { (tell!("request-ask-was-promised-the-next-update", next)) }
        }
    })
}

/// The ask in short, to stand beside a form.
pub fn brief(sheet: &Sheet) -> Markup {
    let view = &sheet.view;
    html! {
        h2 { (words::kind(sheet.request.ask.mode)) }
        (pairs(&[
            (say!("request-ask-from"), Some(html! { (view.sender_name) ", " (view.from_name) })),
            (say!("request-ask-to"), Some(html! {
                @if let Some(name) = &view.assignee_name { (name) ", " }
                (view.to_name)
            })),
            (say!("request-ask-needed"), Some(prose(&view.need))),
            (say!("request-ask-done-when"), maybe(view.outcome_wanted.as_ref())),
            (say!("request-ask-needed-by"), needed_by(sheet)),
            (say!("request-ask-if-it-cannot-be-done"), maybe(view.contingency.as_ref())),
        ]))
    }
}
