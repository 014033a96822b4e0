//! Reading back: the receiver says it in their own words.

use baton_core::case::request::command::{Act, ReadBackForm, Restated};
use baton_core::refusal::{Code, Refusal};

use crate::ctx::Ctx;
use crate::input::Input;
use crate::problem::Trouble;
use crate::request::acts::{LONG, MONEY, maybe, money, route, run, words};
use crate::route::Route;
use crate::shape::{Field, Shape};

pub static RESTATED: Shape = Shape::new(
    "Restated",
    &[
        Field::text("customer", 200)
            .label("Customer")
            .hint("The reference of the case, as the request shows it."),
        Field::time("needed_by").label("Needed by"),
        Field::group("amount", &MONEY).label("Amount"),
        Field::lines("contingency", LONG).label("If it cannot be done in time"),
    ],
);

pub static READ_BACK: Shape = Shape::new(
    "ReadBackForm",
    &[
        Field::lines("outcome", LONG)
            .needed()
            .label("What will be the outcome?")
            .hint("In your own words, not those of the request."),
        Field::lines("will_do", LONG).needed().label("What will you do for it?"),
        Field::time("by").needed().label("By when?"),
        Field::group("restated", &RESTATED).label("Say back"),
        Field::flag("data_sufficient").needed().label("What was shared is enough to do it"),
        Field::flag("acknowledge").label("Acknowledge it with this"),
    ],
);

pub const ROUTES: &[Route] = &[route(
    "/api/v1/requests/{id}/read-back",
    "requests.read-back.create",
    "Read a request back in your own words",
    |ctx| run(ctx, act),
    &READ_BACK,
    &[
        Code::ReadbackIsCopy,
        Code::ReadbackMismatch,
        Code::NotYourSide,
        Code::IllegalMove,
        Code::Terminal,
    ],
)];

pub fn act(ctx: &Ctx) -> Result<Act, Trouble> {
    let input = &ctx.input;
    let empty = Input::default();
    let restated = input.group("restated").unwrap_or(&empty);
    let Some(by) = input.time("by") else {
        return Err(Refusal::invalid("by", "missing", "Say by when you will have done it.").into());
    };
    Ok(Act::ReadBack(ReadBackForm {
        outcome: words(input, "outcome"),
        will_do: words(input, "will_do"),
        by,
        restated: Restated {
            customer: maybe(restated, "customer"),
            needed_by: restated.time("needed_by"),
            amount: money(restated, "amount"),
            contingency: maybe(restated, "contingency"),
        },
        // Absent means enough, so that a short read-back stays short; a form ticks it.
        data_sufficient: input.maybe_flag("data_sufficient").unwrap_or(true),
        acknowledge: input.flag("acknowledge"),
    }))
}
