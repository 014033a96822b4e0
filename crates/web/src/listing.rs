//! What every list takes: how many, and after which one.

use baton_core::refusal::Refusal;
use baton_core::say;
use baton_store::rows::Cursor;

use crate::ctx::Ctx;
use crate::problem::Trouble;

/// Rows of a page when nothing is said.
const USUAL: u32 = 50;
/// Most rows of a page.
pub const MOST: u32 = 200;

pub fn limit(ctx: &Ctx) -> u32 {
    let asked = ctx.query.whole("limit").and_then(|limit| u32::try_from(limit).ok());
    asked.unwrap_or(USUAL).clamp(1, MOST)
}

/// The cursor of the last row that the caller has.
///
/// # Errors
/// `invalid` when it is none of ours.
pub fn after(ctx: &Ctx) -> Result<Option<Cursor>, Trouble> {
    let Some(text) = ctx.query.text("after") else { return Ok(None) };
    let message = say!("listing-take-the-cursor-from-next-of");
    let cursor = text.parse().map_err(|_| Refusal::invalid("after", "not_known", message))?;
    Ok(Some(cursor))
}
