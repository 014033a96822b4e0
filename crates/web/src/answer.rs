//! What a handler gives back. The frame adds the page around it, the headers and the length.

use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use maud::Markup;
use serde::Serialize;

use crate::page::Page;
use crate::problem::Trouble;
use crate::told::Told;
use crate::undo::Window;

/// An answer: a status, a body, and what else the caller must know.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub body: Body,
    pub headers: Vec<(HeaderName, HeaderValue)>,
    /// One sentence for the next page that this person sees.
    pub told: Option<Told>,
    /// What was sent, while it can be taken back.
    pub window: Window,
    /// What the forms of this page carry, where the session was renewed with it.
    pub form_token: Option<String>,
}

#[derive(Debug)]
pub enum Body {
    Empty,
    /// JSON, already written.
    Json(Vec<u8>),
    /// A page, to be put into the layout.
    Page(Box<Page>),
    /// A part of a page, sent alone.
    Part(Markup),
    Bytes {
        media: &'static str,
        bytes: axum::body::Bytes,
    },
    /// Something that is written while it is read: an export, server-sent events.
    Stream {
        media: &'static str,
        body: axum::body::Body,
    },
}

impl Answer {
    pub fn new(status: StatusCode, body: Body) -> Self {
        Self {
            status,
            body,
            headers: Vec::new(),
            told: None,
            window: Window::AsItWas,
            form_token: None,
        }
    }

    /// 200 with JSON.
    ///
    /// # Errors
    /// [`Trouble::Broken`] when the value cannot be written as JSON.
    pub fn json<T: Serialize + ?Sized>(value: &T) -> Result<Self, Trouble> {
        let bytes = serde_json::to_vec(value).map_err(Trouble::broken)?;
        Ok(Self::new(StatusCode::OK, Body::Json(bytes)))
    }

    /// 201 with JSON, and where the new thing is.
    ///
    /// # Errors
    /// [`Trouble::Broken`] when the value cannot be written as JSON.
    pub fn created<T: Serialize + ?Sized>(at: &str, value: &T) -> Result<Self, Trouble> {
        let mut answer = Self::json(value)?;
        answer.status = StatusCode::CREATED;
        Ok(answer.header(header::LOCATION, at))
    }

    pub fn page(page: Page) -> Self {
        Self::new(StatusCode::OK, Body::Page(Box::new(page)))
    }

    pub fn part(markup: Markup) -> Self {
        Self::new(StatusCode::OK, Body::Part(markup))
    }

    pub fn bytes(media: &'static str, bytes: impl Into<axum::body::Bytes>) -> Self {
        Self::new(StatusCode::OK, Body::Bytes { media, bytes: bytes.into() })
    }

    pub fn stream(media: &'static str, body: axum::body::Body) -> Self {
        Self::new(StatusCode::OK, Body::Stream { media, body })
    }

    pub fn empty(status: StatusCode) -> Self {
        Self::new(status, Body::Empty)
    }

    /// 303 to a path of our own; anything else leads to the start page.
    pub fn redirect(to: &str) -> Self {
        Self::empty(StatusCode::SEE_OTHER).header(header::LOCATION, own_path(to))
    }

    /// Says on the next page what was done.
    pub fn told(mut self, sentence: impl Into<String>) -> Self {
        self.told = Some(Told::Done(sentence.into()));
        self
    }

    /// Says on the next page what to know, though nothing was done.
    pub fn know(mut self, sentence: impl Into<String>) -> Self {
        self.told = Some(Told::Know(sentence.into()));
        self
    }

    /// Says on the next page that it was not done, and what to do.
    pub fn not_done(mut self, sentence: impl Into<String>) -> Self {
        self.told = Some(Told::NotDone(sentence.into()));
        self
    }

    /// Opens or closes the time in which what was sent can be taken back.
    pub fn window(mut self, window: Window) -> Self {
        self.window = window;
        self
    }

    /// The version of the thing, as an entity tag for `If-Match`.
    pub fn version(self, version: u32) -> Self {
        self.header(header::ETAG, &format!("\"{version}\""))
    }

    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// Adds a header; one that cannot stand in a header is left out.
    pub fn header(mut self, name: HeaderName, value: &str) -> Self {
        if let Ok(value) = HeaderValue::from_str(value) {
            self.headers.push((name, value));
        }
        self
    }
}

/// The path itself if it is one of our own, else `/`. A second slash or a backslash would lead to
/// another host.
pub fn own_path(path: &str) -> &str {
    let own = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && path.bytes().all(|byte| byte.is_ascii_graphic());
    if own { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn redirects_lead_to_own_paths_only() {
        for (to, own) in [
            ("/cases/1?tab=a", "/cases/1?tab=a"),
            ("https://elsewhere.example", "/"),
            ("//elsewhere.example", "/"),
            ("/\\elsewhere.example", "/"),
            ("/a\r\nset-cookie: x=1", "/"),
            ("", "/"),
        ] {
            assert_eq!(own_path(to), own, "{to}");
        }
    }
}
