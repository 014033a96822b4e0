//! The context of a call: what its head says, put into the types that handlers use.

use baton_core::catalogue;
use baton_core::say;
use std::sync::Arc;

use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use jiff::tz::TimeZone;

use crate::app::App;
use crate::call::Start;
use crate::ctx::Ctx;
use crate::input::{Input, Kept, duplicate, from_form, pairs};
use crate::problem::{Fault, Trouble};
use crate::route::Route;
use crate::router::{Params, address};
use crate::session::cookie::Cookie;
use crate::session::identify::Caller;
use crate::shape::Shape;

pub fn context(
    app: &Arc<App>,
    route: &'static Route,
    start: &Start,
    caller: &Caller,
    params: Option<Params>,
    parts: &Parts,
) -> Result<Ctx, Trouble> {
    let params = match params {
        Some(Ok(params)) => params.iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect(),
        Some(Err(_)) => return Err(Trouble::not_found()),
        None => Vec::new(),
    };
    let headers = &parts.headers;
    Ok(Ctx {
        app: Arc::clone(app),
        route,
        operation: Arc::clone(&start.operation),
        nonce: Arc::clone(&start.nonce),
        language: catalogue::spoken(),
        now: start.now,
        who: caller.who.clone(),
        viewer: caller.viewer.clone(),
        address: address(&app.settings, parts),
        origin: start.origin.as_str().into(),
        agent: agent(headers).into(),
        path: Arc::new(params),
        query: Input::default(),
        input: Input::default(),
        kept: Arc::new(Kept::default()),
        refusal: None,
        advice: Arc::default(),
        ticked: Arc::default(),
        files: Arc::default(),
        begun: Cookie::Begun.read(headers, app.settings.secure_cookies).unwrap_or_default().into(),
        token: Arc::clone(&caller.token),
        key: key(headers)?,
        body_print: [0; 32],
        seen_version: seen_version(headers)?,
        last_event: last_event(headers),
    })
}

/// The browser as it names itself: printable, and no longer than a line.
fn agent(headers: &HeaderMap) -> String {
    let text = headers.get(header::USER_AGENT).and_then(|line| line.to_str().ok());
    text.unwrap_or_default().chars().take(200).collect()
}

fn key(headers: &HeaderMap) -> Result<Option<Arc<str>>, Fault> {
    let Some(line) = headers.get("idempotency-key") else { return Ok(None) };
    let key = line.to_str().unwrap_or_default().trim();
    if key.is_empty() || key.len() > 200 {
        return Err(Fault::BadRequest(say!("context-idempotency-key-must-be-1-to")));
    }
    Ok(Some(key.into()))
}

fn seen_version(headers: &HeaderMap) -> Result<Option<u32>, Fault> {
    let Some(line) = headers.get(header::IF_MATCH) else { return Ok(None) };
    let text = line.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(None);
    }
    let bare = text.trim_start_matches("W/").trim_matches('"');
    let wrong = Fault::BadRequest(say!("context-if-match-must-be-one-version"));
    bare.parse().map(Some).map_err(|_| wrong)
}

/// A place in the log; whoever sends something else begins anew.
fn last_event(headers: &HeaderMap) -> Option<i64> {
    headers.get("last-event-id")?.to_str().ok()?.trim().parse().ok()
}

/// The query against what the route declares. An unknown parameter is refused where programs call,
/// and passed over on pages, to which others link.
pub fn query(route: &'static Route, encoded: &str, zone: TimeZone) -> Result<Input, Trouble> {
    let mut pairs = pairs(encoded.as_bytes());
    if let Some(name) = duplicate(&pairs) {
        return Err(Fault::DuplicateParameter(name.to_owned()).into());
    }
    let shape = Shape::new("Query", route.query);
    if !route.is_api() {
        pairs.retain(|(name, _)| shape.field(name).is_some());
    }
    Ok(from_form(&shape, &pairs, zone)?)
}
