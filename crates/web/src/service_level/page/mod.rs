//! Service levels as pages: the list, one of them with its versions, and the form that sets it.

mod ending;
mod form;
mod list;
mod new;
mod show;
mod terms;

use baton_core::directory::Directory;
use baton_core::ids::ServiceLevelId;
use baton_core::say;
use maud::Markup;

use crate::page::{Page, Place};
use crate::route::Route;
use crate::ui::crumbs::crumbs;
use crate::view::service_level::name_of;

pub static ROUTES: &[&[Route]] = &[list::ROUTES, show::ROUTES, new::ROUTES, ending::ROUTES];

/// `The whole organisation`, or the department's name.
fn title(directory: &Directory, id: ServiceLevelId) -> String {
    match id.department() {
        Some(department) => directory.department_name(department).to_owned(),
        None => say!("service-level-the-whole-organisation").to_owned(),
    }
}

fn at(id: ServiceLevelId) -> String {
    format!("/service-levels/{}", name_of(id))
}

fn page(title: impl Into<String>, main: Markup) -> Page {
    Page::new(title, main).at(Place::More)
}

/// A page below the list.
fn below(title: impl Into<String>, main: Markup) -> Page {
    let list = (say!("service-level-service-levels"), "/service-levels");
    page(title, main).above(crumbs(&[(say!("admin-index-more"), "/more"), list]))
}

pub fn samples() -> Vec<Page> {
    vec![page("Service levels", list::nothing(true)), page("Service levels", list::nothing(false))]
}
