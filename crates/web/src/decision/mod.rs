//! What somebody is asked to decide: at a level of an escalation, or on a dispute.

mod list;
mod page;

use baton_core::case::kinds::ClockKind;
use baton_core::case::request::deciders::{Decider, Wanted, deciders};
use baton_core::ids::PersonId;
use baton_store::rows::Cursor;
use baton_store::rows::decider::{self, DeciderRow};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::Route;
use crate::shape::Field;

pub use page::ToDecide;

pub static ROUTES: &[&[Route]] = &[list::ROUTES, page::ROUTES];

const QUERY: &[Field] = &[Field::text("after", 80), Field::whole("limit", 1, 200)];

/// A row that still waits, and the clock that ran out where that is why.
pub struct Wanting {
    row: DeciderRow,
    late: Option<ClockKind>,
}

/// What waits for the caller, what is due first first: a page, and where the next one begins.
async fn wanted(
    ctx: &Ctx,
    after: Option<&Cursor>,
    limit: u32,
) -> Result<(Vec<Wanting>, Option<Cursor>), Trouble> {
    let Some(me) = ctx.who.person() else { return Ok((Vec::new(), None)) };
    let page = decider::list(&ctx.desk()?.store().link(), me, after, limit).await?;
    Ok((waiting(ctx, me, page.items).await?, page.next))
}

/// Those of the rows that still wait for this person: somebody may have acted since they were
/// written.
async fn waiting(ctx: &Ctx, me: PersonId, rows: Vec<DeciderRow>) -> Result<Vec<Wanting>, Trouble> {
    let desk = ctx.desk()?;
    let calendars = desk.calendars();
    let mut waiting = Vec::with_capacity(rows.len());
    for row in rows {
        let case = desk.case(row.case).await?;
        let Some(request) = case.request(row.request) else { continue };
        let mine = |one: &Decider| (one.person, one.wanted) == (me, row.wanted);
        if deciders(request, &calendars).iter().any(mine) {
            let level = request.unanswered().filter(|_| row.wanted == Wanted::Level);
            let late = level.and_then(|level| level.late).map(|late| late.clock);
            waiting.push(Wanting { row, late });
        }
    }
    Ok(waiting)
}
