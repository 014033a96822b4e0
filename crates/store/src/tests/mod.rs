//! Stories that run on both databases, one after the other.

mod group_commit;
mod log;
mod opening;
mod queue;
mod rows;
mod speed;
mod statements;
mod support;
mod tables;
mod whole;
