//! The directory as pages: who does what, how to reach them, and keeping it true.

mod absence;
mod ask;
mod department;
mod edit;
mod edit_department;
mod edit_person;
mod edit_service;
mod list;
mod passkey;
mod people;
mod person;

pub use edit::entries;
pub use edit_department::calendars;
pub use person::reached;

use crate::page::Page;
use crate::route::Route;
use crate::view::directory::{ContactView, DepartmentView};

/// Every route of the pages of the directory.
pub static ROUTES: &[&[Route]] = &[
    list::ROUTES,
    people::ROUTES,
    department::ROUTES,
    ask::ROUTES,
    person::ROUTES,
    absence::ROUTES,
    passkey::ROUTES,
    edit_department::ROUTES,
    edit_service::ROUTES,
    edit_person::ROUTES,
];

/// What a department shows of itself, as a page.
pub fn samples() -> Vec<Page> {
    let view = DepartmentView {
        id: "logistics".to_owned(),
        version: 1,
        name: "Logistics".to_owned(),
        purpose: "Brings things to people and takes them back.".to_owned(),
        not_our_job: vec!["We do not judge whether a piece is faulty.".to_owned()],
        needs_from_you: vec!["The order number.".to_owned(), "Days at home.".to_owned()],
        lead: None,
        lead_name: None,
        deputies: Vec::new(),
        head: None,
        channels: vec![ContactView {
            kind: "phone",
            address: "020 7946 0320".to_owned(),
            preferred_for: None,
        }],
        calendar: "standard".to_owned(),
        hours: Some("Monday to Friday 07:30 to 17:30".to_owned()),
        services: Vec::new(),
        customer_facing: false,
        active: true,
    };
    vec![
        edit::page("Directory", list::cards(&[view])),
        edit::page("An empty one", list::cards(&[])),
    ]
}
