//! The table of routes: one row makes the router, the API document and the lists that tests walk.

use std::future::Future;
use std::pin::Pin;

use baton_core::refusal::Code;

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::shape::{Field, Out, Shape};

/// An answer that is being made.
pub type Pending = Pin<Box<dyn Future<Output = Result<Answer, Trouble>> + Send>>;

/// What answers a route; one type for all of them.
pub type Handler = fn(Ctx) -> Pending;

/// The body limit where a route says nothing else: 1 MiB.
pub const BODY_LIMIT: usize = 1 << 20;

/// A form with its files: 50 MiB (check 32 of the security level).
pub const FILES_LIMIT: usize = 50 << 20;

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Method {
    /// Also answers HEAD. Never changes anything.
    Get,
    Post,
}

impl Method {
    pub fn name(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

/// Who may come in at all. Which things they may see and do is decided by the rules.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Nobody is asked for: assets and health. Handlers see an anonymous [`Ctx`].
    Open,
    /// Anybody; who is signed in is known.
    Anyone,
    SignedIn,
    Administrator,
    Compliance,
}

/// An answer that a route gives when it goes well.
#[derive(Clone, Copy, Debug)]
pub struct Reply {
    pub status: u16,
    pub what: &'static str,
    /// The JSON body; `None` where there is none or it is a page.
    pub out: Option<&'static Out>,
}

impl Reply {
    pub const fn ok(what: &'static str, out: &'static Out) -> Self {
        Self { status: 200, what, out: Some(out) }
    }
    pub const fn created(what: &'static str, out: &'static Out) -> Self {
        Self { status: 201, what, out: Some(out) }
    }
    pub const fn bare(status: u16, what: &'static str) -> Self {
        Self { status, what, out: None }
    }
}

/// One row of the table.
#[derive(Clone, Copy, Debug)]
pub struct Route {
    pub method: Method,
    /// With parameters in braces: `/api/v1/cases/{id}/closure`.
    pub path: &'static str,
    /// Unique, noun first: `cases.closure.create`.
    pub name: &'static str,
    pub access: Access,
    pub handler: Handler,
    /// One sentence without a full stop: `Close a case`.
    pub summary: &'static str,
    pub query: &'static [Field],
    pub body: &'static Shape,
    /// Most bytes that a body may have.
    pub limit: usize,
    pub answers: &'static [Reply],
    /// Refusals that this act can meet, beside those of every route.
    pub refusals: &'static [Code],
    /// A person of a browser must have shown lately that it is them.
    pub fresh: bool,
    /// Open to whoever must set up a second step first.
    pub setting_up: bool,
    /// For a form of a page: shows it again, with what was typed and what is wrong with it.
    pub again: Option<Handler>,
}

impl Route {
    pub const fn get(
        path: &'static str,
        name: &'static str,
        access: Access,
        handler: Handler,
    ) -> Self {
        Self::new(Method::Get, path, name, access, handler)
    }

    pub const fn post(
        path: &'static str,
        name: &'static str,
        access: Access,
        handler: Handler,
    ) -> Self {
        Self::new(Method::Post, path, name, access, handler)
    }

    const fn new(
        method: Method,
        path: &'static str,
        name: &'static str,
        access: Access,
        handler: Handler,
    ) -> Self {
        Self {
            method,
            path,
            name,
            access,
            handler,
            summary: "",
            query: &[],
            body: &Shape::EMPTY,
            limit: BODY_LIMIT,
            answers: &[],
            refusals: &[],
            fresh: false,
            setting_up: false,
            again: None,
        }
    }

    pub const fn summary(mut self, summary: &'static str) -> Self {
        self.summary = summary;
        self
    }
    pub const fn query(mut self, fields: &'static [Field]) -> Self {
        self.query = fields;
        self
    }
    pub const fn body(mut self, shape: &'static Shape) -> Self {
        self.body = shape;
        self
    }
    pub const fn limit(mut self, bytes: usize) -> Self {
        self.limit = bytes;
        self
    }
    pub const fn answers(mut self, answers: &'static [Reply]) -> Self {
        self.answers = answers;
        self
    }
    pub const fn refusals(mut self, codes: &'static [Code]) -> Self {
        self.refusals = codes;
        self
    }
    pub const fn fresh(mut self) -> Self {
        self.fresh = true;
        self
    }
    pub const fn setting_up(mut self) -> Self {
        self.setting_up = true;
        self
    }
    pub const fn again(mut self, handler: Handler) -> Self {
        self.again = Some(handler);
        self
    }

    /// True for the JSON API: a bearer token, JSON in and out, problems as JSON.
    pub fn is_api(&self) -> bool {
        is_api(self.path)
    }

    /// Most bytes that a body may have; a form of a page brings its files along.
    pub fn most_bytes(&self) -> usize {
        if self.brings_files() && self.body.takes_files() { FILES_LIMIT } else { self.limit }
    }

    /// Whether it is a form that may come with files.
    pub fn brings_files(&self) -> bool {
        let shape = self.body;
        let takes = shape.takes_files() || shape.fields.iter().any(|field| field.from_file);
        self.method == Method::Post && !self.is_api() && takes
    }

    /// The one content type that a body may have.
    pub fn content_type(&self) -> &'static str {
        if self.is_api() { "application/json" } else { "application/x-www-form-urlencoded" }
    }
}

pub fn is_api(path: &str) -> bool {
    path.starts_with("/api/")
}

/// All routes, by noun. Each slice stands beside its handlers.
pub type Table = &'static [&'static [Route]];

pub fn all(table: Table) -> impl Iterator<Item = &'static Route> {
    table.iter().flat_map(|part| part.iter())
}
