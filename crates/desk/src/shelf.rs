//! Records that every node has in memory, all of one kind together: read from the log anew when any
//! of them has changed.

use std::sync::{Arc, PoisonError, RwLock};

use baton_core::records::{Record, Records};
use baton_store::{Link, Result, Tx, journal, vault};

use crate::run::Done;
use crate::task::{Asked, Ended};
use crate::trouble::Trouble;

/// The records from the log, when they are newer than those that are known.
pub(crate) async fn newer<R: Record>(
    link: &Link<'_>,
    known: &Records<R>,
) -> Result<Option<Records<R>>> {
    let heads = journal::streams(link, R::KIND, None, u32::MAX >> 1).await?;
    let changed = heads.iter().any(|(stream, version)| {
        R::id_of(*stream).is_some_and(|id| known.version_of(id) != *version)
    });
    if !changed {
        return Ok(None);
    }
    let mut fresh = Records::default();
    for (stream, recorded) in journal::load_all(link, R::KIND).await? {
        if let Some(id) = R::id_of(stream) {
            fresh.catch_up(id, &[recorded])?;
        }
    }
    fresh.texts.extend(vault::texts_of_kind(link, R::KIND).await?);
    Ok(Some(fresh))
}

/// Where a node has them at hand.
pub(crate) struct Shelf<R: Record>(RwLock<Arc<Records<R>>>);

impl<R: Record> Default for Shelf<R> {
    fn default() -> Self {
        Self(RwLock::new(Arc::new(Records::default())))
    }
}

impl<R: Record> Shelf<R> {
    pub fn get(&self) -> Arc<Records<R>> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads them anew if any has changed. What is made from them is made `first`, so that nobody
    /// who sees a new record finds anything old.
    pub async fn refresh(&self, link: &Link<'_>, first: impl FnOnce(&Records<R>)) -> Result<()> {
        if let Some(fresh) = newer(link, &*self.get()).await? {
            first(&fresh);
            *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(fresh);
        }
        Ok(())
    }
}

/// The beginning of every task on a record: what came of it under the same key before; else all are
/// known as the log has them now.
pub(crate) async fn begin<R: Record>(
    tx: &Tx<'_>,
    asked: &Asked,
    known: &mut Arc<Records<R>>,
) -> Result<Option<Ended<R>>> {
    let earlier = asked.earlier(tx).await?;
    if earlier.is_none()
        && let Some(fresh) = newer(&tx.link(), &**known).await?
    {
        *known = Arc::new(fresh);
    }
    Ok(earlier)
}

/// What came of a task, as whoever asked is answered: under the same key, the record as it was then.
pub(crate) async fn answered<R: Record>(
    link: &Link<'_>,
    ended: Ended<R>,
) -> std::result::Result<Done<R>, Trouble> {
    let (stream, version) = match ended {
        Ended::Did(record) => return Ok(Done { state: Arc::new(record), replayed: false }),
        Ended::Refused(trouble) => return Err(trouble),
        Ended::Again { stream, version } => (stream, version),
    };
    let id = R::id_of(stream).ok_or(Trouble::KeyReused)?;
    let mut recorded = journal::load(link, stream, 0).await?;
    recorded.retain(|record| record.version <= version);
    let record = R::fold(None, id, &recorded)?.ok_or_else(Trouble::not_found)?;
    Ok(Done { state: Arc::new(record), replayed: true })
}
