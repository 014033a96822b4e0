//! One call from its bytes to its answer: who, may they, what did they send, and the handler.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method as Verb, StatusCode, header};
use axum::response::Response;
use baton_core::refusal::Refusal;
use baton_core::time::Instant;
use baton_core::vault::hex;
use jiff::tz::TimeZone;

use crate::answer::Answer;
use crate::app::App;
use crate::body::{self, Browser};
use crate::ctx::{Ctx, Language};
use crate::frame::Call;
use crate::input::{Input, Kept, duplicate, from_form, pairs};
use crate::limits::{API, API_ANONYMOUS, of_address};
use crate::problem::{Fault, Trouble};
use crate::route::{Access, Method, Route, is_api};
use crate::router::{Params, address, guarded, origin};
use crate::session::cookie::{self, Cookie};
use crate::session::forgery;
use crate::session::identify::{Caller, by_cookie, by_token};
use crate::shape::Shape;

/// What is known of a call before anybody is asked who they are.
struct Start {
    operation: Arc<str>,
    nonce: Arc<str>,
    now: Instant,
    api: bool,
    origin: String,
    told: Option<String>,
}

/// Serves one call to a path; without routes it is one that there is not.
pub async fn serve(
    app: Arc<App>,
    routes: Arc<[&'static Route]>,
    params: Option<Params>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let start = begin(&app, &parts);
    let head = parts.method == Verb::HEAD;
    let route = pick(&routes, &parts.method);
    let name = route.as_ref().map_or("none", |route| route.name);
    let mut seen = Seen::default();
    let outcome = match (route, &parts.method) {
        (Err(Trouble::Fault(Fault::WrongMethod { allow })), &Verb::OPTIONS) => {
            Ok(Answer::empty(StatusCode::NO_CONTENT).header(header::ALLOW, &allow))
        }
        (Err(trouble), _) => Err(trouble),
        (Ok(route), _) => {
            let work =
                answer(&app, route, &start, params, Received { parts: &parts, body }, &mut seen);
            guarded(work).await.unwrap_or_else(|panic| Err(Trouble::Broken(panic)))
        }
    };
    let mut response = finish(&app, name, start, &seen, outcome);
    if head {
        *response.body_mut() = Body::empty();
    }
    response
}

/// A call as it came: its head, and its body still to be read.
struct Received<'a> {
    parts: &'a Parts,
    body: Body,
}

/// What has come to light while the answer was made, for the page around it.
#[derive(Default)]
struct Seen {
    caller: Option<Caller>,
    token: Arc<str>,
    refusal: Option<Arc<Refusal>>,
}

fn begin(app: &App, parts: &Parts) -> Start {
    let random = hex(&app.doors.random());
    let (operation, rest) = random.split_at(16);
    let secure = app.settings.secure_cookies;
    let told = Cookie::Told.read(&parts.headers, secure).and_then(cookie::unpack);
    Start {
        operation: operation.into(),
        nonce: rest.get(..32).unwrap_or_default().into(),
        now: app.doors.now(),
        api: is_api(parts.uri.path()),
        origin: origin(app, parts),
        told,
    }
}

fn finish(
    app: &App,
    route: &str,
    start: Start,
    seen: &Seen,
    outcome: Result<Answer, Trouble>,
) -> Response {
    let caller = seen.caller.as_ref();
    let visit = caller.filter(|caller| caller.new_visit).map(|caller| caller.secret.as_str());
    let call = Call {
        app,
        operation: &start.operation,
        nonce: &start.nonce,
        api: start.api,
        secure: start.origin.starts_with("https:"),
        language: Language::default(),
        viewer: caller.and_then(|caller| caller.viewer.as_deref()),
        token: &seen.token,
        refusal: seen.refusal.as_deref(),
        told: start.told,
        new_visit: visit,
    };
    match outcome {
        Ok(answer) => call.respond(answer),
        Err(trouble) => call.fail(route, &trouble),
    }
}

/// The route for the method; HEAD is GET without a body.
fn pick(routes: &[&'static Route], verb: &Verb) -> Result<&'static Route, Trouble> {
    let wanted = match verb.as_str() {
        "GET" | "HEAD" => Some(Method::Get),
        "POST" => Some(Method::Post),
        _ => None,
    };
    if routes.is_empty() {
        return Err(Trouble::not_found());
    }
    let found = routes.iter().find(|route| Some(route.method) == wanted);
    found.copied().ok_or_else(|| {
        let mut allow: Vec<&str> = routes.iter().map(|route| route.method.name()).collect();
        if allow.contains(&"GET") {
            allow.push("HEAD");
        }
        allow.push("OPTIONS");
        Trouble::Fault(Fault::WrongMethod { allow: allow.join(", ") })
    })
}

async fn answer(
    app: &Arc<App>,
    route: &'static Route,
    start: &Start,
    params: Option<Params>,
    received: Received<'_>,
    seen: &mut Seen,
) -> Result<Answer, Trouble> {
    let Received { parts, body } = received;
    let caller = identify(app, route, start.now, parts).await?;
    if let Some(elsewhere) = admit(route, &caller, parts)? {
        seen.caller = Some(caller);
        return Ok(elsewhere);
    }
    let mut ctx = context(app, route, start, &caller, params, parts)?;
    let zone = ctx.zone();
    seen.token = Arc::clone(&ctx.token);
    let secret = caller.secret.clone();
    seen.caller = Some(caller);
    ctx.query = query(route, parts.uri.query().unwrap_or_default(), zone.clone())?;
    let reading = if route.method == Method::Post {
        let sent = body::receive(
            route,
            parts,
            body,
            Browser { secret: &secret, origin: &start.origin, zone },
        )
        .await?;
        ctx.kept = Arc::new(sent.kept);
        ctx.body_print = sent.print;
        sent.reading
    } else {
        Ok(Input::default())
    };
    run(ctx, reading, seen).await
}

/// The handler; and for a form that needs another look, the form again.
async fn run(
    mut ctx: Ctx,
    reading: Result<Input, Refusal>,
    seen: &mut Seen,
) -> Result<Answer, Trouble> {
    let again = ctx.route.again.map(|again| (again, ctx.clone()));
    let outcome = match reading {
        Ok(input) => {
            ctx.input = input;
            // The form is shown with what was typed only when something is wrong with it.
            ctx.kept = Arc::default();
            (ctx.route.handler)(ctx).await
        }
        Err(refusal) => Err(Trouble::Refused(refusal)),
    };
    let refusal = match outcome {
        Err(Trouble::Refused(refusal)) if refusal.code.status() != 404 => refusal,
        other => return other,
    };
    let Some((again, mut ctx)) = again else { return Err(Trouble::Refused(refusal)) };
    let refusal = Arc::new(refusal);
    let status = StatusCode::from_u16(refusal.code.status()).unwrap_or(StatusCode::CONFLICT);
    ctx.refusal = Some(Arc::clone(&refusal));
    let answer = again(ctx).await?;
    seen.refusal = Some(refusal);
    Ok(answer.status(status))
}

async fn identify(
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
    let key = of_address(address(app, parts));
    let caller = match by_token(app, headers).await {
        Ok(caller) => caller,
        Err(trouble) => {
            // Guessing is limited like coming without a token.
            app.limits.count(API_ANONYMOUS, &key, now)?;
            return Err(trouble);
        }
    };
    match caller.viewer.as_ref().map(|viewer| viewer.via) {
        Some(crate::ctx::Via::Token(print)) => app.limits.count(API, &hex(&print), now)?,
        _ => app.limits.count(API_ANONYMOUS, &key, now)?,
    }
    Ok(caller)
}

/// May they come in at all? A page asks whoever is not signed in to do so first.
fn admit(route: &Route, caller: &Caller, parts: &Parts) -> Result<Option<Answer>, Trouble> {
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

fn context(
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
    let token = match (caller.secret.as_str(), app.doors.random()) {
        ("", _) => String::new(),
        (secret, mask) => forgery::token(secret, mask),
    };
    Ok(Ctx {
        app: Arc::clone(app),
        route,
        operation: Arc::clone(&start.operation),
        nonce: Arc::clone(&start.nonce),
        language: Language::default(),
        now: start.now,
        who: caller.who.clone(),
        viewer: caller.viewer.clone(),
        address: address(app, parts),
        agent: agent(headers).into(),
        path: Arc::new(params),
        query: Input::default(),
        input: Input::default(),
        kept: Arc::new(Kept::default()),
        refusal: None,
        token: token.into(),
        key: key(headers)?,
        body_print: [0; 32],
        seen_version: seen_version(headers)?,
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
        return Err(Fault::BadRequest("Idempotency-Key must be 1 to 200 printable characters."));
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
    let wrong = Fault::BadRequest("If-Match must be one version, like \"7\".");
    bare.parse().map(Some).map_err(|_| wrong)
}

/// The query against what the route declares. An unknown parameter is refused where programs call,
/// and passed over on pages, to which others link.
fn query(route: &'static Route, encoded: &str, zone: TimeZone) -> Result<Input, Trouble> {
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
