//! Requests as pages: the trays, the page that both sides share, and a form for each verb.
//!
//! [`Sheet`](sheet::Sheet) is a request opened for its reader, [`Verb`](act::Verb) a form with the
//! act that it makes. Everything shown comes from the request's view, which holds what this reader
//! may see and nothing else.

pub mod act;
mod advice;
mod agreed;
mod answer;
mod ask;
mod beside;
mod changed;
pub mod choices;
mod choose;
pub mod clocks;
mod compare;
mod confirm;
mod counter;
mod decline;
mod delivery;
pub mod department;
mod dispute;
mod doing;
mod escalated;
mod excuse;
pub mod names;
mod note;
mod packet;
mod papers;
mod raise;
mod raising;
mod read_back;
mod revision;
mod row;
pub mod sheet;
pub mod show;
mod simple;
mod talk;
mod timeline;
mod tray;
mod turn;
pub mod verdicts;
mod wait;
pub mod words;

pub use act::{THEN, then};
pub use doing::text as act_words;

use std::sync::LazyLock;

use crate::page::{Page, Place, Sample};
use crate::route::Route;

static ALL: LazyLock<Vec<&'static [Route]>> = LazyLock::new(|| {
    let alone: &[&'static [Route]] = &[
        tray::ROUTES,
        show::ROUTES,
        clocks::ROUTES,
        raise::ROUTES,
        revision::ROUTES,
        read_back::ROUTES,
        note::ROUTES,
        decline::ROUTES,
        delivery::ROUTES,
        wait::ROUTES,
        excuse::ROUTES,
    ];
    [alone, simple::ROUTES, dispute::ROUTES, confirm::ROUTES, answer::ROUTES, counter::ROUTES]
        .concat()
});

/// Every route of these pages.
pub fn routes() -> &'static [&'static [Route]] {
    &ALL
}

/// The parts of the form of a request, as pages.
pub fn samples() -> Vec<Page> {
    let part = |sample: Sample| Page::new(sample.name, sample.markup).at(Place::FromUs);
    packet::samples().into_iter().chain(choices::samples()).map(part).collect()
}
