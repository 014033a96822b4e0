//! Today: what waits for me, what is due first on top.

mod page;
mod waiting;

use crate::route::Route;

pub use page::samples;

/// Every route of today.
pub static ROUTES: &[&[Route]] = &[page::ROUTES];
