//! Finds the file that a form or a program names, for whoever may hand it on.

use std::sync::Arc;

use baton_core::access::Sight;
use baton_core::case::Case;
use baton_core::case::command::NewAttachment;
use baton_core::case::request::Request;
use baton_core::case::request::sight::{case_sight, may_open_files};
use baton_core::case::request::state::Stage;
use baton_core::case::state::Attachment;
use baton_core::ids::{MessageId, RequestId};
use baton_core::vault::Texts;
use baton_desk::uploads::attachment;

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;

/// Where a file lies that is no upload.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// Came with a message of the case.
    Message(MessageId, usize),
    /// Went with a request of the case, or came with its answer.
    Request(RequestId, usize),
    /// Is held by the draft of the request.
    Draft(usize),
}

impl Source {
    /// As a form sends it, with the file's name after it.
    pub fn text(self, name: &str) -> String {
        match self {
            Self::Message(message, place) => format!("message-{message}/{place} {name}"),
            Self::Request(request, place) => format!("request-{request}/{place} {name}"),
            Self::Draft(place) => format!("draft/{place} {name}"),
        }
    }

    fn read(text: &str) -> Option<Self> {
        let (of, place) = text.split_once('/')?;
        let place = place.parse().ok()?;
        if of == "draft" {
            return Some(Self::Draft(place));
        }
        match of.split_once('-')? {
            ("message", id) => Some(Self::Message(id.parse().ok()?, place)),
            ("request", id) => Some(Self::Request(id.parse().ok()?, place)),
            _ => None,
        }
    }
}

/// `None` for what is not there, and for what is not theirs to hand on.
pub async fn find(ctx: &Ctx, text: &str) -> Result<Option<NewAttachment>, Trouble> {
    let place = text.split(' ').next().unwrap_or_default();
    match Source::read(place) {
        Some(source) => lying(ctx, source).await,
        None => {
            let found = ctx.desk()?.handed_in(ctx.viewer()?.person, place).await?;
            Ok(found.as_ref().map(attachment))
        }
    }
}

async fn lying(ctx: &Ctx, source: Source) -> Result<Option<NewAttachment>, Trouble> {
    let (case, request) = of_path(ctx).await?;
    let found = match source {
        Source::Message(message, place) => {
            let whole = case_sight(&case, &ctx.who) == Sight::All;
            let message = case.message(message).filter(|_| whole);
            message.and_then(|message| message.attachments.get(place)).cloned()
        }
        Source::Request(id, place) => {
            let calendars = ctx.desk()?.calendars();
            let opens = |one: &&Request| may_open_files(&case, one, &ctx.who, &calendars, ctx.now);
            let request = case.request(id).filter(opens);
            request.and_then(|request| request.files().nth(place)).cloned()
        }
        Source::Draft(place) => {
            let draft = request.filter(|request| request.stage == Stage::Draft);
            draft.and_then(|request| request.ask.files.get(place).cloned())
        }
    };
    let Some(found) = found else { return Ok(None) };
    let file = reach::file(ctx, case).await?;
    Ok(Some(again(&found, &file.texts)))
}

/// The case of the address, and the request where it names one.
async fn of_path(ctx: &Ctx) -> Result<(Arc<Case>, Option<Request>), Trouble> {
    let id = ctx.param("id");
    if ctx.route.path.contains("/cases/{id}") {
        return Ok((reach::case(ctx, id).await?, None));
    }
    let (case, id, _) = reach::request(ctx, id).await?;
    let request = case.request(id).cloned();
    Ok((case, request))
}

fn again(file: &Attachment, texts: &Texts) -> NewAttachment {
    let Attachment { file, name, media_type, size } = file.clone();
    NewAttachment { file, name: texts.show(name).to_owned(), media_type, size }
}
