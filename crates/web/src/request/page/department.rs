//! A department as it presents itself to whoever may ask it.

use baton_core::directory::Directory;
use baton_core::ids::DepartmentId;
use baton_core::say;
use maud::{Markup, html};

use crate::tell;
use crate::ui::words::tag;
use crate::view::directory::{DepartmentView, ServiceView, department};

/// Purpose, what is not its job, and what it needs from whoever asks.
pub fn charter(view: &DepartmentView) -> Markup {
    html! {
        p.prose { (view.purpose) }
        (list(say!("request-department-it-needs-from-you"), &view.needs_from_you))
        (list(say!("request-department-not-its-job"), &view.not_our_job))
        @if let Some(hours) = &view.hours { p.hint { (tell!("request-department-hours", hours)) } }
    }
}

fn list(title: &str, lines: &[String]) -> Markup {
    html! {
        @if !lines.is_empty() {
            p.list-title { (title) }
            ul { @for line in lines { li { (line) } } }
        }
    }
}

/// What it does on request, and the customer data that each of it needs.
pub fn services(services: &[ServiceView]) -> Markup {
    html! {
        dl.services {
            @for service in services {
                div {
                    dt { (service.name) }
                    dd { (service.description) }
                    @if !service.required_fields.is_empty() {
                        dd.hint { (tell!("request-department-needs-of-the-customer", tags = tags(&service.required_fields))) }
                    }
                }
            }
        }
    }
}

pub fn tags(fields: &[String]) -> String {
    let names: Vec<String> = fields.iter().map(|field| tag(field)).collect();
    names.join(", ")
}

/// What stands beside a request that is being written.
pub fn beside(directory: &Directory, id: DepartmentId) -> Markup {
    let Some(one) = directory.department(id) else { return html! {} };
    let view = department(directory, one);
    html! {
        h2 { (view.name) }
        (charter(&view))
        @if !view.services.is_empty() {
            h2 { (say!("request-department-services")) }
            (services(&view.services))
        }
        p { a href={ "/directory/" (view.id) } { (tell!("request-department-more-about", view = view.name)) } }
    }
}
