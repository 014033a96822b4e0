//! Either side contests; whoever is neither rules.

use baton_core::case::kinds::DisputeSubject;
use baton_core::case::request::command::Act;
use baton_core::refusal::{Code, Refusal};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::request::acts::{LONG, choice, route, run, words};
use crate::route::Route;
use crate::shape::{Field, Shape};

pub static DISPUTE: Shape = Shape::new(
    "DisputeForm",
    &[
        Field::choice("subject", DisputeSubject::NAMES).needed().label("About"),
        Field::lines("position", LONG).needed().label("How you see it"),
    ],
);
pub static RULING: Shape = Shape::new(
    "RulingForm",
    &[
        Field::lines("decision", LONG).needed().label("Decision"),
        Field::lines("reason", LONG).needed().label("Why"),
        Field::flag("precedent").label("Show it with later declines of this kind"),
    ],
);

pub const ROUTES: &[Route] = &[
    route(
        "/api/v1/requests/{id}/dispute",
        "requests.dispute.create",
        "Dispute a request",
        |ctx| run(ctx, act),
        &DISPUTE,
        &[Code::NotYourSide, Code::IllegalMove, Code::Terminal],
    ),
    route(
        "/api/v1/requests/{id}/ruling",
        "requests.ruling.create",
        "Rule on a dispute",
        |ctx| run(ctx, ruling),
        &RULING,
        &[Code::NotYourSide, Code::IllegalMove, Code::Terminal],
    ),
];

pub fn act(ctx: &Ctx) -> Result<Act, Trouble> {
    let subject = choice(&ctx.input, "subject", DisputeSubject::parse);
    let missing = "Say what it is about: routing, clock, quality or priority.";
    let subject = subject.ok_or_else(|| Refusal::invalid("subject", "missing", missing))?;
    Ok(Act::Dispute { subject, position: words(&ctx.input, "position") })
}

pub fn ruling(ctx: &Ctx) -> Result<Act, Trouble> {
    Ok(Act::Rule {
        decision: words(&ctx.input, "decision"),
        reason: words(&ctx.input, "reason"),
        precedent: ctx.input.flag("precedent"),
    })
}
