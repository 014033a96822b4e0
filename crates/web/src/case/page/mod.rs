//! The pages of cases: one file for each verb, named like the act behind it.

mod ball;
mod beside;
mod closure;
mod elsewhere;
mod file;
mod frame;
mod joined;
mod lanes;
mod list;
mod merger;
mod message;
mod new;
mod owner;
mod promise;
mod reopening;
mod separation;
mod show;
mod since;
mod story;
mod update;

pub use ball::{Ball, ball, untold};
pub use lanes::{customer, customer_of_ask, lane as lane_of};
pub use list::{CaseLine, line, rows, rows_of_one};

use crate::page::Page;
use crate::route::Route;

/// Every route of the pages of cases.
pub static ROUTES: &[&[Route]] = &[
    list::ROUTES,
    new::ROUTES,
    show::ROUTES,
    message::ROUTES,
    file::ROUTES,
    update::ROUTES,
    promise::ROUTES,
    owner::ROUTES,
    closure::ROUTES,
    reopening::ROUTES,
    merger::ROUTES,
    separation::ROUTES,
];

/// The pages in their states.
pub fn samples() -> Vec<Page> {
    [show::samples(), list::samples(), closure::samples(), merger::samples()].concat()
}
