//! The directory as pages: who does what, how to reach them, and keeping it true.

mod absence;
mod ask;
mod department;
mod edit;
mod edit_department;
mod edit_person;
mod edit_service;
mod list;
mod people;
mod person;

use crate::route::Route;

/// Every route of the pages of the directory.
pub static ROUTES: &[&[Route]] = &[
    list::ROUTES,
    people::ROUTES,
    department::ROUTES,
    ask::ROUTES,
    person::ROUTES,
    absence::ROUTES,
    edit_department::ROUTES,
    edit_service::ROUTES,
    edit_person::ROUTES,
];
