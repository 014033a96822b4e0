//! Messages of a case: written, logged, taken back.

use baton_core::case::Case;
use baton_core::case::command::{AddMessage, Command, Incoming};
use baton_core::case::kinds::{Channel, MessageKind};
use baton_core::case::mention::{advice, mentioned};
use baton_core::refusal::{Code, Refusal};
use baton_core::writing::Kind as Writing;
use baton_core::{say, word};

use crate::answer::Answer;
use crate::case;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::request::acts::{LONG, choice, maybe, words};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};
use crate::view::case::{CASE, WRITTEN, WrittenView, message};

pub static MESSAGE_FORM: Shape = Shape::new(
    "MessageForm",
    &[
        Field::choice("kind", &["note", "reply", "call", "inbound"])
            .required()
            .label(word!("case-message-what-is-it"))
            .ask(word!("case-message-say-what-it-is-a-note")),
        Field::choice("channel", Channel::NAMES).needed().label(word!("case-message-how")),
        Field::lines("body", LONG)
            .needed()
            .label(word!("case-message-message"))
            .writing(Writing::CustomerMessage),
        Field::text("to", 320)
            .label(word!("case-message-to"))
            .hint(word!("case-message-the-customers-own-address-if")),
        Field::time("next_update_by")
            .label(word!("case-message-when-does-the-customer-hear-again"))
            .hint(word!("case-message-the-first-reply-says-so")),
        Field::files().hint(word!("case-message-files-hint")),
    ],
);

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/cases/{id}/messages", "cases.messages.create", Access::SignedIn, create)
        .summary("Write a note or a reply, log a call, record what came in")
        .body(&MESSAGE_FORM)
        .answers(&[Reply::created("The message", &Out::Thing(&WRITTEN))])
        .refusals(&[Code::Terminal, Code::ExpectationMissing]),
    Route::post(
        "/api/v1/cases/{id}/messages/{message}/undo",
        "cases.messages.undo.create",
        Access::SignedIn,
        undo,
    )
    .summary("Take back a message that has not left")
    .answers(&[Reply::ok("The case as it is now", &Out::Thing(&CASE))])
    .refusals(&[Code::IllegalMove, Code::Terminal]),
];

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let case = case::act(&ctx, command(&ctx)?).await?;
        let not_told = not_told(&ctx, &case)?;
        let file = reach::file(&ctx, case).await?;
        let added = file.case.messages.last();
        let added = added.ok_or_else(|| Trouble::broken("an added message is not there"))?;
        let message = message(&file.source(&ctx), added);
        let answer = Answer::json(&WrittenView { message, not_told })?.version(file.case.version);
        Ok(answer.status(axum::http::StatusCode::CREATED))
    })
}

/// A sentence about each who is named in the text that was sent and cannot see the case.
pub fn not_told(ctx: &Ctx, case: &Case) -> Result<Vec<String>, Trouble> {
    if !matches!(ctx.input.words("kind"), "note" | "call") {
        return Ok(Vec::new());
    }
    let directory = ctx.desk()?.directory();
    let found = mentioned(case, None, ctx.input.words("body"), &directory, ctx.who.person());
    Ok(found.blind.into_iter().map(|named| advice(named, &directory)).collect())
}

/// The message that was just added, with 201.
pub async fn newest(
    ctx: &Ctx,
    case: std::sync::Arc<baton_core::case::Case>,
) -> Result<Answer, Trouble> {
    let file = reach::file(ctx, case).await?;
    let Some(added) = file.case.messages.last() else {
        return Err(Trouble::broken("an added message is not there"));
    };
    let view = message(&file.source(ctx), added);
    let answer = Answer::json(&view)?.version(file.case.version);
    Ok(answer.status(axum::http::StatusCode::CREATED))
}

pub fn command(ctx: &Ctx) -> Result<Command, Trouble> {
    let input = &ctx.input;
    let body = words(input, "body");
    match input.words("kind") {
        "inbound" => {
            if body.trim().is_empty() {
                return Err(Refusal::invalid(
                    "body",
                    "missing",
                    say!("case-message-write-what-came-in"),
                )
                .into());
            }
            let attachments = ctx.files.to_vec();
            Ok(Command::Receive(Incoming { body, attachments, ..Incoming::default() }))
        }
        kind => {
            let kind = MessageKind::parse(kind).unwrap_or(MessageKind::Note);
            let usual = match kind {
                MessageKind::Note => Channel::Internal,
                MessageKind::Call => Channel::Phone,
                _ => Channel::Email,
            };
            let channel = choice(input, "channel", Channel::parse).unwrap_or(usual);
            let (to, next_update_by) = (maybe(input, "to"), input.time("next_update_by"));
            let files = ctx.files.to_vec();
            Ok(Command::AddMessage(AddMessage { kind, channel, body, to, next_update_by, files }))
        }
    }
}

fn undo(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let message = ctx.id("message")?;
        let case = case::act(&ctx, Command::UndoMessage { message }).await?;
        case::answer(&ctx, case).await
    })
}
