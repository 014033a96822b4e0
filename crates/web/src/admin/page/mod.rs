//! The pages of administration.

mod house;
mod index;
mod letter;
mod more;

use crate::page::Page;
use crate::route::Route;

pub static ROUTES: &[&[Route]] = &[index::ROUTES, house::ROUTES, letter::ROUTES, more::ROUTES];

pub fn samples() -> Vec<Page> {
    [index::samples(), more::samples()].concat()
}
