//! Agreements are proposed, signed and ended, and every node comes to know.

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::agreement::{self, Agreement, Book, Command, Facts};
use baton_core::calendar::Calendars;
use baton_core::directory::Directory;
use baton_core::draw::Draw;
use baton_core::ids::{AgreementId, StreamId};
use baton_core::time::Instant;
use baton_store::{Result, Task, Tx, Verdict, journal};

use crate::desk::Desk;
use crate::run::Done;
use crate::shelf;
use crate::task::{Asked, Ended};
use crate::trouble::Trouble;

impl Desk {
    /// All agreements, as this node knows them.
    pub fn agreements(&self) -> Arc<Book> {
        self.0.agreements.get()
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
        shelf::answered(&self.0.store.link(), ended).await
    }

    /// Reads the agreements anew if any of them has changed.
    pub async fn refresh_agreements(&self) -> std::result::Result<(), Trouble> {
        Ok(self.0.agreements.refresh(&self.0.store.link(), |_| {}).await?)
    }
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
            let known = self.id.and_then(|id| self.known.get(id));
            let ends =
                known.and_then(|one| self.known.ends(one.from, one.to, one.service, self.now));
            return Facts { calendars, ends, ..Facts::default() };
        };
        let active = self.directory.active_departments().map(|department| department.id);
        let service_of = service
            .and_then(|id| self.directory.service(id))
            .filter(|service| service.active)
            .map(|service| service.department);
        let taken = self.known.taken(*from, *to, *service, self.now);
        let ends = self.known.ends(*from, *to, *service, self.now);
        Facts { departments: active.collect(), service_of, taken, ends, calendars }
    }
}

impl Task for AgreementTask {
    type Out = Ended<Agreement>;

    /// A pair has one agreement about one thing, so they change one at a time.
    fn stream(&self) -> Option<StreamId> {
        Some(StreamId::Agreement(baton_core::ids::Id::from_bits(0)))
    }

    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<Ended<Agreement>>> {
        if let Some(ended) = shelf::begin(tx, &self.asked, &mut self.known).await? {
            return Ok(Verdict::Drop(ended));
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
