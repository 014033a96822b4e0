//! A note that both departments read.

use baton_core::case::request::moves::Move;
use baton_core::{say, word};
use maud::{Markup, html};

use super::act::{Verb, verb};
use super::sheet::Sheet;
use crate::ctx::Form;
use crate::input::Kept;
use crate::request::simple;
use crate::route::Route;
use crate::ui;

static NOTE: Verb = Verb::new(
    Move::Note,
    &simple::NOTE,
    |_, form| ui::field::naming(&form.lines("text", 4)),
    |sheet| simple::note(&sheet.ctx),
)
.said(
    word!("request-note-add-a-note"),
    word!("request-note-both-departments-read-it-it"),
    word!("request-note-add-the-note"),
    word!("request-note-the-note-was-added"),
);

pub const ROUTES: &[Route] = &verb!(NOTE, &simple::NOTE, "notes", "add a note");

/// The form as it stands above the history. A note is never too late, so it carries no version.
pub fn inline(sheet: &Sheet) -> Markup {
    let kept = Kept::default();
    let form = Form { shape: &simple::NOTE, kept: &kept, refusal: None, advice: &[] };
    let inside = html! { (ui::field::naming(&form.lines("text", 2))) (ui::button::plain(say!("request-note-add-the-note"))) };
    html! { div.inline-form { (ui::form::post(&sheet.ctx.token, &sheet.act_of(Move::Note), &inside)) } }
}
