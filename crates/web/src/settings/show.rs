//! One's own settings in the API.

use baton_core::preferences::{Density, Preferences, Theme};

use super::{SETTINGS, keep, mine};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Reply, Route};
use crate::shape::Out;
use crate::view::{MAYBE_TEXT, view};

view! {
    SettingsView as SETTINGS_OUT "Settings" {
        /// The zone that was chosen; null: the one in the directory.
        "zone" zone: Option<String> = MAYBE_TEXT,
        "theme" theme: &'static str = Out::Choice(Theme::NAMES),
        "density" density: &'static str = Out::Choice(Density::NAMES),
        "single_keys" single_keys: bool = Out::Flag,
        "signature" signature: String = Out::Text,
    }
}

pub const ROUTES: &[Route] = &[
    Route::get("/api/v1/me/settings", "me.settings.show", Access::SignedIn, show)
        .summary("How I like my pages")
        .answers(&[Reply::ok("The settings", &Out::Thing(&SETTINGS_OUT))]),
    Route::post("/api/v1/me/settings", "me.settings.create", Access::SignedIn, create)
        .summary("Change how I like my pages; what is left out stays")
        .body(&SETTINGS)
        .answers(&[Reply::ok("The settings as they are now", &Out::Thing(&SETTINGS_OUT))]),
];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move { told(mine(&ctx).await?) })
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move { told(keep(&ctx, None).await?) })
}

fn told(mine: Preferences) -> Result<Answer, Trouble> {
    Answer::json(&SettingsView {
        zone: mine.zone,
        theme: mine.theme.name(),
        density: mine.density.name(),
        single_keys: mine.single_keys,
        signature: mine.signature,
    })
}
