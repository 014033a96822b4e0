//! Where a request stands: a status, and who has to move by when, in one sentence.

use baton_core::case::clocks::next_due;
use baton_core::case::kinds::{Mode, Mover, StageName, WaitOn};
use baton_core::case::request::state::Stage;
use baton_core::say;
use baton_core::time::{Instant, Span};
use maud::{Markup, html};

use super::sheet::Sheet;
use crate::ui::status::{Status, tag_saying};
use crate::ui::{when, words};

/// What is due within this time is due soon.
pub const SOON: Span = Span::hours(4);

pub fn stage_tag(stage: StageName) -> Markup {
    let (status, words) = words::stage(stage);
    tag_saying(status, words)
}

/// The tags of a request: its stage, then what is out of order.
pub fn tags(sheet: &Sheet) -> Markup {
    let request = &sheet.request;
    let stage = match &request.stage {
        Stage::Closed { told_by: Some(_) } => {
            tag_saying(Status::CustomerTold, say!("request-turn-customer-told"))
        }
        stage => stage_tag(stage.name()),
    };
    html! {
        (stage)
        @if let Some(due) = due(sheet) { (lateness(due, sheet.ctx.now)) }
        @if request.dispute.is_some() { (tag_saying(Status::Disputed, say!("request-turn-disputed"))) }
        @if request.level() > 0 && !request.ended() {
            (tag_saying(Status::Escalated, &say!("request-turn-escalated-to-level", level = request.level())))
        }
    }
}

/// Late or soon, as a tag; nothing while there is time.
pub fn lateness(due: Instant, now: Instant) -> Markup {
    if due < now {
        let late = say!("request-turn-late-by", amount = when::amount(now.since(due).as_seconds()));
        return tag_saying(Status::Breached, &late);
    }
    if due.since(now) <= SOON {
        let soon = say!("request-turn-due-in", amount = when::amount(due.since(now).as_seconds()));
        return tag_saying(Status::DueSoon, &soon);
    }
    html! {}
}

fn due(sheet: &Sheet) -> Option<Instant> {
    next_due(&sheet.request, &sheet.file.calendars)
}

/// Who has to move, and by when, in one sentence.
pub fn sentence(sheet: &Sheet) -> Markup {
    let (mover, must) = duty(sheet);
    let due = due(sheet).filter(|_| sheet.request.mover() != Mover::Nobody);
    html! {
        @if let Some(mover) = mover { strong { (mover) } " " }
        (must)
        @if let Some(due) = due {
            ", " (when::due(due, sheet.ctx.now, &sheet.zone)) ". "
            a href={ (sheet.href()) "/clocks" } { (say!("clock-why")) }
        } @else { "." }
    }
}

/// The mover, and what they have to do; without a mover a whole clause.
fn duty(sheet: &Sheet) -> (Option<String>, String) {
    let request = &sheet.request;
    let theirs = |must: &str| match receiver(sheet) {
        None => (Some(say!("request-turn-you").to_owned()), second_person(must)),
        name => (name, must.to_owned()),
    };
    let ours = |must: &str| (Some(sender(sheet)), must.to_owned());
    match &request.stage {
        _ if request.waits_for_facts() => ours(&facts(sheet)),
        Stage::Draft => ours(say!("request-turn-can-finish-and-send-this-draft")),
        Stage::Sent if request.ask.mode == Mode::Inform => {
            theirs(say!("request-turn-can-acknowledge-this-notice"))
        }
        Stage::Sent => theirs(say!("request-turn-has-to-acknowledge-it")),
        Stage::Acknowledged if request.ask.mode == Mode::Inform => {
            (None, say!("request-turn-the-notice-was-taken-in-nobody").to_owned())
        }
        Stage::Acknowledged => theirs(say!("request-turn-has-to-say-back-what-they")),
        Stage::ReadBack => ours(say!("request-turn-has-to-confirm-or-correct-the")),
        Stage::InProgress => theirs(say!("request-turn-has-to-deliver")),
        Stage::Clarifying { .. } => ours(say!("request-turn-has-to-answer-the-question")),
        Stage::Countered { .. } => ours(say!("request-turn-has-to-accept-or-refuse-the")),
        Stage::WaitingCustomer(_) => theirs(say!("request-turn-waits-for-the-customer-and-goes")),
        Stage::WaitingThirdParty(wait) if wait.on == WaitOn::LegalHold => {
            theirs(say!("request-turn-is-on-legal-hold"))
        }
        Stage::WaitingThirdParty(_) => theirs(say!("request-turn-waits-for-a-third-party-and")),
        Stage::Delivered if request.read_back_owed => {
            theirs(say!("request-turn-has-delivered-in-an-emergency"))
        }
        Stage::Delivered => ours(say!("request-turn-has-to-look-whether-the-answer")),
        Stage::Verified => {
            (Some(teller(sheet)), say!("request-turn-has-to-tell-the-customer-the").to_owned())
        }
        Stage::Declined { settled: false } => ours(say!("request-turn-has-to-decide-what-to-do")),
        over => (None, over_and_done(over)),
    }
}

/// What the agreement asks for and the packet leaves out.
fn facts(sheet: &Sheet) -> String {
    let missing: Vec<String> = sheet.request.missing_facts().map(words::tag).collect();
    let (facts, to) = (missing.join(", "), sheet.view.to_name.clone());
    say!("request-turn-has-to-share-what-the-agreement", facts, to)
}

fn over_and_done(stage: &Stage) -> String {
    match stage {
        Stage::Closed { told_by: Some(_) } => say!("request-turn-the-customer-was-told-the-loop"),
        Stage::Closed { told_by: None } => say!("request-turn-the-loop-is-closed"),
        Stage::Declined { .. } => say!("request-turn-it-was-declined-and-that-is"),
        Stage::Withdrawn => say!("request-turn-it-was-withdrawn-nothing-is"),
        Stage::Merged { .. } => say!("request-turn-it-was-merged-and-goes-on"),
        _ => say!("request-turn-nobody-has-to-do-anything"),
    }
    .to_owned()
}

/// Whoever has it, or the department that was asked; `None` for the reader themselves.
fn receiver(sheet: &Sheet) -> Option<String> {
    let department = &sheet.view.to_name;
    match sheet.request.assignee {
        Some(id) if sheet.ctx.who.person() == Some(id) => None,
        Some(id) => Some(format!("{} ({department})", sheet.file.directory.person_name(id))),
        None => Some(department.clone()),
    }
}

/// `has to deliver` becomes `have to deliver`.
fn second_person(must: &str) -> String {
    let own = |word: &str| match word {
        "has" => "have".to_owned(),
        "is" => "are".to_owned(),
        "waits" => "wait".to_owned(),
        "goes" => "go".to_owned(),
        other => other.to_owned(),
    };
    must.split(' ').map(own).collect::<Vec<_>>().join(" ")
}

fn sender(sheet: &Sheet) -> String {
    sheet.view.from_name.clone()
}

fn teller(sheet: &Sheet) -> String {
    let department = sheet.request.department_to_move();
    sheet.file.directory.department_name(department).to_owned()
}

#[cfg(test)]
mod tests {
    use super::second_person;

    #[test]
    fn the_reader_is_spoken_to_as_you() {
        assert_eq!(second_person("has to deliver"), "have to deliver");
        let waits = "waits for a third party and goes on when they answer";
        assert_eq!(second_person(waits), "wait for a third party and go on when they answer");
    }
}
