//! A person: where they work, how to reach them, and when they are away.

use baton_core::directory::{Absence, Directory, Person, Role};
use baton_core::ids::PersonId;
use baton_core::say;
use maud::{Markup, html};

use super::edit::page;
use super::passkey;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
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
        let passkeys = passkey::section(&ctx, id).await?;
        let main = html! {
            @if !person.active { (ui::notice::warn(say!("directory-person-they-no-longer-work-here"))) }
            (facts(&ctx, &directory, person))
            (buttons(&ctx, person))
            h2 { (say!("directory-person-away")) }
            (absences(&ctx, &directory, person))
            (passkeys)
            p { a href="/people" { (say!("directory-person-back-to-all-people")) } }
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
            say!("directory-person-works-in"),
            Some(html! {
                @for (n, id) in person.departments.iter().enumerate() {
                    @if n > 0 { ", " }
                    a href={ "/directory/" (id) } { (directory.department_name(*id)) }
                }
                @if person.departments.is_empty() { span.muted { (say!("directory-person-no-department")) } }
            }),
        ),
        (
            say!("directory-person-e-mail"),
            directory.person_email(person.id).map(|email| html! { (email) }),
        ),
        (say!("directory-person-leads"), (!leads.is_empty()).then(|| html! { (leads.join(", ")) })),
        (say!("directory-person-also"), (!roles.is_empty()).then(|| html! { (roles.join(", ")) })),
        (
            say!("directory-person-kind"),
            (!person.is_human()).then(|| html! { (say!("directory-person-a-program-it-neither")) }),
        ),
        (say!("directory-person-time-zone"), zone.map(|zone| html! { (zone) })),
    ])
}

pub fn role_text(role: Role) -> &'static str {
    match role {
        Role::Administrator => say!("directory-person-administrator"),
        Role::Compliance => say!("directory-person-compliance"),
        Role::Arbiter => say!("directory-person-arbiter-of-disputes"),
        Role::Follower => say!("directory-person-reads-the-events"),
        Role::Director => say!("directory-person-director-on-duty-the-last-to"),
        Role::Communications => say!("directory-person-speaks-for-the-organisation"),
        Role::Complaints => say!("directory-person-formal-complaints-go-to-them"),
        Role::Dpo => say!("directory-person-data-protection-breaches-go-to"),
        Role::IndependentReviewer => say!("directory-person-reviews-complaints-about-a-team"),
        Role::Safeguarding => say!("directory-person-safeguarding-danger-to-people"),
        Role::Vulnerability => say!("directory-person-vulnerable-customers-risk-of"),
    }
}

fn buttons(ctx: &Ctx, person: &Person) -> Markup {
    let mut buttons = Vec::new();
    if speaks_for(ctx, person) && person.active {
        let href = format!("/people/{}/absences/new", person.id);
        buttons.push(ui::button::plain_link(say!("directory-person-record-an-absence"), &href));
    }
    if ctx.who.administrator {
        let href = format!("/people/{}/revision/new", person.id);
        buttons.push(ui::button::plain_link(say!("directory-person-change-the-record"), &href));
    }
    html! { @if !buttons.is_empty() { (ui::button::row(&buttons)) } }
}

fn absences(ctx: &Ctx, directory: &Directory, person: &Person) -> Markup {
    let ahead: Vec<&Absence> = person.absences.iter().filter(|of| ctx.now < of.to).collect();
    html! {
        @if ahead.is_empty() { p.muted { (say!("directory-person-nothing-is-planned")) } }
        ul.absences { @for absence in ahead { li { (one(ctx, directory, person, absence)) } } }
    }
}

fn one(ctx: &Ctx, directory: &Directory, person: &Person, absence: &Absence) -> Markup {
    let zone = ctx.zone();
    html! {
        p {
            (tell!("directory-person-from-until", day = day(absence.from, ctx.now, &zone), day_2 = day(absence.to, ctx.now, &zone)))
            @match absence.deputy {
                Some(deputy) => {
                    (tell!("directory-person-acts-in-their-place", link = html! { a href={ "/people/" (deputy) } { (directory.person_name(deputy)) } }))
                }
                None => (say!("directory-person-nobody-was-named-to-act-in")),
            }
            "."
        }
        @if speaks_for(ctx, person) {
            form.act method="post" action={ "/people/" (person.id) "/absences/ending" } {
                (ui::form::token(&ctx.token))
                input type="hidden" name="from" value=(absence.from);
                button.button.small type="submit" {
                    @if absence.from <= ctx.now { (say!("directory-person-they-are-back")) } @else { (say!("directory-person-it-does-not-take-place")) }
                }
            }
        }
    }
}
