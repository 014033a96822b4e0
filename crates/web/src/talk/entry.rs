//! What a talk was about, and the act that keeps it.

use std::sync::Arc;

use baton_core::case::Case;
use baton_core::case::command::{AddMessage, Command};
use baton_core::case::kinds::{Channel, MessageKind};
use baton_core::case::request::command::Act;
use baton_core::directory::Directory;
use baton_core::ids::RequestId;
use baton_core::refusal::Refusal;
use baton_core::vault::erased;
use baton_core::{say, word};

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::search::asked::Asked;
use crate::search::find::{self, Within};
use crate::shape::Field;

pub const ABOUT: Field = Field::text("about", 200)
    .required()
    .label(word!("talk-entry-what-was-it-about"))
    .hint(word!("talk-entry-a-reference-like-c-1042-or"))
    .ask(word!("talk-entry-say-what-it-was-about"));
pub const WITH: Field = Field::text("with", 200)
    .required()
    .label(word!("talk-entry-who-was-it-with"))
    .hint(word!("talk-entry-the-customer-or-the-name-of"))
    .ask(word!("talk-entry-say-whom-you-talked-to"));
pub const SAID: Field = Field::lines("said", 19_000)
    .required()
    .label(word!("talk-entry-what-was-said"))
    .ask(word!("talk-entry-write-what-was-said"));

/// A case, or one request of it.
pub struct About {
    pub case: Arc<Case>,
    pub request: Option<RequestId>,
}

/// Something that the words may mean: its reference, and what it says.
#[derive(Clone, Debug)]
pub struct Choice {
    pub reference: String,
    pub title: String,
}

/// Finds what is meant.
///
/// # Errors
/// `invalid` when nothing fits, and when several things do: then [`choices`] names them.
pub async fn about(ctx: &Ctx, words: &str) -> Result<About, Trouble> {
    let words = words.trim();
    if let Some(found) = named(ctx, words).await? {
        return Ok(found);
    }
    let found = choices(ctx, words).await?;
    let (code, message) = match &*found {
        [only] => {
            let found = named(ctx, &only.reference).await?;
            return found.ok_or_else(Trouble::not_found);
        }
        [] => ("not_found", say!("talk-entry-nothing-that-you-can-see-fits")),
        _ => ("several", say!("talk-entry-several-things-fit-choose-one")),
    };
    Err(Refusal::invalid("about", code, message).into())
}

async fn named(ctx: &Ctx, words: &str) -> Result<Option<About>, Trouble> {
    match reach::case(ctx, words).await {
        Ok(case) => return Ok(Some(About { case, request: None })),
        Err(Trouble::Refused(_)) => {}
        Err(trouble) => return Err(trouble),
    }
    match reach::request(ctx, words).await {
        Ok((case, id, _)) => Ok(Some(About { case, request: Some(id) })),
        Err(Trouble::Refused(_)) => Ok(None),
        Err(trouble) => Err(trouble),
    }
}

/// The most that are offered to choose from.
const OFFERED: usize = 8;

/// What the words stand in, as far as this person may see it.
pub async fn choices(ctx: &Ctx, words: &str) -> Result<Vec<Choice>, Trouble> {
    let gone = || erased().to_owned();
    let asked = Asked::of(ctx, words).await?;
    if asked.query.is_empty() {
        return Ok(Vec::new());
    }
    let cases = find::cases(ctx, &asked, Within::ALL)
        .await?
        .items
        .into_iter()
        .map(|row| Choice { reference: row.reference(), title: row.subject.unwrap_or_else(gone) });
    let requests = find::all_requests(ctx, &asked)
        .await?
        .into_iter()
        .map(|row| Choice { reference: row.reference(), title: row.need.unwrap_or_else(gone) });
    Ok(cases.chain(requests).take(OFFERED).collect())
}

/// Keeps the talk. With a customer it is a call; among colleagues, and on a request, a note.
pub async fn keep(ctx: &Ctx, about: &About) -> Result<&'static str, Trouble> {
    let (with, said) = (ctx.input.words("with").trim(), ctx.input.words("said"));
    let text = say!("talk-entry-talked-with", with, said);
    let desk = ctx.desk()?;
    let customer = about.case.customer.is_some() && !is_colleague(&desk.directory(), with);
    let (what, command) = match about.request {
        Some(id) => ("note", Command::Request(id, Box::new(Act::Note { text }))),
        None if customer => ("call", message(MessageKind::Call, Channel::Phone, text)),
        None => ("note", message(MessageKind::Note, Channel::Internal, text)),
    };
    desk.act(&ctx.who, about.case.id, command, ctx.asked()).await?;
    Ok(what)
}

fn message(kind: MessageKind, channel: Channel, body: String) -> Command {
    Command::AddMessage(AddMessage::plain(kind, channel, body))
}

fn is_colleague(directory: &Directory, name: &str) -> bool {
    let named = |known: &str| known.eq_ignore_ascii_case(name);
    directory.person_by_email(name).is_some()
        || directory.active_people().any(|person| named(directory.person_name(person.id)))
}

impl About {
    pub fn reference(&self) -> String {
        let ordinal = self.request.and_then(|id| self.case.request(id)).map(|one| one.ordinal);
        let case = self.case.reference();
        ordinal.map_or(case.clone(), |ordinal| format!("{case}/{ordinal}"))
    }

    pub fn href(&self) -> String {
        match self.request {
            Some(id) => format!("/requests/{id}"),
            None => format!("/cases/{}", self.case.id),
        }
    }
}
