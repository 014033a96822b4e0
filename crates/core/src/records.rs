//! Things that are folded out of streams of their own, and all of one kind together, as every node
//! has some in memory.

use std::collections::BTreeMap;

use crate::ids::StreamId;
use crate::log::{Recorded, Unreadable, Version};
use crate::vault::Texts;

/// A thing that is folded out of a stream of its own.
pub trait Record: Sized {
    type Id: Copy + Ord;
    /// The kind of its streams.
    const KIND: &'static str;

    fn id_of(stream: StreamId) -> Option<Self::Id>;
    fn version(&self) -> Version;

    /// What an event makes of it; `None` begins it, and what its stream could not have does not.
    ///
    /// # Errors
    /// The event cannot be read.
    fn after(
        known: Option<Self>,
        id: Self::Id,
        recorded: &Recorded,
    ) -> Result<Option<Self>, Unreadable>;

    /// What events make of it that came after what is known; `None` when there is none yet.
    ///
    /// # Errors
    /// One of them cannot be read.
    fn fold<'a>(
        known: Option<Self>,
        id: Self::Id,
        events: impl IntoIterator<Item = &'a Recorded>,
    ) -> Result<Option<Self>, Unreadable> {
        events.into_iter().try_fold(known, |known, recorded| Self::after(known, id, recorded))
    }
}

/// All records of one kind, over or not, with the texts that they point to.
#[derive(Clone, Debug)]
pub struct Records<R: Record> {
    records: BTreeMap<R::Id, R>,
    pub texts: Texts,
}

impl<R: Record> Default for Records<R> {
    fn default() -> Self {
        Self { records: BTreeMap::new(), texts: Texts::default() }
    }
}

impl<R: Record> Records<R> {
    pub fn get(&self, id: R::Id) -> Option<&R> {
        self.records.get(&id)
    }

    /// In the order of their ids, which is that in which they were made.
    pub fn iter(&self) -> impl Iterator<Item = &R> {
        self.records.values()
    }

    /// The version of a record that is folded in; 0 for what is not known.
    pub fn version_of(&self, id: R::Id) -> Version {
        self.get(id).map_or(0, R::version)
    }

    /// Folds in events of one record that came after what is known of it.
    ///
    /// # Errors
    /// One of them cannot be read; what is known of the record is let go of then.
    pub fn catch_up<'a>(
        &mut self,
        id: R::Id,
        events: impl IntoIterator<Item = &'a Recorded>,
    ) -> Result<(), Unreadable> {
        if let Some(record) = R::fold(self.records.remove(&id), id, events)? {
            self.records.insert(id, record);
        }
        Ok(())
    }
}
