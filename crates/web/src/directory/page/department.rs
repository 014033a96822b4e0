//! A department: its charter, its services and its people.

use baton_core::case::request::ladder::{Between, ladder};
use baton_core::directory::Directory;
use baton_core::ids::{DepartmentId, PersonId};
use baton_core::say;
use maud::{Markup, html};

use super::edit::page;
use super::list::way_text;
use crate::advice::{self, page::Reader};
use crate::agreement;
use crate::answer::Answer;
use crate::calendar;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::request::page::department::{charter, tags};
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
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
            @if !view.active { (ui::notice::warn(say!("directory-department-this-department-is-no-longer"))) }
            (charter(&view))
            (buttons(&ctx, id))
            h2 { (say!("directory-department-services")) }
            (services(&ctx, &directory, id, &view))
            h2 { (say!("directory-department-people")) }
            (people(&ctx, &directory, id))
            (climbing(&ctx, &directory, id))
            (agreement::page::between(&ctx, id).await?)
        };
        let hours = calendar::page::of_department(&ctx, one)?;
        let aside = aside(&directory, one, &view, &hours);
        Ok(Answer::page(page(view.name.clone(), main).aside(aside)))
    })
}

fn buttons(ctx: &Ctx, id: DepartmentId) -> Markup {
    let mut buttons = Vec::new();
    if !ctx.who.belongs_to(id) || ctx.who.departments.len() > 1 {
        let href = format!("/directory/{id}/requests/new");
        buttons.push(ui::button::link(say!("directory-department-ask-this-department"), &href));
    }
    if keeps(ctx, id) {
        let href = |noun: &str| format!("/directory/{id}/{noun}/new");
        buttons.push(ui::button::plain_link(
            say!("directory-department-change-what-it-says"),
            &href("revision"),
        ));
        buttons.push(ui::button::plain_link(
            say!("directory-department-add-a-service"),
            &href("services"),
        ));
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
            p.muted { (say!("directory-department-it-has-not-said-yet-what")) }
        }
        dl.services {
            @for service in &view.services {
                div {
                    dt { (service.name) }
                    dd { (service.description) }
                    @if !service.required_fields.is_empty() {
                        dd.hint { (tell!("directory-department-needs-of-the-customer", tags = tags(&service.required_fields))) }
                    }
                    @if let Some(owner) = owner(&service.owner) {
                        dd.hint { (tell!("directory-department-accountable", owner)) }
                    }
                    @if keeps(ctx, id) {
                        dd { a href={ "/services/" (service.id) "/revision/new" } {
                            (say!("directory-department-change")) span.unseen { " " (service.name) }
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
            p.muted { (say!("directory-department-nobody-works-here-yet-so-nobody")) }
        }
        ul.people {
            @for (name, person) in &people {
                li {
                    a href={ "/people/" (person) } { (name) }
                    @if directory.lead_of(id) == Some(*person) { span.muted { " " (say!("directory-department-lead")) } }
                    @if let Some(absence) =
                        directory.person(*person).and_then(|person| person.absence_at(ctx.now))
                    {
                        " " (tag_saying(Status::Waiting, say!("directory-department-away")))
                        span.hint { " " (tell!("directory-department-back", day = ui::when::day(absence.to, ctx.now, &zone))) }
                    }
                }
            }
        }
    }
}

/// Who is asked at each level when something with this department is escalated.
fn climbing(ctx: &Ctx, directory: &Directory, id: DepartmentId) -> Markup {
    let between = Between { from: id, to: id, service: None };
    let reader = Reader { now: ctx.now, zone: &ctx.zone() };
    let rung = |level| -> Vec<_> {
        let seats = ladder(directory, between, level, &[], ctx.now);
        seats.iter().map(|one| advice::seat(one, directory)).collect()
    };
    html! {
        h2 { (say!("directory-department-when-something-is-escalated")) }
        ol.ladder {
            @for (level, hours) in [(1, 2), (2, 4), (3, 8)] {
                li {
                    (tell!("directory-department-to-be-answered-within-hours-of", strong = html! { strong { (tell!("directory-department-level", level)) } }, hours, people = advice::page::people(&rung(level), reader)))
                }
            }
        }
        p.hint { (say!("directory-department-unanswered-the-next-level-is")) }
    }
}

fn aside(
    directory: &Directory,
    one: &baton_core::directory::Department,
    view: &DepartmentView,
    hours: &Markup,
) -> Markup {
    let link = |id: PersonId| {
        html! { a href={ "/people/" (id) } { (directory.person_name(id)) } }
    };
    html! {
        h2 { (say!("directory-department-how-to-reach-it")) }
        (pairs(&[
            (say!("directory-department-lead-2"), Some(one.lead.map_or_else(
                || html! { span.muted { (say!("directory-department-nobody-yet-ask-an-administrator")) } }, link))),
            (say!("directory-department-in-their-place"), (!one.deputies.is_empty()).then(|| html! {
                @for (n, id) in one.deputies.iter().enumerate() {
                    @if n > 0 { (say!("directory-department-then")) " " } (link(*id))
                }
            })),
            (say!("directory-department-above-them"), one.head.map(link)),
            (say!("directory-department-working-hours"), Some(hours.clone())),
            (say!("directory-department-hours"), view.hours.as_deref().map(|hours| html! { (hours) })),
            (say!("directory-department-customers"), view.customer_facing.then(|| html! { (say!("directory-department-takes-cases-from-customers")) })),
        ]))
        @for channel in &view.channels {
            p {
                strong { (way_text(channel.kind)) } ": " (channel.address)
                @if let Some(preferred) = &channel.preferred_for { br; span.hint { (tell!("directory-department-for", preferred)) } }
            }
        }
    }
}
