//! Saying what is promised from now on.

use baton_core::say;
use baton_core::service_level::may_set;
use maud::html;

use super::form::{VERSION, fields, read, start};
use super::{at, below, title};
use crate::agreement::page::beside;
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::directory::page::calendars;
use crate::route::{Access, Pending, Reply, Route};
use crate::service_level::id_of;
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get(
        "/service-levels/{id}/version/new",
        "pages.service_levels.version.new",
        Access::SignedIn,
        new,
    )
    .summary("The form to say what customers are promised")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/service-levels/{id}/version",
        "pages.service_levels.version.create",
        Access::SignedIn,
        create,
    )
    .summary("From its form, say what customers are promised")
    .body(&VERSION)
    .again(new)
    .answers(&[Reply::bare(303, "Set")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = id_of(&ctx)?;
        if ctx.refusal.is_none() {
            may_set(id.department(), &ctx.who)?;
        }
        let (levels, directory) = (ctx.desk()?.service_levels(), ctx.desk()?.directory());
        let level = levels.get(id);
        let newest =
            level.and_then(|level| level.versions.iter().rev().find_map(|one| one.terms.as_ref()));
        let known = start(newest);
        let hours = calendars(&ctx, newest.and_then(|terms| terms.calendar))?;
        let back = if level.is_some() { at(id) } else { "/service-levels".to_owned() };
        let inside = html! {
            (ui::version::version(&ctx, level.map_or(0, |level| level.version)))
            (fields(&ctx.form(&VERSION).starting(&known), &hours))
            (ui::button::row(&[
                ui::button::main(say!("service-level-new-promise-this")),
                ui::button::plain_link(say!("service-level-new-back"), &back),
            ]))
        };
        let main = html! {
            p.lead { (say!("service-level-new-it-holds-for-cases-that-come")) }
            @if ui::version::is_stale(&ctx) {
                (ui::notice::warn(say!("service-level-new-somebody-else-changed-this")))
            }
            (ui::form::post(&ctx.token, &format!("{}/version", at(id)), &inside))
        };
        let title = title(&directory, id);
        Ok(Answer::page(
            below(say!("service-level-new-what-customers-are-promised"), main).caption(title),
        ))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = id_of(&ctx)?;
        let (command, boxes) = read(&ctx)?;
        let done = ctx.desk()?.act_on_service_level(&ctx.who, id, command, ctx.asked()).await;
        done.map_err(|trouble| beside(trouble.into(), &boxes))?;
        let told = say!("service-level-new-it-is-set");
        Ok(Answer::redirect(&at(id)).told(told))
    })
}
