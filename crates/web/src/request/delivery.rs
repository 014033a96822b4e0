//! The answer comes back.

use baton_core::case::request::command::{Act, DeliveryForm, ResidualForm};
use baton_core::refusal::Code;
use baton_core::word;
use baton_core::writing::Kind as Writing;

use crate::ctx::Ctx;
use crate::input::Input;
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::{LONG, maybe, route, run, words};
use crate::route::Route;
use crate::shape::{Field, Kind, Shape};

pub static RESIDUAL: Shape = Shape::new(
    "ResidualAction",
    &[
        Field::text("what", 1_000).label(word!("request-delivery-what-is-left-to-do")),
        Field::id("owner")
            .label(word!("request-delivery-who"))
            .hint(word!("request-delivery-id-or-e-mail-address")),
        Field::time("by").label(word!("request-delivery-by-when")),
    ],
);
pub static DELIVERY: Shape = Shape::new(
    "DeliveryForm",
    &[
        Field::lines("outcome", LONG).needed().label(word!("request-delivery-what-came-of-it")),
        Field::lines("customer_may_be_told", LONG)
            .needed()
            .label(word!("request-delivery-what-may-the-customer-be-told"))
            .writing(Writing::CustomerMessage)
            .hint(word!("request-delivery-in-words-for-the-customer")),
        Field::text("evidence", 1_000).label(word!("request-delivery-evidence")),
        Field::list("residual_actions", &Kind::Group(&RESIDUAL), 20)
            .label(word!("request-delivery-left-to-do")),
        Field::files(),
    ],
);

pub const ROUTES: &[Route] = &[route(
    "/api/v1/requests/{id}/delivery",
    "requests.delivery.create",
    "Deliver the answer",
    |ctx| run(ctx, act),
    &DELIVERY,
    &[
        Code::ReadbackUnconfirmed,
        Code::RequestOpen,
        Code::NotYourSide,
        Code::IllegalMove,
        Code::Terminal,
    ],
)];

pub fn act(ctx: &Ctx) -> Result<Act, Trouble> {
    let residual = |group: &Input| -> Result<ResidualForm, Trouble> {
        let owner = group.text("owner").map(|text| reach::person(ctx, "residual_actions", text));
        Ok(ResidualForm {
            what: words(group, "what"),
            owner: owner.transpose()?,
            by: group.time("by"),
        })
    };
    let residual_actions =
        ctx.input.groups("residual_actions").map(residual).collect::<Result<_, _>>()?;
    Ok(Act::Deliver(DeliveryForm {
        outcome: words(&ctx.input, "outcome"),
        customer_may_be_told: words(&ctx.input, "customer_may_be_told"),
        evidence: maybe(&ctx.input, "evidence"),
        residual_actions,
        files: ctx.files.to_vec(),
    }))
}
