//! Files that go with a text. A form brings them along; a program hands them in first and names them
//! by their id. A file is named by where it lies, with its name after it for whoever reads that:
//! `UPLOAD kettle.jpg`, `message-ID/0 kettle.jpg` for one that came with a message of the case,
//! `request-ID/0 kettle.jpg` for one that lies with a request, `draft/0 kettle.jpg` for one that the
//! draft of a request holds already.

mod create;
mod keeping;
mod named;
mod parts;

use baton_core::case::command::NewAttachment;
use baton_core::refusal::Refusal;
use baton_core::say;

use crate::ctx::Ctx;
use crate::input::Reading;
use crate::problem::Trouble;
use crate::route::Route;

pub use keeping::to_keep;
pub use named::Source;
pub use parts::{Handed, is_multipart, read, told_apart};

pub static ROUTES: &[&[Route]] = &[create::ROUTES];

/// The name of the field, in every form that takes files.
pub const FIELD: &str = "files";

/// Takes in what came with a form, and finds what it names. What cannot be taken or found is said at
/// the field; the rest is kept, so that nobody has to choose it again.
pub async fn take(
    ctx: &mut Ctx,
    handed: Vec<Handed>,
    reading: Reading,
) -> Result<Reading, Trouble> {
    let person = ctx.viewer()?.person;
    let mut refused = None;
    for one in handed {
        let desk = ctx.desk()?.clone();
        match desk.hand_in(person, &one.name, &one.media_type, one.bytes).await {
            Ok(upload) => ctx.keep(FIELD, format!("{} {}", upload.id, upload.name)),
            Err(baton_desk::Trouble::Refused(refusal)) => refused = Some(refusal),
            Err(other) => return Err(other.into()),
        }
    }
    let named: Vec<String> = match &reading {
        Ok(input) if ctx.route.is_api() => input.texts(FIELD).map(str::to_owned).collect(),
        _ => ctx.kept.values(FIELD).map(str::to_owned).collect(),
    };
    let mut files: Vec<NewAttachment> = Vec::new();
    for text in named.into_iter().filter(|text| !text.trim().is_empty()) {
        match named::find(ctx, &text).await? {
            Some(file) => files.push(file),
            None => {
                ctx.forget(FIELD, &text);
                refused = Some(Refusal::invalid(FIELD, "not_found", say!("upload-not-here")));
            }
        }
    }
    ctx.files = files.into();
    Ok(match (refused, reading) {
        (None, reading) => reading,
        (Some(refusal), Ok(_)) => Err(refusal),
        (Some(refusal), Err(mut other)) => {
            other.fields.extend(refusal.fields);
            Err(other)
        }
    })
}
