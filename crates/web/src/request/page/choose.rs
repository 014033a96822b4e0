//! Before a request: whom to ask, with what each department does and what it does not.

use baton_core::directory::Directory;
use baton_core::ids::DepartmentId;
use baton_core::say;
use maud::{Markup, html};

use super::department::charter;
use crate::tell;
use crate::ui;
use crate::view::directory::{DepartmentView, department};

/// The departments that can be asked, each with a way to its form.
pub fn choose(directory: &Directory, without: &[DepartmentId], form: &str) -> Markup {
    let open = directory
        .active_departments()
        .filter(|of| !without.contains(&of.id) && directory.can_be_opened_by_someone(of.id));
    let mut views: Vec<DepartmentView> = open.map(|of| department(directory, of)).collect();
    views.sort_by(|a, b| a.name.cmp(&b.name));
    html! {
        p.lead { (say!("request-choose-look-first-whose-job-it-is")) }
        @if views.is_empty() {
            (ui::empty::empty(
                say!("request-choose-there-is-nobody-to-ask"),
                say!("request-choose-no-other-department-has-people"),
                Some((say!("request-choose-see-the-directory"), "/directory")),
            ))
        }
        div.departments {
            @for view in &views { (one(view, form)) }
        }
    }
}

fn one(view: &DepartmentView, form: &str) -> Markup {
    let names: Vec<&str> = view.services.iter().map(|service| service.name.as_str()).collect();
    html! {
        section.department {
            h2 { (view.name) }
            (charter(view))
            @if !names.is_empty() { p.hint { (tell!("request-choose-services", value = names.join(", "))) } }
            p { (ui::button::plain_link(&say!("request-choose-ask", view = view.name), &format!("{form}?to={}", view.id))) }
        }
    }
}
