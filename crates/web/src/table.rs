//! All routes of the room, by noun.

use std::sync::LazyLock;

use crate::route::{Route, Table};
use crate::{
    assets, case, customer, directory, event, health, job, live, openapi, post, request, search,
    session, today,
};

/// What stands around the work: who is calling, is it alive, how is it described.
static FRAME: Table = &[
    assets::ROUTES,
    health::ROUTES,
    openapi::ROUTES,
    session::own::ROUTES,
    session::sign_in::ROUTES,
    session::sign_out::ROUTES,
];

/// Nouns are added here: each is a `&[&[Route]]` of its verbs.
static ALL: LazyLock<Vec<&'static [Route]>> = LazyLock::new(|| {
    [
        FRAME,
        today::ROUTES,
        case::ROUTES,
        case::page::ROUTES,
        request::ROUTES,
        request::page::routes(),
        customer::ROUTES,
        customer::page::ROUTES,
        directory::ROUTES,
        directory::page::ROUTES,
        search::ROUTES,
        event::ROUTES,
        live::ROUTES,
        job::ROUTES,
        post::ROUTES,
    ]
    .concat()
});

pub fn table() -> Table {
    &ALL
}
