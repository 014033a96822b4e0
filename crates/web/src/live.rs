//! What changed for this reader, as it happens: ids only, as server-sent events.
//!
//! The stream says where to look and nothing of what is there; whoever is told reads the thing
//! itself, by the same rules as ever. It listens to the one follower of the node, so a connection
//! that is open costs no reading of the database.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::HeaderName;
use baton_core::case::request::sight::{case_sight, sight};
use baton_core::word;
use baton_desk::{Ear, News};
use futures_util::stream;
use tokio::sync::{broadcast, watch};
use tokio::time::{Interval, MissedTickBehavior, interval};

use crate::answer::Answer;
use crate::ctx::{Ctx, Via};
use crate::presence::{self, Thing};
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Field;

/// Whoever is made inactive hears nothing more after this long.
const LOOK: Duration = Duration::from_millis(500);
/// A line without meaning after so many looks without news, so that proxies keep the line open.
const QUIET: u32 = 30;
/// After so many looks the stream ends, and who listens comes back as whoever they are then.
const LIFE: u32 = 1_200;
/// When to come back, in milliseconds.
const START: &str = "retry: 1000\n\n";

const QUERY: &[Field] = &[Field::text("after", 20).hint(word!("live-the-id-of-the-last-event"))];
const ANSWERS: &[Reply] = &[Reply::bare(
    200,
    "Events: `id: SEQ`, `data: {\"case\", \"request\", \"kind\"}`; and for things where you are \
     present yourself `event: presence`, `data: {\"case\", \"request\", \"others\"}`",
)];

pub static ROUTES: &[&[Route]] = &[&[
    Route::get("/api/v1/live", "live.show", Access::SignedIn, show)
        .summary("What changes, as it happens: server-sent events with ids only")
        .query(QUERY)
        .answers(ANSWERS),
    Route::get("/live", "pages.live.show", Access::SignedIn, show)
        .summary("What changes, as it happens, for the pages that are open")
        .query(QUERY)
        .answers(ANSWERS),
]];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let asked = ctx.query.text("after").and_then(|text| text.parse().ok());
        let stream = Stream {
            ear: ctx.desk()?.listen(ctx.last_event.or(asked)).await?,
            present: ctx.app.presences.listen(),
            sessions: ctx.app.sessions_ended.subscribe(),
            beat: beat(),
            age: 0,
            quiet: 0,
            start: true,
            ctx,
        };
        let lines = stream::unfold(stream, |mut stream| async move {
            // An error ends the stream; the browser comes back with the last id that it saw.
            let chunk = stream.next().await.ok().flatten()?;
            Some((Ok::<_, Infallible>(Bytes::from(chunk)), stream))
        });
        let answer = Answer::stream("text/event-stream", Body::from_stream(lines));
        Ok(answer.header(HeaderName::from_static("x-accel-buffering"), "no"))
    })
}

fn beat() -> Interval {
    let mut beat = interval(LOOK);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    beat
}

/// One reader's open connection.
struct Stream {
    ctx: Ctx,
    ear: Ear,
    present: broadcast::Receiver<Thing>,
    sessions: watch::Receiver<u64>,
    beat: Interval,
    /// Looks since it was opened, and since something was sent.
    age: u32,
    quiet: u32,
    start: bool,
}

impl Stream {
    /// The next lines to send; `None` when it is over.
    async fn next(&mut self) -> Result<Option<String>, Trouble> {
        if std::mem::take(&mut self.start) {
            return Ok(Some(START.to_owned()));
        }
        loop {
            let line = tokio::select! {
                news = self.ear.next() => match news? {
                    Some(news) if self.is_let_in() => self.line(&news),
                    _ => return Ok(None),
                },
                // Whoever missed one hears of it with their own next beat.
                thing = self.present.recv() => match thing {
                    Ok(thing) if self.is_let_in() => self.presence(thing).await?,
                    _ => None,
                },
                _ = self.sessions.changed() => {
                    if !self.is_signed_in().await? { return Ok(None) }
                    None
                }
                _ = self.beat.tick() => {
                    self.age += 1;
                    self.quiet += 1;
                    if self.age > LIFE || !self.is_let_in() { return Ok(None) }
                    (self.quiet >= QUIET).then(|| ":\n\n".to_owned())
                }
            };
            if line.is_some() {
                self.quiet = 0;
                return Ok(line);
            }
        }
    }

    /// Takes the reader as they are now; false when they are no longer let in.
    fn is_let_in(&mut self) -> bool {
        let person = self.ctx.who.person();
        let who = self.ctx.desk().ok().zip(person).and_then(|(desk, person)| desk.who(person));
        let Some(who) = who else { return false };
        self.ctx.who = who;
        true
    }

    /// Whether the session, if it came by one, is still there.
    async fn is_signed_in(&self) -> Result<bool, Trouble> {
        let viewer = self.ctx.viewer()?;
        let Via::Session(print) = viewer.via else { return Ok(true) };
        let sessions = self.ctx.app.doors.sessions(viewer.person).await;
        Ok(sessions.map_err(Trouble::Broken)?.iter().any(|session| session.print == print))
    }

    /// An event as this reader may know of it, if at all.
    fn line(&self, news: &News) -> Option<String> {
        let (case, who) = (&*news.case, &self.ctx.who);
        let whole = case_sight(case, who).any();
        let request = news.request.and_then(|id| case.request(id));
        // A draft of another department is not there, though the case is.
        let part = request.is_some_and(|request| sight(case, request, who).any());
        if !part && (!whole || news.request.is_some()) {
            return None;
        }
        let told = serde_json::json!({
            "case": whole.then(|| case.id.to_string()),
            "request": news.request.map(|id| id.to_string()),
            "kind": news.kind,
        });
        Some(format!("id: {}\ndata: {told}\n\n", news.seq))
    }

    /// Who is at a thing, for a reader who is there and may see it.
    async fn presence(&self, thing: Thing) -> Result<Option<String>, Trouble> {
        let (ctx, now) = (&self.ctx, self.ctx.app.doors.now());
        let here = ctx.who.person().is_some_and(|me| ctx.app.presences.is_here(thing, me, now));
        if !here || !may_see(ctx, thing).await? {
            return Ok(None);
        }
        let (case, request) = match thing {
            Thing::Case(id) => (Some(id.to_string()), None),
            Thing::Request(id) => (None, Some(id.to_string())),
        };
        let others = presence::others(ctx, thing)?.others;
        let told = serde_json::json!({ "case": case, "request": request, "others": others });
        Ok(Some(format!("event: presence\ndata: {told}\n\n")))
    }
}

async fn may_see(ctx: &Ctx, thing: Thing) -> Result<bool, Trouble> {
    let found = match thing {
        Thing::Case(id) => reach::case(ctx, &id.to_string()).await.map(|_| ()),
        Thing::Request(id) => reach::request(ctx, &id.to_string()).await.map(|_| ()),
    };
    match found {
        Ok(()) => Ok(true),
        Err(Trouble::Refused(_)) => Ok(false),
        Err(trouble) => Err(trouble),
    }
}
