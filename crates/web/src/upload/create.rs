//! A program hands in a file, for the text that it sends next.

use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use baton_core::case::decide::LARGEST_FILE;
use baton_core::refusal::Refusal;
use baton_core::say;
use baton_core::time::Span;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::{time, view};

/// Base64 takes four characters for three bytes.
#[allow(clippy::cast_possible_truncation, reason = "25 MB fit any usize that we run on")]
const LONGEST: usize = LARGEST_FILE as usize / 3 * 4 + 4;

pub static UPLOAD_FORM: Shape = Shape::new(
    "UploadForm",
    &[
        Field::text("name", 300).required(),
        Field::text("media_type", 200),
        Field::lines("data", LONGEST).required(),
    ],
);

view! {
    UploadView as UPLOAD "Upload" {
        /// What a form names it by, in `files`.
        "id" id: String = Out::Text,
        "name" name: String = Out::Text,
        "media_type" media_type: String = Out::Text,
        "size" size: u64 = Out::Whole,
        /// Until when it waits for its text.
        "until" until: String = Out::Time,
    }
}

pub const ROUTES: &[Route] =
    &[Route::post("/api/v1/uploads", "uploads.create", Access::SignedIn, create)
        .summary("Hand in a file, in Base64, for a text that is sent within a day")
        .body(&UPLOAD_FORM)
        .limit(LONGEST + 4_096)
        .answers(&[Reply::created("The file", &Out::Thing(&UPLOAD))])];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let person = ctx.viewer()?.person;
        let (name, kind) = (ctx.input.words("name"), ctx.input.words("media_type"));
        let bytes = STANDARD
            .decode(ctx.input.words("data").trim())
            .map_err(|_| Refusal::invalid("data", "not_base64", say!("upload-not-base64")))?;
        let upload = ctx.desk()?.hand_in(person, name, kind, bytes).await?;
        let view = UploadView {
            id: upload.id,
            name: upload.name,
            media_type: upload.media_type,
            size: upload.size,
            until: time(ctx.now + Span::times_24h(1)),
        };
        Ok(Answer::json(&view)?.status(StatusCode::CREATED))
    })
}
