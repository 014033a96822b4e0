//! The boards of clocks that run: what is at risk, and what is late.

mod list;
mod page;

use baton_core::case::kinds::AnyClock;
use baton_core::word;
use baton_store::rows::clock::{Filter, State};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::Route;
use crate::shape::Field;

pub static ROUTES: &[&[Route]] = &[list::ROUTES, page::ROUTES];

pub const STATES: &[&str] = &["at_risk", "breached"];

const QUERY: &[Field] = &[
    Field::choice("state", STATES).hint(word!("clock-at-risk-if-left-out")),
    Field::text("department", 200).hint(word!("clock-only-where-this-one-must-move")),
    Field::choice("kind", AnyClock::SHOWN),
    Field::flag("mine").hint(word!("clock-only-what-is-with-whoever-asks")),
    Field::text("after", 80),
    Field::whole("limit", 1, 200),
];

/// What the address asks for, within the caller's own departments.
fn filter(ctx: &Ctx) -> Result<Filter, Trouble> {
    let state = match ctx.query.text("state") {
        Some("breached") => State::Breached,
        _ => State::AtRisk,
    };
    let asked = ctx.query.text("department").filter(|text| !text.is_empty());
    let mover = asked.map(|text| reach::department(ctx, "department", text)).transpose()?;
    let kind = ctx.query.text("kind").and_then(AnyClock::parse);
    let person = ctx.who.person().filter(|_| ctx.query.flag("mine"));
    Ok(Filter { state, departments: ctx.who.departments.clone(), mover, kind, person })
}
