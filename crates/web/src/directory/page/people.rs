//! All people of the organisation.

use baton_core::say;
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
                    @if view.away_until.is_some() { (tag_saying(Status::Waiting, say!("directory-people-away"))) }
                    @else if view.kind == "rule" { (say!("directory-people-a-program")) }
                    @else { (say!("directory-people-here")) }
                }),
            ]
        });
        let heads = &[
            say!("directory-people-name"),
            say!("directory-people-department"),
            say!("directory-people-e-mail"),
            say!("directory-people-today"),
        ];
        let table =
            Table { caption: say!("directory-people-everybody"), heads, rows: rows.collect() };
        let main = html! {
            @if ctx.who.administrator {
                (ui::button::row(&[ui::button::plain_link(say!("directory-people-add-a-person"), "/people/new")]))
            }
            (table.markup())
            p { a href="/directory" { (say!("directory-people-back-to-the-directory")) } }
        };
        Ok(Answer::page(page(say!("directory-people-people"), main)))
    })
}
