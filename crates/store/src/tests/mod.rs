//! Stories that run on both databases, one after the other.

mod group_commit;
mod log;
mod queue;
mod statements;
mod support;
mod whole;
