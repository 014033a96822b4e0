//! What somebody can do with a request now, as buttons: exactly the legal acts.

use baton_core::case::kinds::{Mode, StageName};
use baton_core::case::request::moves::Move;
use baton_core::say;
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
        | Move::AnswerEscalation
        | Move::TakePosition
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
        | Move::Excuse
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
        Move::Revise => say!("request-doing-change-the-draft"),
        Move::Send => say!("request-doing-send-it"),
        Move::Acknowledge => say!("request-doing-acknowledge"),
        Move::Assign => say!("request-doing-give-it-to-a-colleague"),
        Move::ReadBack => say!("request-doing-read-it-back"),
        Move::Confirm => say!("request-doing-confirm-this-is-what-we-meant"),
        Move::Correct => say!("request-doing-correct-it"),
        Move::Ask => say!("request-doing-ask-a-question"),
        Move::Answer => say!("request-doing-answer-the-question"),
        Move::Counter => say!("request-doing-propose-something-else"),
        Move::ReplyToCounter => say!("request-doing-answer-the-proposal"),
        Move::Decline => say!("request-doing-decline"),
        Move::Redirect => say!("request-doing-ask-another-department"),
        Move::Progress => say!("request-doing-note-progress"),
        Move::Wait => say!("request-doing-wait-for-somebody"),
        Move::Resume => say!("request-doing-go-on-with-the-work"),
        Move::Deliver => say!("request-doing-deliver-the-answer"),
        Move::Verify => say!("request-doing-verify-this-is-what-we-needed"),
        Move::Reject => say!("request-doing-not-yet-say-what-is-missing"),
        Move::Withdraw => say!("request-doing-withdraw"),
        Move::Reopen => say!("request-doing-reopen"),
        Move::Escalate => say!("request-doing-escalate"),
        Move::AnswerEscalation => say!("request-doing-decide-what-was-escalated"),
        Move::Dispute => say!("request-doing-dispute"),
        Move::TakePosition => say!("request-doing-say-how-you-see-it"),
        Move::Rule => say!("request-doing-rule-on-it"),
        Move::Excuse => say!("request-doing-excuse-that-it-was-late"),
        Move::Note => say!("request-doing-add-a-note"),
        Move::Merge => say!("request-doing-merge-into-another-request"),
        Move::Share => say!("request-doing-share-more-of-the-customers"),
        Move::Unshare => say!("request-doing-take-a-shared-field-back"),
        Move::Convert => say!("request-doing-make-it-joint-work"),
        Move::Delegate => say!("request-doing-pass-part-of-it-on"),
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
        @if !quiet.is_empty() || sheet.request.ended_at.is_none() { h2 { (say!("request-doing-you-can-also")) } }
        ul.plain-links {
            @if sheet.request.ended_at.is_none() {
                li { a href={ (sheet.href()) "/snooze/new" } data-press=(keys::SNOOZE) { (say!("request-doing-snooze-it-for-yourself")) } }
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
        ui::button::link(say!("request-doing-tell-the-customer"), &href)
    })
}
