//! A person: where they work, how to reach them, and when they are away.

use baton_core::directory::{Absence, Directory, Person, Role};
use baton_core::ids::PersonId;
use maud::{Markup, html};

use super::edit::page;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;
use crate::ui::pairs::pairs;
use crate::ui::when::day;

pub const ROUTES: &[Route] =
    &[Route::get("/people/{id}", "pages.people.one.show", Access::SignedIn, show)
        .summary("A person, where they work and when they are away")
        .answers(&[Reply::bare(200, "The page")])];

pub fn reached(ctx: &Ctx) -> Result<PersonId, Trouble> {
    reach::person(ctx, "id", ctx.param("id")).map_err(|_| Trouble::not_found())
}

/// Whether this person may record when somebody is away.
pub fn speaks_for(ctx: &Ctx, person: &Person) -> bool {
    ctx.who.administrator
        || ctx.who.person() == Some(person.id)
        || person.departments.iter().any(|department| ctx.who.leads(*department))
}

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let id = reached(&ctx)?;
        let person = directory.person(id).ok_or_else(Trouble::not_found)?;
        let main = html! {
            @if !person.active { (ui::notice::warn("They no longer work here.")) }
            (facts(&ctx, &directory, person))
            (buttons(&ctx, person))
            h2 { "Away" }
            (absences(&ctx, &directory, person))
            p { a href="/people" { "Back to all people" } }
        };
        Ok(Answer::page(page(directory.person_name(id).to_owned(), main)))
    })
}

fn facts(ctx: &Ctx, directory: &Directory, person: &Person) -> Markup {
    let leads = directory.active_departments().filter(|of| of.is_led_by(person.id));
    let leads: Vec<&str> = leads.map(|of| directory.department_name(of.id)).collect();
    let roles: Vec<&str> = person.roles.iter().map(|role| role_text(*role)).collect();
    let zone = (person.zone != ctx.zone().iana_name().unwrap_or_default()).then_some(&person.zone);
    pairs(&[
        (
            "Works in",
            Some(html! {
                @for (n, id) in person.departments.iter().enumerate() {
                    @if n > 0 { ", " }
                    a href={ "/directory/" (id) } { (directory.department_name(*id)) }
                }
                @if person.departments.is_empty() { span.muted { "No department" } }
            }),
        ),
        ("E-mail", directory.person_email(person.id).map(|email| html! { (email) })),
        ("Leads", (!leads.is_empty()).then(|| html! { (leads.join(", ")) })),
        ("Also", (!roles.is_empty()).then(|| html! { (roles.join(", ")) })),
        (
            "Kind",
            (!person.is_human())
                .then(|| html! { "A program: it neither acknowledges nor reads back" }),
        ),
        ("Time zone", zone.map(|zone| html! { (zone) })),
    ])
}

pub fn role_text(role: Role) -> &'static str {
    match role {
        Role::Administrator => "Administrator",
        Role::Compliance => "Compliance",
        Role::Arbiter => "Arbiter of disputes",
        Role::Follower => "Reads the events",
    }
}

fn buttons(ctx: &Ctx, person: &Person) -> Markup {
    let mut buttons = Vec::new();
    if speaks_for(ctx, person) && person.active {
        let href = format!("/people/{}/absences/new", person.id);
        buttons.push(ui::button::plain_link("Record an absence", &href));
    }
    if ctx.who.administrator {
        let href = format!("/people/{}/revision/new", person.id);
        buttons.push(ui::button::plain_link("Change the record", &href));
    }
    html! { @if !buttons.is_empty() { (ui::button::row(&buttons)) } }
}

fn absences(ctx: &Ctx, directory: &Directory, person: &Person) -> Markup {
    let ahead: Vec<&Absence> = person.absences.iter().filter(|of| ctx.now < of.to).collect();
    html! {
        @if ahead.is_empty() { p.muted { "Nothing is planned." } }
        ul.absences { @for absence in ahead { li { (one(ctx, directory, person, absence)) } } }
    }
}

fn one(ctx: &Ctx, directory: &Directory, person: &Person, absence: &Absence) -> Markup {
    let zone = ctx.zone();
    html! {
        p {
            "From " (day(absence.from, ctx.now, &zone)) " until " (day(absence.to, ctx.now, &zone))
            @match absence.deputy {
                Some(deputy) => {
                    "; " a href={ "/people/" (deputy) } { (directory.person_name(deputy)) }
                    " acts in their place"
                }
                None => "; nobody was named to act in their place",
            }
            "."
        }
        @if speaks_for(ctx, person) {
            form.act method="post" action={ "/people/" (person.id) "/absences/ending" } {
                (ui::form::token(&ctx.token))
                input type="hidden" name="from" value=(absence.from);
                button.button.small type="submit" {
                    @if absence.from <= ctx.now { "They are back" } @else { "It does not take place" }
                }
            }
        }
    }
}
