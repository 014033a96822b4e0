//! Requests. Each verb is a noun with its own file: what it takes, and the act it makes of it.

pub mod acts;
pub mod answer;
pub mod clarification;
pub mod clocks;
pub mod counter;
pub mod decline;
pub mod delivery;
pub mod dispute;
pub mod escalation;
pub mod excuse;
mod file;
pub mod fit;
pub mod list;
pub mod page;
pub mod raise;
pub mod read_back;
mod show;
pub mod simple;
pub mod wait;

use baton_core::case::command::Command;
use baton_core::case::request::command::Act;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::Route;
use crate::view;

/// Every route of requests.
pub static ROUTES: &[&[Route]] = &[
    list::ROUTES,
    show::ROUTES,
    clocks::ROUTES,
    raise::ROUTES,
    simple::ROUTES,
    read_back::ROUTES,
    clarification::ROUTES,
    answer::ROUTES,
    counter::ROUTES,
    decline::ROUTES,
    wait::ROUTES,
    delivery::ROUTES,
    escalation::ROUTES,
    dispute::ROUTES,
    excuse::ROUTES,
    file::ROUTES,
];

/// Runs an act on the request of the address; answers with the request as the caller may see it.
pub async fn act(ctx: Ctx, act: Act) -> Result<Answer, Trouble> {
    let (case, id, _) = reach::request(&ctx, ctx.param("id")).await?;
    let command = Command::Request(id, Box::new(act));
    let done = ctx.desk()?.act(&ctx.who, case.id, command, ctx.asked()).await?;
    // Whoever has ruled may see it no longer; what they just did is theirs to see all the same.
    shown(&ctx, done.state, id).await
}

/// A request as the caller may see it.
pub async fn answer(
    ctx: &Ctx,
    case: std::sync::Arc<baton_core::case::Case>,
    id: baton_core::ids::RequestId,
) -> Result<Answer, Trouble> {
    use baton_core::case::request::sight::sight;
    let seen = case.request(id).is_some_and(|request| sight(&case, request, &ctx.who).any());
    if !seen {
        return Err(Trouble::not_found());
    }
    shown(ctx, case, id).await
}

async fn shown(
    ctx: &Ctx,
    case: std::sync::Arc<baton_core::case::Case>,
    id: baton_core::ids::RequestId,
) -> Result<Answer, Trouble> {
    let file = reach::file(ctx, case).await?;
    let request = reach::in_file(&file, id)?;
    let view = view::request::request(&file.source(ctx), request);
    Ok(Answer::json(&view)?.version(request.version))
}
