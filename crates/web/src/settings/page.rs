//! My settings as a page.

use baton_core::preferences::Preferences;
use maud::{Markup, html};

use super::{SETTINGS, keep, mine};
use crate::answer::Answer;
use crate::ctx::{Ctx, Form};
use crate::input::Kept;
use crate::page::{Page, Place};
use crate::route::{Access, Pending, Reply, Route};
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get("/settings", "pages.settings.show", Access::SignedIn, show)
        .summary("My settings as a page")
        .answers(&[Reply::bare(200, "The form")]),
    Route::post("/settings", "pages.settings.create", Access::SignedIn, create)
        .summary("Change my settings")
        .body(&SETTINGS)
        .again(show)
        .answers(&[Reply::bare(303, "Back to the settings")]),
];

const THEMES: &[(&str, &str)] = &[
    ("system", "As my device has it"),
    ("light", "Light"),
    ("dark", "Dark"),
    ("contrast", "High contrast"),
];
const DENSITIES: &[(&str, &str)] =
    &[("comfortable", "Comfortable"), ("compact", "Compact: more rows on a screen")];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let start = start(&mine(&ctx).await?, ctx.zone().iana_name().unwrap_or("UTC"));
        Ok(Answer::page(page(ctx.form(&SETTINGS).starting(&start), &ctx.token)))
    })
}

fn start(mine: &Preferences, zone: &str) -> Kept {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut start = vec![
        pair("zone", zone),
        pair("theme", mine.theme.name()),
        pair("density", mine.density.name()),
        pair("signature", &mine.signature),
    ];
    start.extend(mine.single_keys.then(|| pair("single_keys", "true")));
    Kept::new(start)
}

fn page(form: Form<'_>, token: &str) -> Page {
    let zones: Vec<String> = jiff::tz::db().available().map(|name| name.to_string()).collect();
    let mut zones: Vec<(&str, &str)> = zones.iter().map(|z| (z.as_str(), z.as_str())).collect();
    zones.sort_unstable();
    let fields = html! {
        (form.select("zone", &zones))
        (form.radios("theme", THEMES))
        (form.radios("density", DENSITIES))
        h2 { "Keyboard" }
        (form.tick("single_keys"))
        p.hint { "Every shortcut is also a button or a link. " a href="/keys" { "See all keys" } }
        h2 { "Letters to customers" }
        (form.lines("signature", 4))
        (ui::button::row(&[ui::button::main("Save")]))
    };
    let main = html! { (ui::form::post(token, "/settings", &fields)) (elsewhere()) };
    Page::new("My settings", main).at(Place::Account)
}

fn elsewhere() -> Markup {
    html! {
        h2 { "Your sessions" }
        p { a href="/account/sessions" { "See where you are signed in, and end what you do not know" } }
    }
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        keep(&ctx, Some(false)).await?;
        Ok(Answer::redirect("/settings").told("Your settings are kept."))
    })
}

pub fn samples() -> Vec<Page> {
    let start = start(&Preferences::default(), "Europe/London");
    let kept = Kept::default();
    let form = Form { shape: &SETTINGS, kept: &kept, refusal: None, advice: &[] };
    vec![page(form.starting(&start), "")]
}
