//! The work waits for somebody outside.

use baton_core::case::kinds::WaitOn;
use baton_core::case::request::moves::Move;
use baton_core::word;
use maud::html;

use super::act::{Verb, verb};
use super::words;
use crate::request::wait;
use crate::route::Route;

static WAIT: Verb = Verb::new(
    Move::Wait,
    &wait::WAIT,
    |_, form| {
        let whom: Vec<_> = WaitOn::ALL.iter().map(|on| words::wait(*on)).collect();
        html! {
            (form.radios("on", &whom))
            (form.lines("reason", 3))
            (form.text("evidence"))
            (form.moment("resume_by"))
        }
    },
    |sheet| wait::act(&sheet.ctx),
)
.said(
    word!("request-wait-wait-for-somebody"),
    word!("request-wait-only-while-somebody-outside-has"),
    word!("request-wait-wait"),
    word!("request-wait-from-can-see-what-it-waits"),
);

pub const ROUTES: &[Route] =
    &verb!(WAIT, &wait::WAIT, "wait", "wait for the customer or a third party");
