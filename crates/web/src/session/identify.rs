//! From a cookie or a token to a person, or to nobody.

use std::sync::Arc;

use axum::http::{HeaderMap, header};
use baton_core::access::{Who, customer_sight};
use baton_core::ids::PersonId;
use baton_core::log::Actor;
use baton_core::preferences::Preferences;
use baton_core::time::{Instant, Span};
use baton_core::vault::hex;
use jiff::tz::TimeZone;

use super::cookie::Cookie;
use super::forgery::token;
use super::holds;
use crate::app::App;
use crate::ctx::{Via, Viewer};
use crate::doors::Known;
use crate::problem::{Fault, Trouble};

/// Who is calling.
#[derive(Debug)]
pub struct Caller {
    pub who: Who,
    pub viewer: Option<Arc<Viewer>>,
    /// What this browser's forms are bound to; empty for a program.
    pub secret: String,
    /// The token of the forms of this answer, made from the secret.
    pub token: Arc<str>,
    /// True when the secret is new and must be handed out with the answer.
    pub new_visit: bool,
}

impl Caller {
    /// Nobody: no department, no role. Never [`Who::system`], which may do everything.
    pub fn nobody() -> Self {
        let who = Who::bare(Actor::Customer);
        Self { who, viewer: None, secret: String::new(), token: "".into(), new_visit: false }
    }
}

/// What a page that looks for news by itself says with each call.
const QUIET: &str = "x-quiet";

/// The use of a session is noted at most this often.
const NOTED: Span = Span::minutes(1);

/// Whether a page calls by itself, and nobody has done anything.
pub fn is_quiet(headers: &HeaderMap) -> bool {
    headers.contains_key(QUIET)
}

/// The person of the session cookie. Whatever is wrong with the cookie leads to nobody.
///
/// # Errors
/// [`Trouble::Broken`] when the store does not answer.
pub async fn by_cookie(app: &App, headers: &HeaderMap, now: Instant) -> Result<Caller, Trouble> {
    let secure = app.settings.secure_cookies;
    if let Some(secret) = Cookie::Session.read(headers, secure)
        && let Some(viewer) = signed_in(app, secret, is_quiet(headers), now).await?
    {
        let (who, viewer) = viewer;
        let (viewer, secret) = (Some(viewer), secret.to_owned());
        let token = token(&secret, app.doors.random().map_err(Trouble::Broken)?).into();
        return Ok(Caller { who, viewer, secret, token, new_visit: false });
    }
    let visit = Cookie::Visit.read(headers, secure).filter(|visit| visit.len() == 64);
    let new_visit = visit.is_none();
    let secret = match visit {
        Some(visit) => visit.to_owned(),
        None => hex(&app.doors.random().map_err(Trouble::Broken)?),
    };
    let token = token(&secret, app.doors.random().map_err(Trouble::Broken)?).into();
    Ok(Caller { secret, token, new_visit, ..Caller::nobody() })
}

async fn signed_in(
    app: &App,
    secret: &str,
    quiet: bool,
    now: Instant,
) -> Result<Option<(Who, Arc<Viewer>)>, Trouble> {
    let Some(session) = app.doors.session(secret).await.map_err(Trouble::Broken)? else {
        return Ok(None);
    };
    let Some(known) = app.doors.person(session.person).await.map_err(Trouble::Broken)? else {
        return Ok(None);
    };
    if !holds(&session, &known.who, now) {
        app.doors.end_session(session.person, session.print).await.map_err(Trouble::Broken)?;
        return Ok(None);
    }
    if !quiet && now.since(session.seen_at) >= NOTED {
        app.doors.touch_session(session.print, now).await.map_err(Trouble::Broken)?;
    }
    let preferences = app.doors.preferences(session.person).await.map_err(Trouble::Broken)?;
    let owes_second_step = app.doors.owes_second_step(&known.who).await.map_err(Trouble::Broken)?;
    let (who, via) = (known.who.clone(), Via::Session(session.print));
    let viewer = viewer(session.person, known, preferences, via);
    // Whoever shows anew that it is them gets a new session, so it is as old as that.
    let viewer = Viewer { since: Some(session.created_at), owes_second_step, ..viewer };
    Ok(Some((who, Arc::new(viewer))))
}

/// The person of a bearer token; nobody when there is no `Authorization` at all.
///
/// # Errors
/// 401 when there is one that does not hold.
pub async fn by_token(app: &App, headers: &HeaderMap) -> Result<Caller, Trouble> {
    let mut lines = headers.get_all(header::AUTHORIZATION).iter();
    let Some(line) = lines.next() else { return Ok(Caller::nobody()) };
    let no = || Trouble::Fault(Fault::NotSignedIn);
    let (scheme, secret) =
        line.to_str().ok().and_then(|line| line.split_once(' ')).ok_or_else(no)?;
    let secret = secret.trim();
    if lines.next().is_some() || !scheme.eq_ignore_ascii_case("bearer") || secret.is_empty() {
        return Err(no());
    }
    let token = app.doors.token(secret).await.map_err(Trouble::Broken)?.ok_or_else(no)?;
    let known = app.doors.person(token.person).await.map_err(Trouble::Broken)?.ok_or_else(no)?;
    let who = known.who.clone();
    let viewer = viewer(token.person, known, Preferences::default(), Via::Token(token.print));
    Ok(Caller { who, viewer: Some(Arc::new(viewer)), ..Caller::nobody() })
}

fn viewer(person: PersonId, known: Known, preferences: Preferences, via: Via) -> Viewer {
    let chosen = preferences.zone.as_deref().and_then(|zone| TimeZone::get(zone).ok());
    let zone = chosen.or_else(|| TimeZone::get(&known.zone).ok()).unwrap_or(TimeZone::UTC);
    let finds_customers = customer_sight(&known.who).any();
    let Known { name, email, department, .. } = known;
    Viewer {
        person,
        name,
        email,
        department,
        finds_customers,
        zone,
        preferences,
        via,
        since: None,
        owes_second_step: false,
    }
}
