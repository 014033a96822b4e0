//! The sender answers a question, and may share more; and sharing more without being asked.

use baton_core::case::request::command::Act;
use baton_core::case::request::moves::Move;
use baton_core::word;
use baton_core::writing::Kind as Writing;
use maud::html;

use super::act::{Verb, verb};
use super::{packet, talk};
use crate::request::acts::{LONG, words};
use crate::route::Route;
use crate::shape::{Field, Shape};

static ANSWER_SHAPE: Shape = Shape::new(
    "AnswerPage",
    &[
        Field::lines("text", LONG)
            .needed()
            .label(word!("request-answer-your-answer"))
            .writing(Writing::Colleague),
        packet::SHARE,
        packet::PURPOSE,
        packet::WHY,
    ],
);

static SHARING_SHAPE: Shape =
    Shape::new("SharingPage", &[packet::SHARE, packet::PURPOSE, packet::WHY]);

static ANSWER: Verb = Verb::new(
    Move::Answer,
    &ANSWER_SHAPE,
    |sheet, form| {
        html! {
            (talk::questions(sheet))
            (form.lines("text", 5))
            @if sheet.view.customer.is_some() {
                (packet::boxes(form, &packet::of_request(sheet), &asked(sheet)))
            }
        }
    },
    |sheet| {
        let input = &sheet.ctx.input;
        Ok(Act::Answer { text: words(input, "text"), share: packet::read(input) })
    },
)
.said(
    word!("request-answer-answer-the-question"),
    word!("request-answer-then-it-is-their-move-again"),
    word!("request-answer-send-the-answer"),
    word!("request-answer-to-has-your-answer"),
)
.placing(packet::place);

/// The fields that open questions ask for.
fn asked(sheet: &super::sheet::Sheet) -> Vec<String> {
    let open = sheet.request.questions.iter().filter(|question| question.answer.is_none());
    open.filter_map(|question| question.field.clone()).collect()
}

static SHARE: Verb = Verb::new(
    Move::Share,
    &SHARING_SHAPE,
    |sheet, form| packet::boxes(form, &packet::of_request(sheet), &[]),
    |sheet| Ok(Act::Share(packet::read(&sheet.ctx.input))),
)
.said(
    word!("request-answer-share-more-of-the-customers"),
    word!("request-answer-only-with-this-request-and-only"),
    word!("request-answer-share-what-is-ticked"),
    word!("request-answer-to-can-read-it-now"),
)
.placing(packet::place);

pub const ROUTES: &[&[Route]] = &[
    &verb!(ANSWER, &ANSWER_SHAPE, "answer", "answer a question"),
    &verb!(SHARE, &SHARING_SHAPE, "sharing", "share more of the customer's data"),
];
