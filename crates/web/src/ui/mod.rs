//! Small typed components, each in its own file, each with its samples.

pub mod button;
pub mod empty;
pub mod field;
pub mod form;
pub mod icon;
pub mod notice;
pub mod pager;
pub mod pairs;
pub mod problem;
pub mod row;
pub mod status;
pub mod summary;
pub mod table;
#[cfg(test)]
mod tests;
pub mod when;

use crate::page::Sample;

/// Every component in every state.
pub fn samples() -> Vec<Sample> {
    [
        button::samples(),
        field::samples(),
        summary::samples(),
        status::samples(),
        when::samples(),
        table::samples(),
        row::samples(),
        empty::samples(),
        notice::samples(),
        pager::samples(),
        pairs::samples(),
    ]
    .concat()
}
