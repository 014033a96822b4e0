//! Promises to the customer.

use baton_core::case::command::Command;
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};

use crate::answer::Answer;
use crate::case;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::{maybe, words};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::case::{CASE, PROMISE, promise};

pub static PROMISE_FORM: Shape = Shape::new(
    "PromiseForm",
    &[
        Field::text("what", 20_000).needed().label(word!("case-promise-what-was-promised")),
        Field::time("by")
            .required()
            .label(word!("case-promise-by-when"))
            .ask(word!("case-promise-say-by-when")),
    ],
);
pub static SETTLEMENT: Shape = Shape::new(
    "PromiseSettlement",
    &[
        Field::flag("kept").label(word!("case-promise-it-was-kept")),
        Field::lines("reason", 1_000).label(word!("case-promise-if-not-why-the-customer-no")),
    ],
);

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/cases/{id}/promises", "cases.promises.create", Access::SignedIn, create)
        .summary("Record what the customer was told to expect")
        .body(&PROMISE_FORM)
        .answers(&[Reply::created("The promise", &Out::Thing(&PROMISE))])
        .refusals(&[Code::Terminal]),
    Route::post(
        "/api/v1/cases/{id}/promises/{promise}/settlement",
        "cases.promises.settlement.create",
        Access::SignedIn,
        settle,
    )
    .summary("Mark a promise as kept, or release it")
    .body(&SETTLEMENT)
    .answers(&[Reply::ok("The case as it is now", &Out::Thing(&CASE))])
    .refusals(&[Code::IllegalMove, Code::Terminal]),
];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = case::act(&ctx, command(&ctx)?).await?;
        let file = reach::file(&ctx, case).await?;
        let Some(made) = file.case.promises.last() else {
            return Err(Trouble::broken("a promise is not there"));
        };
        let view = promise(&file.source(&ctx), made);
        Ok(Answer::json(&view)?.status(axum::http::StatusCode::CREATED))
    })
}

pub fn command(ctx: &Ctx) -> Result<Command, Trouble> {
    let by = ctx.input.time("by");
    let by =
        by.ok_or_else(|| Refusal::invalid("by", "missing", say!("case-promise-say-by-when")))?;
    Ok(Command::MakePromise { what: words(&ctx.input, "what"), by })
}

fn settle(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let promise = ctx.id("promise")?;
        let (kept, reason) = (ctx.input.flag("kept"), maybe(&ctx.input, "reason"));
        let case = case::act(&ctx, Command::SettlePromise { promise, kept, reason }).await?;
        case::answer(&ctx, case).await
    })
}
