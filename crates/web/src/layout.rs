//! The frame of every page: rail, search, main, bar; from one column to three, without script.

use baton_core::refusal::Refusal;
use maud::{DOCTYPE, Markup, html};

use crate::assets::href;
use crate::ctx::{Language, Viewer};
use crate::page::{Around, Page, Place};
use crate::ui::icon::{Icon, icon};
use crate::ui::{form, notice, summary};

/// What the layout needs besides the page.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    pub language: Language,
    pub organisation: &'a str,
    pub viewer: Option<&'a Viewer>,
    pub token: &'a str,
    /// Why the page is shown again.
    pub refusal: Option<&'a Refusal>,
    /// What was done on the page before.
    pub told: Option<&'a str>,
}

struct Entry {
    place: Place,
    text: &'static str,
    href: &'static str,
    icon: Icon,
    /// Also in the bar at the bottom of a small screen, where the rail leaves it out.
    bar: bool,
}

const fn entry(
    place: Place,
    text: &'static str,
    href: &'static str,
    icon: Icon,
    bar: bool,
) -> Entry {
    Entry { place, text, href, icon, bar }
}

const RAIL: [Entry; 5] = [
    entry(Place::Today, "Today", "/", Icon::Today, true),
    entry(Place::ToUs, "To us", "/to-us", Icon::ToUs, true),
    entry(Place::FromUs, "From us", "/from-us", Icon::FromUs, false),
    entry(Place::Cases, "Cases", "/cases", Icon::Cases, false),
    entry(Place::Directory, "Directory", "/directory", Icon::Directory, false),
];

const BAR: [Entry; 4] = [
    entry(Place::Today, "Today", "/", Icon::Today, true),
    entry(Place::ToUs, "To us", "/to-us", Icon::ToUs, true),
    entry(Place::Search, "Search", "/search", Icon::Search, true),
    entry(Place::NewCase, "New", "/cases/new", Icon::New, true),
];

/// The whole document.
pub fn document(page: &Page, setting: Setting<'_>) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(setting.language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (window_title(page, setting)) }
                link rel="stylesheet" href=(href("app.css"));
                link rel="icon" type="image/svg+xml" href=(href("baton.svg"));
            }
            @match page.around {
                Around::Desk => (desk(page, setting)),
                Around::Nothing => (alone(page, setting)),
            }
        }
    }
}

/// Starts with "Error: " when the page is shown again, so that it is heard first.
fn window_title(page: &Page, setting: Setting<'_>) -> String {
    let error = if setting.refusal.is_some() { "Error: " } else { "" };
    let of = if setting.organisation.is_empty() { "" } else { " – " };
    format!("{error}{}{of}{} – Baton", page.title, setting.organisation)
}

fn desk(page: &Page, setting: Setting<'_>) -> Markup {
    html! {
        body.desk {
            a.skip href="#main" { "Skip to the work" }
            (rail(page.place, setting))
            (top(page.place))
            (main(page, setting))
            @if let Some(aside) = &page.aside {
                aside.context aria-label="About this page" { (aside) }
            }
            (bar(page.place))
        }
    }
}

fn alone(page: &Page, setting: Setting<'_>) -> Markup {
    html! {
        body.alone {
            a.skip href="#main" { "Skip to the work" }
            header.alone-top { (brand(setting)) }
            (main(page, setting))
        }
    }
}

fn main(page: &Page, setting: Setting<'_>) -> Markup {
    html! {
        main #main tabindex="-1" {
            @if let Some(told) = setting.told { (notice::done(told)) }
            @if let Some(refusal) = setting.refusal { (summary::summary(refusal)) }
            @if let Some(caption) = &page.caption { p.caption { (caption) } }
            h1 { (page.title) }
            (page.main)
        }
    }
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
            nav.rail-places aria-label="Places" {
                ul {
                    @for entry in &RAIL {
                        li.rail-barred[entry.bar] { (link(entry, place, "rail-link")) }
                    }
                }
            }
            @if let Some(viewer) = setting.viewer { (account(place, viewer, setting.token)) }
        }
    }
}

fn link(entry: &Entry, place: Place, class: &str) -> Markup {
    let current = (entry.place == place).then_some("page");
    html! {
        a class=(class) href=(entry.href) aria-current=[current] {
            (icon(entry.icon)) span { (entry.text) }
        }
    }
}

fn account(place: Place, viewer: &Viewer, token: &str) -> Markup {
    let current = (place == Place::Account).then_some("page");
    html! {
        div.rail-account {
            a.rail-link href="/account/sessions" aria-current=[current] {
                (icon(Icon::Person)) span { (viewer.name) }
            }
            form method="post" action="/sign-out" {
                (form::token(token))
                button.rail-link type="submit" { (icon(Icon::Leave)) span { "Sign out" } }
            }
        }
    }
}

fn top(place: Place) -> Markup {
    let current = (place == Place::NewCase).then_some("page");
    html! {
        nav.top aria-label="Find and start" {
            form.search role="search" action="/search" method="get" {
                label.unseen for="search" { "Search cases, requests and people" }
                span.search-icon aria-hidden="true" { (icon(Icon::Search)) }
                input #search type="search" name="q" placeholder="Search" autocomplete="off";
                button.button.quiet type="submit" { "Search" }
            }
            a.button.main.top-new href="/cases/new" aria-current=[current] {
                (icon(Icon::New)) span { "New case" }
            }
        }
    }
}

fn bar(place: Place) -> Markup {
    html! {
        nav.bar aria-label="Shortcuts" {
            ul { @for entry in &BAR { li { (link(entry, place, "bar-link")) } } }
        }
    }
}
