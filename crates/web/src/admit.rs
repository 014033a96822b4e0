//! Who is calling, and may they come in at all.

use axum::http::header;
use axum::http::request::Parts;
use baton_core::say;
use baton_core::time::{Instant, Span};
use baton_core::vault::hex;

use crate::answer::{Answer, own_path};
use crate::app::App;
use crate::ctx::{Via, Viewer};
use crate::limits::{API, API_ANONYMOUS, Rule, of_address};
use crate::problem::{Fault, Trouble};
use crate::route::{Access, Method, Route, all};
use crate::router::{address, origin};
use crate::session::identify::{Caller, by_cookie, by_token};
use crate::ui::address::encode;

/// How lately somebody must have shown that it is them, to open what asks for it.
const FRESH: Span = Span::minutes(30);
/// And to send it.
const FRESH_TO_SEND: Span = Span::minutes(60);

/// The person behind the call, by token or by cookie; counts the calls of programs.
pub async fn identify(
    app: &App,
    route: &Route,
    now: Instant,
    parts: &Parts,
) -> Result<Caller, Trouble> {
    if route.access == Access::Open {
        return Ok(Caller::nobody());
    }
    let headers = &parts.headers;
    if !route.is_api() {
        return by_cookie(app, headers, now).await;
    }
    let key = of_address(address(&app.settings, parts));
    let caller = match by_token(app, headers).await {
        Ok(caller) => caller,
        Err(trouble) => {
            // Guessing is limited like coming without a token.
            app.limits.count(API_ANONYMOUS, &key, now)?;
            return Err(trouble);
        }
    };
    match caller.viewer.as_ref().map(|viewer| viewer.via) {
        Some(Via::Token(print)) => {
            let rule = Rule { most: app.settings.api_per_minute, ..API };
            app.limits.count(rule, &hex(&print), now)?;
        }
        _ => app.limits.count(API_ANONYMOUS, &key, now)?,
    }
    Ok(caller)
}

/// May they come in at all? A page asks whoever is not signed in to do so first.
pub fn admit(
    app: &App,
    route: &Route,
    caller: &Caller,
    parts: &Parts,
    now: Instant,
) -> Result<Option<Answer>, Trouble> {
    let may = match route.access {
        Access::Open | Access::Anyone => return Ok(None),
        Access::SignedIn => true,
        Access::Administrator => caller.who.administrator,
        Access::Compliance => caller.who.compliance,
    };
    match (caller.viewer.is_some(), may) {
        (true, true) => {
            Ok(caller.viewer.as_ref().and_then(|viewer| first(app, route, viewer, parts, now)))
        }
        // What somebody may not reach is not there for them.
        (true, false) => Err(Trouble::not_found()),
        (false, _) if route.is_api() => Err(Fault::NotSignedIn.into()),
        (false, _) => Ok(Some(to_sign_in(app, route, parts))),
    }
}

/// What somebody who may come in has to do before.
fn first(app: &App, route: &Route, viewer: &Viewer, parts: &Parts, now: Instant) -> Option<Answer> {
    if viewer.owes_second_step && !route.setting_up {
        return Some(Answer::redirect("/account/second-step/new"));
    }
    let since = viewer.since.filter(|_| route.fresh)?;
    let opened = route.method == Method::Get;
    // A form that was opened in time can be filled in without haste.
    if now.since(since) < if opened { FRESH } else { FRESH_TO_SEND } {
        return None;
    }
    if opened {
        return Some(Answer::redirect(&with_next("/confirm", wanted(parts))));
    }
    Some(
        Answer::redirect(&with_next("/confirm", &form_page(app, parts)))
            .not_done(say!("admit-what-you-sent-was-not-done")),
    )
}

fn wanted(parts: &Parts) -> &str {
    parts.uri.path_and_query().map_or("/", |path| path.as_str())
}

fn to_sign_in(app: &App, route: &Route, parts: &Parts) -> Answer {
    if route.method == Method::Post {
        return Answer::redirect(&with_next("/sign-in", &form_page(app, parts)))
            .not_done(say!("admit-you-were-signed-out-what-you"));
    }
    Answer::redirect(&with_next("/sign-in", wanted(parts)))
}

/// Where the form stands that was sent: the page that the browser names, if it is one of ours, else
/// the one with the same address, else Today.
fn form_page(app: &App, parts: &Parts) -> String {
    let named = parts.headers.get(header::REFERER).and_then(|line| line.to_str().ok());
    let named = named.and_then(|url| url.strip_prefix(&origin(&app.settings, parts)));
    let pages = [named.map(own_path), Some(parts.uri.path())];
    let shown = pages.into_iter().flatten().find(|page| is_shown(app, page));
    shown.unwrap_or("/").to_owned()
}

/// Whether there is a page with this address.
fn is_shown(app: &App, page: &str) -> bool {
    let path = page.split(['?', '#']).next().unwrap_or_default();
    let pages = all(app.table).filter(|route| route.method == Method::Get && !route.is_api());
    pages.map(|route| route.path).any(|pattern| {
        let fits = |(part, wanted): (&str, &str)| wanted == part || wanted.starts_with('{');
        pattern.split('/').count() == path.split('/').count()
            && path.split('/').zip(pattern.split('/')).all(fits)
    })
}

/// A page, and where to go on from it.
pub fn with_next(page: &str, wanted: &str) -> String {
    if wanted == "/" {
        return page.to_owned();
    }
    // A slash may stand in a query, and reads better.
    format!("{page}?next={}", encode(wanted).replace("%2F", "/"))
}
