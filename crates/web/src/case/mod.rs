//! Cases. Each verb is a noun with its own file.

pub mod clocks;
pub mod closure;
pub mod list;
pub mod merger;
pub mod message;
pub mod new;
pub mod owner;
pub mod page;
pub mod promise;
mod show;
pub mod update;
pub mod wait;
pub mod waiver;

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::case::command::Command;
use baton_core::case::request::sight::sight;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach::{self, File};
use crate::route::Route;
use crate::view;

/// Every route of cases.
pub static ROUTES: &[&[Route]] = &[
    list::ROUTES,
    new::ROUTES,
    show::ROUTES,
    clocks::ROUTES,
    message::ROUTES,
    update::ROUTES,
    waiver::ROUTES,
    wait::ROUTES,
    promise::ROUTES,
    owner::ROUTES,
    closure::ROUTES,
    merger::ROUTES,
];

/// Runs a command on the case of the address; gives the state after it.
pub async fn act(ctx: &Ctx, command: Command) -> Result<Arc<Case>, Trouble> {
    let case = reach::case(ctx, ctx.param("id")).await?;
    let done = ctx.desk()?.act(&ctx.who, case.id, command, ctx.asked()).await?;
    Ok(done.state)
}

/// The case as its department sees it. Whoever gave it away by this act sees no more than that.
pub async fn answer(ctx: &Ctx, case: Arc<Case>) -> Result<Answer, Trouble> {
    let version = case.version;
    let file = reach::file(ctx, case).await?;
    Ok(Answer::json(&view_of(ctx, &file)?)?.version(version))
}

/// A draft of another department is not there, though the case is.
pub fn view_of(ctx: &Ctx, file: &File) -> Result<view::case::CaseView, Trouble> {
    let mut view = view::case::case(&file.source(ctx));
    view.requests.retain(|request| shows(ctx, &file.case, &request.id));
    Ok(view)
}

/// Whether a request of a case that somebody may see is for them, too.
fn shows(ctx: &Ctx, case: &Case, request: &str) -> bool {
    let request = request.parse().ok().and_then(|id| case.request(id));
    request.is_some_and(|request| sight(case, request, &ctx.who).any())
}
