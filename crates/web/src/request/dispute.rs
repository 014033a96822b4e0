//! Either side contests; whoever is neither rules.

use baton_core::case::kinds::{ClockKind, DisputeSubject};
use baton_core::case::request::command::Act;
use baton_core::refusal::{Code, FieldError, Refusal};
use baton_core::time::Instant;
use baton_core::{say, word};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::request::acts::{LONG, choice, route, run, words};
use crate::route::Route;
use crate::shape::{Field, Shape};

pub static DISPUTE: Shape = Shape::new(
    "DisputeForm",
    &[
        Field::choice("subject", DisputeSubject::NAMES)
            .needed()
            .label(word!("request-dispute-about")),
        Field::lines("position", LONG).needed().label(word!("request-dispute-how-you-see-it")),
    ],
);
pub static RULING: Shape = Shape::new(
    "RulingForm",
    &[
        Field::lines("decision", LONG).needed().label(word!("request-dispute-decision")),
        Field::lines("reason", LONG).needed().label(word!("request-dispute-why")),
        Field::flag("precedent").label(word!("request-dispute-show-it-with-later-disputes-and")),
        Field::choice("clock", ClockKind::NAMES)
            .label(word!("request-dispute-a-clock-that-is-due-at"))
            .hint(word!("request-dispute-what-it-was-due-before-stays")),
        Field::time("clock_due").label(word!("request-dispute-it-is-due")),
    ],
);

pub static POSITION: Shape = Shape::new(
    "PositionForm",
    &[Field::lines("position", LONG).needed().label(word!("request-dispute-how-you-see-it"))],
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
        "/api/v1/requests/{id}/position",
        "requests.position.create",
        "Say how the other side of a dispute sees it",
        |ctx| run(ctx, position),
        &POSITION,
        &[Code::NotYourSide, Code::IllegalMove, Code::Terminal],
    ),
    route(
        "/api/v1/requests/{id}/ruling",
        "requests.ruling.create",
        "Rule on a dispute",
        |ctx| run(ctx, ruling),
        &RULING,
        &[Code::NotYourSide, Code::IllegalMove, Code::Terminal, Code::LegalDeadline],
    ),
];

pub fn act(ctx: &Ctx) -> Result<Act, Trouble> {
    let position = words(&ctx.input, "position");
    if let Some(subject) = choice(&ctx.input, "subject", DisputeSubject::parse) {
        return Ok(Act::Dispute { subject, position });
    }
    let missing = say!("request-dispute-choose-what-it-is-about");
    let mut refusal = Refusal::invalid("subject", "missing", missing);
    if position.trim().is_empty() {
        let missing = say!("case-request-dispute-say-how-you-see-it-and");
        refusal.fields.push(FieldError::missing("position", missing));
    }
    Err(refusal.into())
}

pub fn ruling(ctx: &Ctx) -> Result<Act, Trouble> {
    Ok(Act::Rule {
        decision: words(&ctx.input, "decision"),
        reason: words(&ctx.input, "reason"),
        precedent: ctx.input.flag("precedent"),
        restate: restate(ctx)?,
    })
}

pub fn position(ctx: &Ctx) -> Result<Act, Trouble> {
    Ok(Act::TakePosition { position: words(&ctx.input, "position") })
}

fn restate(ctx: &Ctx) -> Result<Option<(ClockKind, Instant)>, Refusal> {
    let clock = choice(&ctx.input, "clock", ClockKind::parse);
    match (clock, ctx.input.time("clock_due")) {
        (Some(clock), Some(due)) => Ok(Some((clock, due))),
        (None, None) => Ok(None),
        (Some(_), None) => Err(Refusal::invalid(
            "clock_due",
            "missing",
            say!("request-dispute-say-when-it-is-due-instead"),
        )),
        (None, Some(_)) => {
            Err(Refusal::invalid("clock", "missing", say!("request-dispute-say-which-clock-it-is")))
        }
    }
}
