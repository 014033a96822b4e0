//! Agreements as pages: the list, one of them with its versions, and the forms that change it.

mod ending;
mod form;
mod list;
mod new;
mod show;
mod terms;

use baton_core::agreement::{Agreement, Standing};
use baton_core::directory::Directory;
use baton_core::time::Instant;
use maud::Markup;

use crate::page::{Page, Place};
use crate::route::Route;
use crate::ui::status::{Status, tag_saying};

pub use list::between;

pub static ROUTES: &[&[Route]] =
    &[list::ROUTES, new::PROPOSING, show::ROUTES, new::REVISING, ending::ROUTES];

/// `Customer Service asks Logistics`, with the service if it is about one.
fn title(directory: &Directory, agreement: &Agreement) -> String {
    let (from, to) =
        (directory.department_name(agreement.from), directory.department_name(agreement.to));
    match agreement.service.and_then(|id| directory.service(id)) {
        Some(service) => format!("{from} asks {to}: {}", directory.texts.show(service.name)),
        None => format!("{from} asks {to}"),
    }
}

fn page(title: impl Into<String>, main: Markup) -> Page {
    Page::new(title, main).at(Place::More)
}

/// Where it stands, as a tag.
fn standing(agreement: &Agreement, now: Instant) -> Markup {
    let draft = agreement.draft().is_some();
    let (status, words) = match agreement.standing(now) {
        Standing::Proposed => (Status::Waiting, "Waits for signatures"),
        Standing::Agreed { .. } => (Status::ReadBack, "Signed, begins later"),
        Standing::Active if agreement.ending.is_some() => (Status::DueSoon, "Ends soon"),
        Standing::Active if draft => (Status::Waiting, "Active, new terms wait for signatures"),
        Standing::Active => (Status::ReadBack, "Active"),
        Standing::Ended => (Status::Closed, "Ended"),
        Standing::Withdrawn => (Status::Closed, "Withdrawn"),
    };
    tag_saying(status, words)
}

pub fn samples() -> Vec<Page> {
    vec![page("Agreements", list::nothing(true)), page("Agreements", list::nothing(false))]
}
