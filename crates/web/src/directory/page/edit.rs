//! What the forms that keep the directory share.

use baton_core::directory::Directory;
use baton_core::ids::PersonId;
use baton_core::say;
use maud::{Markup, html};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::page::{Page, Place};
use crate::ui;

/// A page of the directory.
pub fn page(title: impl Into<String>, main: Markup) -> Page {
    Page::new(title, main).at(Place::Directory)
}

/// The form with its buttons, and the way back.
pub fn form(
    ctx: &Ctx,
    action: &str,
    version: Option<u32>,
    fields: &Markup,
    button: &str,
    back: (&str, &str),
) -> Markup {
    let inside = html! {
        @if let Some(version) = version { (ui::version::version(ctx, version)) }
        (fields)
        (ui::button::row(&[
            ui::button::main(button),
            html! { a href=(back.1) { (back.0) } },
        ]))
    };
    html! {
        @if ui::version::is_stale(ctx) {
            (ui::notice::warn(say!("directory-edit-somebody-else-changed-this")))
        }
        (ui::form::post(&ctx.token, action, &inside))
    }
}

/// Who may keep a record, for those who may not.
pub fn not_yours(what: &str, back: (&str, &str)) -> Answer {
    let main = html! {
        p.lead { (what) }
        (ui::button::row(&[ui::button::link(back.0, back.1)]))
    };
    Answer::page(page(say!("directory-edit-this-is-kept-by-others"), main))
        .status(axum::http::StatusCode::FORBIDDEN)
}

/// Active human colleagues as values and names.
pub fn people(directory: &Directory, of: impl Fn(PersonId) -> bool) -> Vec<(String, String)> {
    let mut people: Vec<(String, String)> = directory
        .active_people()
        .filter(|person| person.is_human() && of(person.id))
        .map(|person| (person.id.to_string(), directory.person_name(person.id).to_owned()))
        .collect();
    people.sort_by(|a, b| a.1.cmp(&b.1));
    people
}

/// A text of several lines as a list, one entry a line.
pub fn entries(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
