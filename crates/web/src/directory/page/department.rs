//! A department: its charter, its services and its people.

use baton_core::directory::Directory;
use baton_core::ids::{DepartmentId, PersonId};
use maud::{Markup, html};

use super::edit::page;
use super::list::way_text;
use crate::agreement;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::request::page::department::{charter, tags};
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;
use crate::ui::pairs::pairs;
use crate::ui::status::{Status, tag_saying};
use crate::view::directory::{DepartmentView, department};

pub const ROUTES: &[Route] =
    &[Route::get("/directory/{id}", "pages.departments.show", Access::SignedIn, show)
        .summary("A department, its services and its people")
        .answers(&[Reply::bare(200, "The page")])];

/// The department of the address, by id or by name.
pub fn reached(ctx: &Ctx) -> Result<DepartmentId, Trouble> {
    reach::department(ctx, "id", ctx.param("id")).map_err(|_| Trouble::not_found())
}

/// Whether this person keeps the texts of a department.
pub fn keeps(ctx: &Ctx, id: DepartmentId) -> bool {
    ctx.who.administrator || ctx.who.leads(id)
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let id = reached(&ctx)?;
        let one = directory.department(id).ok_or_else(Trouble::not_found)?;
        let view = department(&directory, one);
        let main = html! {
            @if !view.active { (ui::notice::warn("This department is no longer active.")) }
            (charter(&view))
            (buttons(&ctx, id))
            h2 { "Services" }
            (services(&ctx, &directory, id, &view))
            h2 { "People" }
            (people(&ctx, &directory, id))
            (agreement::page::between(&ctx, id)?)
        };
        Ok(Answer::page(page(view.name.clone(), main).aside(aside(&directory, one, &view))))
    })
}

fn buttons(ctx: &Ctx, id: DepartmentId) -> Markup {
    let mut buttons = Vec::new();
    if !ctx.who.belongs_to(id) || ctx.who.departments.len() > 1 {
        let href = format!("/directory/{id}/requests/new");
        buttons.push(ui::button::link("Ask this department", &href));
    }
    if keeps(ctx, id) {
        let href = |noun: &str| format!("/directory/{id}/{noun}/new");
        buttons.push(ui::button::plain_link("Change what it says", &href("revision")));
        buttons.push(ui::button::plain_link("Add a service", &href("services")));
    }
    ui::button::row(&buttons)
}

fn services(ctx: &Ctx, directory: &Directory, id: DepartmentId, view: &DepartmentView) -> Markup {
    let owner = |text: &Option<String>| {
        let id: Option<PersonId> = text.as_deref().and_then(|text| text.parse().ok());
        id.map(|id| directory.person_name(id).to_owned())
    };
    html! {
        @if view.services.is_empty() {
            p.muted { "It has not said yet what it does on request. Its lead can add services." }
        }
        dl.services {
            @for service in &view.services {
                div {
                    dt { (service.name) }
                    dd { (service.description) }
                    @if !service.required_fields.is_empty() {
                        dd.hint { "Needs of the customer: " (tags(&service.required_fields)) }
                    }
                    @if let Some(owner) = owner(&service.owner) {
                        dd.hint { "Accountable: " (owner) }
                    }
                    @if keeps(ctx, id) {
                        dd { a href={ "/services/" (service.id) "/revision/new" } {
                            "Change" span.unseen { " " (service.name) }
                        } }
                    }
                }
            }
        }
    }
}

fn people(ctx: &Ctx, directory: &Directory, id: DepartmentId) -> Markup {
    let mut people: Vec<(String, PersonId)> = directory
        .members(id)
        .into_iter()
        .map(|person| (directory.person_name(person).to_owned(), person))
        .collect();
    people.sort();
    let zone = ctx.zone();
    html! {
        @if people.is_empty() {
            p.muted { "Nobody works here yet, so nobody could answer a request." }
        }
        ul.people {
            @for (name, person) in &people {
                li {
                    a href={ "/people/" (person) } { (name) }
                    @if directory.lead_of(id) == Some(*person) { span.muted { " lead" } }
                    @if let Some(absence) =
                        directory.person(*person).and_then(|person| person.absence_at(ctx.now))
                    {
                        " " (tag_saying(Status::Waiting, "Away"))
                        span.hint { " back " (ui::when::day(absence.to, ctx.now, &zone)) }
                    }
                }
            }
        }
    }
}

fn aside(
    directory: &Directory,
    one: &baton_core::directory::Department,
    view: &DepartmentView,
) -> Markup {
    let link = |id: PersonId| {
        html! { a href={ "/people/" (id) } { (directory.person_name(id)) } }
    };
    html! {
        h2 { "How to reach it" }
        (pairs(&[
            ("Lead", Some(one.lead.map_or_else(
                || html! { span.muted { "Nobody yet: ask an administrator" } }, link))),
            ("In their place", (!one.deputies.is_empty()).then(|| html! {
                @for (n, id) in one.deputies.iter().enumerate() {
                    @if n > 0 { ", then " } (link(*id))
                }
            })),
            ("Hours", view.hours.as_deref().map(|hours| html! { (hours) })),
            ("Customers", view.customer_facing.then(|| html! { "Takes cases from customers" })),
        ]))
        @for channel in &view.channels {
            p {
                strong { (way_text(channel.kind)) } ": " (channel.address)
                @if let Some(preferred) = &channel.preferred_for { br; span.hint { "For: " (preferred) } }
            }
        }
    }
}
