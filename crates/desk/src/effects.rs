//! What a decision leads to beside its events: jobs, and texts to be found by.

use std::collections::HashMap;

use baton_core::case::Case;
use baton_core::case::request::Request;
use baton_core::case::request::state::Stage;
use baton_core::draw::Draw;
use baton_core::ids::{
    CalendarId, CaseId, DepartmentId, JobId, MessageId, PersonId, RequestId, StreamId, WordId,
};
use baton_core::log::{Changes, Effect, Version};
use baton_core::time::{Instant, Span};
use baton_core::vault::{Subject, Texts, Word, WordRef};
use baton_store::jobs::{self, NewJob};
use baton_store::search::{self, Doc, Scope};
use baton_store::{Result, Tx, files, journal, vault};
use serde::{Deserialize, Serialize};

use crate::desk::Desk;
use crate::notices::{self, Matter, Told};
use crate::safety::Changed;
use crate::trouble::Trouble;
use crate::undo;

/// How many streams are indexed in one transaction.
const REINDEX: u32 = 100;
/// Longer than any transaction lasts.
const ERASE_AGAIN: Span = Span::minutes(1);

/// What a job is about: ids and choices, never words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum Work {
    SendMessage {
        case: CaseId,
        message: MessageId,
    },
    Remind {
        case: CaseId,
        request: Option<RequestId>,
        /// The due time, where it is still to come and whoever owns the clock is warned of it.
        #[serde(default)]
        due: Option<Instant>,
    },
    /// Erase what was written about a subject while it was being erased, as of that event.
    EraseAgain {
        subject: Subject,
        stream: String,
        version: Version,
        at: Instant,
    },
    /// Tell a person that something changed by which they sign in.
    MailChange {
        letter: JobId,
        person: PersonId,
        changed: Changed,
        /// Where to write in place of their own address.
        address: Option<WordId>,
        at: Instant,
    },
    /// Mail the digits for a new password; `beginning` names it and opens nothing.
    MailDigits {
        letter: JobId,
        beginning: String,
    },
    /// Count the clocks anew that run by a calendar, which has this version now.
    Recount {
        calendar: CalendarId,
        edition: Version,
        /// The last case that was counted.
        after: Option<CaseId>,
    },
    /// Send what has gathered for a person.
    MailDigest {
        person: PersonId,
    },
    MailNotice {
        notice: JobId,
        person: PersonId,
        case: CaseId,
        request: Option<RequestId>,
        about: String,
    },
}

impl Work {
    pub fn name(&self) -> &'static str {
        match self {
            Self::SendMessage { .. } => "send_message",
            Self::Remind { .. } => "remind",
            Self::EraseAgain { .. } => "erase_again",
            Self::Recount { .. } => "recount",
            Self::MailChange { .. } => "mail_change",
            Self::MailDigits { .. } => "mail_digits",
            Self::MailDigest { .. } => "mail_digest",
            Self::MailNotice { .. } => "mail_notice",
        }
    }
}

/// Queues the effects of a decision in its own transaction (law L3).
pub(crate) async fn queue(
    tx: &Tx<'_>,
    desk: &Desk,
    changes: &Changes,
    case: Option<&Case>,
    draw: &mut Draw,
    now: Instant,
) -> Result<()> {
    let owner = case.map(|case| case.owner);
    let (mut jobs, mut told) = (Vec::new(), Told::new());
    let version = changes.expected() + u32::try_from(changes.entries().len()).unwrap_or(0);
    for effect in changes.effects() {
        let (work, key, run_at) = match effect {
            Effect::SendMessage { case, message, not_before } => {
                let work = Work::SendMessage { case: *case, message: *message };
                (work, key_of(*message), undo::leaves_at(*not_before))
            }
            Effect::CancelMessage { message } => {
                jobs::cancel(tx, &key_of(*message), now).await?;
                continue;
            }
            Effect::EraseWords { subject } => {
                files::erase(tx, *subject, now).await?;
                (erase_again(changes, *subject, version, now), String::new(), now + ERASE_AGAIN)
            }
            Effect::OwnFile { file, subject } => {
                files::belongs(tx, file, *subject).await?;
                continue;
            }
            Effect::Remind { case: id, request, at } => {
                let warn_at = case.and_then(|case| desk.warn_at(case, *request, now, *at));
                let due = warn_at.map(|_| *at);
                let work = Work::Remind { case: *id, request: *request, due };
                (work, String::new(), warn_at.unwrap_or(*at))
            }
            Effect::Notify { people, case, request, kind } => {
                let matter = Matter::new(*case, *request, kind);
                told.push((people.clone(), matter));
                continue;
            }
        };
        jobs.push(job(&work, key, run_at, owner, draw));
    }
    if !told.is_empty() {
        for (_, matter) in &mut told {
            *matter = matter.clone().of(case);
        }
        let event = format!("{} {version}", changes.stream());
        let letters = notices::tell(tx, desk, &event, &told, draw, now).await?;
        jobs.extend(letters.iter().map(|(work, at)| job(work, String::new(), *at, owner, draw)));
    }
    jobs::add_all(tx, &jobs).await
}

/// The append has erased the words. What a neighbour wrote at the same moment is looked for once more
/// when its transaction must have ended.
fn erase_again(changes: &Changes, subject: Subject, version: Version, now: Instant) -> Work {
    let at = changes.entries().last().map_or(now, |entry| entry.at);
    Work::EraseAgain { subject, stream: changes.stream().to_string(), version, at }
}

/// The key under which the sending of a message can be cancelled.
pub(crate) fn key_of(message: MessageId) -> String {
    format!("message-{message}")
}

pub(crate) fn job(
    work: &Work,
    key: String,
    run_at: Instant,
    owner: Option<PersonId>,
    draw: &mut Draw,
) -> NewJob {
    NewJob {
        id: draw.id::<JobId>(),
        kind: work.name().to_owned(),
        key,
        run_at,
        // Ids and names only: this cannot fail.
        payload: serde_json::to_string(work).unwrap_or_default(),
        owner: owner.map(|owner| owner.to_string()).unwrap_or_default(),
    }
}

/// Writes what changed into the search, each text for those who may see it.
pub(crate) async fn index_case(
    tx: &Tx<'_>,
    before: Option<&Case>,
    next: &Case,
    words: &[Word],
) -> Result<()> {
    let moved = before.is_some_and(|before| before.department != next.department);
    let known = before.filter(|_| !moved);
    let mut shelf = Shelf::new(tx, next, words);
    if moved {
        shelf.clear_all(before).await?;
    }
    if known.is_none() {
        shelf.put_case().await?;
    }
    let seen = known.map_or(0, |known| known.messages.len());
    for message in next.messages.iter().skip(seen) {
        shelf.put_message(message.id, message.body).await?;
    }
    for request in &next.requests {
        let old = known.and_then(|known| known.request(request.id));
        if old.is_none_or(|old| says_more(old, request)) {
            shelf.put_request(request).await?;
        }
    }
    Ok(())
}

impl Desk {
    /// Makes the search anew, for every case and customer.
    pub async fn rebuild_search(&self) -> std::result::Result<(), Trouble> {
        self.0.store.keep(|tx| Box::pin(search::clear(tx))).await?;
        for kind in ["case", "customer"] {
            let mut after = None;
            loop {
                let link = self.0.store.link();
                let page = journal::streams(&link, kind, after, REINDEX).await?;
                let Some((last, _)) = page.last() else { break };
                after = Some(*last);
                self.index_again(page.into_iter().map(|(stream, _)| stream).collect()).await?;
            }
        }
        Ok(())
    }

    async fn index_again(&self, streams: Vec<StreamId>) -> std::result::Result<(), Trouble> {
        let desk = self.clone();
        self.0
            .store
            .keep(move |tx| {
                let (desk, streams) = (desk.clone(), streams.clone());
                Box::pin(async move {
                    for stream in streams {
                        desk.index_stream(tx, stream).await?;
                    }
                    Ok(())
                })
            })
            .await?;
        Ok(())
    }

    async fn index_stream(&self, tx: &Tx<'_>, stream: StreamId) -> Result<()> {
        let link = tx.link();
        match stream {
            StreamId::Case(id) => match self.case_in(&link, id).await? {
                Some(case) => index_case(tx, None, &case, &[]).await,
                None => Ok(()),
            },
            StreamId::Customer(id) => match self.customer_in(&link, id).await? {
                Some(customer) => {
                    let texts = vault::texts(&link, stream).await?;
                    crate::customers::index(tx, &customer, &texts).await
                }
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }
}

fn says_more(old: &Request, new: &Request) -> bool {
    old.ask != new.ask
        || (old.stage == Stage::Draft) != (new.stage == Stage::Draft)
        || old.delivery != new.delivery
        || old.from != new.from
}

/// The texts of one case on their way into the search.
struct Shelf<'a> {
    tx: &'a Tx<'a>,
    case: &'a Case,
    subject: Subject,
    fresh: HashMap<WordId, &'a str>,
    /// Texts that were written earlier, read when they are first needed.
    older: Option<Texts>,
}

impl<'a> Shelf<'a> {
    fn new(tx: &'a Tx<'a>, case: &'a Case, words: &'a [Word]) -> Self {
        let fresh = words.iter().map(|word| (word.id, word.text.as_str())).collect();
        let subject = case.customer.map_or(Subject::Nobody, Subject::Customer);
        Self { tx, case, subject, fresh, older: None }
    }

    async fn text(&mut self, word: WordRef) -> Result<String> {
        if let Some(text) = self.fresh.get(&word.id) {
            return Ok((*text).to_owned());
        }
        if self.older.is_none() {
            let stream = StreamId::Case(self.case.id);
            self.older = Some(vault::texts(&self.tx.link(), stream).await?);
        }
        let text = self.older.as_ref().and_then(|older| older.get(word));
        Ok(text.unwrap_or_default().to_owned())
    }

    async fn put(&self, kind: &str, thing: &str, scope: DepartmentId, body: &str) -> Result<()> {
        let scope = Scope::Department(scope);
        let doc = Doc { kind, thing, scope, subject: self.subject, body };
        search::put(self.tx, &doc).await
    }

    async fn put_case(&mut self) -> Result<()> {
        let subject = self.text(self.case.subject).await?;
        let body = format!("{} {subject}", self.case.reference());
        self.put("case", &self.case.id.to_string(), self.case.department, &body).await
    }

    /// A message is found as its case is.
    async fn put_message(&mut self, id: MessageId, body: WordRef) -> Result<()> {
        let body = self.text(body).await?;
        let thing = format!("{} {id}", self.case.id);
        let (kind, thing, body) = ("message", thing.as_str(), body.as_str());
        let (scope, subject) = (Scope::Department(self.case.department), self.subject);
        search::add(self.tx, &Doc { kind, thing, scope, subject, body }).await
    }

    /// Both departments find a request, but only by what both may read.
    async fn put_request(&mut self, request: &Request) -> Result<()> {
        let ask = &request.ask;
        let delivery = request.delivery.as_ref().map(|delivery| delivery.outcome);
        let words = [Some(ask.need), ask.outcome_wanted, ask.why, ask.background, delivery];
        let mut body = format!("{}/{}", self.case.reference(), request.ordinal);
        for word in words.into_iter().flatten() {
            body.push(' ');
            body.push_str(&self.text(word).await?);
        }
        let thing = request.id.to_string();
        search::remove(self.tx, "request", &thing).await?;
        self.put("request", &thing, request.from, &body).await?;
        if request.stage != Stage::Draft {
            self.put("request", &thing, request.ask.to, &body).await?;
        }
        Ok(())
    }

    /// The case went to another department: nothing of it is found in the old one any more.
    async fn clear_all(&self, before: Option<&Case>) -> Result<()> {
        let Some(before) = before else { return Ok(()) };
        search::remove(self.tx, "case", &self.case.id.to_string()).await?;
        for message in &before.messages {
            let thing = format!("{} {}", self.case.id, message.id);
            search::remove(self.tx, "message", &thing).await?;
        }
        for request in &before.requests {
            search::remove(self.tx, "request", &request.id.to_string()).await?;
        }
        Ok(())
    }
}
