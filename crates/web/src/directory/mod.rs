//! The directory: departments, services, people; who I am.

pub mod me;
pub mod page;
pub mod passkey;
pub mod set;
mod show;

use crate::route::Route;

pub static ROUTES: &[&[Route]] = &[show::ROUTES, me::ROUTES, set::ROUTES, passkey::ROUTES];
