//! A level is added, and whoever was asked decides.

use baton_core::case::request::command::Act;
use baton_core::refusal::Code;
use baton_core::word;

use crate::advice;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::request::acts::{LONG, route, run, words};
use crate::route::Route;
use crate::shape::{Field, Shape};

pub static ESCALATION: Shape = Shape::new(
    "EscalationForm",
    &[
        Field::whole("level", 0, 9)
            .needed()
            .label(word!("request-escalation-level"))
            .hint(word!("request-escalation-1-both-leads-2-heads-and")),
        Field::lines("reason", LONG)
            .needed()
            .label(word!("request-escalation-why-it-cannot-be-settled-where")),
        Field::lines("decision_wanted", LONG)
            .needed()
            .label(word!("request-escalation-decision-wanted")),
        advice::FACTS,
        advice::REASON,
    ],
);

pub static ANSWER: Shape = Shape::new(
    "EscalationAnswerForm",
    &[
        Field::lines("decision", LONG).needed().label(word!("request-escalation-decision")),
        Field::lines("reason", LONG).needed().label(word!("request-escalation-why")),
    ],
);

pub const ROUTES: &[Route] = &[
    route(
        "/api/v1/requests/{id}/escalation",
        "requests.escalation.create",
        "Escalate a request",
        |ctx| run(ctx, act),
        &ESCALATION,
        &[Code::NotYourSide, Code::IllegalMove, Code::Terminal, Code::AdviceNeedsReason],
    ),
    route(
        "/api/v1/requests/{id}/escalation-answer",
        "requests.escalation-answer.create",
        "Decide what was escalated to you",
        |ctx| run(ctx, answer),
        &ANSWER,
        &[Code::NotYourSide, Code::IllegalMove, Code::Terminal],
    ),
];

pub fn act(ctx: &Ctx) -> Result<Act, Trouble> {
    let level = ctx.input.whole("level").unwrap_or(0);
    Ok(Act::Escalate {
        level: u8::try_from(level).unwrap_or(0),
        reason: words(&ctx.input, "reason"),
        decision_wanted: words(&ctx.input, "decision_wanted"),
        weighing: advice::form(&ctx.input)?,
    })
}

pub fn answer(ctx: &Ctx) -> Result<Act, Trouble> {
    Ok(Act::AnswerEscalation {
        decision: words(&ctx.input, "decision"),
        reason: words(&ctx.input, "reason"),
    })
}
