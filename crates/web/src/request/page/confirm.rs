//! The sender looks at the read-back: confirmed, or corrected item by item.

use baton_core::case::request::command::Act;
use baton_core::case::request::moves::Move;
use baton_core::refusal::Refusal;
use baton_core::{say, word};
use maud::{Markup, html};

use super::act::{Verb, verb};
use super::compare;
use super::sheet::Sheet;
use crate::ctx::{Ctx, Form};
use crate::input::Value;
use crate::problem::Trouble;
use crate::request::acts::LONG;
use crate::route::Route;
use crate::shape::{Field, Kind, Shape};
use crate::tell;
use crate::ui::field::id;

const RIGHT: Kind = Kind::Text { most: LONG, lines: true };

static CORRECTION: Shape = Shape::new(
    "CorrectionPage",
    &[Field::map("right", &RIGHT, 20).label(word!("request-confirm-what-is-right"))],
);

/// Items that can be corrected: the API's name, and the question.
fn items() -> [(&'static str, &'static str); 6] {
    [
        ("will_do", say!("request-confirm-what-is-right-about-what-they")),
        ("outcome", say!("request-confirm-what-is-right-about-the-outcome")),
        ("by", say!("request-confirm-what-is-right-about-the-time")),
        ("customer", say!("request-confirm-what-is-right-about-the")),
        ("contingency", say!("request-confirm-what-is-right-if-it-cannot")),
        ("something_else", say!("request-confirm-what-else-did-they-miss")),
    ]
}

static CONFIRM: Verb = Verb::new(
    Move::Confirm,
    &Shape::EMPTY,
    |sheet, _| html! {
        (compare::compare_alone(sheet))
        p { (tell!("request-confirm-if-anything-differs-instead", link = html! { a href=(sheet.form_of(Move::Correct)) { (say!("request-confirm-correct-it")) } })) }
    },
    |_| Ok(Act::Confirm),
)
.said(
    word!("request-confirm-confirm-the-read-back"),
    word!("request-confirm-silence-never-confirms-with"),
    word!("request-confirm-confirm-this-is-what-we-meant"),
    word!("request-confirm-confirmed-to-can-start"),
)
.alone();

static CORRECT: Verb = Verb::new(Move::Correct, &CORRECTION, fields, act)
    .said(
        word!("request-confirm-correct-the-read-back"),
        word!("request-confirm-write-only-where-something"),
        word!("request-confirm-send-the-corrections"),
        word!("request-confirm-to-was-told-what-is-meant"),
    )
    .alone()
    .placing(place);

pub const ROUTES: &[&[Route]] = &[
    &verb!(CONFIRM, &Shape::EMPTY, "confirmation", "confirm a read-back"),
    &verb!(CORRECT, &CORRECTION, "correction", "correct a read-back"),
];

fn fields(sheet: &Sheet, form: &Form<'_>) -> Markup {
    let error = crate::input::error_of(form.refusal, "right");
    html! {
        (compare::compare_alone(sheet))
        @if sheet.request.rounds >= 2 {
            p { strong { (say!("request-confirm-it-was-corrected-twice-already")) } }
        }
        fieldset.field.wrong[error.is_some()] {
            legend { (say!("request-confirm-corrections")) }
            @if let Some(error) = error {
                p.field-error { span.unseen { (say!("request-confirm-error")) " " } (error.message) }
            }
            @for (n, (item, question)) in items().iter().enumerate() {
                @let path = format!("right.{item}");
                @let this = if n == 0 { id("right") } else { id(&path) };
                div.field {
                    label for=(this) { (question) }
                    textarea.input id=(this) name=(path) rows="2" {
                        "\n" (form.kept.get(&path).unwrap_or_default())
                    }
                }
            }
        }
    }
}

fn act(sheet: &Sheet) -> Result<Act, Trouble> {
    let Some(right) = sheet.ctx.input.group("right") else { return Ok(Act::Correct(Vec::new())) };
    let written = right.entries().filter_map(|(item, value)| match value {
        Value::Text(text) if !text.trim().is_empty() => Some((item.to_owned(), text.clone())),
        _ => None,
    });
    Ok(Act::Correct(written.collect()))
}

fn place(_: &Ctx, mut refusal: Refusal) -> Refusal {
    for error in &mut refusal.fields {
        if error.field.starts_with("corrections") {
            error.field = "right".to_owned();
        }
    }
    refusal
}
