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
        // Whatever it says it is, it is kept and not shown: nothing of it runs here.
        Ok(Answer::bytes("application/octet-stream", bytes)
            .header(header::CONTENT_DISPOSITION, &disposition(file.texts.show(one.name)))
            .header(header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
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

/// RFC 6266: a plain name for old browsers, the real one in RFC 8187's form. Nothing of a name can
/// end the header or name a folder.
fn disposition(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !c.is_control()).take(150).collect();
    let clean = clean.trim().trim_start_matches('.');
    let clean = if clean.is_empty() { "file" } else { clean };
    let plain: String = clean
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || " ._-()".contains(c) { c } else { '_' })
        .collect();
    let mut real = String::new();
    for byte in clean.bytes() {
        if byte.is_ascii_alphanumeric() || b"._-".contains(&byte) {
            real.push(char::from(byte));
        } else {
            real.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{real}")
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_name_cannot_leave_its_header_or_its_folder() {
        for (name, header) in [
            ("kettle.jpg", "attachment; filename=\"kettle.jpg\"; filename*=UTF-8''kettle.jpg"),
            (
                "Größe.pdf",
                "attachment; filename=\"Gr__e.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf",
            ),
            ("../../etc/passwd", "attachment; filename=\"passwd\"; filename*=UTF-8''passwd"),
            ("a\"b\r\n.txt", "attachment; filename=\"a_b.txt\"; filename*=UTF-8''a%22b.txt"),
            ("", "attachment; filename=\"file\"; filename*=UTF-8''file"),
        ] {
            assert_eq!(disposition(name), header);
        }
    }
}
