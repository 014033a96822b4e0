//! All routes of the room, by noun.

use std::sync::LazyLock;

use crate::route::{Route, Table};
use crate::{
    admin, advice, agreement, assets, bulk, calendar, case, clock, customer, decision, directory,
    draft, event, gallery, go, health, install, job, keys, kpi, live, macros, mention,
    notification, openapi, passkey, password, post, presence, public, request, saved, search,
    second_step, service_level, session, settings, snooze, talk, today, token, upload, writing,
};

/// What stands around the work: who is calling, is it alive, how is it described.
static FRAME: Table = &[
    assets::ROUTES,
    health::ROUTES,
    install::ROUTES,
    openapi::ROUTES,
    gallery::ROUTES,
    session::own::ROUTES,
    session::sign_in::ROUTES,
    session::sign_out::ROUTES,
    session::code::ROUTES,
    session::passkey::ROUTES,
    session::sso::ROUTES,
    session::confirmation::ROUTES,
    session::everybody::ROUTES,
];

/// Nouns are added here: each is a `&[&[Route]]` of its verbs.
static ALL: LazyLock<Vec<&'static [Route]>> = LazyLock::new(|| {
    [
        FRAME,
        today::ROUTES,
        draft::ROUTES,
        snooze::routes(),
        talk::ROUTES,
        macros::ROUTES,
        mention::ROUTES,
        case::ROUTES,
        case::page::ROUTES,
        request::ROUTES,
        request::page::routes(),
        customer::ROUTES,
        customer::page::ROUTES,
        directory::ROUTES,
        directory::page::ROUTES,
        advice::ROUTES,
        agreement::ROUTES,
        agreement::page::ROUTES,
        clock::ROUTES,
        decision::ROUTES,
        kpi::ROUTES,
        calendar::ROUTES,
        calendar::page::ROUTES,
        service_level::ROUTES,
        service_level::page::ROUTES,
        search::ROUTES,
        writing::ROUTES,
        settings::ROUTES,
        password::ROUTES,
        second_step::ROUTES,
        passkey::ROUTES,
        saved::ROUTES,
        bulk::ROUTES,
        keys::ROUTES,
        go::ROUTES,
        event::ROUTES,
        live::ROUTES,
        presence::ROUTES,
        job::ROUTES,
        job::page::ROUTES,
        post::ROUTES,
        post::page::ROUTES,
        token::ROUTES,
        upload::ROUTES,
        public::ROUTES,
        notification::ROUTES,
        admin::ROUTES,
        admin::page::ROUTES,
    ]
    .concat()
});

pub fn table() -> Table {
    &ALL
}
