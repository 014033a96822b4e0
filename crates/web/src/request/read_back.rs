//! Reading back: the receiver says it in their own words.

use baton_core::case::request::command::{Act, ReadBackForm, Restated};
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};

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
            .label(word!("request-read-back-customer"))
            .hint(word!("request-read-back-the-reference-of-the-case-as")),
        Field::time("needed_by").label(word!("request-read-back-needed-by")),
        Field::group("amount", &MONEY).label(word!("request-read-back-amount")),
        Field::lines("contingency", LONG).label(word!("request-read-back-if-it-cannot-be-done-in")),
    ],
);

pub static READ_BACK: Shape = Shape::new(
    "ReadBackForm",
    &[
        Field::lines("outcome", LONG)
            .needed()
            .label(word!("request-read-back-what-will-be-the-outcome"))
            .hint(word!("request-read-back-in-your-own-words-not-those")),
        Field::lines("will_do", LONG)
            .needed()
            .label(word!("request-read-back-what-will-you-do-for-it")),
        Field::time("by").needed().label(word!("request-read-back-by-when")),
        Field::group("restated", &RESTATED).label(word!("request-read-back-say-back")),
        Field::flag("data_sufficient")
            .needed()
            .label(word!("request-read-back-what-was-shared-is-enough-to")),
        Field::flag("acknowledge").label(word!("request-read-back-acknowledge-it-with-this")),
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
        return Err(Refusal::invalid(
            "by",
            "missing",
            say!("request-read-back-say-by-when-you-will-have"),
        )
        .into());
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
