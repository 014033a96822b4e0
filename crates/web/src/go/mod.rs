//! The command bar: one box for what can be done and for what can be found. Without a script it is
//! a page like any other.

mod page;
mod verbs;

use crate::route::Route;

pub use page::samples;

pub static ROUTES: &[&[Route]] = &[page::ROUTES];
