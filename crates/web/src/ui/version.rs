//! The version that a form was made for, so that nobody overwrites what they have not seen.

use baton_core::refusal::Code;
use maud::Markup;

use super::form;
use crate::ctx::Ctx;
use crate::route::Method;

/// The hidden field. A form that is shown again keeps the version that its first showing had,
/// unless that is what was wrong with it: then what changed is on the page, and the newest holds.
pub fn version(ctx: &Ctx, newest: u32) -> Markup {
    let seen = if is_stale(ctx) { None } else { ctx.seen_version };
    form::version(seen.unwrap_or(newest))
}

/// The version that the form was opened on, where that is no longer the newest: the form is shown
/// again because somebody else was faster, or the page itself asks what has happened meanwhile.
pub fn outdated(ctx: &Ctx, newest: u32) -> Option<u32> {
    let asks = ctx.refusal.is_none() && ctx.route.method == Method::Get;
    ctx.seen_version.filter(|seen| is_stale(ctx) || (asks && *seen < newest))
}

/// Whether the form is shown again because somebody else was faster.
pub fn is_stale(ctx: &Ctx) -> bool {
    ctx.refusal.as_ref().is_some_and(|refusal| refusal.code == Code::StaleVersion)
}
