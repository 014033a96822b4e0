//! What came with a message: files to keep, and the mail's own HTML behind two walls.

use axum::http::{HeaderName, header};
use baton_core::case::state::Message;
use baton_core::ids::MessageId;
use baton_desk::mail::html::{FRAME_POLICY, frame_document};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach::File;
use crate::route::{Access, Pending, Reply, Route};
use crate::upload;

pub const ROUTES: &[Route] = &[
    Route::get(
        "/cases/{id}/messages/{message}/files/{index}",
        "pages.cases.messages.files.show",
        Access::SignedIn,
        show,
    )
    .summary("A file that came with a message, to be kept")
    .answers(&[Reply::bare(200, "The file")]),
    Route::get(
        "/cases/{id}/messages/{message}/html",
        "pages.cases.messages.html.show",
        Access::SignedIn,
        show_html,
    )
    .summary("The mail's own HTML, cleaned, for a sandboxed frame")
    .answers(&[Reply::bare(200, "The document")]),
];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = open(&ctx).await?;
        let message = message(&ctx, &file)?;
        let index: usize = ctx.id("index")?;
        let one = message.attachments.get(index).ok_or_else(Trouble::not_found)?;
        let bytes = ctx.desk()?.files().read(&one.file).await?.ok_or_else(Trouble::not_found)?;
        Ok(upload::to_keep(file.texts.show(one.name), bytes))
    })
}

fn show_html(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let file = open(&ctx).await?;
        let hash = message(&ctx, &file)?.html.clone().ok_or_else(Trouble::not_found)?;
        let bytes = ctx.desk()?.files().read(&hash).await?.ok_or_else(Trouble::not_found)?;
        let document = frame_document(&String::from_utf8_lossy(&bytes));
        let policy = format!(
            "{FRAME_POLICY}; frame-ancestors 'self'; \
             sandbox allow-popups allow-popups-to-escape-sandbox"
        );
        Ok(Answer::bytes("text/html; charset=utf-8", document)
            .header(header::CONTENT_SECURITY_POLICY, &policy)
            .header(header::REFERRER_POLICY, "no-referrer")
            .header(HeaderName::from_static("x-frame-options"), "SAMEORIGIN"))
    })
}

async fn open(ctx: &Ctx) -> Result<File, Trouble> {
    super::frame::open(ctx).await
}

fn message<'a>(ctx: &Ctx, file: &'a File) -> Result<&'a Message, Trouble> {
    let id: MessageId = ctx.id("message")?;
    file.case.message(id).ok_or_else(Trouble::not_found)
}
