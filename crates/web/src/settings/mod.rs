//! How somebody likes their own pages: zone, colours, density, single keys, signature.

mod page;
mod show;

use baton_core::preferences::{Density, Preferences, Theme};
use baton_core::refusal::Refusal;
use baton_core::{say, word};
use baton_store::preferences;
use jiff::tz::TimeZone;

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::Route;
use crate::shape::{Field, Shape};

pub use page::samples;

/// Every route of one's own settings.
pub static ROUTES: &[&[Route]] = &[show::ROUTES, page::ROUTES];

pub static SETTINGS: Shape = Shape::new(
    "SettingsForm",
    &[
        Field::text("zone", 64)
            .label(word!("settings-time-zone"))
            .hint(word!("settings-times-are-shown-and-read-in")),
        Field::choice("theme", Theme::NAMES).label(word!("settings-colours")).needed(),
        Field::choice("density", Density::NAMES).label(word!("settings-lists")).needed(),
        Field::flag("single_keys").label(word!("settings-single-letters-are-shortcuts")),
        Field::lines("signature", 1_000)
            .label(word!("settings-signature"))
            .hint(word!("settings-your-replies-to-customers-start")),
    ],
);

/// What somebody has set so far.
pub async fn mine(ctx: &Ctx) -> Result<Preferences, Trouble> {
    let person = ctx.who.person().ok_or_else(Trouble::not_found)?;
    Ok(preferences::of(&ctx.desk()?.store().link(), person).await?)
}

/// A text as a letter to a customer starts out: with the signature of whoever writes at its end,
/// and never twice.
pub fn signed(ctx: &Ctx, text: &str) -> String {
    let signature = signature(ctx);
    if signature.is_empty() || text.trim_end().ends_with(signature) {
        return text.to_owned();
    }
    format!("{text}\n\n{signature}")
}

/// The signature of whoever writes; may be empty.
pub fn signature(ctx: &Ctx) -> &str {
    ctx.viewer.as_ref().map_or("", |viewer| viewer.preferences.signature.trim())
}

/// A letter says something above the signature.
///
/// # Errors
/// `invalid` when nothing but the signature stands in the field `body` of the form.
pub fn more_than_signature(ctx: &Ctx) -> Result<(), Refusal> {
    let (body, signature) = (ctx.input.words("body").trim(), signature(ctx));
    if signature.is_empty() || body != signature {
        return Ok(());
    }
    let message = say!("settings-write-the-message-nothing-but");
    Err(Refusal::invalid("body", "missing", message))
}

/// Keeps what was sent; what was left out stays as it is. `unticked` is what a box that did not
/// come along means.
async fn keep(ctx: &Ctx, unticked: Option<bool>) -> Result<Preferences, Trouble> {
    let person = ctx.who.person().ok_or_else(Trouble::not_found)?;
    let known = mine(ctx).await?;
    let single_keys = ctx.input.maybe_flag("single_keys").or(unticked);
    let wanted = Preferences {
        zone: zone(ctx)?.or(known.zone),
        theme: ctx.input.text("theme").and_then(Theme::parse).unwrap_or(known.theme),
        density: ctx.input.text("density").and_then(Density::parse).unwrap_or(known.density),
        single_keys: single_keys.unwrap_or(known.single_keys),
        signature: ctx.input.text("signature").map_or(known.signature, str::to_owned),
    };
    let kept = wanted.clone();
    let work = ctx.desk()?.store().keep(move |tx| {
        let wanted = wanted.clone();
        Box::pin(async move { preferences::set(tx, person, &wanted).await })
    });
    work.await?;
    Ok(kept)
}

fn zone(ctx: &Ctx) -> Result<Option<String>, Trouble> {
    let Some(text) = ctx.input.text("zone").map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    match TimeZone::get(text) {
        Ok(zone) => Ok(Some(zone.iana_name().unwrap_or(text).to_owned())),
        Err(_) => {
            let message = say!("settings-choose-a-time-zone-by-its");
            Err(Refusal::invalid("zone", "not_known", message).into())
        }
    }
}
