//! Stories that run on both databases, one after the other.

#![allow(
    clippy::disallowed_types,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "the stories change databases behind the store's back, and measure real time"
)]

mod group_commit;
mod histories;
mod log;
mod opening;
mod queue;
mod rows;
mod statements;
mod support;
mod tables;
mod whole;
mod world;
