//! All routes of the room, by noun.

use crate::route::Table;
use crate::{assets, health, openapi, session};

pub static TABLE: Table = &[
    assets::ROUTES,
    health::ROUTES,
    openapi::ROUTES,
    session::own::ROUTES,
    session::sign_in::ROUTES,
    session::sign_out::ROUTES,
];
