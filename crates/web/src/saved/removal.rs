//! A saved view is let go by its owner, or by a lead of the department that shares it.

use baton_core::refusal::{Code, Refusal};
use baton_core::say;
use baton_store::views::{self, View};

use super::{SAVED, seen, told};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;

pub const ROUTES: &[Route] = &[
    Route::post("/api/v1/views/{id}/removal", "views.removal.create", Access::SignedIn, create)
        .summary("Remove a saved view")
        .answers(&[Reply::ok("The view that was removed", &Out::Thing(&SAVED))])
        .refusals(&[Code::NotAllowed]),
    Route::post("/views/{id}/removal", "pages.views.removal.create", Access::SignedIn, page)
        .summary("Remove a saved view from the list")
        .answers(&[Reply::bare(303, "Back to the cases")]),
];

/// Whether this person may let go of it.
pub fn may(ctx: &Ctx, view: &View) -> bool {
    let leads = view.department.is_some_and(|department| ctx.who.leads(department));
    leads || ctx.who.person() == Some(view.owner)
}

async fn remove(ctx: &Ctx) -> Result<View, Trouble> {
    let view = seen(ctx).await?;
    if !may(ctx, &view) {
        let why = say!("saved-removal-whoever-saved-it-removes-it-or");
        return Err(Refusal::new(Code::NotAllowed, why).into());
    }
    let id = view.id.clone();
    let work = ctx.desk()?.store().keep(move |tx| {
        let id = id.clone();
        Box::pin(async move { views::remove(tx, &id).await })
    });
    work.await?;
    Ok(view)
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let view = remove(&ctx).await?;
        Answer::json(&told(&ctx, &view))
    })
}

fn page(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let view = remove(&ctx).await?;
        Ok(Answer::redirect("/cases")
            .told(say!("saved-removal-the-view-is-removed", view = view.name)))
    })
}
