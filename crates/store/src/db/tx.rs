//! A transaction as a task sees it.

use std::ops::Deref;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use futures_util::future::try_join_all;

use super::error::{Error, Result};
use super::link::{Arm, Link};
use super::param::Param;
use super::row::Row;
use super::sql::{self, Sql};
use super::sqlite;

/// How many events one transaction can number.
const ORDINALS: i64 = 1 << 16;

/// What the tasks of one transaction share: its number, and the next free sequence number.
pub(super) struct Batch {
    number: i64,
    next: AtomicI64,
}

impl Batch {
    pub(super) fn new(number: i64) -> Self {
        Self { number, next: AtomicI64::new(number.saturating_mul(ORDINALS)) }
    }

    fn seq(&self) -> Result<i64> {
        let seq = self.next.fetch_add(1, Ordering::Relaxed);
        if seq / ORDINALS == self.number { Ok(seq) } else { Err(Error::TooMuch) }
    }
}

/// One task's part of a transaction. Reads as a [`Link`] does, and sees its own writes.
pub struct Tx<'a> {
    link: Link<'a>,
    batch: &'a Batch,
    wrote: AtomicBool,
}

impl<'a> Deref for Tx<'a> {
    type Target = Link<'a>;
    fn deref(&self) -> &Link<'a> {
        &self.link
    }
}

impl<'a> Tx<'a> {
    pub(super) fn new(arm: Arm<'a>, batch: &'a Batch) -> Self {
        Self { link: Link(arm), batch, wrote: AtomicBool::new(false) }
    }

    /// The same connection for functions that only read.
    pub fn link(&self) -> Link<'a> {
        self.link
    }

    pub(super) fn wrote(&self) -> bool {
        self.wrote.load(Ordering::Relaxed)
    }

    /// The next sequence number of this transaction.
    pub(crate) fn seq(&self) -> Result<i64> {
        self.batch.seq()
    }

    /// Runs a statement that gives no rows; answers how many rows it touched.
    pub(crate) async fn exec(&self, sql: Sql, params: &[Param<'_>]) -> Result<u64> {
        let done = match self.link.0 {
            Arm::Writer(connection) => sqlite::exec(&sqlite::lock(connection), sql, params),
            Arm::Session(session) => session.exec(sql, params).await,
            Arm::Readers(_) | Arm::Pool(_) => Err(Error::Closed),
        };
        // An error leaves a PostgreSQL transaction unusable, which must be undone as well.
        if !matches!(done, Ok(0)) {
            self.wrote.store(true, Ordering::Relaxed);
        }
        done
    }

    /// The same statement for several rows: a loop on SQLite, pipelined on PostgreSQL.
    pub(crate) async fn many<'p, const N: usize>(
        &self,
        sql: Sql,
        rows: impl Iterator<Item = [Param<'p>; N]> + Send,
    ) -> Result<()> {
        if let Arm::Writer(connection) = self.link.0 {
            self.wrote.store(true, Ordering::Relaxed);
            return sqlite::many(&sqlite::lock(connection), sql, rows);
        }
        let rows: Vec<[Param<'p>; N]> = rows.collect();
        try_join_all(rows.iter().map(|row| self.exec(sql, row))).await?;
        Ok(())
    }

    /// Like [`Link::rows`], for statements that write and give rows back.
    pub(crate) async fn rows<T, F>(&self, sql: Sql, params: &[Param<'_>], read: F) -> Result<Vec<T>>
    where
        T: Send,
        F: FnMut(&Row<'_>) -> Result<T> + Send,
    {
        self.touch(sql);
        self.link.rows(sql, params, read).await
    }

    /// Like [`Link::one`], for statements that write and give a row back.
    pub(crate) async fn one<T, F>(
        &self,
        sql: Sql,
        params: &[Param<'_>],
        read: F,
    ) -> Result<Option<T>>
    where
        T: Send,
        F: FnMut(&Row<'_>) -> Result<T> + Send,
    {
        self.touch(sql);
        self.link.one(sql, params, read).await
    }

    fn touch(&self, sql: Sql) {
        if !sql::only_reads(sql.postgres) {
            self.wrote.store(true, Ordering::Relaxed);
        }
    }
}
