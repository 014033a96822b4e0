//! One request, what can be done with it, and its history.

use baton_core::case::request::moves::moves;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::reach;
use crate::request;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::Items;
use crate::view::moves::{MOVE, MoveView};
use crate::view::request::REQUEST;
use crate::view::timeline::{LINE, timeline};

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/requests/{id}", "requests.show", Access::SignedIn, show)
        .summary("A request, as you may see it")
        .answers(&[Reply::ok("The request", &Out::Thing(&REQUEST))]),
    Route::get("/api/v1/requests/{id}/moves", "requests.moves.show", Access::SignedIn, show_moves)
        .summary("What you can do with a request now; exactly these succeed")
        .answers(&[Reply::ok("The moves", &Out::List(&Out::Thing(&MOVE)))]),
    Route::get(
        "/api/v1/requests/{id}/timeline",
        "requests.timeline.show",
        Access::SignedIn,
        show_timeline,
    )
    .summary("The history of a request in words")
    .answers(&[Reply::ok("The lines, oldest first", &Out::Items(&Out::Thing(&LINE)))]),
];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (case, id, _) = reach::request(&ctx, ctx.param("id")).await?;
        request::answer(&ctx, case, id).await
    })
}

fn show_moves(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (case, id, _) = reach::request(&ctx, ctx.param("id")).await?;
        let legal = case.request(id).map(|request| moves(&case, request, &ctx.who));
        let below = format!("/api/v1/requests/{id}");
        let view = |mv: baton_core::case::request::moves::Move| {
            MoveView::new(mv.name(), &below, mv.path())
        };
        let views: Vec<MoveView> = legal.unwrap_or_default().into_iter().map(view).collect();
        Answer::json(&views)
    })
}

fn show_timeline(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (case, id, seen) = reach::request(&ctx, ctx.param("id")).await?;
        let history = ctx.desk()?.history(&case).await?;
        let file = reach::file(&ctx, case).await?;
        let lines = timeline(&history, seen, Some(id), &*file.directory, &file.texts);
        Answer::json(&Items::whole(lines))
    })
}
