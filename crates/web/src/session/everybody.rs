//! Sessions, for programs and for administrators: who is signed in where, and to end it.

use baton_core::refusal::{Code, Refusal};
use baton_core::say;
use baton_store::access::{self, Session};
use maud::html;

use crate::admin::way;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out};
use crate::ui;
use crate::ui::table::{Cell, Table};
use crate::view::{Items, time, view};

/// The most that are listed.
const MOST: u32 = 500;
const PATH: &str = "/admin/sessions";

view! {
    SessionView as SESSION "Session" {
        "id" id: String = Out::Id,
        "person" person: String = Out::Id,
        /// The browser as it names itself.
        "label" label: String = Out::Text,
        "created_at" created_at: String = Out::Time,
        "seen_at" seen_at: String = Out::Time,
        "expires_at" expires_at: String = Out::Time,
    }
}

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/sessions", "sessions.list", Access::SignedIn, list)
        .summary("Where you are signed in, or everybody is for administrators")
        .query(&[Field::choice("whose", &["mine", "all"])])
        .answers(&[Reply::ok("The sessions", &Out::Items(&Out::Thing(&SESSION)))])
        .refusals(&[Code::NotAllowed]),
    Route::post("/api/v1/sessions/{id}/ending", "sessions.ending.create", Access::SignedIn, end)
        .summary("End a session of your own, or anybody's as an administrator")
        .answers(&[Reply::bare(204, "It has ended")]),
    Route::get(PATH, "pages.admin.sessions.list", Access::Administrator, show)
        .summary("Who is signed in where")
        .answers(&[Reply::bare(200, "The list")]),
    Route::post(
        "/admin/sessions/{id}/ending",
        "pages.admin.sessions.ending.create",
        Access::Administrator,
        end_one,
    )
    .summary("End anybody's session")
    .answers(&[Reply::bare(303, "Back to the list")]),
];

/// Enough of its print to tell it from others, too little to be it.
fn handle(session: &Session) -> &str {
    session.id.get(..16).unwrap_or_default()
}

async fn sessions(ctx: &Ctx, all: bool) -> Result<Vec<Session>, Trouble> {
    let link = ctx.desk()?.store().link();
    if all {
        return Ok(access::all_sessions(&link, MOST).await?);
    }
    Ok(access::sessions(&link, ctx.viewer()?.person).await?)
}

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let all = ctx.query.text("whose") == Some("all");
        if all && !ctx.who.administrator {
            let detail = say!("session-everybody-administrators-see-the-sessions");
            return Err(Refusal::new(Code::NotAllowed, detail).into());
        }
        let view = |session: Session| SessionView {
            id: handle(&session).to_owned(),
            person: session.person.to_string(),
            created_at: time(session.created_at),
            seen_at: time(session.seen_at),
            expires_at: time(session.expires_at),
            label: session.label,
        };
        let sessions = sessions(&ctx, all).await?;
        Answer::json(&Items::whole(sessions.into_iter().map(view).collect()))
    })
}

async fn ending(ctx: &Ctx) -> Result<(), Trouble> {
    let sessions = sessions(ctx, ctx.who.administrator).await?;
    let wanted = ctx.param("id");
    let session = sessions.into_iter().find(|session| handle(session) == wanted);
    let session = session.ok_or_else(Trouble::not_found)?;
    Ok(ctx.desk()?.end_session(session.person, session.id).await?)
}

fn end(ctx: Ctx) -> Pending {
    Box::pin(async move {
        ending(&ctx).await?;
        Ok(Answer::empty(axum::http::StatusCode::NO_CONTENT))
    })
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let sessions = sessions(&ctx, true).await?;
        let (zone, directory) = (ctx.zone(), ctx.desk()?.directory());
        let moment = |at| ui::when::when(at, ctx.now, &zone);
        let rows = sessions.iter().map(|session| {
            let name = directory.person_name(session.person);
            let action = format!("{PATH}/{}/ending", handle(session));
            vec![
                Cell::head(html! { (name) }),
                Cell::new(html! { (session.label) }),
                Cell::new(moment(session.created_at)),
                Cell::new(moment(session.seen_at)),
                Cell::new(ui::form::act(&ctx.token, &action, say!("session-own-end"), name)),
            ]
        });
        let table = Table {
            caption: say!("session-everybody-sessions-of-everybody-the-last"),
            heads: &[
                say!("session-everybody-who"),
                say!("session-everybody-browser"),
                say!("session-everybody-signed-in"),
                say!("session-everybody-last-used"),
                say!("session-everybody-end-it"),
            ],
            rows: rows.collect(),
        };
        let main = html! {
            p.lead { (say!("session-everybody-to-shut-somebody-out-for-good")) }
            (table.markup())
        };
        Ok(Answer::page(
            Page::new(say!("session-everybody-sessions"), main).at(Place::More).above(way(&ctx)),
        ))
    })
}

fn end_one(ctx: Ctx) -> Pending {
    Box::pin(async move {
        ending(&ctx).await?;
        Ok(Answer::redirect(PATH).told(say!("session-everybody-the-session-was-ended")))
    })
}
