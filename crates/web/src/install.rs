//! Baton as an app of its own: a manifest, a worker that keeps what was read, and a page for when
//! there is no network.

use axum::http::header;
use baton_core::say;
use maud::{Markup, html};
use serde_json::json;

use crate::answer::Answer;
use crate::assets::{ASSETS, EDITION, href};
use crate::ctx::Ctx;
use crate::page::Page;
use crate::route::{Access, Pending, Reply, Route};
use crate::tell;
use crate::ui;

pub const ROUTES: &[Route] = &[
    Route::get("/manifest.webmanifest", "install.manifest.show", Access::Open, manifest)
        .summary("What a browser needs to install Baton as an app")
        .answers(&[Reply::bare(200, "A web app manifest (W3C)")]),
    Route::get("/worker.js", "install.worker.show", Access::Open, worker)
        .summary("The script that keeps what was read for when there is no network")
        .answers(&[Reply::bare(200, "A service worker")]),
    Route::get("/offline", "install.offline.show", Access::Open, offline)
        .summary("What can be read without a network, and what waits to be sent")
        .answers(&[Reply::bare(200, "The page")]),
];

/// The parts of the worker, one after the other.
const WORKER: &str = concat!(
    include_str!("../assets/worker/read.js"),
    include_str!("../assets/worker/queue.js"),
    include_str!("../assets/worker/serve.js"),
);

fn manifest(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let organisation = ctx.app.settings.organisation.as_str();
        let name = if organisation.is_empty() { "" } else { " – " };
        let text = json!({
            "id": "/",
            "name": format!("Baton{name}{organisation}"),
            "short_name": "Baton",
            "start_url": "/",
            "scope": "/",
            "display": "standalone",
            "lang": "en-GB",
            "background_color": "#ffffff",
            "theme_color": "#0b5a8f",
            "icons": [{ "src": href("baton.svg"), "type": "image/svg+xml", "sizes": "any" }],
            "shortcuts": [
                { "name": say!("install-to-us"), "url": "/to-us" },
                { "name": say!("install-new-case"), "url": "/cases/new" },
            ],
        });
        Ok(Answer::bytes("application/manifest+json", text.to_string()))
    })
}

fn worker(_: Ctx) -> Pending {
    Box::pin(async move {
        Ok(Answer::bytes("text/javascript; charset=utf-8", script())
            .header(header::CACHE_CONTROL, "no-cache"))
    })
}

/// The worker of this build: the shell is kept under a name that changes with what is in it.
fn script() -> String {
    let files: Vec<String> = ASSETS.iter().map(|asset| format!("/assets/{}", asset.file)).collect();
    let shelf = format!("shell-{EDITION}");
    format!("const SHELL = {};\nconst SHELF = {};\n{WORKER}", json!(files), json!(shelf))
}

fn offline(_: Ctx) -> Pending {
    Box::pin(async { Ok(Answer::page(page())) })
}

fn page() -> Page {
    let main = html! {
        p.lead { (say!("install-there-is-no-network-or-baton")) }
        section hidden {
            h2 { (say!("install-waits-to-be-sent")) }
            ul.kept data-waiting data-waits=(say!("install-it-is-sent-when-there-is"))
                data-refused=(say!("install-it-was-not-taken-things-have")) {
                (row(true))
            }
        }
        section hidden {
            h2 { (say!("install-you-can-still-read")) }
            ul.kept data-readable { (row(false)) }
        }
        (ui::button::row(&[ui::button::link(say!("install-try-again"), "/")]))
        noscript { p { (say!("install-your-browser-runs-no-script-so")) } }
    };
    Page::new(say!("install-you-are-offline"), main)
}

/// What a line of either list is made of, once something is there.
fn row(discards: bool) -> Markup {
    html! {
        template {
            li {
                a href="/" { (say!("install-what-was-opened")) }
                span.muted data-state {}
                @if discards { button.button.small type="button" { (say!("install-discard")) } }
            }
        }
    }
}

/// The line above every page that says so; shown by script.
pub fn bar() -> Markup {
    html! {
        div.notice.know.offline data-offline data-keep role="status" hidden {
            p {
                (tell!("install-you-are-offline-this-is-how", link = html! { a href="/offline" { (say!("install-what-is-kept-here")) } }))
            }
        }
    }
}

pub fn samples() -> Vec<Page> {
    vec![page()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_keeps_every_asset_of_this_build_under_a_name_of_its_own() {
        let script = script();
        assert!(script.contains(&format!("shell-{EDITION}")));
        for asset in ASSETS {
            assert!(script.contains(&format!("\"/assets/{}\"", asset.file)), "{}", asset.name);
        }
    }
}
