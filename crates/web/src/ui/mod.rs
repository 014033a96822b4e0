//! Small typed components, each in its own file, each with its samples.

pub mod address;
pub mod button;
pub mod check;
pub mod crumbs;
pub mod difference;
pub mod empty;
pub mod field;
pub mod files;
pub mod form;
pub mod icon;
pub mod lane;
pub mod notice;
pub mod pager;
pub mod pairs;
pub mod passkey;
pub mod printed;
pub mod problem;
pub mod row;
pub mod several;
pub mod status;
pub mod story;
pub mod summary;
pub mod table;
pub mod tabs;
#[cfg(test)]
mod tests;
pub mod undo;
pub mod version;
pub mod when;
pub mod words;
pub mod writing;

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
        passkey::samples(),
        lane::samples(),
        story::samples(),
        files::samples(),
        check::samples(),
        several::samples(),
        tabs::samples(),
        writing::samples(),
        crate::advice::page::samples(),
        undo::samples(),
        crate::macros::parts(),
        crate::draft::form::samples(),
        crumbs::samples(),
        printed::samples(),
    ]
    .concat()
}
