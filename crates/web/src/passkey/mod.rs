//! One's own passkeys: which there are, making one, what it is called, and its end.

mod ending;
mod new;
mod revision;
mod show;

use baton_core::say;
use baton_store::passkeys::Passkey;
use maud::Markup;

use crate::ctx::Ctx;
use crate::page::Page;
use crate::problem::Trouble;
use crate::route::Route;
use crate::ui::crumbs::crumbs;

pub use show::{PASSKEY, listed};

pub static ROUTES: &[&[Route]] = &[show::ROUTES, new::ROUTES, revision::ROUTES, ending::ROUTES];

pub const PATH: &str = "/account/passkeys";
pub const NEW: &str = "/account/passkeys/new";

fn above() -> Markup {
    crumbs(&[(say!("passkey-my-settings"), "/settings"), (say!("passkey-my-passkeys"), PATH)])
}

/// What it is called, also when its person has given it no name.
pub fn called(passkey: &Passkey) -> &str {
    if passkey.name.is_empty() { say!("passkey-without-a-name") } else { &passkey.name }
}

/// The one that the path names.
///
/// # Errors
/// `not_found` for one that is not theirs.
async fn named(ctx: &Ctx) -> Result<Passkey, Trouble> {
    let mine = ctx.desk()?.passkeys(ctx.viewer()?.person).await?;
    let found = mine.into_iter().find(|one| one.id == ctx.param("id"));
    found.ok_or_else(Trouble::not_found)
}

pub fn samples() -> Vec<Page> {
    show::samples()
}
