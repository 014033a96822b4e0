//! The pages of customers.

mod erasure;
mod form;
mod list;
mod new;
mod revision;
mod show;

use crate::page::Page;
use crate::route::Route;

/// Every route of the pages of customers.
pub static ROUTES: &[&[Route]] =
    &[list::ROUTES, new::ROUTES, show::ROUTES, revision::ROUTES, erasure::ROUTES];

/// The pages in their states.
pub fn samples() -> Vec<Page> {
    [list::samples(), show::samples()].concat()
}
