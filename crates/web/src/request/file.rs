//! A file of a request, for whoever may open it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use baton_core::case::request::sight::may_open_files;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::upload::to_keep;
use crate::view::view;

view! {
    OpenedView as OPENED "OpenedFile" {
        "name" name: String = Out::Text,
        "media_type" media_type: String = Out::Text,
        "size" size: u64 = Out::Whole,
        /// The bytes in Base64.
        "data" data: String = Out::Text,
    }
}

pub const ROUTES: &[Route] = &[
    Route::get(
        "/api/v1/requests/{id}/files/{index}",
        "requests.files.show",
        Access::SignedIn,
        show,
    )
    .summary("A file of a request, in Base64")
    .answers(&[Reply::ok("The file", &Out::Thing(&OPENED))]),
    Route::get("/requests/{id}/files/{index}", "pages.requests.files.show", Access::SignedIn, keep)
        .summary("A file of a request, to be kept")
        .answers(&[Reply::bare(200, "The file")]),
];

struct Opened {
    name: String,
    media_type: String,
    bytes: Vec<u8>,
}

/// Finds it for whoever may open it; for anybody else it is not there.
async fn open(ctx: &Ctx) -> Result<Opened, Trouble> {
    let (case, id, _) = reach::request(ctx, ctx.param("id")).await?;
    let file = reach::file(ctx, case).await?;
    let request = reach::in_file(&file, id)?;
    if !may_open_files(&file.case, request, &ctx.who, &file.calendars, ctx.now) {
        return Err(Trouble::not_found());
    }
    let index: usize = ctx.id("index")?;
    let one = request.files().nth(index).ok_or_else(Trouble::not_found)?;
    let bytes = ctx.desk()?.files().read(&one.file).await?.ok_or_else(Trouble::not_found)?;
    let name = file.texts.show(one.name).to_owned();
    Ok(Opened { name, media_type: one.media_type.clone(), bytes })
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let Opened { name, media_type, bytes } = open(&ctx).await?;
        let (size, data) = (bytes.len() as u64, STANDARD.encode(&bytes));
        Answer::json(&OpenedView { name, media_type, size, data })
    })
}

fn keep(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let opened = open(&ctx).await?;
        Ok(to_keep(&opened.name, opened.bytes))
    })
}
