//! What customers are promised is set, and every node comes to know.

use std::sync::{Arc, PoisonError};

use baton_core::access::Who;
use baton_core::directory::Directory;
use baton_core::ids::{Id, ServiceLevelId, StreamId};
use baton_core::service_level::{self, Command, Facts, Levels, ServiceLevel};
use baton_core::time::Instant;
use baton_store::{Link, Result, Task, Tx, Verdict, journal};

use crate::desk::Desk;
use crate::run::Done;
use crate::task::{Asked, Ended};
use crate::trouble::Trouble;

/// The kind of stream that the levels are folded out of.
const KIND: &str = "service_level";

impl Desk {
    /// All service levels, as this node knows them.
    pub fn service_levels(&self) -> Arc<Levels> {
        let levels = self.0.service_levels.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&levels)
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
        match ended {
            Ended::Did(level) => Ok(Done { state: Arc::new(level), replayed: false }),
            Ended::Again { stream: StreamId::ServiceLevel(id), version } => {
                let stream = StreamId::ServiceLevel(id);
                let mut recorded = journal::load(&self.0.store.link(), stream, 0).await?;
                recorded.retain(|record| record.version <= version);
                let level = service_level::fold(None, id, &recorded)?;
                let state = Arc::new(level.ok_or_else(Trouble::not_found)?);
                Ok(Done { state, replayed: true })
            }
            Ended::Again { .. } => Err(Trouble::KeyReused),
            Ended::Refused(trouble) => Err(trouble),
        }
    }

    /// Reads the service levels anew if any of them has changed.
    pub async fn refresh_service_levels(&self) -> std::result::Result<(), Trouble> {
        if let Some(fresh) = newer(&self.0.store.link(), &self.service_levels()).await? {
            let mut known = self.0.service_levels.write().unwrap_or_else(PoisonError::into_inner);
            *known = Arc::new(fresh);
        }
        Ok(())
    }
}

/// The levels from the log, when they are newer than those that are known.
async fn newer(link: &Link<'_>, known: &Levels) -> Result<Option<Levels>> {
    let heads = journal::streams(link, KIND, None, u32::MAX >> 1).await?;
    let changed = heads.iter().any(|(stream, version)| match stream {
        StreamId::ServiceLevel(id) => known.version_of(*id) != *version,
        _ => false,
    });
    if !changed {
        return Ok(None);
    }
    let mut fresh = Levels::default();
    for (stream, recorded) in journal::load_all(link, KIND).await? {
        if let StreamId::ServiceLevel(id) = stream {
            fresh.catch_up(id, &[recorded])?;
        }
    }
    Ok(Some(fresh))
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
        if let Some(ended) = self.asked.earlier(tx).await? {
            return Ok(Verdict::Drop(ended));
        }
        if let Some(fresh) = newer(&tx.link(), &self.known).await? {
            self.known = Arc::new(fresh);
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
