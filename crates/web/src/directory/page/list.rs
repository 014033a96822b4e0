//! Every department: what it does, what it does not, and how to reach it.

use baton_core::directory::ContactKind;
use baton_core::say;
use maud::{Markup, html};

use super::edit::page;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::request::page::department::charter;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;
use crate::view::directory::{DepartmentView, department};

pub const ROUTES: &[Route] =
    &[Route::get("/directory", "pages.directory.show", Access::SignedIn, show)
        .summary("Every department, and whose job is what")
        .answers(&[Reply::bare(200, "The page")])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let mut views: Vec<DepartmentView> =
            directory.active_departments().map(|one| department(&directory, one)).collect();
        views.sort_by(|a, b| a.name.cmp(&b.name));
        let main = html! {
            p.lead { (say!("directory-list-whose-job-is-what-and-what")) }
            (ui::button::row(&buttons(&ctx)))
            (cards(&views))
        };
        Ok(Answer::page(page(say!("directory-list-directory"), main)))
    })
}

/// The departments as cards; how they come about where there are none.
pub fn cards(views: &[DepartmentView]) -> Markup {
    html! {
        @if views.is_empty() {
            (ui::empty::empty(
                say!("directory-list-no-department-yet"),
                say!("directory-list-an-administrator-adds"),
                Some((say!("directory-list-see-all-people"), "/people")),
            ))
        }
        div.departments { @for view in views { (one(view)) } }
    }
}

fn buttons(ctx: &Ctx) -> Vec<Markup> {
    let mut buttons = vec![ui::button::plain_link(say!("directory-list-all-people"), "/people")];
    if ctx.who.administrator {
        buttons.push(ui::button::plain_link(
            say!("directory-list-add-a-department"),
            "/directory/new",
        ));
    }
    buttons
}

fn one(view: &DepartmentView) -> Markup {
    let services: Vec<&str> = view.services.iter().map(|service| service.name.as_str()).collect();
    html! {
        section.department {
            h2 { a href={ "/directory/" (view.id) } { (view.name) } }
            (charter(view))
            @if !services.is_empty() { p.hint { (tell!("directory-list-services", services = services.join(", "))) } }
            p.hint {
                @match (&view.lead, &view.lead_name) {
                    (Some(id), Some(name)) => { (tell!("directory-list-lead", link = html! { a href={ "/people/" (id) } { (name) } })) }
                    _ => strong { (say!("directory-list-nobody-leads-it-yet")) },
                }
            }
            @if !view.channels.is_empty() { p.hint { (reached_by(view)) } }
        }
    }
}

/// `Desk: Logistics board · Phone: 020 7946 0320`.
fn reached_by(view: &DepartmentView) -> String {
    let ways = view.channels.iter().map(|way| format!("{}: {}", way_text(way.kind), way.address));
    ways.collect::<Vec<_>>().join(" · ")
}

/// A way to reach a department, in words.
pub fn way_text(kind: &'static str) -> &'static str {
    let Some(known) = ContactKind::named(kind) else { return kind };
    match known {
        ContactKind::Desk => say!("directory-list-here"),
        ContactKind::Email => say!("directory-list-e-mail"),
        ContactKind::Phone => say!("directory-list-phone"),
        ContactKind::Chat => say!("directory-list-chat"),
        ContactKind::Web => say!("directory-list-web"),
        ContactKind::Counter => say!("directory-list-counter"),
        ContactKind::Meeting => say!("directory-list-meeting"),
    }
}
