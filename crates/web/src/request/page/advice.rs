//! What is advised on a request, beside it and on the form that escalates it.

use baton_core::case::request::ladder::LevelState;
use baton_core::case::request::moves::Move;
use baton_core::case::request::state::Stage;
use baton_core::escalation::Tick;
use baton_core::say;
use maud::{Markup, html};

use super::sheet::Sheet;
use crate::advice::page::{Reader, facts, told, weighed};
use crate::advice::{AdviceView, of_request};
use crate::ctx::Form;
use crate::problem::Trouble;
use crate::tell;
use crate::ui;
use crate::view::request::EscalationView;

fn reader(sheet: &Sheet) -> Reader<'_> {
    Reader { now: sheet.ctx.now, zone: &sheet.zone }
}

/// Above the work where more is advised than to go on as it is.
pub fn banner(sheet: &Sheet) -> Result<Option<Markup>, Trouble> {
    let request = &sheet.request;
    if request.stage == Stage::Draft || request.ended() || !request.ask.mode.obliges() {
        return Ok(None);
    }
    let view = of_request(&sheet.ctx, &sheet.file, request, &[])?;
    let above = view.advised.level > request.level();
    let words = view.if_so.as_ref().is_some_and(|so| so.level > request.level());
    if !above && !words {
        return Ok(None);
    }
    Ok(Some(html! {
        section.advised-banner aria-label=(say!("request-advice-what-is-advised")) {
            (told(&view, reader(sheet)))
            @if sheet.moves().contains(&Move::Escalate) {
                (ui::button::row(&[
                    ui::button::plain_link(say!("request-advice-escalate-it"), &sheet.form_of(Move::Escalate)),
                ]))
            }
        }
    }))
}

/// On the form that escalates: the advice, and the facts to confirm.
pub fn escalating(sheet: &Sheet, form: &Form<'_>) -> Markup {
    let ticks: Vec<Tick> = form.kept.values("facts").filter_map(Tick::read).collect();
    let ticked: Vec<String> = ticks.iter().map(Tick::text).collect();
    let view = of_request(&sheet.ctx, &sheet.file, &sheet.request, &ticks);
    html! {
        @if let Ok(view) = &view {
            div.advised {
                (weighed(view, reader(sheet)))
                (facts(view, &with(view, &ticked)))
            }
        }
    }
}

/// What was confirmed earlier stays ticked.
fn with(view: &AdviceView, ticked: &[String]) -> Vec<String> {
    view.confirmed.iter().chain(ticked).cloned().collect()
}

/// What has become of a level that nobody decided at.
fn undecided(sheet: &Sheet, one: &EscalationView) -> Markup {
    match LevelState::parse(one.state) {
        Some(LevelState::Done) => html! { (say!("request-advice-done-meanwhile")) },
        Some(LevelState::PassedOn) => html! { (say!("request-advice-passed-on")) },
        _ => tell!("request-advice-to-be-decided-by", due = sheet.when(&one.due)),
    }
}

/// The levels that were added: who was asked, for which decision, and what they decided.
pub fn levels(sheet: &Sheet) -> Markup {
    let view = &sheet.view;
    let name = |id: &String| sheet.named(id);
    html! {
        @if !view.escalations.is_empty() {
            h2 { (say!("request-advice-escalated")) }
            ol.levels {
                @for one in &view.escalations {
                    li {
                        p { strong { (tell!("request-advice-level", level = one.level)) } " " (sheet.when(&one.at)) ": "
                            @if one.asked.is_empty() { (say!("request-advice-nobody-was-there-to-be-asked")) }
                            @else { (one.asked.iter().map(name).collect::<Vec<_>>().join(", ")) }
                        }
                        p.hint { (tell!("request-advice-wanted", decision_wanted = one.decision_wanted)) }
                        @match &one.answer {
                            Some(answer) => p { (tell!("request-advice-decided", by = name(&answer.by), decision = answer.decision, span = html! { span.hint { (answer.reason) } })) },
                            None => p.hint { (undecided(sheet, one)) },
                        }
                    }
                }
            }
        }
    }
}
