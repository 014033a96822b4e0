//! Who waited excuses that a clock was late.

use baton_core::case::kinds::ClockKind;
use baton_core::case::request::moves::Move;
use baton_core::word;
use maud::html;

use super::act::{Verb, verb};
use super::words;
use crate::request::excuse;
use crate::route::Route;

static EXCUSE: Verb = Verb::new(
    Move::Excuse,
    &excuse::EXCUSE,
    |sheet, form| {
        let request = &sheet.request;
        let waited =
            request.unexcused().filter(|run| sheet.ctx.who.leads(request.waited_for(run.kind)));
        let late: Vec<ClockKind> = waited.map(|run| run.kind).collect();
        let clocks: Vec<(&str, &str)> = ClockKind::ALL
            .iter()
            .filter(|kind| late.contains(kind))
            .map(|kind| (kind.name(), words::clock(*kind)))
            .collect();
        html! {
            (form.radios("clock", &clocks))
            (form.lines("reason", 4))
        }
    },
    |sheet| excuse::act(&sheet.ctx),
)
.said(
    word!("request-excuse-excuse-that-it-was-late"),
    word!("request-excuse-it-stays-late-and-figures"),
    word!("request-excuse-excuse-it"),
    word!("request-excuse-it-is-excused"),
);

pub const ROUTES: &[Route] =
    &verb!(EXCUSE, &excuse::EXCUSE, "excuse", "excuse that a clock was late");
