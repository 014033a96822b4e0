//! Search: one place that asks the index, always within what the caller may find.

pub mod find;
mod show;

use crate::route::Route;

pub static ROUTES: &[&[Route]] = &[show::ROUTES];
