//! The frame of every page: rail, search, main, bar; from one column to three, without script.

use baton_core::catalogue::{Language, Word};
use baton_core::preferences::{Density, Theme};
use baton_core::refusal::Refusal;
use baton_core::{say, word};
use jiff::tz::TimeZone;
use maud::{DOCTYPE, Markup, html};

use crate::assets::{ALONE, href, scripts};
use crate::ctx::Viewer;
use crate::install;
use crate::keys;
use crate::page::{Around, Live, Page, Place};
use crate::told::Told;
use crate::ui::icon::{Icon, icon};
use crate::ui::undo::Bar;
use crate::ui::{form, summary};

/// What the layout needs besides the page.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    pub language: Language,
    pub organisation: &'a str,
    pub viewer: Option<&'a Viewer>,
    pub token: &'a str,
    /// Why the page is shown again.
    pub refusal: Option<&'a Refusal>,
    /// How much of what they were told they have not read.
    pub unread: u64,
    /// What was done on the page before.
    pub told: Option<&'a Told>,
    /// The place in the log from which a live page listens.
    pub position: Option<i64>,
    /// What was sent just now, and can be taken back.
    pub undo: Option<&'a Bar>,
}

struct Entry {
    place: Place,
    text: Word,
    href: &'static str,
    icon: Icon,
    key: Option<&'static str>,
    /// Also in the bar at the bottom of a small screen, where the rail leaves it out.
    bar: bool,
}

const fn entry(
    place: Place,
    text: Word,
    href: &'static str,
    icon: Icon,
    key: Option<&'static str>,
    bar: bool,
) -> Entry {
    Entry { place, text, href, icon, key, bar }
}

const RAIL: [Entry; 7] = [
    entry(Place::Today, word!("layout-today"), "/", Icon::Today, Some(keys::TODAY), true),
    entry(Place::ToUs, word!("layout-to-us"), "/to-us", Icon::ToUs, Some(keys::TO_US), true),
    entry(
        Place::FromUs,
        word!("layout-from-us"),
        "/from-us",
        Icon::FromUs,
        Some(keys::FROM_US),
        false,
    ),
    entry(Place::Cases, word!("layout-cases"), "/cases", Icon::Cases, Some(keys::CASES), false),
    entry(Place::Customers, word!("layout-customers"), "/customers", Icon::Customers, None, false),
    entry(
        Place::Directory,
        word!("layout-directory"),
        "/directory",
        Icon::Directory,
        Some(keys::DIRECTORY),
        false,
    ),
    entry(Place::More, word!("layout-more"), "/more", Icon::More, None, false),
];

const BAR: [Entry; 4] = [
    entry(Place::Today, word!("layout-today"), "/", Icon::Today, None, true),
    entry(Place::ToUs, word!("layout-to-us"), "/to-us", Icon::ToUs, None, true),
    entry(Place::Search, word!("layout-search"), "/search", Icon::Search, None, true),
    entry(Place::NewCase, word!("layout-new"), "/cases/new", Icon::New, None, true),
];

/// The whole document.
pub fn document(page: &Page, setting: Setting<'_>) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(setting.language.tag()) dir=(setting.language.direction()) data-theme=[theme(setting)]
            data-density=[density(setting)] data-keys=[keys(setting)] {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (window_title(page, setting)) }
                link rel="stylesheet" href=(href("app.css"));
                link rel="manifest" href="/manifest.webmanifest";
                meta name="theme-color" content="#0b5a8f";
                link rel="icon" type="image/svg+xml" href=(href("baton.svg"));
                @if page.around == Around::Desk {
                    script type="module" src=(href("app.js")) {}
                    @for script in scripts() { link rel="modulepreload" href=(script); }
                }
                @if page.around == Around::Nothing {
                    script type="module" src=(href(ALONE)) {}
                }
            }
            @match page.around {
                Around::Desk => (desk(page, setting)),
                Around::Public => (public(page, setting)),
                Around::Nothing => (alone(page, setting)),
            }
        }
    }
}

/// The colours that were chosen; none: as the device has it.
fn theme(setting: Setting<'_>) -> Option<&'static str> {
    let theme = setting.viewer?.preferences.theme;
    (theme != Theme::System).then(|| theme.name())
}

fn density(setting: Setting<'_>) -> Option<&'static str> {
    let density = setting.viewer?.preferences.density;
    (density != Density::Comfortable).then(|| density.name())
}

/// Told to the scripts when single letters are no shortcuts.
fn keys(setting: Setting<'_>) -> Option<&'static str> {
    (!setting.viewer?.preferences.single_keys).then_some("off")
}

/// Starts with "Error: " when the page is shown again, so that it is heard first.
fn window_title(page: &Page, setting: Setting<'_>) -> String {
    let error = if setting.refusal.is_some() { say!("layout-error") } else { "" };
    let of = if setting.organisation.is_empty() { "" } else { " – " };
    let count = page.count.filter(|count| *count > 0).map(|count| format!(" ({count})"));
    let count = count.unwrap_or_default();
    format!("{error}{}{count}{of}{} – Baton", page.title, setting.organisation)
}

fn desk(page: &Page, setting: Setting<'_>) -> Markup {
    html! {
        body.desk.desk-three[page.aside.is_some()] {
            a.skip href="#main" { (say!("layout-skip-to-the-work")) }
            (rail(page.place, setting))
            (top(page.place, setting))
            (main(page, setting))
            @if let Some(aside) = &page.aside {
                aside #beside .context aria-label=(say!("layout-about-this-page")) data-fresh[page.live.is_whole()] {
                    (aside)
                }
            }
            (bar(page.place))
            (announcer())
        }
    }
}

fn alone(page: &Page, setting: Setting<'_>) -> Markup {
    html! {
        body.alone {
            a.skip href="#main" { (say!("layout-skip-to-the-work")) }
            header.alone-top { (brand(setting)) }
            (main(page, setting))
        }
    }
}

fn public(page: &Page, setting: Setting<'_>) -> Markup {
    html! {
        body.public {
            a.skip href="#main" { (say!("layout-skip-to-the-main-part")) }
            header.public-top {
                p {
                    @if setting.organisation.is_empty() { (say!("layout-customer-service")) }
                    @else { (setting.organisation) }
                }
            }
            (main(page, setting))
            footer.public-foot {
                nav aria-label=(say!("layout-help")) {
                    ul {
                        li { a href="/ask" { (say!("layout-ask-a-question")) } }
                        li { a href="/status" { (say!("layout-follow-your-question")) } }
                    }
                }
            }
        }
    }
}

fn main(page: &Page, setting: Setting<'_>) -> Markup {
    html! {
        @let live = Some(&page.live).filter(|_| setting.refusal.is_none());
        @let from = live.filter(|_| page.live.tokens().is_some()).and(setting.position);
        main #main tabindex="-1" data-live=[live.and_then(Live::tokens)] data-from=[from]
            data-fresh[live.is_some_and(Live::is_whole)] {
            @if let Some(head) = &page.printed { (head) }
            @if page.around == Around::Desk { (install::bar()) }
            @if let Some(told) = setting.told { (told.markup()) }
            @if let Some(bar) = page.undo.as_ref().or(setting.undo) { (undo(bar, setting)) }
            @if let Some(refusal) = setting.refusal { (summary::summary(refusal)) }
            @if let Some(above) = &page.above { (above) }
            @if let Some(caption) = &page.caption { p.caption { (caption) } }
            h1 { (page.title) }
            @if let Some(presence) = &page.presence { (presence) }
            (page.main)
        }
    }
}

/// Where a script says what has changed, for those who do not see it.
fn announcer() -> Markup {
    html! {
        p #announcer .unseen role="status" data-one=(say!("layout-new-here")) data-more=(say!("layout-new-here-2")) {}
    }
}

fn undo(bar: &Bar, setting: Setting<'_>) -> Markup {
    let zone = setting.viewer.map_or(TimeZone::UTC, |viewer| viewer.zone.clone());
    bar.markup(&zone, setting.token)
}

fn brand(setting: Setting<'_>) -> Markup {
    let department = setting.viewer.map(|viewer| viewer.department.as_str());
    html! {
        a.brand href="/" {
            span.brand-mark aria-hidden="true" { (icon(Icon::Mark)) }
            span.brand-name { "Baton" }
        }
        @if let Some(department) = department.filter(|name| !name.is_empty()) {
            p.rail-department { (department) }
        }
    }
}

fn rail(place: Place, setting: Setting<'_>) -> Markup {
    html! {
        header.rail {
            div.rail-top { (brand(setting)) }
            nav.rail-places aria-label=(say!("layout-places")) {
                ul {
                    @for entry in RAIL.iter().filter(|entry| leads(entry, setting)) {
                        li.rail-barred[entry.bar] { (link(entry, place, "rail-link")) }
                    }
                }
            }
            @if let Some(viewer) = setting.viewer { (account(place, viewer, setting.token)) }
        }
    }
}

/// Customers are found by whoever takes cases from them; for all others that way leads nowhere.
fn leads(entry: &Entry, setting: Setting<'_>) -> bool {
    entry.place != Place::Customers || setting.viewer.is_some_and(|viewer| viewer.finds_customers)
}

fn link(entry: &Entry, place: Place, class: &str) -> Markup {
    let current = (entry.place == place).then_some("page");
    html! {
        a class=(class) href=(entry.href) aria-current=[current] data-press=[entry.key] {
            (icon(entry.icon)) span { (entry.text) }
        }
    }
}

fn account(place: Place, viewer: &Viewer, token: &str) -> Markup {
    let current = (place == Place::Account).then_some("page");
    html! {
        div.rail-account {
            a.rail-link href="/settings" aria-current=[current] data-press=(keys::SETTINGS) {
                (icon(Icon::Person)) span { (viewer.name) }
            }
            form method="post" action="/sign-out" {
                (form::token(token))
                button.rail-link type="submit" { (icon(Icon::Leave)) span { (say!("layout-sign-out")) } }
            }
            a.rail-link href="/keys" data-press=(keys::SHEET) { (icon(Icon::Keys)) span { (say!("layout-keys")) } }
        }
    }
}

fn bell(place: Place, unread: u64) -> Markup {
    let current = (place == Place::Notifications).then_some("page");
    let count = if unread > 99 { "99+".to_owned() } else { unread.to_string() };
    html! {
        a.bell href="/notifications" aria-current=[current] {
            (icon(Icon::Bell)) span.unseen { (say!("layout-notifications")) }
            @if unread > 0 { span.bell-count { (count) span.unseen { " " (say!("layout-unread")) } } }
        }
    }
}

fn top(place: Place, setting: Setting<'_>) -> Markup {
    let current = (place == Place::NewCase).then_some("page");
    html! {
        nav.top aria-label=(say!("layout-find-and-start")) {
            form.search role="search" action="/search" method="get" {
                label.unseen for="search" { (say!("layout-search-cases-requests-and")) }
                span.search-icon aria-hidden="true" { (icon(Icon::Search)) }
                input #search type="search" name="q" placeholder=(say!("layout-search")) autocomplete="off"
                    data-press=(keys::SEARCH);
                button.button.quiet type="submit" { (say!("layout-search")) }
            }
            a.button.quiet.top-go href="/go" data-press=(keys::GO) { (say!("layout-go-to")) }
            a.button.quiet.top-log href="/log/new" { (say!("layout-log-a-talk")) }
            @if setting.viewer.is_some() { (bell(place, setting.unread)) }
            a.button.main.top-new href="/cases/new" aria-current=[current] data-press=(keys::NEW) {
                (icon(Icon::New)) span { (say!("layout-new-case")) }
            }
        }
    }
}

fn bar(place: Place) -> Markup {
    html! {
        nav.bar aria-label=(say!("layout-shortcuts")) {
            ul { @for entry in &BAR { li { (link(entry, place, "bar-link")) } } }
        }
    }
}
