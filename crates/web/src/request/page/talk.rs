//! What was said back and forth: corrections, questions, proposals, answers, disputes.

use maud::{Markup, html};

use super::ask::prose;
use super::escalated::escalated;
use super::sheet::Sheet;
use super::{dispute, papers, words};
use crate::tell;
use crate::ui::pairs::pairs;
use crate::view::request::{DeclineView, DeliveryView, RestatedView, RulingView};
use baton_core::case::kinds::{AlternativeKind, ClockKind, DeclineReason};
use baton_core::say;

/// Everything that was said beside the ask and the read-back, the newest matter first.
pub fn talk(sheet: &Sheet) -> Markup {
    let view = &sheet.view;
    html! {
        (escalated(sheet))
        @if let Some(delivery) = &view.delivery { (answer(sheet, delivery)) }
        @if let Some(decline) = &view.decline { (declined(sheet, decline)) }
        (counter(sheet))
        (waiting(sheet))
        (questions(sheet))
        (corrections(sheet))
        (dispute::contested(sheet))
        @for one in &view.rulings { (ruling(sheet, one)) }
    }
}

pub fn by(sheet: &Sheet, id: &str, at: &str) -> Markup {
    html! { p.hint { (sheet.named(id)) ", " (sheet.when(at)) } }
}

fn answer(sheet: &Sheet, delivery: &DeliveryView) -> Markup {
    html! {
        h2 { (say!("request-talk-the-answer")) }
        (by(sheet, &delivery.by, &delivery.at))
        (pairs(&[
            (say!("request-talk-what-came-of-it"), Some(prose(&delivery.outcome))),
            (say!("request-talk-the-customer-may-be-told"), Some(prose(&delivery.customer_may_be_told))),
            (say!("request-talk-evidence"), delivery.evidence.as_deref().map(prose)),
            (say!("request-talk-files"), papers::answered_with(sheet)),
            (say!("request-talk-left-to-do"), left_to_do(sheet, delivery)),
        ]))
    }
}

fn left_to_do(sheet: &Sheet, delivery: &DeliveryView) -> Option<Markup> {
    (!delivery.residual_actions.is_empty()).then(|| {
        html! {
            ul {
                @for action in &delivery.residual_actions {
                    li { (tell!("request-talk-by", what = action.what, owner = sheet.named(&action.owner), by = sheet.when(&action.by))) }
                }
            }
        }
    })
}

fn declined(sheet: &Sheet, decline: &DeclineView) -> Markup {
    let reason = DeclineReason::parse(decline.reason).map(|reason| words::decline(reason).1);
    let kind = AlternativeKind::parse(decline.alternative.kind);
    let kind = kind.map_or("", |kind| words::alternative(kind).1);
    html! {
        h2 { (say!("request-talk-declined")) }
        (by(sheet, &decline.by, &decline.at))
        (pairs(&[
            (say!("request-talk-reason"), reason.map(|reason| html! { (reason) })),
            (say!("request-talk-in-their-words"), Some(prose(&decline.text))),
            (say!("request-talk-instead"), Some(html! {
                (kind)
                @if let Some(value) = &decline.alternative.value { (prose(&named(sheet, value))) }
            })),
        ]))
    }
}

/// A department that was named by its id is shown by its name.
fn named(sheet: &Sheet, value: &str) -> String {
    let id = value.trim().parse().ok();
    let known = id.filter(|id| sheet.file.directory.department(*id).is_some());
    known.map_or(value.to_owned(), |id| sheet.file.directory.department_name(id).to_owned())
}

/// The proposal that is open.
pub fn counter(sheet: &Sheet) -> Markup {
    let Some(counter) = &sheet.view.counter else { return html! {} };
    html! {
        h2 { (say!("request-talk-proposed-instead")) }
        (pairs(&[
            (say!("request-talk-by-2"), sheet.maybe_when(counter.by.as_deref())),
            (say!("request-talk-doing"), counter.scope.as_deref().map(prose)),
            (say!("request-talk-why"), Some(prose(&counter.reason))),
            (say!("request-talk-for-the-customer"), Some(prose(&counter.effect_on_customer))),
        ]))
    }
}

fn waiting(sheet: &Sheet) -> Markup {
    let Some(wait) = &sheet.view.waiting else { return html! {} };
    html! {
        h2 { @if wait.on == "customer" { (say!("request-talk-waiting-for-the-customer")) } @else { (say!("request-talk-waiting-for-a-third-party")) } }
        (pairs(&[
            (say!("request-talk-for"), Some(prose(&wait.reason))),
            (say!("request-talk-evidence"), wait.evidence.as_deref().map(prose)),
            (say!("request-talk-since"), Some(sheet.when(&wait.since))),
            (say!("request-talk-looked-at-again"), Some(sheet.when(&wait.resume_by))),
        ]))
    }
}

/// All questions with their answers.
pub fn questions(sheet: &Sheet) -> Markup {
    let questions = &sheet.view.questions;
    html! {
        @if !questions.is_empty() {
            h2 { (say!("request-talk-questions")) }
            ol.questions {
                @for question in questions {
                    li {
                        (by(sheet, &question.asked_by, &question.asked_at))
                        (prose(&question.question))
                        @if let Some(field) = &question.field {
                            p.hint { (tell!("request-talk-they-ask-for", tag = crate::ui::words::tag(field))) }
                        }
                        @match &question.answer {
                            Some(answer) => div.quote { p.quote-label { (say!("request-talk-answer")) } (prose(answer)) },
                            None => p { strong { (say!("request-talk-not-answered-yet")) } },
                        }
                    }
                }
            }
        }
    }
}

/// What the sender said is different, after the newest read-back.
pub fn corrections(sheet: &Sheet) -> Markup {
    let view = &sheet.view;
    html! {
        @if !view.corrections.is_empty() {
            h2 { (say!("request-talk-corrections")) }
            @if view.rounds > 1 {
                p { (tell!("request-talk-it-was-corrected-times-a-call", rounds = view.rounds)) }
            }
            dl.pairs {
                @for correction in &view.corrections {
                    div {
                        dt { (words::item(&correction.item)) }
                        dd { (prose(&correction.text)) }
                    }
                }
            }
        }
    }
}

fn ruling(sheet: &Sheet, ruling: &RulingView) -> Markup {
    html! {
        h2 { (say!("request-talk-ruling")) }
        (by(sheet, &ruling.by, &ruling.at))
        @if let Some(dispute) = &ruling.dispute { (dispute::positions(sheet, dispute)) }
        (pairs(&[
            (say!("request-talk-decision"), Some(prose(&ruling.decision))),
            (say!("request-talk-why"), Some(prose(&ruling.reason))),
            (say!("request-talk-due-anew"), ruling.restated.as_ref().map(|one| anew(sheet, one))),
        ]))
    }
}

/// `Deliver: 4 December, 12:00 instead of 2 December, 12:00`.
fn anew(sheet: &Sheet, one: &RestatedView) -> Markup {
    let clock = ClockKind::parse(one.clock).map(words::clock).unwrap_or_default();
    let due = sheet.when(&one.due);
    match sheet.maybe_when(one.was_due.as_deref()) {
        Some(was) => tell!("request-talk-due-instead-of", clock, due, was),
        None => tell!("request-talk-due-now", clock, due),
    }
}
