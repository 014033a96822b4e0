//! Promising nothing more by a service level.

use baton_core::say;
use baton_core::service_level::{Command, LevelMove, may};
use maud::html;

use super::{at, below, title};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::service_level::id_of;
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get(
        "/service-levels/{id}/ending/new",
        "pages.service_levels.ending.new",
        Access::SignedIn,
        new,
    )
    .summary("The question whether nothing more is promised")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/service-levels/{id}/ending",
        "pages.service_levels.ending.create",
        Access::SignedIn,
        create,
    )
    .summary("From its form, promise nothing more")
    .again(new)
    .answers(&[Reply::bare(303, "Ended")]),
];

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = id_of(&ctx)?;
        let (levels, directory) = (ctx.desk()?.service_levels(), ctx.desk()?.directory());
        let level = levels.get(id).ok_or_else(Trouble::not_found)?;
        if ctx.refusal.is_none() {
            may(id.department(), Some(level), LevelMove::End, &ctx.who, ctx.now)?;
        }
        let lead = match id.department() {
            Some(_) => say!("service-level-ending-cases-fall-under-the-organisation"),
            None => say!("service-level-ending-cases-are-promised-nothing"),
        };
        let inside = html! {
            (ui::version::version(&ctx, level.version))
            (ui::button::row(&[
                ui::button::grave(say!("service-level-ending-end-it")),
                ui::button::plain_link(say!("service-level-new-back"), &at(id)),
            ]))
        };
        let main = html! {
            p.lead { (lead) }
            (ui::form::post(&ctx.token, &format!("{}/ending", at(id)), &inside))
        };
        let title = title(&directory, id);
        Ok(Answer::page(
            below(say!("service-level-ending-end-this-service-level"), main).caption(title),
        ))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let id = id_of(&ctx)?;
        ctx.desk()?.act_on_service_level(&ctx.who, id, Command::End, ctx.asked()).await?;
        Ok(Answer::redirect(&at(id)).told(say!("service-level-ending-it-has-ended")))
    })
}
