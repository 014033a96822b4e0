//! The receiver declines, with a reason and an alternative.

use baton_core::case::kinds::{AlternativeKind, DeclineReason};
use baton_core::case::request::command::{Act, AlternativeForm, DeclineForm};
use baton_core::refusal::Code;
use baton_core::word;

use crate::ctx::Ctx;
use crate::request::acts::{LONG, choice, maybe, route, run, words};
use crate::route::Route;
use crate::shape::{Field, Shape};

pub static ALTERNATIVE: Shape = Shape::new(
    "AlternativeForm",
    &[
        Field::choice("kind", AlternativeKind::NAMES)
            .needed()
            .label(word!("request-decline-instead")),
        Field::text("value", 1_000)
            .label(word!("request-decline-which"))
            .hint(word!("request-decline-the-department-the-date-or-the")),
    ],
);
pub static DECLINE: Shape = Shape::new(
    "DeclineForm",
    &[
        Field::choice("reason", DeclineReason::NAMES)
            .needed()
            .label(word!("request-decline-reason")),
        Field::lines("text", LONG).needed().label(word!("request-decline-in-your-own-words")),
        Field::group("alternative", &ALTERNATIVE).label(word!("request-decline-alternative")),
    ],
);

pub const ROUTES: &[Route] = &[route(
    "/api/v1/requests/{id}/decline",
    "requests.decline.create",
    "Decline a request, with an alternative",
    |ctx| run(ctx, |ctx| Ok(act(ctx))),
    &DECLINE,
    &[
        Code::DeclineNeedsReason,
        Code::DeclineNeedsAlternative,
        Code::AlreadyRuled,
        Code::NotYourSide,
        Code::IllegalMove,
        Code::Terminal,
    ],
)];

pub fn act(ctx: &Ctx) -> Act {
    let alternative = ctx.input.group("alternative").and_then(|group| {
        let kind = choice(group, "kind", AlternativeKind::parse)?;
        Some(AlternativeForm { kind, value: maybe(group, "value"), department: None })
    });
    Act::Decline(DeclineForm {
        reason: choice(&ctx.input, "reason", DeclineReason::parse),
        text: words(&ctx.input, "text"),
        alternative,
    })
}
