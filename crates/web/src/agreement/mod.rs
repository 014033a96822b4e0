//! Agreements between departments: proposed, revised, signed by both, ended.

mod acts;
mod binding;
mod form;
pub mod page;
pub mod performance;
mod show;
pub mod simulation;

use baton_core::agreement::Agreement;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::Route;
use crate::view::agreement::{Source, agreement};

pub static ROUTES: &[&[Route]] =
    &[show::ROUTES, binding::ROUTES, simulation::ROUTES, performance::ROUTES, acts::ROUTES];

/// The agreement as it is after an act.
fn answer(ctx: &Ctx, one: &Agreement) -> Result<Answer, Trouble> {
    let (book, directory) = (ctx.desk()?.agreements(), ctx.desk()?.directory());
    let source = Source { book: &book, directory: &directory, who: &ctx.who, now: ctx.now };
    Ok(Answer::json(&agreement(&source, one))?.version(one.version))
}
