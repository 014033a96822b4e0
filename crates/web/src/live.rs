//! What changed for this reader, as it happens: ids only, as server-sent events.
//!
//! The stream says where to look and nothing of what is there; whoever is told reads the thing
//! itself, by the same rules as ever. It follows the settled log, so it never skips an event.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, Bytes};
use baton_core::case::event::CaseEvent;
use baton_core::case::request::sight::{case_sight, sight};
use baton_core::ids::StreamId;
use baton_store::journal::{self, Followed};
use futures_util::stream;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Field;

/// How often the log is looked at.
const LOOK: Duration = Duration::from_millis(500);
/// A line without meaning after so many looks without news, so that proxies keep the line open.
const QUIET: u32 = 30;
const TOGETHER: u32 = 200;

const QUERY: &[Field] =
    &[Field::text("after", 20).hint("The id of the last event that was seen; now, if left out.")];

pub static ROUTES: &[&[Route]] =
    &[&[Route::get("/api/v1/live", "live.show", Access::SignedIn, show)
        .summary("What changes, as it happens: server-sent events with ids only")
        .query(QUERY)
        .answers(&[Reply::bare(
            200,
            "Events: `id: SEQ`, `data: {\"case\", \"request\", \"kind\"}`",
        )])]];

struct Follow {
    ctx: Ctx,
    after: i64,
    quiet: u32,
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let link = ctx.desk()?.store().link();
        let after = match ctx.query.text("after").and_then(|text| text.parse().ok()) {
            Some(seq) => seq,
            None => journal::settled_head(&link).await?,
        };
        let follow = Follow { ctx, after, quiet: 0 };
        let lines = stream::unfold(follow, |mut follow| async move {
            // An error ends the stream; the browser comes back with the last id that it saw.
            let chunk = follow.next().await.ok().flatten()?;
            Some((Ok::<_, Infallible>(Bytes::from(chunk)), follow))
        });
        Ok(Answer::stream("text/event-stream", Body::from_stream(lines)))
    })
}

impl Follow {
    /// The next lines to send; `None` when the reader is no longer let in.
    async fn next(&mut self) -> Result<Option<String>, Trouble> {
        loop {
            let desk = self.ctx.desk()?.clone();
            let Some(who) = self.ctx.who.person().and_then(|person| desk.who(person)) else {
                return Ok(None);
            };
            self.ctx.who = who;
            let news = journal::after(&desk.store().link(), self.after, TOGETHER).await?;
            let mut lines = String::new();
            for event in &news {
                self.after = event.seq;
                if let Some(line) = self.line(event).await? {
                    lines.push_str(&line);
                }
            }
            self.quiet += 1;
            if !lines.is_empty() || self.quiet >= QUIET {
                self.quiet = 0;
                return Ok(Some(if lines.is_empty() { ":\n\n".to_owned() } else { lines }));
            }
            if news.is_empty() {
                tokio::time::sleep(LOOK).await;
            }
        }
    }

    /// An event as this reader may know of it, if at all.
    async fn line(&self, event: &Followed) -> Result<Option<String>, Trouble> {
        let StreamId::Case(id) = event.stream else { return Ok(None) };
        let case = self.ctx.desk()?.case(id).await?;
        let about = CaseEvent::decode(&event.kind, event.v, &event.data);
        let request = about.ok().and_then(|about| about.request());
        let whole = case_sight(&case, &self.ctx.who).any();
        let part = request
            .and_then(|id| case.request(id))
            .is_some_and(|request| sight(&case, request, &self.ctx.who).any());
        if !whole && !part {
            return Ok(None);
        }
        let told = serde_json::json!({
            "case": whole.then(|| id.to_string()),
            "request": request.map(|id| id.to_string()),
            "kind": event.kind,
        });
        Ok(Some(format!("id: {}\ndata: {told}\n\n", event.seq)))
    }
}
