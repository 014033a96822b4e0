//! All people of the organisation.

use maud::html;

use super::edit::page;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;
use crate::ui::status::{Status, tag_saying};
use crate::ui::table::{Cell, Table};
use crate::view::directory::{PersonView, person};

pub const ROUTES: &[Route] = &[Route::get("/people", "pages.people.show", Access::SignedIn, show)
    .summary("Everybody, and where they work")
    .answers(&[Reply::bare(200, "The page")])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let directory = ctx.desk()?.directory();
        let mut views: Vec<PersonView> =
            directory.active_people().map(|one| person(&directory, one, ctx.now)).collect();
        views.sort_by(|a, b| a.name.cmp(&b.name));
        let rows = views.iter().map(|view| {
            vec![
                Cell::head(html! { a href={ "/people/" (view.id) } { (view.name) } }),
                Cell::new(html! { (view.department_names.join(", ")) }),
                Cell::new(html! { (view.email) }),
                Cell::new(html! {
                    @if view.away_until.is_some() { (tag_saying(Status::Waiting, "Away")) }
                    @else if view.kind == "rule" { "A program" }
                    @else { "Here" }
                }),
            ]
        });
        let heads = &["Name", "Department", "E-mail", "Today"];
        let table = Table { caption: "Everybody", heads, rows: rows.collect() };
        let main = html! {
            @if ctx.who.administrator {
                (ui::button::row(&[ui::button::plain_link("Add a person", "/people/new")]))
            }
            (table.markup())
            p { a href="/directory" { "Back to the directory" } }
        };
        Ok(Answer::page(page("People", main)))
    })
}
