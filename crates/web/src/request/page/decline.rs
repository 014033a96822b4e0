//! A no with a reason and an alternative.

use baton_core::case::kinds::{AlternativeKind, DeclineReason};
use baton_core::case::request::moves::Move;
use maud::{Markup, html};

use super::act::{Verb, verb};
use super::sheet::Sheet;
use super::words;
use crate::ctx::{Ctx, Form};
use crate::request::decline;
use crate::route::Route;
use baton_core::refusal::Refusal;

static DECLINE: Verb =
    Verb::new(Move::Decline, &decline::DECLINE, fields, |sheet| Ok(decline::act(&sheet.ctx)))
        .said(
            "Decline the request",
            "The sender reads why, and what they can do instead.",
            "Decline it",
            "{from} was told why, and what to do instead.",
        )
        .grave()
        .placing(place);

pub const ROUTES: &[Route] =
    &verb!(DECLINE, &decline::DECLINE, "decline", "decline a request with an alternative");

fn fields(sheet: &Sheet, form: &Form<'_>) -> Markup {
    let missing = DeclineReason::MissingInformation;
    let reasons = DeclineReason::ALL.iter().filter(|reason| **reason != missing);
    let reasons: Vec<_> = reasons.map(|reason| words::decline(*reason)).collect();
    let kinds: Vec<_> = AlternativeKind::ALL.iter().map(|kind| words::alternative(*kind)).collect();
    html! {
        (form.radios("reason", &reasons))
        p.hint {
            "If information is missing, "
            a href=(sheet.form_of(Move::Ask)) { "ask for it" }
            " instead: the time until the answer is not counted as yours."
        }
        (form.lines("text", 4))
        h2 { "What can they do instead?" }
        (form.radios("alternative.kind", &kinds))
        (form.text("alternative.value"))
    }
}

fn place(_: &Ctx, mut refusal: Refusal) -> Refusal {
    for error in &mut refusal.fields {
        if error.field == "alternative" {
            error.field = "alternative.kind".to_owned();
        }
    }
    refusal
}
