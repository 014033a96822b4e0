//! One way to SQLite and PostgreSQL. Nothing outside this folder names a driver.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    reason = "this is the folder that the drivers are confined to"
)]

mod calling;
mod committer;
mod connect;
mod error;
mod link;
mod migrate;
mod param;
mod postgres;
mod row;
mod sql;
mod sqlite;
mod store;
mod task;
mod tx;
mod writer;

pub use error::{Error, Result};
pub use link::Link;
pub use migrate::{Dialect, MIGRATIONS, Migration, expand};
pub use param::{Param, Short};
pub use row::{Cell, Field, Row};
pub use sql::{Sql, placeholders};
pub use store::{Durability, Health, Options, Place, Store, Written};
pub use task::{Boxed, Task, Verdict};
pub use tx::Tx;

pub(crate) use param::params;
pub(crate) use sql::statements;
#[cfg(test)]
pub(crate) use sqlite::open_reader;

/// The driver's own statements, for the test that prepares them all.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&[Sql]] =
    &[calling::STATEMENTS, committer::STATEMENTS, migrate::STATEMENTS, store::STATEMENTS];
