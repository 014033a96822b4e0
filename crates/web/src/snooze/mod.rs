//! Snoozes: a person puts something out of their own lists until a moment. Its clocks run on, and
//! say so; it wakes when the moment comes, or when somebody else does something.

mod act;
mod api;
mod asleep;
mod line;
mod page;
#[cfg(test)]
mod tests;

pub use act::{Thing, case_of, end, moment, put, put_case, request_of};
pub use asleep::{Asleep, asleep};
pub use page::{left_out, note, samples, today};

use std::sync::LazyLock;

use crate::route::Route;

static ALL: LazyLock<Vec<&'static [Route]>> =
    LazyLock::new(|| [&[api::ROUTES], page::ROUTES].concat());

/// Every route of snoozes.
pub fn routes() -> &'static [&'static [Route]] {
    &ALL
}
