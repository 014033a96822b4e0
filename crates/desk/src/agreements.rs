//! Agreements are proposed, signed and ended, and every node comes to know.

use std::sync::{Arc, PoisonError};

use baton_core::access::Who;
use baton_core::agreement::{self, Agreement, Book, Command, Facts};
use baton_core::calendar::Calendars;
use baton_core::directory::Directory;
use baton_core::draw::Draw;
use baton_core::ids::{AgreementId, StreamId};
use baton_core::time::Instant;
use baton_store::{Link, Result, Task, Tx, Verdict, journal, vault};

use crate::desk::Desk;
use crate::run::Done;
use crate::task::{Asked, Ended};
use crate::trouble::Trouble;

/// The kind of stream that the book is folded out of.
const KIND: &str = "agreement";

impl Desk {
    /// All agreements, as this node knows them.
    pub fn agreements(&self) -> Arc<Book> {
        let book = self.0.agreements.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&book)
    }

    /// Runs a command on an agreement; without an id it proposes a new one.
    pub async fn act_on_agreement(
        &self,
        who: &Who,
        id: Option<AgreementId>,
        command: Command,
        asked: Asked,
    ) -> std::result::Result<Done<Agreement>, Trouble> {
        let task = AgreementTask {
            who: who.clone(),
            id,
            command,
            asked,
            now: self.now(),
            draw: self.draw()?,
            directory: self.directory(),
            known: self.agreements(),
            calendars: self.calendars(),
        };
        let ended = self.0.store.write(task).await?;
        self.refresh_agreements().await?;
        match ended {
            Ended::Did(agreement) => Ok(Done { state: Arc::new(agreement), replayed: false }),
            Ended::Again { stream: StreamId::Agreement(id), version } => {
                let mut recorded =
                    journal::load(&self.0.store.link(), StreamId::Agreement(id), 0).await?;
                recorded.retain(|record| record.version <= version);
                let agreement = agreement::fold(None, id, &recorded)?;
                let state = Arc::new(agreement.ok_or_else(Trouble::not_found)?);
                Ok(Done { state, replayed: true })
            }
            Ended::Again { .. } => Err(Trouble::KeyReused),
            Ended::Refused(trouble) => Err(trouble),
        }
    }

    /// Reads the agreements anew if any of them has changed.
    pub async fn refresh_agreements(&self) -> std::result::Result<(), Trouble> {
        if let Some(fresh) = newer(&self.0.store.link(), &self.agreements()).await? {
            let mut known = self.0.agreements.write().unwrap_or_else(PoisonError::into_inner);
            *known = Arc::new(fresh);
        }
        Ok(())
    }
}

/// The book from the log, when it is newer than the one that is known.
async fn newer(link: &Link<'_>, known: &Book) -> Result<Option<Book>> {
    let heads = journal::streams(link, KIND, None, u32::MAX >> 1).await?;
    let changed = heads.iter().any(|(stream, version)| match stream {
        StreamId::Agreement(id) => known.version_of(*id) != *version,
        _ => false,
    });
    if !changed {
        return Ok(None);
    }
    let mut fresh = Book::default();
    for (stream, recorded) in journal::load_all(link, KIND).await? {
        if let StreamId::Agreement(id) = stream {
            fresh.catch_up(id, &[recorded])?;
        }
    }
    fresh.texts.extend(vault::texts_of_kind(link, KIND).await?);
    Ok(Some(fresh))
}

struct AgreementTask {
    who: Who,
    id: Option<AgreementId>,
    command: Command,
    asked: Asked,
    now: Instant,
    draw: Draw,
    directory: Arc<Directory>,
    known: Arc<Book>,
    calendars: Arc<Calendars>,
}

impl AgreementTask {
    /// What the directory and the other agreements say to a proposal.
    fn facts(&self) -> Facts {
        let calendars = self.calendars.ids().collect();
        let Command::Propose { from, to, service, .. } = &self.command else {
            return Facts { calendars, ..Facts::default() };
        };
        let active = self.directory.active_departments().map(|department| department.id);
        let service_of = service
            .and_then(|id| self.directory.service(id))
            .filter(|service| service.active)
            .map(|service| service.department);
        let taken = self.known.taken(*from, *to, *service, self.now);
        Facts { departments: active.collect(), service_of, taken, calendars }
    }
}

impl Task for AgreementTask {
    type Out = Ended<Agreement>;

    /// A pair has one agreement about one thing, so they change one at a time.
    fn stream(&self) -> Option<StreamId> {
        Some(StreamId::Agreement(baton_core::ids::Id::from_bits(0)))
    }

    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<Ended<Agreement>>> {
        if let Some(ended) = self.asked.earlier(tx).await? {
            return Ok(Verdict::Drop(ended));
        }
        if let Some(fresh) = newer(&tx.link(), &self.known).await? {
            self.known = Arc::new(fresh);
        }
        let agreement = self.id.map(|id| self.known.get(id).ok_or_else(Trouble::not_found));
        let agreement = match agreement.transpose() {
            Ok(agreement) => agreement,
            Err(unknown) => return Ok(Verdict::Drop(Ended::Refused(unknown))),
        };
        let seen = agreement.map_or(Ok(()), |found| self.asked.check_match(found.version));
        if let Err(stale) = seen {
            return Ok(Verdict::Drop(Ended::Refused(stale.into())));
        }
        let (facts, command, mut draw) = (self.facts(), self.command.clone(), self.draw.clone());
        match agreement::decide(agreement, &facts, command, &self.who, self.now, &mut draw) {
            Err(refusal) => Ok(Verdict::Drop(Ended::Refused(refusal.into()))),
            Ok(decided) => {
                let (changes, next) = decided.into_parts();
                journal::append(tx, &changes).await?;
                self.asked.keep(tx, changes.stream(), next.version, self.now).await?;
                Ok(Verdict::Keep(Ended::Did(next)))
            }
        }
    }
}
