//! What was escalated: to whom, why and what they are to decide; and whom each level would ask.

use baton_core::case::request::ladder::{Between, HIGHEST, LevelState, ladder, people};
use baton_core::say;
use maud::{Markup, html};

use super::ask::prose;
use super::sheet::Sheet;
use super::talk::by;
use crate::tell;
use crate::ui::pairs::pairs;
use crate::view::request::EscalationView;

/// The level that waits for its decision.
pub fn escalated(sheet: &Sheet) -> Markup {
    let waiting = |one: &&EscalationView| one.state == LevelState::Waiting.name();
    html! { @if let Some(one) = sheet.view.escalations.iter().find(waiting) { (waits(sheet, one)) } }
}

fn waits(sheet: &Sheet, one: &EscalationView) -> Markup {
    let asked: Vec<String> = one.asked.iter().map(|id| sheet.named(id)).collect();
    html! {
        h2 { (tell!("request-escalated-to-level", level = one.level)) }
        @match &one.by {
            Some(person) => (by(sheet, person, &one.at)),
            None if one.late.is_some() => p.hint { (say!("request-escalated-by-itself")) ", " (sheet.when(&one.at)) },
            None => p.hint { (say!("request-escalated-nobody-decided-below")) ", " (sheet.when(&one.at)) },
        }
        (pairs(&[
            (say!("request-escalated-why"), Some(prose(&one.reason))),
            (say!("request-escalated-what-to-decide"), Some(prose(&one.decision_wanted))),
            (say!("request-escalated-asked"), Some(html! { (asked.join(", ")) })),
            (say!("request-escalated-by-when"), Some(sheet.when(&one.due))),
        ]))
    }
}

/// The levels above one, each with the people who would be asked now.
pub fn levels(sheet: &Sheet, above: u8) -> Vec<(String, String)> {
    let (directory, between) = (&sheet.file.directory, Between::of(&sheet.request));
    let level = |level: u8| {
        let asked = people(&ladder(directory, between, level, &[], sheet.ctx.now));
        let names: Vec<String> = asked.into_iter().map(|id| sheet.person(id)).collect();
        let who = match names.is_empty() {
            true => say!("request-escalated-nobody").to_owned(),
            false => names.join(", "),
        };
        let said = match level {
            1 => say!("request-escalated-1-the-leads", who),
            2 => say!("request-escalated-2-the-heads", who),
            _ => say!("request-escalated-3-the-director", who),
        };
        (level.to_string(), said)
    };
    (above.saturating_add(1)..=HIGHEST).map(level).collect()
}
