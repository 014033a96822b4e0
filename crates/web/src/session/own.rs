//! The sessions of the person who is signed in: to see where they are signed in, and to end it.

use baton_core::say;
use baton_core::vault::hex;
use maud::{Markup, html};

use super::sign_out::farewell;
use crate::answer::Answer;
use crate::ctx::{Ctx, Via};
use crate::doors::Session;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;
use crate::ui::table::{Cell, Table};

pub const ROUTES: &[Route] = &[
    Route::get("/account/sessions", "account.sessions.show", Access::SignedIn, show)
        .summary("Where you are signed in")
        .answers(&[Reply::bare(200, "The list")]),
    Route::post(
        "/account/sessions/{id}/ending",
        "account.sessions.ending.create",
        Access::SignedIn,
        end,
    )
    .summary("End one of your sessions")
    .answers(&[Reply::bare(303, "Ended")]),
];

/// What names a session on the page: enough of its print to tell them apart, too little to be it.
fn handle(session: &Session) -> String {
    hex(&session.print).get(..16).unwrap_or_default().to_owned()
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let viewer = ctx.viewer()?;
        let mut sessions = ctx.app.doors.sessions(viewer.person).await.map_err(Trouble::Broken)?;
        sessions.sort_by_key(|session| std::cmp::Reverse(session.seen_at));
        let main = html! {
            p.lead { (say!("session-own-end-a-session-that-you-do")) }
            (list(&ctx, &sessions))
        };
        Ok(Answer::page(
            Page::new(say!("session-own-where-you-are-signed-in"), main).at(Place::Account),
        ))
    })
}

fn list(ctx: &Ctx, sessions: &[Session]) -> Markup {
    let current = ctx.viewer.as_ref().map(|viewer| viewer.via);
    let zone = ctx.zone();
    let rows = sessions.iter().map(|session| {
        let here = current == Some(Via::Session(session.print));
        let action = format!("/account/sessions/{}/ending", handle(session));
        let label = if session.label.is_empty() {
            say!("session-own-unknown-browser")
        } else {
            &session.label
        };
        vec![
            Cell::head(
                html! { (label) @if here { " " strong { (say!("session-own-this-one")) } } },
            ),
            Cell::new(ui::when::when(session.created_at, ctx.now, &zone)),
            Cell::new(ui::when::when(session.seen_at, ctx.now, &zone)),
            Cell::new(ui::form::act(&ctx.token, &action, say!("session-own-end"), label)),
        ]
    });
    Table {
        caption: say!("session-own-your-sessions"),
        heads: &[
            say!("session-own-browser"),
            say!("session-own-signed-in"),
            say!("session-own-last-used"),
            say!("session-own-end-it"),
        ],
        rows: rows.collect(),
    }
    .markup()
}

fn end(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let viewer = ctx.viewer()?;
        let wanted = ctx.param("id");
        let sessions = ctx.app.doors.sessions(viewer.person).await.map_err(Trouble::Broken)?;
        let found = sessions.iter().find(|session| handle(session) == wanted);
        let session = found.ok_or_else(Trouble::not_found)?;
        ctx.app.doors.end_session(viewer.person, session.print).await.map_err(Trouble::Broken)?;
        ctx.app.session_ended();
        if viewer.via == Via::Session(session.print) {
            return Ok(farewell(&ctx));
        }
        Ok(Answer::redirect("/account/sessions").told(say!("session-own-the-session-was-ended")))
    })
}
