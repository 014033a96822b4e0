//! What the caller is asked to decide, for programs.

use baton_core::case::kinds::ClockKind;
use baton_core::case::request::deciders::Wanted;

use super::{QUERY, Wanting, wanted};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::listing;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::{Items, MAYBE_TEXT, time, view};

view! {
    WantedDecisionView as WANTED_DECISION "WantedDecision" {
        "request" request: String = Out::Id,
        "ref" reference: String = Out::Text,
        "need" need: Option<String> = MAYBE_TEXT,
        /// The decision at a level that was added, or the ruling on a dispute.
        "wanted" wanted: &'static str = Out::Choice(Wanted::NAMES),
        /// Null for a ruling.
        "level" level: Option<u8> = Out::Maybe(&Out::Whole),
        /// The clock that ran out, where that is why.
        "late" late: Option<&'static str> = Out::Maybe(&Out::Choice(ClockKind::NAMES)),
        "from" from: String = Out::Id,
        "to" to: String = Out::Id,
        "due" due: String = Out::Time,
    }
}

pub const ROUTES: &[Route] =
    &[Route::get("/api/v1/decisions", "decisions.list", Access::SignedIn, list)
        .summary("What you are asked to decide: levels of escalations, and rulings on disputes")
        .query(QUERY)
        .answers(&[Reply::ok(
            "A page of them, what is due first first",
            &Out::Items(&Out::Thing(&WANTED_DECISION)),
        )])];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let after = listing::after(&ctx)?;
        let (items, next) = wanted(&ctx, after.as_ref(), listing::limit(&ctx)).await?;
        let next = next.map(|next| next.to_string());
        Answer::json(&Items { items: items.iter().map(shown).collect(), next })
    })
}

fn shown(Wanting { row, late }: &Wanting) -> WantedDecisionView {
    WantedDecisionView {
        request: row.request.to_string(),
        reference: row.reference(),
        need: row.need.clone(),
        wanted: row.wanted.name(),
        level: row.level,
        late: late.map(ClockKind::name),
        from: row.from.to_string(),
        to: row.to.to_string(),
        due: time(row.due_at),
    }
}
