//! What is kept of an agreement, both ways.

use baton_core::agreement::{Agreement, Book, Performance, Row, Side};
use baton_store::rows::clock::Pair;

use super::simulation::{ROW, RowView, SIDE, SideView, row, side};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::kpi::{pair, performance};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::{MAYBE_ID, time, view};

view! {
    PerformanceView as PERFORMANCE "Performance" {
        "from" from: String = Out::Time,
        "until" until: String = Out::Time,
        /// This agreement first, then what the department that is asked here asks of the other.
        "directions" directions: Vec<DirectionView> = Out::List(&Out::Thing(&DIRECTION)),
    }
    DirectionView as DIRECTION "PerformanceOfDirection" {
        "asks" asks: String = Out::Id,
        "is_asked" is_asked: String = Out::Id,
        /// Null where nothing is agreed: the usual times hold.
        "agreement" agreement: Option<String> = MAYBE_ID,
        "sides" sides: Vec<SideView> = Out::List(&Out::Thing(&SIDE)),
        "rows" rows: Vec<RowView> = Out::List(&Out::Thing(&ROW)),
    }
}

pub const ROUTES: &[Route] = &[Route::get(
    "/api/v1/agreements/{id}/performance",
    "agreements.performance.show",
    Access::SignedIn,
    show,
)
.summary("What was kept of an agreement in the last 90 days, both ways")
.answers(&[Reply::ok("Both directions", &Out::Thing(&PERFORMANCE))])];

/// One direction: whom it is between, and what was kept.
pub struct Direction {
    pub pair: Pair,
    pub kept: Performance,
}

/// This agreement, and what stands against it the other way round.
pub async fn both_ways(ctx: &Ctx, book: &Book, one: &Agreement) -> Result<[Direction; 2], Trouble> {
    let back = book.in_force(one.to, one.from, None, ctx.now).map(|(back, _)| back.id);
    let back = Pair { from: one.to, to: one.from, agreement: back };
    let there = Direction { pair: pair(one), kept: performance(ctx, pair(one)).await? };
    Ok([there, Direction { pair: back, kept: performance(ctx, back).await? }])
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let book = ctx.desk()?.agreements();
        let one = book.get(ctx.id("id")?).ok_or_else(Trouble::not_found)?;
        let both = both_ways(&ctx, &book, one).await?;
        let window = both[0].kept.window;
        Answer::json(&PerformanceView {
            from: time(window.from),
            until: time(window.until),
            directions: both.iter().map(direction).collect(),
        })
    })
}

fn direction(direction: &Direction) -> DirectionView {
    let Direction { pair, kept } = direction;
    let rows: &[Row] = &kept.rows;
    DirectionView {
        asks: pair.from.to_string(),
        is_asked: pair.to.to_string(),
        agreement: pair.agreement.map(|id| id.to_string()),
        sides: Side::ALL.iter().map(|of| side(*of, &kept.side(*of))).collect(),
        rows: rows.iter().map(row).collect(),
    }
}
