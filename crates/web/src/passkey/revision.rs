//! Calling a passkey something else.

use baton_core::say;
use maud::html;

use super::new::NAME;
use super::{PATH, above, called, named};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::input::Kept;
use crate::page::{Page, Place};
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Shape;
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get(
        "/account/passkeys/{id}/revision/new",
        "account.passkeys.revision.new",
        Access::SignedIn,
        new,
    )
    .summary("The form to rename one of your passkeys")
    .answers(&[Reply::bare(200, "The form")]),
    Route::post(
        "/account/passkeys/{id}/revision",
        "account.passkeys.revision.create",
        Access::SignedIn,
        create,
    )
    .summary("Rename one of your passkeys")
    .body(&SHAPE)
    .again(new)
    .answers(&[Reply::bare(303, "Back to your passkeys")]),
];

static SHAPE: Shape = Shape::new("PasskeyName", &[NAME]);

fn new(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let passkey = named(&ctx).await?;
        let start = Kept::new(vec![("name".to_owned(), passkey.name.clone())]);
        let inside = html! {
            (ctx.form(&SHAPE).starting(&start).text("name"))
            (ui::button::main(say!("passkey-revision-save")))
        };
        let action = format!("{PATH}/{}/revision", passkey.id);
        let main = ui::form::post(&ctx.token, &action, &inside);
        let title = say!("passkey-revision-rename", name = called(&passkey));
        Ok(Answer::page(Page::new(&title, main).at(Place::Account).above(above())))
    })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let passkey = named(&ctx).await?;
        let name = ctx.input.words("name").trim();
        ctx.desk()?.rename_passkey(passkey.person, &passkey.id, name).await?;
        Ok(Answer::redirect(PATH).told(say!("passkey-revision-it-has-its-new-name")))
    })
}
