//! Remembers events, words, rows and jobs, the same on SQLite and on PostgreSQL.
//!
//! Everything is written by a [`Task`] inside a transaction that may be shared with others
//! ([`Store::write`]), and read through a [`Link`], which a [`Store`] and a [`Tx`] both give.

pub mod db;
pub mod jobs;
pub mod journal;
pub mod search;
pub mod vault;

pub use db::{Durability, Error, Link, Options, Place, Result, Store, Task, Tx, Verdict};

/// Every statement of this room, for the test that prepares each one on both databases.
pub(crate) const STATEMENTS: &[&[db::Sql]] = &[
    jobs::STATEMENTS,
    journal::STATEMENTS,
    journal::READ_STATEMENTS,
    search::STATEMENTS,
    vault::STATEMENTS,
];

#[cfg(test)]
mod tests;
