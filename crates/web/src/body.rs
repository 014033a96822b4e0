//! Receiving a body: its type, its size, whether it was sent from our own page, and its fields.

use axum::body::{Body, Bytes};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use baton_core::say;
use jiff::tz::TimeZone;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::doors::Print;
use crate::draft::{self, Ask};
use crate::input::{Kept, Pair, Reading, from_form, from_json, pairs};
use crate::macros;
use crate::problem::{Fault, Trouble};
use crate::route::{BODY_LIMIT, Route};
use crate::session::forgery;
use crate::ui::form as carried;
use crate::upload::{self, Handed};

/// A body that takes longer than this to arrive holds up nobody else any longer.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);

/// Files may take longer over a slow line.
const LARGE_PATIENCE: std::time::Duration = std::time::Duration::from_secs(300);
/// So many large bodies are held in memory at once; others wait for their turn.
static LARGE: Semaphore = Semaphore::const_new(3);

/// A body that was taken in.
pub struct Sent {
    pub reading: Reading,
    /// What was typed, to be shown again.
    pub kept: Kept,
    /// SHA-256 of route, path and body.
    pub print: Print,
    /// The version of the thing that the form was filled in for, where it says so.
    pub seen_version: Option<u32>,
    /// Nothing is to be done but to look at the words.
    pub only_check: bool,
    /// The draft of the form, where it has one.
    pub draft: Option<Ask>,
    /// Nothing is to be done but to put this macro in; empty: none was chosen.
    pub insert: Option<String>,
    /// Macros whose acts follow once it was accepted, as `ID.VERSION`.
    pub ticked: Vec<String>,
    /// Files that came along.
    pub files: Vec<Handed>,
}

/// What the body of a form is held against.
pub struct Browser<'a> {
    /// The secret of its cookie.
    pub secret: &'a str,
    /// Where our own pages stand, as it sees them.
    pub origin: &'a str,
    pub zone: TimeZone,
}

/// Takes in the body of a call.
///
/// # Errors
/// 400, 403, 413 or 415 as [`Fault`]; inside, what is wrong with the fields.
pub async fn receive(
    route: &Route,
    parts: &Parts,
    body: Body,
    browser: Browser<'_>,
) -> Result<Sent, Trouble> {
    let (bytes, _turn) = bytes_of(route, parts, body).await?;
    let path = parts.uri.path();
    if route.brings_files() && upload::is_multipart(&parts.headers) {
        let (pairs, files) = upload::read(route.body, &parts.headers, bytes).await?;
        let print = print(route, path, &upload::told_apart(&pairs, &files));
        return Ok(Sent { files, ..form(route, &parts.headers, &browser, pairs, print)? });
    }
    content_type(route, &parts.headers, bytes.is_empty())?;
    let print = print(route, path, &bytes);
    if route.is_api() {
        let reading = from_json(route.body, &bytes)?;
        return Ok(Sent {
            reading,
            kept: Kept::default(),
            print,
            seen_version: None,
            only_check: false,
            draft: None,
            insert: None,
            ticked: Vec::new(),
            files: Vec::new(),
        });
    }
    form(route, &parts.headers, &browser, pairs(&bytes), print)
}

/// All bytes of a body, and the right to hold as many.
async fn bytes_of(
    route: &Route,
    parts: &Parts,
    body: Body,
) -> Result<(Bytes, Option<SemaphorePermit<'static>>), Trouble> {
    let limit = route.most_bytes();
    let length = parts.headers.get(header::CONTENT_LENGTH).and_then(|line| line.to_str().ok());
    let length = length.and_then(|text| text.parse::<usize>().ok());
    let too_large = || Trouble::Fault(Fault::TooLarge { limit });
    if length.is_some_and(|n| n > limit) {
        return Err(too_large());
    }
    let large = limit > BODY_LIMIT && length.is_none_or(|n| n > BODY_LIMIT);
    let turn = if large {
        let waiting = tokio::time::timeout(PATIENCE, LARGE.acquire());
        Some(waiting.await.ok().and_then(Result::ok).ok_or(Fault::Busy { seconds: 30 })?)
    } else {
        None
    };
    let patience = if large { LARGE_PATIENCE } else { PATIENCE };
    let receiving = axum::body::to_bytes(body, limit);
    let received = tokio::time::timeout(patience, receiving).await.map_err(|_| Fault::TooSlow)?;
    let bytes = received.map_err(|error| {
        if is_too_long(&error) {
            too_large()
        } else {
            Fault::BadRequest(say!("body-it-was-cut-off")).into()
        }
    })?;
    Ok((bytes, turn))
}

/// A form that was sent from our own page: what the frame put in, taken out, and its fields.
fn form(
    route: &Route,
    headers: &HeaderMap,
    browser: &Browser<'_>,
    pairs: Vec<Pair>,
    print: Print,
) -> Result<Sent, Trouble> {
    let mut pairs = unforged(pairs, headers, browser)?;
    let seen_version = taken(&mut pairs, carried::VERSION).and_then(|text| text.parse().ok());
    let only_check = taken(&mut pairs, carried::CHECK).is_some();
    let place = taken(&mut pairs, draft::form::PLACE);
    let draft = Ask::of_form(place, taken(&mut pairs, draft::form::KEEP).as_deref());
    let chosen = taken(&mut pairs, macros::CHOSEN).unwrap_or_default();
    let insert = taken(&mut pairs, macros::INSERT).map(|_| chosen);
    let ticked: Vec<String> = std::iter::from_fn(|| taken(&mut pairs, macros::TICKED))
        .take(macros::MOST_TICKED)
        .collect();
    let kept = Kept::of_form(route.body, &pairs);
    let reading = from_form(route.body, &pairs, browser.zone.clone());
    let files = Vec::new();
    Ok(Sent { reading, kept, print, seen_version, only_check, draft, insert, ticked, files })
}

/// Takes what the frame put into the form out of what was typed.
fn taken(pairs: &mut Vec<Pair>, name: &str) -> Option<String> {
    let place = pairs.iter().position(|(known, _)| known == name)?;
    pairs.remove(place).1
}

fn is_too_long(error: &axum::Error) -> bool {
    let mut source: Option<&(dyn std::error::Error + 'static)> = Some(error);
    while let Some(inner) = source {
        if inner.to_string().contains("length limit exceeded") {
            return true;
        }
        source = inner.source();
    }
    false
}

/// The one type of the route, in UTF-8; a call without a body needs none.
fn content_type(route: &Route, headers: &HeaderMap, empty: bool) -> Result<(), Fault> {
    let expected = route.content_type();
    let wrong = Fault::WrongContentType { expected };
    let mut lines = headers.get_all(header::CONTENT_TYPE).iter();
    let (line, another) = (lines.next(), lines.next());
    let Some(line) = line else {
        return if empty { Ok(()) } else { Err(wrong) };
    };
    let line = line.to_str().unwrap_or_default().to_ascii_lowercase();
    let mut parts = line.split(';').map(str::trim);
    let media = parts.next() == Some(expected);
    let utf8 = parts
        .filter(|part| part.starts_with("charset="))
        .all(|part| part.trim_start_matches("charset=").trim_matches('"') == "utf-8");
    if media && utf8 && another.is_none() { Ok(()) } else { Err(wrong) }
}

/// The fields of the form without its token, which is checked here.
fn unforged(
    mut pairs: Vec<Pair>,
    headers: &HeaderMap,
    browser: &Browser<'_>,
) -> Result<Vec<Pair>, Fault> {
    let token = taken(&mut pairs, forgery::FIELD);
    let Browser { secret, origin, .. } = *browser;
    let sent = forgery::Sent { headers, field: token.as_deref(), secret, origin };
    forgery::check(sent)?;
    Ok(pairs)
}

fn print(route: &Route, path: &str, body: &[u8]) -> Print {
    let mut hash = ring::digest::Context::new(&ring::digest::SHA256);
    for part in [route.name.as_bytes(), b"\n", path.as_bytes(), b"\n", body] {
        hash.update(part);
    }
    hash.finish().as_ref().try_into().unwrap_or_default()
}
