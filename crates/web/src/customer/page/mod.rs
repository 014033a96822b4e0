//! The pages of customers.

mod duplicates;
mod erasure;
mod form;
mod list;
mod merger;
mod new;
mod revision;
mod separation;
mod show;

use crate::page::Page;
use crate::route::Route;

/// Every route of the pages of customers.
pub static ROUTES: &[&[Route]] = &[
    list::ROUTES,
    new::ROUTES,
    show::ROUTES,
    revision::ROUTES,
    erasure::ROUTES,
    merger::ROUTES,
    separation::ROUTES,
];

/// The pages in their states.
pub fn samples() -> Vec<Page> {
    [list::samples(), show::samples(), merger::samples()].concat()
}
