//! The customer's side: asking, and following what was asked. No account, no tracking, and nothing
//! that is not theirs.

mod ask;
mod follow;
mod page;
mod show;
mod steps;

use crate::ctx::Ctx;
use crate::limits::{Rule, of_address};
use crate::page::Page;
use crate::problem::Trouble;
use crate::route::Route;

/// Questions of one address.
const ASK: Rule = Rule { name: "ask", most: 10, within: baton_core::time::Span::minutes(3) };
/// Looking something up, from one address.
const FOLLOW: Rule = Rule { name: "follow", most: 20, within: baton_core::time::Span::minutes(3) };

pub static ROUTES: &[&[Route]] = &[ask::ROUTES, follow::ROUTES];

pub fn samples() -> Vec<Page> {
    [page::samples(), show::samples()].concat()
}

fn count(ctx: &Ctx, rule: Rule) -> Result<(), Trouble> {
    Ok(ctx.app.limits.count(rule, &of_address(ctx.address), ctx.now)?)
}

/// Names this very sending, so that the same form sent twice acts once.
fn sending(ctx: &Ctx) -> String {
    baton_core::vault::hex(&ctx.body_print)
}
