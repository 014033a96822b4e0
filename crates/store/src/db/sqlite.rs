//! SQLite: the connections, and one thread that writes.

use std::cell::Cell;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::Durability;
use super::error::{Error, Result};
use super::param::Param;
use super::row::Row;
use super::sql::Sql;

/// Statements that one connection keeps prepared; more than all that there are.
const PREPARED: usize = 512;
/// How long a statement waits for another process's lock, in milliseconds.
const PATIENCE_MS: u32 = 10_000;
/// Pages in the write-ahead log before they are copied into the database: 32 MiB.
const CHECKPOINT: u32 = 8_192;
/// More threads than this share connections.
const READERS: usize = 64;

/// A lock that a panicking task cannot spoil: its writes were undone.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The connection that writes. WAL; a commit is durable when it returns.
pub(super) fn open_writer(path: &Path, durability: Durability) -> Result<Connection> {
    let connection = Connection::open(path)?;
    prepare_connection(&connection)?;
    let synchronous = match durability {
        Durability::Full => "full",
        Durability::Bulk => "off",
    };
    let mode: String =
        connection.pragma_update_and_check(None, "journal_mode", "wal", |row| row.get(0))?;
    if mode != "wal" {
        return Err(Error::Address(format!(
            "{} lies where SQLite cannot share memory (its journal would be {mode}); a local disk \
             is needed",
            path.display()
        )));
    }
    connection.pragma_update(None, "synchronous", synchronous)?;
    connection.pragma_update(None, "cache_size", -16_384)?;
    connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
    // What is erased is overwritten, not merely let go of.
    connection.pragma_update(None, "secure_delete", true)?;
    // Pages that are written again and again go to the database file once in a while only.
    connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT)?;
    Ok(connection)
}

pub(crate) fn open_reader(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    prepare_connection(&connection)?;
    // There is one for each thread. Negative: kibibytes.
    connection.pragma_update(None, "cache_size", -8_192)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

fn prepare_connection(connection: &Connection) -> Result<()> {
    connection.set_prepared_statement_cache_capacity(PREPARED);
    connection.pragma_update(None, "busy_timeout", PATIENCE_MS)?;
    connection.pragma_update(None, "foreign_keys", false)?;
    connection.pragma_update(None, "temp_store", "memory")?;
    // A statement is planned once, and not anew for each value that it is given.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // A damaged or crafted schema must not run functions that it has no business with.
    connection.pragma_update(None, "trusted_schema", false)?;
    Ok(())
}

/// One read connection for each thread that reads, opened when it first does.
pub(super) struct Readers {
    path: PathBuf,
    slots: Vec<Mutex<Option<Connection>>>,
}

/// A small number of the calling thread, the same for as long as it lives.
fn seat() -> usize {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    thread_local! {
        static SEAT: Cell<Option<usize>> = const { Cell::new(None) };
    }
    SEAT.with(|seat| {
        let mine = seat.get().unwrap_or_else(|| NEXT.fetch_add(1, Ordering::Relaxed));
        seat.set(Some(mine));
        mine
    })
}

impl Readers {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, slots: (0..READERS).map(|_| Mutex::new(None)).collect() }
    }

    pub(super) fn with<T>(&self, read: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let slot = self.slots.get(seat() % READERS).ok_or(Error::Closed)?;
        let mut connection = lock(slot);
        match &mut *connection {
            Some(connection) => read(connection),
            empty => read(empty.insert(open_reader(&self.path)?)),
        }
    }

    pub(super) fn close(&self) {
        for slot in &self.slots {
            lock(slot).take();
        }
    }
}

fn check(params: &[Param<'_>]) -> Result<()> {
    if params.iter().any(Param::has_nul) { Err(Error::Nul) } else { Ok(()) }
}

pub(super) fn each(
    connection: &Connection,
    sql: Sql,
    params: &[Param<'_>],
    read: &mut dyn FnMut(&Row<'_>) -> Result<()>,
) -> Result<()> {
    check(params)?;
    let mut statement = connection.prepare_cached(sql.sqlite)?;
    let mut rows = statement.query(rusqlite::params_from_iter(params))?;
    while let Some(row) = rows.next()? {
        read(&Row::Sqlite(row))?;
    }
    Ok(())
}

pub(super) fn exec(connection: &Connection, sql: Sql, params: &[Param<'_>]) -> Result<u64> {
    check(params)?;
    let mut statement = connection.prepare_cached(sql.sqlite)?;
    let touched = statement.execute(rusqlite::params_from_iter(params))?;
    Ok(u64::try_from(touched).unwrap_or(u64::MAX))
}

pub(super) fn many<'p, const N: usize>(
    connection: &Connection,
    sql: Sql,
    rows: impl Iterator<Item = [Param<'p>; N]>,
) -> Result<()> {
    let mut statement = connection.prepare_cached(sql.sqlite)?;
    for row in rows {
        check(&row)?;
        statement.execute(rusqlite::params_from_iter(row.iter()))?;
    }
    Ok(())
}
