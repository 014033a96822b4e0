//! Logging a talk by the API.

use super::entry::{self, ABOUT, SAID, WITH};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Out, Shape};
use crate::view::{MAYBE_ID, view};
use baton_core::refusal::Code;

static TALK: Shape = Shape::new("TalkForm", &[ABOUT, WITH, SAID]);

const KINDS: &[&str] = &["call", "note"];

view! {
    TalkView as TALK_VIEW "Talk" {
        "kind" kind: &'static str = Out::Choice(KINDS),
        "ref" reference: String = Out::Text,
        /// Only where it was logged in the case itself.
        "case" case: Option<String> = MAYBE_ID,
        "request" request: Option<String> = MAYBE_ID,
    }
}

pub const ROUTES: &[Route] = &[Route::post("/api/v1/log", "log.create", Access::SignedIn, create)
    .summary("Log a call or a talk, by what it was about, who it was with and what was said")
    .body(&TALK)
    .answers(&[Reply::created("What it was logged as, and where", &Out::Thing(&TALK_VIEW))])
    .refusals(&[Code::IllegalMove, Code::Terminal])];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let about = entry::about(&ctx, ctx.input.words("about")).await?;
        let kind = entry::keep(&ctx, &about).await?;
        let view = TalkView {
            kind,
            reference: about.reference(),
            case: about.request.is_none().then(|| about.case.id.to_string()),
            request: about.request.map(|id| id.to_string()),
        };
        Ok(Answer::json(&view)?.status(axum::http::StatusCode::CREATED))
    })
}
