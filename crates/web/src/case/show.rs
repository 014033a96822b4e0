//! One case: all of it, what can be done with it, and its history.

use baton_core::access::Sight;
use baton_core::case::moves::{CaseMove, moves};

use crate::answer::Answer;
use crate::case;
use crate::ctx::Ctx;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::Items;
use crate::view::case::CASE;
use crate::view::moves::{MOVE, MoveView};
use crate::view::timeline::{LINE, timeline};

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/cases/{id}", "cases.show", Access::SignedIn, show)
        .summary("A case")
        .answers(&[Reply::ok("The case", &Out::Thing(&CASE))]),
    Route::get("/api/v1/cases/{id}/moves", "cases.moves.show", Access::SignedIn, show_moves)
        .summary("What you can do with a case now; exactly these succeed")
        .answers(&[Reply::ok("The moves", &Out::List(&Out::Thing(&MOVE)))]),
    Route::get(
        "/api/v1/cases/{id}/timeline",
        "cases.timeline.show",
        Access::SignedIn,
        show_timeline,
    )
    .summary("The history of a case in words")
    .answers(&[Reply::ok("The lines, oldest first", &Out::Items(&Out::Thing(&LINE)))]),
];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        case::answer(&ctx, case).await
    })
}

fn show_moves(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        let below = format!("/api/v1/cases/{}", case.id);
        let view = |mv: CaseMove| MoveView::new(mv.name(), &below, mv.path());
        let views: Vec<MoveView> = moves(&case, &ctx.who, ctx.now).into_iter().map(view).collect();
        Answer::json(&views)
    })
}

fn show_timeline(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = reach::case(&ctx, ctx.param("id")).await?;
        let history = ctx.desk()?.history(&case).await?;
        let file = reach::file(&ctx, case).await?;
        let mut lines = timeline(&history, Sight::All, None, &*file.directory, &file.texts);
        let shows = |request: &String| case::shows(&ctx, &file.case, request);
        lines.retain(|line| line.request.as_ref().is_none_or(shows));
        Answer::json(&Items::whole(lines))
    })
}
