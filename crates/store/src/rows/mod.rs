//! Rows that pages read: derived from state, and made again from the log at will.
//!
//! They hold ids, moments and choices; a text is the id of its word, so that what is erased is
//! gone from lists at once.

pub mod between;
pub mod case;
pub mod clock;
pub mod customer;
pub mod decider;
pub mod narrow;
mod page;
pub mod request;

pub use page::{Cursor, NotACursor, Page};

use crate::db::{Cell, Param, Result, Row};

/// Whether a stored row holds these values; `false` also for what cannot be read.
pub(crate) fn equal(row: &Row<'_>, values: &[Param<'_>]) -> bool {
    values.iter().enumerate().all(|(column, value)| {
        matches!((row.cell(column), value), (Ok(Cell::Null), Param::Null))
            || same(row.cell(column), value)
    })
}

fn same(cell: Result<Cell<'_>>, value: &Param<'_>) -> bool {
    match (cell, value) {
        (Ok(Cell::Int(stored)), Param::Int(n)) => stored == *n,
        (Ok(Cell::Text(stored)), Param::Text(text)) => stored == *text,
        (Ok(Cell::Text(stored)), Param::Short(id)) => stored == id.as_str(),
        _ => false,
    }
}
