//! A no with a reason and an alternative.

use baton_core::case::kinds::{AlternativeKind, DeclineReason};
use baton_core::case::request::moves::Move;
use baton_core::{say, word};
use maud::{Markup, html};

use super::act::{Verb, verb};
use super::sheet::Sheet;
use super::words;
use crate::ctx::{Ctx, Form};
use crate::request::decline;
use crate::route::Route;
use crate::tell;
use baton_core::refusal::Refusal;

static DECLINE: Verb =
    Verb::new(Move::Decline, &decline::DECLINE, fields, |sheet| Ok(decline::act(&sheet.ctx)))
        .said(
            word!("request-decline-decline-the-request"),
            word!("request-decline-the-sender-reads-why-and-what"),
            word!("request-decline-decline-it"),
            word!("request-decline-from-was-told-why-and-what"),
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
            (tell!("request-decline-if-information-is-missing", link = html! { a href=(sheet.form_of(Move::Ask)) { (say!("request-decline-ask-for-it")) } }))
        }
        (form.lines("text", 4))
        h2 { (say!("request-decline-what-can-they-do-instead")) }
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
