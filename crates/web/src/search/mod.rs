//! Search: one place that asks the index, always within what the caller may find.

pub mod asked;
pub mod chips;
pub mod find;
mod narrow;
pub mod page;
mod show;

use crate::route::Route;

pub static ROUTES: &[&[Route]] = &[show::ROUTES, page::ROUTES];
