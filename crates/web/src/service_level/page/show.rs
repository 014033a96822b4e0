//! One service level: what holds, what comes, and every version.

use baton_core::directory::Directory;
use baton_core::say;
use baton_core::service_level::{LevelMove, LevelVersion, ServiceLevel, Terms, moves};
use maud::{Markup, html};

use super::terms::terms;
use super::{at, below, title};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::service_level::id_of;
use crate::tell;
use crate::ui;
use crate::ui::table::{Cell, Table};

pub const ROUTES: &[Route] =
    &[Route::get("/service-levels/{id}", "pages.service_levels.show", Access::SignedIn, show)
        .summary("A service level with its versions")
        .answers(&[Reply::bare(200, "The page")])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = id_of(&ctx)?;
        let (levels, directory) = (ctx.desk()?.service_levels(), ctx.desk()?.directory());
        let level = levels.get(id).ok_or_else(Trouble::not_found)?;
        let now = level.version_at(ctx.now);
        let book = ctx.desk()?.calendar_book();
        let hours = |terms: &Terms| terms.calendar.map(|id| book.name_of(id));
        let coming = level.versions.iter().filter(|one| one.effective_from > ctx.now);
        let main = html! {
            @match now.and_then(|now| Some((now, now.terms.as_ref()?))) {
                Some((version, holding)) => {
                    p.lead { (say!("service-level-show-a-case-keeps-what-it-was-promised")) }
                    h2 { (tell!("service-level-show-what-holds-now", number = version.number)) }
                    (terms(holding, hours(holding)))
                }
                None => p.lead { (say!("service-level-show-nothing-is-promised-now")) }
            }
            @for version in coming {
                @if let Some(holding) = &version.terms {
                    h2 { (tell!("service-level-show-what-comes", number = version.number,
                        from = ui::when::when(version.effective_from, ctx.now, &ctx.zone()))) }
                    (terms(holding, hours(holding)))
                }
            }
            h2 { (say!("service-level-show-versions")) }
            (versions(&ctx, &directory, level))
        };
        let page =
            below(title(&directory, id), main).caption(say!("service-level-show-service-level"));
        Ok(Answer::page(page.aside(acts(&ctx, level))))
    })
}

fn versions(ctx: &Ctx, directory: &Directory, level: &ServiceLevel) -> Markup {
    let when = |at| ui::when::when(at, ctx.now, &ctx.zone());
    let row = |version: &LevelVersion| {
        vec![
            Cell::head(html! { (tell!("service-level-show-version", number = version.number)) }),
            Cell::new(html! {
                (directory.person_name(version.set_by)) ", " (when(version.set_at))
            }),
            Cell::new(match version.terms {
                Some(_) => {
                    html! { (tell!("service-level-show-holds-from", from = when(version.effective_from))) }
                }
                None => {
                    html! { (tell!("service-level-show-ended", at = when(version.effective_from))) }
                }
            }),
        ]
    };
    let rows = level.versions.iter().rev().map(row).collect();
    let heads = &[
        say!("service-level-show-version-2"),
        say!("service-level-show-set-by"),
        say!("service-level-show-from-when"),
    ];
    Table { caption: say!("service-level-show-every-version-the-newest-first"), heads, rows }
        .markup()
}

fn acts(ctx: &Ctx, level: &ServiceLevel) -> Markup {
    let legal = moves(level.department, Some(level), &ctx.who, ctx.now);
    let mut acts = Vec::new();
    if legal.contains(&LevelMove::Set) {
        let href = format!("{}/version/new", at(level.id));
        acts.push(ui::button::link(say!("service-level-show-promise-something-else"), &href));
    }
    if legal.contains(&LevelMove::End) {
        let href = format!("{}/ending/new", at(level.id));
        acts.push(ui::button::plain_link(say!("service-level-show-end-it"), &href));
    }
    html! {
        h2 { (say!("service-level-show-what-you-can-do")) }
        @if acts.is_empty() { p.muted { (say!("service-level-moves-only-an-administrator")) } }
        @else { (ui::button::row(&acts)) }
    }
}
