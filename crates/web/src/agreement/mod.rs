//! Agreements between departments: proposed, revised, signed by both, ended.

mod acts;
mod form;
pub mod page;
mod show;

use baton_core::agreement::Agreement;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::Route;
use crate::view::agreement::{Source, agreement};

pub static ROUTES: &[&[Route]] = &[show::ROUTES, acts::ROUTES];

/// The agreement as it is after an act.
fn answer(ctx: &Ctx, one: &Agreement) -> Result<Answer, Trouble> {
    let (book, directory) = (ctx.desk()?.agreements(), ctx.desk()?.directory());
    let source = Source { book: &book, directory: &directory, who: &ctx.who, now: ctx.now };
    Ok(Answer::json(&agreement(&source, one))?.version(one.version))
}
