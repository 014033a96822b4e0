//! A case is merged into another one, and taken out again.

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::refusal::{Code, Refusal};
use baton_core::{say, word};

use crate::case;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::case::CASE;

pub static MERGER: Shape = Shape::new(
    "CaseMergerForm",
    &[Field::id("survivor")
        .required()
        .label(word!("case-merger-goes-on-in"))
        .hint(word!("case-merger-the-reference-of-the-case-that"))
        .ask(word!("case-merger-name-the-case-that-goes-on"))],
);

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/cases/{id}/merger", "cases.merger.create", Access::SignedIn, create)
        .summary("Merge a case into another one of the same customer, in which it goes on")
        .body(&MERGER)
        .answers(&[Reply::ok("The case that was merged", &Out::Thing(&CASE))])
        .refusals(&[
            Code::NotYourSide,
            Code::RequestOpen,
            Code::PromiseOpen,
            Code::IllegalMove,
            Code::Terminal,
        ]),
    Route::post("/api/v1/cases/{id}/separation", "cases.separation.create", Access::SignedIn, undo)
        .summary("Take a merger back: the case is on its own again")
        .answers(&[Reply::ok("The case as it is now", &Out::Thing(&CASE))])
        .refusals(&[Code::NotYourSide, Code::IllegalMove, Code::Terminal]),
];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (merged, _) = merge(&ctx).await?;
        case::answer(&ctx, merged).await
    })
}

fn undo(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = separate(&ctx).await?;
        case::answer(&ctx, case).await
    })
}

/// Merges the case of the address into the one that was named; gives both.
pub async fn merge(ctx: &Ctx) -> Result<(Arc<Case>, Arc<Case>), Trouble> {
    let case = reach::case(ctx, ctx.param("id")).await?;
    let survivor = survivor(ctx, ctx.input.words("survivor")).await?;
    let done = ctx.desk()?.merge(&ctx.who, case.id, survivor.id, ctx.asked()).await?;
    Ok((done.state, survivor))
}

/// Takes the merger of the case of the address back.
pub async fn separate(ctx: &Ctx) -> Result<Arc<Case>, Trouble> {
    let case = reach::case(ctx, ctx.param("id")).await?;
    Ok(ctx.desk()?.separate(&ctx.who, case.id, ctx.asked()).await?.state)
}

/// The case that is to go on; what the caller cannot see is not there.
pub async fn survivor(ctx: &Ctx, text: &str) -> Result<Arc<Case>, Trouble> {
    match reach::case(ctx, text.trim()).await {
        Err(Trouble::Refused(_)) => {
            let message = say!("case-merger-there-is-no-such-case-that");
            Err(Refusal::invalid("survivor", "not_found", message).into())
        }
        other => other,
    }
}
