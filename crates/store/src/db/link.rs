//! One way to read, for pages and for decisions alike.

use std::sync::Mutex;

use rusqlite::Connection;

use super::error::{Error, Result};
use super::param::Param;
use super::postgres::{Pool, Session};
use super::row::Row;
use super::sql::Sql;
use super::sqlite::{self, Readers};

/// A way to the database: the readers of a store, or one transaction's own connection.
///
/// On SQLite nothing here ever waits: the statement runs on the calling thread.
#[derive(Clone, Copy)]
pub struct Link<'a>(pub(super) Arm<'a>);

#[derive(Clone, Copy)]
pub(super) enum Arm<'a> {
    Readers(&'a Readers),
    Writer(&'a Mutex<Connection>),
    Pool(&'a Pool),
    Session(&'a Session),
}

impl Link<'_> {
    /// Runs a statement and hands each row to `read`.
    pub(crate) async fn each<F>(&self, sql: Sql, params: &[Param<'_>], mut read: F) -> Result<()>
    where
        F: FnMut(&Row<'_>) -> Result<()> + Send,
    {
        match self.0 {
            Arm::Readers(readers) => {
                readers.with(|connection| sqlite::each(connection, sql, params, &mut read))
            }
            Arm::Writer(connection) => {
                sqlite::each(&sqlite::lock(connection), sql, params, &mut read)
            }
            Arm::Pool(pool) => pool.each(sql, params, read).await,
            Arm::Session(session) => session.each(sql, params, read).await,
        }
    }

    pub(crate) async fn rows<T, F>(
        &self,
        sql: Sql,
        params: &[Param<'_>],
        mut read: F,
    ) -> Result<Vec<T>>
    where
        T: Send,
        F: FnMut(&Row<'_>) -> Result<T> + Send,
    {
        let mut rows = Vec::new();
        self.each(sql, params, |row| {
            rows.push(read(row)?);
            Ok(())
        })
        .await?;
        Ok(rows)
    }

    /// The first row, if there is any.
    pub(crate) async fn one<T, F>(
        &self,
        sql: Sql,
        params: &[Param<'_>],
        mut read: F,
    ) -> Result<Option<T>>
    where
        T: Send,
        F: FnMut(&Row<'_>) -> Result<T> + Send,
    {
        let mut first = None;
        self.each(sql, params, |row| {
            if first.is_none() {
                first = Some(read(row)?);
            }
            Ok(())
        })
        .await?;
        Ok(first)
    }

    /// The first row of a statement that always gives one: a count, a highest value.
    pub(crate) async fn only<T, F>(&self, sql: Sql, params: &[Param<'_>], read: F) -> Result<T>
    where
        T: Send,
        F: FnMut(&Row<'_>) -> Result<T> + Send,
    {
        let row = self.one(sql, params, read).await?;
        row.ok_or_else(|| Error::Damaged(format!("{} gave no row", sql.name)))
    }

    /// Only the journal asks: what counts as settled differs.
    pub(crate) fn is_postgres(&self) -> bool {
        matches!(self.0, Arm::Pool(_) | Arm::Session(_))
    }
}
