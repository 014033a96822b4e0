//! Clocks of cases and requests, as boards and figures of agreements read them.

mod board;
mod pairs;
mod written;

pub use board::{About, ClockRow, Filter, State, count, list};
pub use pairs::{Pair, kept, measured};
pub(crate) use written::{CLEAR, STORED, Written, of_case};
pub(super) use written::{put, put_own};

#[cfg(test)]
pub(crate) const STATEMENTS: &[&[crate::db::Sql]] =
    &[board::STATEMENTS, pairs::STATEMENTS, written::STATEMENTS];
