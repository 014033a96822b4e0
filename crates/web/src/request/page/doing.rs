//! What somebody can do with a request now, as buttons: exactly the legal acts.

use baton_core::case::kinds::{Mode, StageName};
use baton_core::case::request::moves::Move;
use maud::{Markup, html};

use super::sheet::Sheet;
use crate::keys;
use crate::ui;

/// How prominent an act is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Weight {
    /// What the request is waiting for.
    Main,
    /// Another answer to what the request is waiting for.
    Plain,
    /// Possible at most times.
    Quiet,
}

fn weight(mv: Move) -> Weight {
    match mv {
        Move::Send
        | Move::ReadBack
        | Move::Confirm
        | Move::Answer
        | Move::ReplyToCounter
        | Move::Deliver
        | Move::Verify
        | Move::Resume
        | Move::Redirect
        | Move::Rule => Weight::Main,
        Move::Revise
        | Move::Acknowledge
        | Move::Correct
        | Move::Ask
        | Move::Counter
        | Move::Decline
        | Move::Progress
        | Move::Wait
        | Move::Reject
        | Move::Convert
        | Move::Reopen
        | Move::Delegate => Weight::Plain,
        Move::Assign
        | Move::Escalate
        | Move::Dispute
        | Move::Note
        | Move::Merge
        | Move::Share
        | Move::Unshare
        | Move::Withdraw => Weight::Quiet,
    }
}

/// The text of the button.
pub fn text(mv: Move) -> &'static str {
    match mv {
        Move::Revise => "Change the draft",
        Move::Send => "Send it",
        Move::Acknowledge => "Acknowledge",
        Move::Assign => "Give it to a colleague",
        Move::ReadBack => "Read it back",
        Move::Confirm => "Confirm: this is what we meant",
        Move::Correct => "Correct it",
        Move::Ask => "Ask a question",
        Move::Answer => "Answer the question",
        Move::Counter => "Propose something else",
        Move::ReplyToCounter => "Answer the proposal",
        Move::Decline => "Decline",
        Move::Redirect => "Ask another department",
        Move::Progress => "Note progress",
        Move::Wait => "Wait for somebody",
        Move::Resume => "Go on with the work",
        Move::Deliver => "Deliver the answer",
        Move::Verify => "Verify: this is what we needed",
        Move::Reject => "Not yet: say what is missing",
        Move::Withdraw => "Withdraw",
        Move::Reopen => "Reopen",
        Move::Escalate => "Escalate",
        Move::Dispute => "Dispute",
        Move::Rule => "Rule on it",
        Move::Note => "Add a note",
        Move::Merge => "Merge into another request",
        Move::Share => "Share more of the customer's data",
        Move::Unshare => "Take a shared field back",
        Move::Convert => "Make it joint work",
        Move::Delegate => "Pass part of it on",
    }
}

/// Acts without particulars: the button itself does them.
fn at_once(mv: Move) -> bool {
    matches!(mv, Move::Send | Move::Confirm | Move::Verify | Move::Resume | Move::Acknowledge)
}

/// The acts of this person: what it waits for first, then the rest.
pub fn panel(sheet: &Sheet) -> Markup {
    let moves = sheet.moves();
    let of = |weight_of: Weight| moves.iter().copied().filter(move |mv| weight(*mv) == weight_of);
    let read_back_now = moves.contains(&Move::Acknowledge)
        && sheet.request.ask.mode != Mode::Inform
        && !moves.contains(&Move::ReadBack);
    let mut shown: Vec<Markup> = tell(sheet).into_iter().collect();
    if read_back_now {
        let link = link(sheet, Move::ReadBack, true);
        shown.push(keys::keyed(keys::of_move(Move::ReadBack), &link));
    }
    for (n, mv) in of(Weight::Main).chain(of(Weight::Plain)).enumerate() {
        shown.push(button(sheet, mv, n == 0 && !read_back_now && weight(mv) == Weight::Main));
    }
    html! {
        @if !shown.is_empty() { (ui::button::row(&shown)) }
    }
}

/// What is possible at most times, as a list of links.
pub fn more(sheet: &Sheet) -> Markup {
    let moves = sheet.moves();
    let quiet: Vec<Move> = moves.into_iter().filter(|mv| weight(*mv) == Weight::Quiet).collect();
    html! {
        @if !quiet.is_empty() || sheet.request.ended_at.is_none() { h2 { "You can also" } }
        ul.plain-links {
            @if sheet.request.ended_at.is_none() {
                li { a href={ (sheet.href()) "/snooze/new" } data-press=(keys::SNOOZE) { "Snooze it, for yourself" } }
            }
            @for mv in quiet {
                li { a href=(sheet.form_of(mv)) data-press=[keys::of_move(mv)] { (text(mv)) } }
            }
        }
    }
}

fn button(sheet: &Sheet, mv: Move, main: bool) -> Markup {
    let button = if at_once(mv) { direct(sheet, mv, main) } else { link(sheet, mv, main) };
    keys::keyed(keys::of_move(mv), &button)
}

fn link(sheet: &Sheet, mv: Move, main: bool) -> Markup {
    let href = sheet.form_of(mv);
    if main { ui::button::link(text(mv), &href) } else { ui::button::plain_link(text(mv), &href) }
}

/// A form that is a single button.
pub fn direct(sheet: &Sheet, mv: Move, main: bool) -> Markup {
    let button = if main { ui::button::main } else { ui::button::plain };
    html! {
        form.act method="post" action=(sheet.act_of(mv)) {
            (ui::form::token(&sheet.ctx.token))
            (ui::form::version(sheet.request.version))
            (button(text(mv)))
        }
    }
}

/// After the answer the customer is told, on the page of the case.
fn tell(sheet: &Sheet) -> Option<Markup> {
    let waits = sheet.request.stage.name() == StageName::Verified;
    let may = sheet.sees_case() && sheet.file.case.customer.is_some();
    (waits && may).then(|| {
        let href = format!("/cases/{}/customer-updates/new", sheet.file.case.reference());
        ui::button::link("Tell the customer", &href)
    })
}
