//! Agreements as pages: the list, one of them with its versions, and the forms that change it.

mod changes;
mod ending;
mod form;
mod list;
mod new;
mod performance;
mod show;
mod simulation;
mod terms;
mod to_sign;

use baton_core::agreement::{Agreement, Standing};
use baton_core::directory::Directory;
use baton_core::say;
use baton_core::time::Instant;
use jiff::tz::Offset;
use maud::Markup;

use crate::page::{Page, Place};
use crate::route::Route;
use crate::ui::crumbs::crumbs;
use crate::ui::status::{Status, tag_saying};

pub use form::{TimeBox, beside};
pub use list::between;
pub use to_sign::{ToSign, to_sign};

pub static ROUTES: &[&[Route]] =
    &[list::ROUTES, new::PROPOSING, show::ROUTES, new::REVISING, ending::ROUTES];

/// `Customer Service asks Logistics`, with the service if it is about one.
pub fn title(directory: &Directory, agreement: &Agreement) -> String {
    let (from, to) =
        (directory.department_name(agreement.from), directory.department_name(agreement.to));
    match agreement.service.and_then(|id| directory.service(id)) {
        Some(service) => {
            say!("agreement-asks", from, to, service = directory.texts.show(service.name))
        }
        None => say!("agreement-asks-2", from, to),
    }
}

fn page(title: impl Into<String>, main: Markup) -> Page {
    let way =
        [(say!("admin-index-more"), "/more"), (say!("agreement-list-agreements"), "/agreements")];
    Page::new(title, main).at(Place::More).above(crumbs(&way))
}

/// All of them: the list, which is above each.
fn page_of_all(main: Markup) -> Page {
    let way = crumbs(&[(say!("admin-index-more"), "/more")]);
    Page::new(say!("agreement-list-agreements"), main).at(Place::More).above(way)
}

/// Where it stands, as a tag.
fn standing(agreement: &Agreement, now: Instant) -> Markup {
    let draft = agreement.draft().is_some();
    let (status, words) = match agreement.standing(now) {
        Standing::Proposed => (Status::Waiting, say!("agreement-waits-for-signatures")),
        Standing::Agreed { .. } => (Status::ReadBack, say!("agreement-signed-begins-later")),
        Standing::Active if agreement.ending.is_some() => {
            (Status::DueSoon, say!("agreement-ends-soon"))
        }
        Standing::Active if review_is_due(agreement, now) => {
            (Status::DueSoon, say!("agreement-review-is-due"))
        }
        Standing::Active if draft => (Status::Waiting, say!("agreement-active-new-terms-wait-for")),
        Standing::Active => (Status::ReadBack, say!("agreement-active")),
        Standing::Ended => (Status::Closed, say!("agreement-ended")),
        Standing::Withdrawn => (Status::Closed, say!("agreement-withdrawn")),
    };
    tag_saying(status, words)
}

/// Whether the day has come on which both wanted to look at it again.
fn review_is_due(agreement: &Agreement, now: Instant) -> bool {
    let today = Offset::UTC.to_datetime(now.timestamp()).date();
    agreement.terms_at(now).is_some_and(|version| version.terms.review_on <= today)
}

pub fn samples() -> Vec<Page> {
    vec![page_of_all(list::nothing(true)), page_of_all(list::nothing(false))]
}
