//! What arrives by mail: kept raw first, read second, then filed, quarantined, or known already.
//!
//! Every mail ends in the ledger with what became of it; none is lost, and none opens a case twice.

mod by_hand;
mod filing;

pub use by_hand::ByHand;

use baton_core::ids::{CaseId, MailId, MessageId};
use baton_store::post::{self, Letter, Settled, State};

use crate::desk::Desk;
use crate::mail::budget;
use crate::mail::classify::{Kind, Ours};
use crate::mail::message::{Parsed, Quarantine};
use crate::trouble::Trouble;

/// What became of a mail.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Taken {
    pub mail: MailId,
    pub state: State,
    /// A short word: `no_sender`, `bounce`, `same_bytes` …
    pub reason: String,
    pub case: Option<CaseId>,
    pub message: Option<MessageId>,
}

impl Desk {
    /// Takes in one mail. Its bytes are durable before anything reads them.
    pub async fn take_in(&self, bytes: Vec<u8>) -> Result<Taken, Trouble> {
        let size = bytes.len() as u64;
        let file = self.0.files.put(bytes.clone()).await?;
        let known = post::by_file(&self.0.store.link(), &file).await?;
        let unread = known.iter().find(|letter| letter.state == State::Received);
        let id = match unread {
            // A crash came between keeping and reading: go on with the same entry.
            Some(letter) => letter.id,
            None => self.enter(&file, size).await?,
        };
        if let Some(first) = known.iter().find(|letter| letter.state != State::Received) {
            return self.settle(id, duplicate(first, "same_bytes")).await;
        }
        let settled = self.file_or_keep(id, bytes).await?;
        self.settle(id, settled).await
    }

    /// Reads again what a crash left unread; answers how many there were.
    pub async fn take_in_leftovers(&self) -> Result<usize, Trouble> {
        let left = post::in_state(&self.0.store.link(), State::Received, None, 1_000).await?;
        for letter in &left {
            let Some(bytes) = self.0.files.read(&letter.file).await? else { continue };
            let settled = self.file_or_keep(letter.id, bytes).await?;
            self.settle(letter.id, settled).await?;
        }
        Ok(left.len())
    }

    async fn enter(&self, file: &str, size: u64) -> Result<MailId, Trouble> {
        let id: MailId = self.draw()?.id();
        let (file, now) = (file.to_owned(), self.now());
        self.0
            .store
            .keep(move |tx| {
                let file = file.clone();
                Box::pin(async move {
                    let media = "message/rfc822";
                    baton_store::files::record(tx, &file, size, media, now).await?;
                    post::receive(tx, id, &file, "", now).await
                })
            })
            .await?;
        Ok(id)
    }

    /// Files a mail; one that a rule refuses is kept for a person to look at.
    async fn file_or_keep(&self, id: MailId, bytes: Vec<u8>) -> Result<Settled, Trouble> {
        match self.file(id, bytes).await {
            Err(Trouble::Refused(refusal)) => {
                let field = refusal.fields.first().map_or("", |error| error.code);
                let reason = format!("refused {} {field}", refusal.code.name());
                Ok(self.kept(reason.trim_end().to_owned()))
            }
            other => other,
        }
    }

    /// Reads a mail and files it where it belongs.
    async fn file(&self, id: MailId, bytes: Vec<u8>) -> Result<Settled, Trouble> {
        let incoming = match budget::examine(bytes, self.ours()).await {
            Ok(incoming) => incoming,
            Err(quarantine) => return Ok(self.quarantined(quarantine)),
        };
        if let Some(first) = self.same_mail(&incoming.mail).await? {
            return Ok(duplicate(&first, "same_message"));
        }
        match &incoming.kind {
            Kind::Human => self.file_human(id, &incoming.mail).await,
            Kind::Bounce(report) => self.file_bounce(&incoming.mail, report).await,
            other => self.file_automatic(id, &incoming.mail, other.code()).await,
        }
    }

    fn ours(&self) -> Ours {
        let mailboxes = vec![self.settings().from.key()];
        Ours { mailboxes, key: self.0.mail_key.clone() }
    }

    fn quarantined(&self, why: Quarantine) -> Settled {
        self.kept(why.code().to_owned())
    }

    fn kept(&self, reason: String) -> Settled {
        Settled { state: State::Quarantined, reason, case: None, message: None, at: self.now() }
    }

    /// The same mail over another way: same Message-ID, same sender, same words.
    async fn same_mail(&self, mail: &Parsed) -> Result<Option<Letter>, Trouble> {
        let Some(message_id) = &mail.message_id else { return Ok(None) };
        for letter in post::by_message_id(&self.0.store.link(), message_id).await? {
            let Some(bytes) = self.0.files.read(&letter.file).await? else { continue };
            let Ok(earlier) = budget::examine(bytes, self.ours()).await else { continue };
            if earlier.mail.text == mail.text && earlier.mail.from == mail.from {
                return Ok(Some(letter));
            }
        }
        Ok(None)
    }

    async fn settle(&self, id: MailId, settled: Settled) -> Result<Taken, Trouble> {
        let taken = Taken {
            mail: id,
            state: settled.state,
            reason: settled.reason.clone(),
            case: settled.case,
            message: settled.message,
        };
        // What opened a case or joined one is settled already.
        if !matches!(settled.state, State::Case | State::Message) {
            self.0
                .store
                .keep(move |tx| {
                    let settled = settled.clone();
                    Box::pin(async move { post::settle(tx, id, &settled).await })
                })
                .await?;
        }
        self.0.jobs_waiting.notify_one();
        Ok(taken)
    }
}

fn duplicate(first: &Letter, reason: &str) -> Settled {
    Settled {
        state: State::Duplicate,
        reason: reason.to_owned(),
        case: first.case,
        message: first.message,
        at: first.received_at,
    }
}
