//! Talks: a call or a word in the corridor, logged in three fields from any page. It becomes what it
//! would be on the page of its case or request: a call, or a note.

mod api;
mod entry;
mod page;
#[cfg(test)]
mod tests;

pub use page::samples;

use crate::route::Route;

/// Every route of talks.
pub static ROUTES: &[&[Route]] = &[api::ROUTES, page::ROUTES];
