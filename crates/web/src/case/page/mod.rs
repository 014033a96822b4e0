//! The pages of cases: one file for each verb, named like the act behind it.

pub mod account;
mod ball;
mod beside;
mod clocks;
mod closure;
mod elsewhere;
mod file;
mod following;
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
mod wait;
mod waiver;

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
    clocks::ROUTES,
    message::ROUTES,
    file::ROUTES,
    update::ROUTES,
    waiver::ROUTES,
    wait::ROUTES,
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
