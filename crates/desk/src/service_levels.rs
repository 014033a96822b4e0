//! What customers are promised is set, and every node comes to know.

use std::sync::Arc;

use baton_core::access::Who;
use baton_core::directory::Directory;
use baton_core::ids::{Id, ServiceLevelId, StreamId};
use baton_core::service_level::{self, Command, Facts, Levels, ServiceLevel};
use baton_core::time::Instant;
use baton_store::{Result, Task, Tx, Verdict, journal};

use crate::desk::Desk;
use crate::run::Done;
use crate::shelf;
use crate::task::{Asked, Ended};
use crate::trouble::Trouble;

impl Desk {
    /// All service levels, as this node knows them.
    pub fn service_levels(&self) -> Arc<Levels> {
        self.0.service_levels.get()
    }

    /// Runs a command on the service level of the organisation or of a department.
    pub async fn act_on_service_level(
        &self,
        who: &Who,
        id: ServiceLevelId,
        command: Command,
        asked: Asked,
    ) -> std::result::Result<Done<ServiceLevel>, Trouble> {
        let task = LevelTask {
            who: who.clone(),
            id,
            command,
            asked,
            now: self.now(),
            directory: self.directory(),
            known: self.service_levels(),
        };
        let ended = self.0.store.write(task).await?;
        self.refresh_service_levels().await?;
        shelf::answered(&self.0.store.link(), ended).await
    }

    /// Reads the service levels anew if any of them has changed.
    pub async fn refresh_service_levels(&self) -> std::result::Result<(), Trouble> {
        Ok(self.0.service_levels.refresh(&self.0.store.link(), |_| {}).await?)
    }
}

struct LevelTask {
    who: Who,
    id: ServiceLevelId,
    command: Command,
    asked: Asked,
    now: Instant,
    directory: Arc<Directory>,
    known: Arc<Levels>,
}

impl LevelTask {
    fn department_is_there(&self) -> bool {
        let active = |id| self.directory.department(id).is_some_and(|of| of.active);
        self.id.department().is_none_or(active)
    }
}

impl Task for LevelTask {
    type Out = Ended<ServiceLevel>;

    /// They change one at a time.
    fn stream(&self) -> Option<StreamId> {
        Some(StreamId::ServiceLevel(ServiceLevelId::from_bits(0)))
    }

    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<Ended<ServiceLevel>>> {
        if let Some(ended) = shelf::begin(tx, &self.asked, &mut self.known).await? {
            return Ok(Verdict::Drop(ended));
        }
        let level = self.known.get(self.id);
        if let Err(stale) = self.asked.check_match(level.map_or(0, |level| level.version)) {
            return Ok(Verdict::Drop(Ended::Refused(stale.into())));
        }
        let department_is_there = self.department_is_there();
        let facts = Facts { who: &self.who, now: self.now, department_is_there };
        match service_level::decide(self.id, level, self.command.clone(), facts) {
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
