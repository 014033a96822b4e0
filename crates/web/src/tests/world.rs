//! A small organisation without a database, a clock that stands still, and a browser.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use baton_core::access::Who;
use baton_core::ids::{Id, PersonId};
use baton_core::log::Actor;
use baton_core::preferences::Preferences;
use baton_core::time::{Instant, Span};
use serde_json::Value;
use tower::ServiceExt;

use crate::app::{App, Settings};
use crate::doors::{Doors, Known, Login, Print, Session, Soon, Token};
use crate::route::Table;
use crate::router::router;
use crate::session::print;

pub const PASSWORD: &str = "correct horse battery staple";
pub const TOKEN: &str = "token-of-priya";

pub fn priya() -> PersonId {
    PersonId::from_bits(1)
}

pub struct Fake {
    pub now: Mutex<Instant>,
    pub drawn: Mutex<u8>,
    pub sessions: Mutex<BTreeMap<Print, Session>>,
    pub active: Mutex<bool>,
    pub administrator: Mutex<bool>,
    /// How often a password was checked, with or without a person.
    pub checks: Mutex<u32>,
}

impl Doors for Fake {
    fn now(&self) -> Instant {
        *self.now.lock().unwrap()
    }
    fn random(&self) -> Result<[u8; 32], String> {
        let mut drawn = self.drawn.lock().unwrap();
        *drawn = drawn.wrapping_add(1);
        Ok([*drawn; 32])
    }
    fn person(&self, id: PersonId) -> Soon<'_, Option<Known>> {
        let mut who = Who::bare(Actor::Person(id));
        who.administrator = *self.administrator.lock().unwrap();
        let known = Known {
            who,
            name: "Priya Raman".to_owned(),
            email: "priya@example.org".to_owned(),
            zone: "Europe/London".to_owned(),
            department: "Customer Service".to_owned(),
        };
        let found = id == priya() && *self.active.lock().unwrap();
        Box::pin(async move { Ok(found.then_some(known)) })
    }
    fn preferences(&self, _: PersonId) -> Soon<'_, Preferences> {
        Box::pin(async { Ok(Preferences::default()) })
    }
    fn login<'a>(&'a self, email: &'a str) -> Soon<'a, Option<Login>> {
        let known = email.eq_ignore_ascii_case("priya@example.org");
        let login = Login {
            person: priya(),
            hash: Some(PASSWORD.to_owned()),
            second_step: false,
            needs_more: false,
        };
        Box::pin(async move { Ok(known.then_some(login)) })
    }
    fn owes_second_step<'a>(&'a self, _: &'a Who) -> Soon<'a, bool> {
        Box::pin(async { Ok(false) })
    }
    fn verify(&self, password: &str, hash: Option<&str>) -> bool {
        *self.checks.lock().unwrap() += 1;
        hash == Some(password)
    }
    fn open_session(&self, _: String, session: Session) -> Soon<'_, ()> {
        self.sessions.lock().unwrap().insert(session.print, session);
        Box::pin(async { Ok(()) })
    }
    fn session<'a>(&'a self, key: &'a str) -> Soon<'a, Option<Session>> {
        let session = self.sessions.lock().unwrap().get(&print(key)).cloned();
        Box::pin(async move { Ok(session) })
    }
    fn touch_session(&self, print: Print, at: Instant) -> Soon<'_, ()> {
        if let Some(session) = self.sessions.lock().unwrap().get_mut(&print) {
            session.seen_at = at;
        }
        Box::pin(async { Ok(()) })
    }
    fn end_session(&self, _: PersonId, print: Print) -> Soon<'_, bool> {
        let ended = self.sessions.lock().unwrap().remove(&print).is_some();
        Box::pin(async move { Ok(ended) })
    }
    fn sessions(&self, person: PersonId) -> Soon<'_, Vec<Session>> {
        let all = self.sessions.lock().unwrap();
        let own = all.values().filter(|session| session.person == person).cloned().collect();
        Box::pin(async move { Ok(own) })
    }
    fn token<'a>(&'a self, key: &'a str) -> Soon<'a, Option<Token>> {
        let token = Token { print: print(key), person: priya() };
        Box::pin(async move { Ok((key == TOKEN).then_some(token)) })
    }
    fn unread(&self, _: PersonId) -> Soon<'_, u64> {
        Box::pin(async { Ok(0) })
    }
    fn ready(&self) -> Soon<'_, bool> {
        let ready = *self.active.lock().unwrap();
        Box::pin(async move { Ok(ready) })
    }
}

pub struct World {
    pub fake: Arc<Fake>,
    router: Router,
}

impl World {
    pub fn new(table: Table) -> Self {
        let start = "2026-11-23T09:00:00Z".parse().unwrap();
        let fake = Arc::new(Fake {
            now: Mutex::new(start),
            drawn: Mutex::new(0),
            sessions: Mutex::default(),
            active: Mutex::new(true),
            administrator: Mutex::new(false),
            checks: Mutex::new(0),
        });
        let app = App::new(None, fake.clone(), Settings::default(), table);
        Self { router: router(&app), fake }
    }

    /// The same browser in front of something real.
    pub fn over(router: Router) -> Self {
        Self { router, ..Self::new(&[]) }
    }

    pub fn pass(&self, span: Span) {
        let mut now = self.fake.now.lock().unwrap();
        *now = *now + span;
    }

    pub async fn send(&self, request: Request<Body>) -> Reply {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = axum::body::to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Reply { status: parts.status, headers: parts.headers, text }
    }

    pub async fn call(&self, method: &str, path: &str, token: &str, body: &str) -> Reply {
        let mut request = Request::builder().method(method).uri(path);
        if !token.is_empty() {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if method == "POST" {
            request = request.header(header::CONTENT_TYPE, "application/json");
        }
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await
    }
}

pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub text: String,
}

impl Reply {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }
}

/// A browser that keeps cookies and fills in forms.
pub struct Browser<'a> {
    world: &'a World,
    pub cookies: BTreeMap<String, String>,
}

impl<'a> Browser<'a> {
    pub fn new(world: &'a World) -> Self {
        Self { world, cookies: BTreeMap::new() }
    }

    pub async fn get(&mut self, path: &str) -> Reply {
        self.go("GET", path, String::new(), &[]).await
    }

    /// Opens the page that holds the form, then sends it with the page's own token.
    pub async fn fill(&mut self, page: &str, action: &str, fields: &[(&str, &str)]) -> Reply {
        let text = self.get(page).await.text;
        let token = hidden(&text).unwrap_or_default();
        self.post(action, &token, fields, &[("origin", "http://desk.test")]).await
    }

    pub async fn post(
        &mut self,
        action: &str,
        token: &str,
        fields: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> Reply {
        let mut body = format!("form_token={token}");
        for (name, value) in fields {
            body += &format!("&{}={}", encode(name), encode(value));
        }
        self.go("POST", action, body, headers).await
    }

    async fn go(&mut self, method: &str, path: &str, body: String, more: &[(&str, &str)]) -> Reply {
        let mut request = Request::builder().method(method).uri(path).header("host", "desk.test");
        let line: Vec<String> = self.cookies.iter().map(|(k, v)| format!("{k}={v}")).collect();
        if !line.is_empty() {
            request = request.header(header::COOKIE, line.join("; "));
        }
        if method == "POST" {
            request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        for (name, value) in more {
            request = request.header(*name, *value);
        }
        let reply = self.world.send(request.body(Body::from(body)).unwrap()).await;
        for line in reply.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            if line.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        reply
    }
}

/// The token of the first form of a page.
pub fn hidden(text: &str) -> Option<String> {
    let after = text.split_once("name=\"form_token\" value=\"")?.1;
    Some(after.split_once('"')?.0.to_owned())
}

fn encode(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
