//! One call from its bytes to its answer: who, may they, what did they send, and the handler.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::http::request::Parts;
use axum::http::{Method as Verb, StatusCode, header};
use axum::response::Response;
use baton_core::catalogue;
use baton_core::ids::PersonId;
use baton_core::refusal::Refusal;
use baton_core::time::Instant;
use baton_core::vault::hex;
use baton_desk::Desk;

use crate::admit::{admit, identify};
use crate::answer::{Answer, Body as Content};
use crate::app::App;
use crate::body::{self, Browser};
use crate::context::{context, query};
use crate::ctx::Ctx;
use crate::draft::{self, Ask};
use crate::frame::Call;
use crate::input::Input;
use crate::macros;
use crate::problem::{Fault, Trouble};
use crate::route::{Handler, Method, Route, is_api};
use crate::router::{Params, guarded, origin};
use crate::session::cookie::Cookie;
use crate::session::identify::{Caller, by_cookie, is_quiet};
use crate::told::Told;
use crate::undo::Held;
use crate::upload;
use crate::writing;

/// What is known of a call before anybody is asked who they are.
pub struct Start {
    pub operation: Arc<str>,
    pub nonce: Arc<str>,
    pub now: Instant,
    api: bool,
    pub origin: String,
    told: Option<Told>,
    position: Option<i64>,
    held: Option<Held>,
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
        (Err(trouble), _) => {
            // The page that says so has the rail of whoever is signed in.
            if !start.api {
                seen.caller = by_cookie(&app, &parts.headers, start.now).await.ok();
            }
            Err(trouble)
        }
        (Ok(route), _) => {
            let work =
                answer(&app, route, &start, params, Received { parts: &parts, body }, &mut seen);
            guarded(work).await.unwrap_or_else(|panic| Err(Trouble::Broken(panic)))
        }
    };
    let page = outcome.as_ref().is_ok_and(|answer| matches!(answer.body, Content::Page(_)));
    let viewer = seen.caller.as_ref().and_then(|caller| caller.viewer.as_ref());
    let reader = viewer.filter(|_| page).map(|viewer| viewer.person);
    seen.unread = unread(&app, reader).await;
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
    unread: u64,
    refusal: Option<Arc<Refusal>>,
    /// Said on this page, in place of what came with the call.
    told: Option<Told>,
}

/// How much of what they were told the viewer of a page has not read. A page is not worth failing
/// for it.
async fn unread(app: &App, reader: Option<PersonId>) -> u64 {
    let Some(person) = reader else { return 0 };
    app.doors.unread(person).await.unwrap_or_else(|error| {
        tracing::warn!(%error, "unread notices could not be counted");
        0
    })
}

fn begin(app: &App, parts: &Parts) -> Start {
    let random = hex(&app.doors.random().unwrap_or_default());
    let (operation, rest) = random.split_at(16);
    let secure = app.settings.secure_cookies;
    // What was done is said on the page that somebody opens, and not where a page looks for news.
    let told = Cookie::Told.read(&parts.headers, secure).filter(|_| !is_quiet(&parts.headers));
    let told = told.and_then(Told::unpack);
    let held = Cookie::Undo.read(&parts.headers, secure).and_then(Held::read);
    Start {
        operation: operation.into(),
        nonce: rest.get(..32).unwrap_or_default().into(),
        now: app.doors.now(),
        api: is_api(parts.uri.path()),
        origin: origin(&app.settings, parts),
        told,
        position: app.desk.as_ref().and_then(Desk::position),
        held,
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
        language: catalogue::spoken(),
        viewer: caller.and_then(|caller| caller.viewer.as_deref()),
        token: caller.map_or("", |caller| &caller.token),
        refusal: seen.refusal.as_deref(),
        unread: seen.unread,
        told: seen.told.clone().or(start.told),
        position: start.position,
        now: start.now,
        held: start.held,
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
    let caller = seen.caller.insert(caller);
    if let Some(elsewhere) = admit(app, route, caller, parts, start.now)? {
        return Ok(elsewhere);
    }
    let mut ctx = context(app, route, start, caller, params, parts)?;
    let zone = ctx.zone();
    ctx.query = query(route, parts.uri.query().unwrap_or_default(), zone.clone())?;
    let mut draft = None;
    let reading = if route.method == Method::Post {
        let browser = Browser { secret: &caller.secret, origin: &start.origin, zone };
        let sent = body::receive(route, parts, body, browser).await?;
        ctx.kept = Arc::new(sent.kept);
        ctx.body_print = sent.print;
        if !route.is_api() {
            // A form carries a token that no other showing of it has: sent twice, it acts once.
            ctx.key = Some(hex(&sent.print).into());
            ctx.seen_version = sent.seen_version;
            draft = sent.draft;
        }
        ctx.ticked = sent.ticked.into();
        let reading = if route.body.takes_files() {
            upload::take(&mut ctx, sent.files, sent.reading).await?
        } else {
            sent.reading
        };
        if let (true, Some(again)) = (sent.only_check, route.again) {
            return look_at_words(ctx, again, seen).await;
        }
        if let (Some(id), Some(again), true) = (sent.insert, route.again, takes_macros(route)) {
            return put_in(ctx, &id, again, seen).await;
        }
        reading
    } else {
        Ok(Input::default())
    };
    run(ctx, reading, draft, seen).await
}

/// The form again with what was typed and what is worth another look in it; nothing is done.
async fn look_at_words(mut ctx: Ctx, again: Handler, seen: &mut Seen) -> Result<Answer, Trouble> {
    let advice = writing::advise(&ctx).await?;
    seen.told = Some(Told::Know(writing::told(&advice)));
    ctx.advice = advice.into();
    again(ctx).await
}

/// Whether a form has a text into which macros are put: what is written in a case.
fn takes_macros(route: &Route) -> bool {
    route.path.starts_with("/cases/{id}/") && route.body.field("body").is_some()
}

/// The form again with a macro in it; nothing is done.
async fn put_in(
    mut ctx: Ctx,
    id: &str,
    again: Handler,
    seen: &mut Seen,
) -> Result<Answer, Trouble> {
    macros::insert(&mut ctx, id).await?;
    seen.refusal = ctx.refusal.clone();
    let status = match &ctx.refusal {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    Ok(again(ctx).await?.status(status))
}

/// The handler; and for a form that needs another look, the form again.
async fn run(
    mut ctx: Ctx,
    reading: Result<Input, Refusal>,
    draft: Option<Ask>,
    seen: &mut Seen,
) -> Result<Answer, Trouble> {
    let again = ctx.route.again.map(|again| (again, ctx.clone()));
    let outcome = match (draft, reading) {
        (Some(Ask { place, keep: Some(keep) }), _) => draft::keep(&ctx, &place, keep).await,
        (draft, Ok(input)) => {
            ctx.input = input;
            // The form is shown with what was typed only when something is wrong with it.
            ctx.kept = Arc::default();
            handled(ctx, draft).await
        }
        (_, Err(refusal)) => Err(Trouble::Refused(refusal)),
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
    // There is no form to show any more: it leads elsewhere.
    if answer.status.is_redirection() {
        return Ok(answer);
    }
    seen.refusal = Some(refusal);
    Ok(answer.status(status))
}

/// The handler itself; what it accepted is no draft any more, and the acts of its macros follow.
async fn handled(ctx: Ctx, draft: Option<Ask>) -> Result<Answer, Trouble> {
    let mut answer = (ctx.route.handler)(ctx.clone()).await?;
    if let Some(draft) = draft {
        draft::sent(&ctx, &draft.place).await;
    }
    if !ctx.ticked.is_empty() && takes_macros(ctx.route) {
        answer = macros::follow(&ctx, &ctx.ticked, answer).await;
    }
    Ok(answer)
}
