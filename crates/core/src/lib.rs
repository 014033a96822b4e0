//! What may happen, what it means, and how to say it.
//!
//! This room is pure: no clock, files, network, SQL or async. Time, ids and randomness are handed
//! in (see [`time::Instant`] and [`draw::Draw`]); every rule takes state and a command and returns
//! data ([`log::Decided`]) or a [`refusal::Refusal`].

#[macro_use]
mod choice;

pub mod access;
pub mod agreement;
pub mod calendar;
pub mod case;
pub mod catalogue;
pub(crate) mod check;
pub mod customer;
pub mod directory;
pub mod draw;
pub mod escalation;
pub mod ids;
pub mod log;
pub mod macros;
pub mod notice;
pub mod policy;
pub mod preferences;
pub mod query;
pub mod records;
pub mod refusal;
pub mod service_level;
pub mod tags;
pub mod template;
pub mod time;
pub mod vault;
pub mod when;
pub mod writing;

#[cfg(test)]
mod golden_tests;
