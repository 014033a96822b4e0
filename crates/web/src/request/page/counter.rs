//! A proposal, and the reply to it.

use baton_core::case::request::moves::Move;
use baton_core::{say, word};
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
    word!("request-counter-propose-something-else"),
    word!("request-counter-another-date-another-scope-or"),
    word!("request-counter-propose-it"),
    word!("request-counter-from-was-asked-whether-that"),
);

static REPLY: Verb = Verb::new(
    Move::ReplyToCounter,
    &counter::REPLY,
    |sheet, form| {
        html! {
            (talk::counter(sheet))
            (form.radios("accept", &[("true", say!("request-counter-accept-it")), ("false", say!("request-counter-refuse-it-and-say-why"))]))
            (form.lines("text", 3))
        }
    },
    |sheet| counter::reply(&sheet.ctx),
)
.said(
    word!("request-counter-answer-the-proposal"),
    word!("request-counter-if-you-accept-it-the-request"),
    word!("request-counter-send-the-answer"),
    word!("request-counter-to-was-told"),
);

pub const ROUTES: &[&[Route]] = &[
    &verb!(COUNTER, &counter::COUNTER, "counter", "propose another date or scope"),
    &verb!(REPLY, &counter::REPLY, "counter-reply", "answer a proposal"),
];
