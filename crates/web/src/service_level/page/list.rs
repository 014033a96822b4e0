//! Who promises what: the organisation, and each department that has a promise of its own.

use baton_core::directory::Directory;
use baton_core::ids::ServiceLevelId;
use baton_core::say;
use baton_core::service_level::{Levels, may_set};
use maud::{Markup, html};

use super::{at, page, title};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;
use crate::ui::crumbs::crumbs;
use crate::ui::table::{Cell, Table};

pub const ROUTES: &[Route] =
    &[Route::get("/service-levels", "pages.service_levels.list", Access::SignedIn, list)
        .summary("What customers are promised, by the organisation and by each department")
        .answers(&[Reply::bare(200, "The page")])];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let (levels, directory) = (ctx.desk()?.service_levels(), ctx.desk()?.directory());
        let all = ids(&ctx, &levels, &directory);
        let may_any = all.iter().any(|id| may_set(id.department(), &ctx.who).is_ok());
        let main = html! {
            p.lead { (say!("service-level-list-what-customers-are-promised")) }
            @if levels.iter().next().is_none() { (nothing(may_any)) }
            @if levels.iter().next().is_some() || may_any { div.table-alone { (table(&ctx, &levels, &directory, &all)) } }
        };
        let way = crumbs(&[(say!("admin-index-more"), "/more")]);
        Ok(Answer::page(page(say!("service-level-service-levels"), main).above(way)))
    })
}

/// What belongs here, where there is nothing.
pub(super) fn nothing(may_set: bool) -> Markup {
    let why = if may_set {
        say!("service-level-list-set-one")
    } else {
        say!("service-level-list-an-administrator-sets-one")
    };
    ui::empty::empty(say!("service-level-list-no-service-level-yet"), why, None)
}

/// The organisation, and the departments that promise something or could by this person.
fn ids(ctx: &Ctx, levels: &Levels, directory: &Directory) -> Vec<ServiceLevelId> {
    let mut departments: Vec<_> = directory.active_departments().map(|one| one.id).collect();
    departments.sort_by_key(|id| directory.department_name(*id).to_owned());
    let shows = |id: &ServiceLevelId| {
        levels.get(*id).is_some() || may_set(id.department(), &ctx.who).is_ok()
    };
    let own = departments.into_iter().map(|id| ServiceLevelId::of(Some(id)));
    std::iter::once(ServiceLevelId::of(None)).chain(own).filter(shows).collect()
}

fn table(ctx: &Ctx, levels: &Levels, directory: &Directory, all: &[ServiceLevelId]) -> Markup {
    let row = |id: &ServiceLevelId| {
        let level = levels.get(*id);
        let name = title(directory, *id);
        let holds = level.and_then(|level| level.binding(ctx.now)).map(|binding| binding.number);
        let set = format!("{}/version/new", at(*id));
        let may = may_set(id.department(), &ctx.who).is_ok();
        vec![
            Cell::head(match level {
                Some(_) => html! { a href=(at(*id)) { (name) } },
                None => html! { (name) },
            }),
            Cell::new(match (holds, id.department()) {
                (Some(number), _) => html! { (tell!("service-level-list-version", number)) },
                (None, Some(_)) => html! { (say!("service-level-list-as-the-organisation-does")) },
                (None, None) => html! { (say!("service-level-list-nothing")) },
            }),
            Cell::new(html! {
                @if may {
                    a href=(set) {
                        @if level.is_some() { (say!("service-level-list-change")) }
                        @else { (say!("service-level-list-set")) }
                        span.unseen { ": " (name) }
                    }
                }
            }),
        ]
    };
    let heads = &[
        say!("service-level-list-who-promises"),
        say!("service-level-list-what-holds"),
        say!("service-level-list-what-you-can-do"),
    ];
    let rows = all.iter().map(row).collect();
    Table { caption: say!("service-level-service-levels"), heads, rows }.markup()
}
