//! Remembers events, words, rows and jobs, the same on SQLite and on PostgreSQL.
//!
//! Everything is written by a [`Task`] inside a transaction that may be shared with others
//! ([`Store::write`]), and read through a [`Link`], which a [`Store`] and a [`Tx`] both give.

pub mod access;
pub mod beginnings;
pub mod challenges;
pub mod checkpoint;
pub mod db;
pub mod dismissals;
pub mod drafts;
pub mod files;
pub mod house;
pub mod jobs;
pub mod journal;
pub mod keys;
pub mod macros;
pub mod notices;
pub mod passkeys;
pub mod post;
pub mod preferences;
pub mod rebuild;
pub mod receipts;
pub mod rows;
pub mod search;
pub mod second_step;
pub mod snoozes;
pub mod uploads;
pub mod vault;
pub mod verify;
pub mod views;

pub use db::{
    Boxed, Durability, Error, Health, Link, Options, Place, Result, Store, Task, Tx, Verdict,
    Written,
};

/// Every statement of this room, for the test that prepares each one on both databases.
#[cfg(test)]
pub(crate) const STATEMENTS: &[&[db::Sql]] = &[
    access::STATEMENTS,
    beginnings::STATEMENTS,
    challenges::STATEMENTS,
    checkpoint::STATEMENTS,
    drafts::STATEMENTS,
    dismissals::STATEMENTS,
    files::STATEMENTS,
    house::STATEMENTS,
    jobs::STATEMENTS,
    journal::STATEMENTS,
    journal::READ_STATEMENTS,
    macros::STATEMENTS,
    notices::STATEMENTS,
    notices::WISH_STATEMENTS,
    passkeys::STATEMENTS,
    post::STATEMENTS,
    preferences::STATEMENTS,
    receipts::STATEMENTS,
    rows::between::STATEMENTS,
    rows::case::STATEMENTS,
    rows::clock::STATEMENTS[0],
    rows::clock::STATEMENTS[1],
    rows::clock::STATEMENTS[2],
    rows::customer::STATEMENTS,
    rows::decider::STATEMENTS,
    rows::narrow::cases::STATEMENTS,
    rows::narrow::requests::STATEMENTS,
    rows::request::STATEMENTS,
    search::STATEMENTS,
    second_step::STATEMENTS,
    snoozes::STATEMENTS,
    uploads::STATEMENTS,
    vault::STATEMENTS,
    views::STATEMENTS,
    verify::STATEMENTS[0],
    verify::STATEMENTS[1],
    verify::STATEMENTS[2],
];

#[cfg(test)]
mod tests;
