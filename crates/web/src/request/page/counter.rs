//! A proposal, and the reply to it.

use baton_core::case::request::moves::Move;
use maud::html;

use super::act::{Verb, verb};
use super::talk;
use crate::request::counter;
use crate::route::Route;

static COUNTER: Verb = Verb::new(
    Move::Counter,
    &counter::COUNTER,
    |_, form| {
        html! {
            (form.moment("by"))
            (form.lines("scope", 3))
            (form.lines("reason", 4))
            (form.lines("effect_on_customer", 3))
        }
    },
    |sheet| counter::act(&sheet.ctx),
)
.said(
    "Propose something else",
    "Another date, another scope, or both. It is their move until they have accepted or refused.",
    "Propose it",
    "{from} was asked whether that will do.",
);

static REPLY: Verb = Verb::new(
    Move::ReplyToCounter,
    &counter::REPLY,
    |sheet, form| {
        html! {
            (talk::counter(sheet))
            (form.radios("accept", &[("true", "Accept it"), ("false", "Refuse it, and say why")]))
            (form.lines("text", 3))
        }
    },
    |sheet| counter::reply(&sheet.ctx),
)
.said(
    "Answer the proposal",
    "If you accept it, the request is changed to it. If not, it stays as it was asked.",
    "Send the answer",
    "{to} was told.",
);

pub const ROUTES: &[&[Route]] = &[
    &verb!(COUNTER, &counter::COUNTER, "counter", "propose another date or scope"),
    &verb!(REPLY, &counter::REPLY, "counter-reply", "answer a proposal"),
];
