//! The answer comes back.

use baton_core::case::request::moves::Move;
use baton_core::{say, word};
use maud::{Markup, html};

use super::act::{Verb, verb};
use super::choices::{borrowed, members};
use super::compare;
use super::sheet::Sheet;
use crate::ctx::{Ctx, Form};
use crate::request::delivery;
use crate::route::Route;
use baton_core::refusal::Refusal;

/// Room for so many things that are left to do.
const LEFT: usize = 2;

static DELIVER: Verb =
    Verb::new(Move::Deliver, &delivery::DELIVERY, fields, |sheet| delivery::act(&sheet.ctx))
        .said(
            word!("request-delivery-deliver-the-answer"),
            word!("request-delivery-from-looks-whether-it-is-what"),
            word!("request-delivery-deliver-it"),
            word!("request-delivery-from-has-your-answer-and"),
        )
        .placing(place);

pub const ROUTES: &[Route] = &verb!(DELIVER, &delivery::DELIVERY, "delivery", "deliver the answer");

const PATHS: [[&str; 3]; LEFT] = [
    ["residual_actions[0].what", "residual_actions[0].owner", "residual_actions[0].by"],
    ["residual_actions[1].what", "residual_actions[1].owner", "residual_actions[1].by"],
];

fn fields(sheet: &Sheet, form: &Form<'_>) -> Markup {
    let (from, to) = (sheet.request.from, sheet.request.ask.to);
    let mut people = members(&sheet.file.directory, to, None);
    people.extend(members(&sheet.file.directory, from, None));
    let opened = PATHS.iter().flatten().any(|path| {
        form.kept.paths().any(|known| {
            known.starts_with(path) && !form.kept.get(known).unwrap_or_default().is_empty()
        })
    });
    html! {
        @if sheet.view.read_back.is_some() {
            details.fold { summary { (say!("request-delivery-what-was-agreed")) } (compare::compare_alone(sheet)) }
        }
        (form.lines("outcome", 5))
        (form.lines("customer_may_be_told", 5))
        (form.text("evidence"))
        (form.files(&[]))
        details.fold open[opened] {
            summary { (say!("request-delivery-something-is-left-to-do-after")) }
            @for [what, owner, by] in PATHS {
                div.left-to-do {
                    (form.text(what))
                    (form.select(owner, &borrowed(&people)))
                    (form.moment(by))
                }
            }
        }
    }
}

fn place(_: &Ctx, mut refusal: Refusal) -> Refusal {
    for error in &mut refusal.fields {
        if let Some(entry) = error.field.strip_prefix("residual_actions")
            && !entry.contains('.')
        {
            let entry = if entry.is_empty() { "[0]" } else { entry };
            error.field = format!("residual_actions{entry}.what");
        }
    }
    refusal
}
