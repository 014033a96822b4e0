//! PostgreSQL: sessions that keep their statements prepared, and a small pool of them for reading.

use std::collections::HashMap;
use std::ops::Deref;
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use futures_util::TryStreamExt;
use tokio_postgres::{Client, Statement};

use super::connect::Connector;
use super::error::{Error, Result};
use super::param::Param;
use super::row::Row;
use super::sql::Sql;
use super::sqlite::lock;

/// One connection. Several tasks may use it at once: their statements are pipelined in the order
/// in which they were first polled.
pub(super) struct Session {
    client: Client,
    /// By the address of the statement's text, which is a constant.
    prepared: Mutex<HashMap<(usize, usize), Statement>>,
    busy: AtomicUsize,
}

impl Session {
    pub(super) fn new(client: Client) -> Self {
        Self { client, prepared: Mutex::default(), busy: AtomicUsize::new(0) }
    }

    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    /// Runs a text as it is, without values: `begin`, `commit`, a migration.
    pub(super) async fn say(&self, text: &str) -> Result<()> {
        Ok(self.client.batch_execute(text).await?)
    }

    pub(super) async fn prepare(&self, text: &'static str) -> Result<Statement> {
        let key = (text.as_ptr().addr(), text.len());
        if let Some(known) = lock(&self.prepared).get(&key) {
            return Ok(known.clone());
        }
        let statement = self.client.prepare(text).await?;
        lock(&self.prepared).insert(key, statement.clone());
        Ok(statement)
    }

    pub(super) async fn each<F>(&self, sql: Sql, params: &[Param<'_>], mut read: F) -> Result<()>
    where
        F: FnMut(&Row<'_>) -> Result<()> + Send,
    {
        check(params)?;
        let statement = self.prepare(sql.postgres).await?;
        let mut rows = pin!(self.client.query_raw(&statement, params).await?);
        while let Some(row) = rows.try_next().await? {
            read(&Row::Postgres(&row))?;
        }
        Ok(())
    }

    pub(super) async fn exec(&self, sql: Sql, params: &[Param<'_>]) -> Result<u64> {
        check(params)?;
        let statement = self.prepare(sql.postgres).await?;
        Ok(self.client.execute_raw(&statement, params).await?)
    }
}

fn check(params: &[Param<'_>]) -> Result<()> {
    if params.iter().any(Param::has_nul) { Err(Error::Nul) } else { Ok(()) }
}

/// Sessions for reading. Nobody waits for a free one: the least busy is shared.
pub(super) struct Pool {
    connector: Connector,
    slots: Vec<Slot>,
}

#[derive(Default)]
struct Slot {
    session: Mutex<Option<Arc<Session>>>,
    connecting: tokio::sync::Mutex<()>,
}

/// A session while somebody uses it.
pub(super) struct Lent(Arc<Session>);

impl Deref for Lent {
    type Target = Session;
    fn deref(&self) -> &Session {
        &self.0
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        self.0.busy.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Slot {
    fn open(&self) -> Option<Arc<Session>> {
        lock(&self.session).as_ref().filter(|session| !session.is_closed()).cloned()
    }

    fn load(&self) -> usize {
        // A place that is not connected yet counts as one waiting, so that idle ones go first.
        self.open().map_or(1, |session| session.busy.load(Ordering::Relaxed) * 2)
    }
}

impl Pool {
    pub(super) fn new(connector: Connector, size: usize) -> Self {
        Self { connector, slots: (0..size.max(1)).map(|_| Slot::default()).collect() }
    }

    pub(super) async fn lend(&self) -> Result<Lent> {
        let slot = self.slots.iter().min_by_key(|slot| slot.load()).ok_or(Error::Closed)?;
        let session = match slot.open() {
            Some(session) => session,
            None => self.connect(slot).await?,
        };
        session.busy.fetch_add(1, Ordering::Relaxed);
        Ok(Lent(session))
    }

    /// Runs a statement on one of the sessions. One that turns out to be dead is replaced, and the
    /// statement run again if it has given no row yet.
    pub(super) async fn each<F>(&self, sql: Sql, params: &[Param<'_>], mut read: F) -> Result<()>
    where
        F: FnMut(&Row<'_>) -> Result<()> + Send,
    {
        let mut begun = false;
        // Each session may have died; the one after them is new.
        for _ in 0..self.slots.len() {
            let lent = self.lend().await?;
            let done = lent
                .each(sql, params, |row| {
                    begun = true;
                    read(row)
                })
                .await;
            match done {
                Err(_) if !begun && lent.is_closed() => {}
                done => return done,
            }
        }
        self.lend().await?.each(sql, params, read).await
    }

    async fn connect(&self, slot: &Slot) -> Result<Arc<Session>> {
        let _one_at_a_time = slot.connecting.lock().await;
        if let Some(session) = slot.open() {
            return Ok(session);
        }
        let session = Arc::new(self.connector.connect().await?);
        *lock(&slot.session) = Some(Arc::clone(&session));
        Ok(session)
    }

    pub(super) fn close(&self) {
        for slot in &self.slots {
            lock(&slot.session).take();
        }
    }
}
