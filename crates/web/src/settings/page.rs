//! My settings as a page.

use baton_core::preferences::Preferences;
use baton_core::say;
use maud::{Markup, html};

use super::{SETTINGS, keep, mine};
use crate::answer::Answer;
use crate::ctx::{Ctx, Form};
use crate::input::Kept;
use crate::page::{Page, Place};
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
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

fn themes() -> [(&'static str, &'static str); 4] {
    [
        ("system", say!("settings-as-my-device-has-it")),
        ("light", say!("settings-light")),
        ("dark", say!("settings-dark")),
        ("contrast", say!("settings-high-contrast")),
    ]
}
fn densities() -> [(&'static str, &'static str); 2] {
    [
        ("comfortable", say!("settings-comfortable")),
        ("compact", say!("settings-compact-more-rows-on-a-screen")),
    ]
}

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
        (form.radios("theme", &themes()))
        (form.radios("density", &densities()))
        h2 { (say!("settings-keyboard")) }
        (form.tick("single_keys"))
        p.hint { (tell!("settings-every-shortcut-is-also-a-button", link = html! { a href="/keys" { (say!("settings-see-all-keys")) } })) }
        h2 { (say!("settings-letters-to-customers")) }
        (form.lines("signature", 4))
        (ui::button::row(&[ui::button::main(say!("settings-save"))]))
    };
    let main = html! { (ui::form::post(token, "/settings", &fields)) (elsewhere()) };
    Page::new(say!("settings-my-settings"), main).at(Place::Account)
}

fn elsewhere() -> Markup {
    html! {
        h2 { (say!("settings-how-you-sign-in")) }
        ul {
            li { a href="/account/password" { (say!("settings-change-your-password")) } }
            li { a href="/account/passkeys" { (say!("settings-sign-in-with-a-passkey")) } }
            li { a href="/account/second-step" { (say!("settings-sign-in-with-a-code-too")) } }
        }
        h2 { (say!("settings-your-sessions")) }
        p { a href="/account/sessions" { (say!("settings-see-where-you-are-signed-in")) } }
    }
}

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        keep(&ctx, Some(false)).await?;
        Ok(Answer::redirect("/settings").told(say!("settings-your-settings-are-kept")))
    })
}

pub fn samples() -> Vec<Page> {
    let start = start(&Preferences::default(), "Europe/London");
    let kept = Kept::default();
    let form = Form { shape: &SETTINGS, kept: &kept, refusal: None, advice: &[] };
    vec![page(form.starting(&start), "")]
}
