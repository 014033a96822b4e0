//! What can go wrong between a rule's decision and the disk.

use baton_core::ids::StreamId;
use baton_core::log::{Unreadable, Version};

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Somebody appended in the meantime: decide again on fresh state.
    #[error("{stream} is no longer at version {expected}")]
    Stale { stream: StreamId, expected: Version },
    /// What the database holds cannot be read as what it should be.
    #[error("the data is damaged: {0}")]
    Damaged(String),
    /// A text that PostgreSQL could not hold, so neither database takes it.
    #[error("text with a NUL character cannot be stored")]
    Nul,
    #[error(transparent)]
    Unreadable(#[from] Unreadable),
    #[error("SQLite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    #[error("PostgreSQL: {}", told(.0))]
    Postgres(#[from] tokio_postgres::Error),
    #[error("the address of the database cannot be used: {0}")]
    Address(String),
    #[error("{what}: {source}")]
    Io { what: String, source: std::io::Error },
    /// The migrations in the database are not the ones of this build.
    #[error("the database does not fit this build: {0}")]
    Migration(String),
    /// The transaction was given up; nothing of it was kept.
    #[error("the commit failed, nothing was kept: {0}")]
    Commit(String),
    /// The connection was lost while committing: it may have been kept or not.
    #[error("the connection was lost while committing: {0}")]
    Unsure(String),
    /// A task waited for something other than the database.
    #[error("a task waited for something outside its transaction")]
    Waited,
    #[error("a task failed inside its transaction")]
    Panicked,
    #[error("too much for one transaction")]
    TooMuch,
    #[error("the signing key cannot be used: {0}")]
    Key(String),
    #[error("the store is closed")]
    Closed,
}

/// The server's own sentence: the driver's says no more than "db error".
fn told(error: &tokio_postgres::Error) -> String {
    error.as_db_error().map_or_else(|| error.to_string(), ToString::to_string)
}

impl Error {
    pub fn io(what: impl Into<String>, source: std::io::Error) -> Self {
        Self::Io { what: what.into(), source }
    }

    /// How often a task that failed so is worth running in all. PostgreSQL may give up a
    /// transaction in favour of another; and of two that insert the same key at the same moment
    /// the second one, run again, sees the first.
    pub(crate) fn attempts(&self) -> u32 {
        use tokio_postgres::error::SqlState;
        let Self::Postgres(error) = self else { return 1 };
        match error.code() {
            Some(&SqlState::T_R_SERIALIZATION_FAILURE | &SqlState::T_R_DEADLOCK_DETECTED) => 8,
            Some(&SqlState::UNIQUE_VIOLATION) => 2,
            _ => 1,
        }
    }

    /// Whether the server itself said so, rather than the connection to it failing.
    pub(crate) fn is_from_server(&self) -> bool {
        matches!(self, Self::Postgres(error) if error.as_db_error().is_some())
    }

    pub fn is_stale(&self) -> bool {
        matches!(self, Self::Stale { .. })
    }
}
