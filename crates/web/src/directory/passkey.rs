//! Passkeys of somebody else, for whoever looks after the people: which there are, and taking one of
//! a device that is lost.

use baton_core::directory::Command;
use baton_core::refusal::Code;
use baton_core::word;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::passkey::{PASSKEY, listed};
use crate::problem::Trouble;
use crate::request::acts::words;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::{Field, Out, Shape};

pub static REMOVAL: Shape = Shape::new(
    "PasskeyRemoval",
    &[Field::text("reason", 1_000)
        .needed()
        .label(word!("directory-passkey-why"))
        .hint(word!("directory-passkey-it-is-kept-in-the-log"))],
);

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/people/{id}/passkeys", "people.passkeys.list", Access::Administrator, list)
        .summary("The passkeys of a person")
        .answers(&[Reply::ok("The passkeys", &Out::Items(&Out::Thing(&PASSKEY)))]),
    Route::post(
        "/api/v1/people/{id}/passkeys/{passkey}/removal",
        "people.passkeys.removal.create",
        Access::Administrator,
        create,
    )
    .summary("Take one passkey from somebody who has lost its device; their sessions end")
    .body(&REMOVAL)
    .answers(&[Reply::ok("The passkeys that they have left", &Out::Items(&Out::Thing(&PASSKEY)))])
    .refusals(&[Code::NotAllowed]),
];

fn list(ctx: Ctx) -> Pending {
    Box::pin(async move { left(&ctx).await })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        remove(&ctx).await?;
        left(&ctx).await
    })
}

async fn left(ctx: &Ctx) -> Result<Answer, Trouble> {
    let person = super::page::reached(ctx)?;
    listed(ctx.desk()?.passkeys(person).await?)
}

/// Takes the passkey of the address from the person of the address.
pub async fn remove(ctx: &Ctx) -> Result<(), Trouble> {
    let person = super::page::reached(ctx)?;
    let passkey = ctx.param("passkey").to_owned();
    let command = Command::RemovePasskey { person, passkey, reason: words(&ctx.input, "reason") };
    ctx.desk()?.ask_of_directory(&ctx.who, command, ctx.asked()).await?;
    ctx.app.session_ended();
    Ok(())
}
