//! From an answer or a trouble to bytes and headers.

use axum::body::Body as Bytes;
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response;
use baton_core::catalogue::Language;
use baton_core::refusal::Refusal;
use baton_core::time::Instant;

use crate::answer::{Answer, Body};
use crate::app::App;
use crate::ctx::Viewer;
use crate::headers::{About, complete};
use crate::layout::{self, Setting};
use crate::page::Page;
use crate::problem::{Problem, Trouble};
use crate::session::cookie::Cookie;
use crate::told::Told;
use crate::ui;
use crate::undo::{Held, Window};

/// What is known of a call when its answer is put together.
pub struct Call<'a> {
    pub app: &'a App,
    pub operation: &'a str,
    pub nonce: &'a str,
    /// True where problems are told as JSON.
    pub api: bool,
    pub secure: bool,
    pub language: Language,
    pub viewer: Option<&'a Viewer>,
    pub token: &'a str,
    /// The form that is shown again, and why.
    pub refusal: Option<&'a Refusal>,
    /// How much of what the viewer was told they have not read.
    pub unread: u64,
    /// The sentence that came with the call for this page.
    pub told: Option<Told>,
    /// How far the log had been told when the call came.
    pub position: Option<i64>,
    pub now: Instant,
    /// What this browser sent just now.
    pub held: Option<Held>,
    /// A secret to hand out to a browser that has none.
    pub new_visit: Option<&'a str>,
}

impl Call<'_> {
    /// The answer as it leaves.
    pub fn respond(&self, answer: Answer) -> Response {
        let page = matches!(answer.body, Body::Page(_));
        let (bytes, media) = self.body(answer.body, answer.form_token.as_deref());
        let mut response = Response::new(bytes);
        *response.status_mut() = answer.status;
        let headers = response.headers_mut();
        for (name, value) in answer.headers {
            headers.append(name, value);
        }
        if let Some(media) = media.and_then(|media| HeaderValue::from_str(media).ok()) {
            headers.insert(header::CONTENT_TYPE, media);
        }
        self.cookies(headers, page, answer.told.as_ref(), answer.window);
        complete(headers, About { nonce: self.nonce, secure: self.secure });
        if let Ok(operation) = HeaderValue::from_str(self.operation) {
            headers.insert(HeaderName::from_static("x-operation"), operation);
        }
        response
    }

    fn body(&self, body: Body, token: Option<&str>) -> (Bytes, Option<&'static str>) {
        const HTML: &str = "text/html; charset=utf-8";
        match body {
            Body::Empty => (Bytes::empty(), None),
            Body::Json(bytes) => (bytes.into(), Some("application/json")),
            Body::Page(page) => (self.page(&page, token.unwrap_or(self.token)).into(), Some(HTML)),
            Body::Part(markup) => (markup.into_string().into(), Some(HTML)),
            Body::Bytes { media, bytes } => (bytes.into(), Some(media)),
            Body::Stream { media, body } => (body, Some(media)),
        }
    }

    fn page(&self, page: &Page, token: &str) -> String {
        let person = self.viewer.map(|viewer| viewer.person);
        let undo = person.and_then(|person| self.held?.bar(person, self.now));
        let house = self.app.desk.as_ref().map(baton_desk::Desk::house);
        let chosen = house.as_ref().map(|house| house.organisation.as_str());
        let chosen = chosen.filter(|name| !name.is_empty());
        let setting = Setting {
            language: self.language,
            organisation: chosen.unwrap_or(&self.app.settings.organisation),
            viewer: self.viewer,
            token,
            refusal: self.refusal,
            unread: self.unread,
            told: self.told.as_ref(),
            position: self.position,
            undo: undo.as_ref(),
        };
        layout::document(page, setting).into_string()
    }

    fn cookies(&self, headers: &mut HeaderMap, page: bool, told: Option<&Told>, window: Window) {
        let secure = self.app.settings.secure_cookies;
        let mut set = |line: String| {
            if let Ok(line) = HeaderValue::from_str(&line) {
                headers.append(header::SET_COOKIE, line);
            }
        };
        if let (Some(secret), true) = (self.new_visit, page) {
            set(Cookie::Visit.write(secret, 86_400, secure));
        }
        match told {
            Some(told) => set(Cookie::Told.write(&told.pack(), 60, secure)),
            None if page && self.told.is_some() => set(Cookie::Told.write("", 0, secure)),
            None => {}
        }
        match window {
            Window::AsItWas => {}
            Window::Opened(held) => {
                let seconds = held.until.since(self.now).as_seconds() + 1;
                set(Cookie::Undo.write(&held.text(), seconds, secure));
            }
            Window::Closed => set(Cookie::Undo.write("", 0, secure)),
        }
    }

    /// What went wrong, as it leaves; what broke inside goes to the log, once.
    pub fn fail(&self, route: &str, trouble: &Trouble) -> Response {
        let problem = Problem::of(trouble, self.operation);
        if let Trouble::Broken(why) = trouble {
            tracing::error!(operation = self.operation, route, error = %why, "broken");
        } else {
            tracing::debug!(operation = self.operation, route, code = problem.code, "refused");
        }
        let mut answer = if self.api {
            Answer::bytes("application/problem+json", problem.json().to_string())
        } else {
            Answer::page(ui::problem::page(&problem, self.viewer.is_some()))
        };
        answer.status =
            StatusCode::from_u16(problem.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        for (name, value) in &problem.headers {
            answer = answer.header(HeaderName::from_static(name), value);
        }
        self.respond(answer)
    }
}
