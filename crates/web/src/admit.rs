//! Who is calling, and may they come in at all.

use axum::http::request::Parts;
use baton_core::time::Instant;
use baton_core::vault::hex;

use crate::answer::Answer;
use crate::app::App;
use crate::ctx::Via;
use crate::limits::{API, API_ANONYMOUS, Rule, of_address};
use crate::problem::{Fault, Trouble};
use crate::route::{Access, Method, Route};
use crate::router::address;
use crate::session::identify::{Caller, by_cookie, by_token};

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
pub fn admit(route: &Route, caller: &Caller, parts: &Parts) -> Result<Option<Answer>, Trouble> {
    let may = match route.access {
        Access::Open | Access::Anyone => return Ok(None),
        Access::SignedIn => true,
        Access::Administrator => caller.who.administrator,
        Access::Compliance => caller.who.compliance,
    };
    match (caller.viewer.is_some(), may) {
        (true, true) => Ok(None),
        // What somebody may not reach is not there for them.
        (true, false) => Err(Trouble::not_found()),
        (false, _) if route.is_api() => Err(Fault::NotSignedIn.into()),
        (false, _) => Ok(Some(to_sign_in(route, parts))),
    }
}

fn to_sign_in(route: &Route, parts: &Parts) -> Answer {
    if route.method == Method::Post {
        return Answer::redirect("/sign-in")
            .told("You were signed out. What you sent was not done: sign in and send it again.");
    }
    let wanted = parts.uri.path_and_query().map_or("/", |path| path.as_str());
    if wanted == "/" {
        return Answer::redirect("/sign-in");
    }
    let mut next = String::from("/sign-in?next=");
    for byte in wanted.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                next.push(char::from(byte));
            }
            _ => next.push_str(&format!("%{byte:02X}")),
        }
    }
    Answer::redirect(&next)
}
