//! Stories that run on both databases, one after the other.

mod group_commit;
mod log;
mod queue;
mod rows;
mod statements;
mod support;
mod tables;
mod whole;
