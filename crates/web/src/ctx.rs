//! One call: who makes it, what was sent, and what the handler needs to answer.

use std::net::IpAddr;
use std::str::FromStr;
use std::sync::Arc;

use baton_core::access::Who;
use baton_core::case::command::NewAttachment;
use baton_core::catalogue::Language;
use baton_core::ids::PersonId;
use baton_core::preferences::Preferences;
use baton_core::refusal::{FieldError, Refusal};
use baton_core::time::Instant;
use jiff::tz::TimeZone;

use crate::app::App;
use crate::doors::Print;
use crate::input::{Input, Kept, error_of};
use crate::problem::{Fault, Trouble};
use crate::route::Route;
use crate::shape::Shape;
use crate::writing::Advice;

/// How somebody showed who they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Via {
    Session(Print),
    Token(Print),
}

/// A person who is signed in, as pages show them.
#[derive(Clone, Debug)]
pub struct Viewer {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub department: String,
    /// Whether they may find customers.
    pub finds_customers: bool,
    pub zone: TimeZone,
    /// The usual for a program.
    pub preferences: Preferences,
    pub via: Via,
    /// When they have shown last that it is them; a program has nothing to show but its token.
    pub since: Option<Instant>,
    /// They must set up a second step before anything else.
    pub owes_second_step: bool,
}

/// One call. Cheap to clone.
#[derive(Clone)]
pub struct Ctx {
    pub app: Arc<App>,
    pub route: &'static Route,
    /// Id of this call, for the log and for whoever asks for help.
    pub operation: Arc<str>,
    /// For the Content-Security-Policy of this answer.
    pub nonce: Arc<str>,
    pub language: Language,
    pub now: Instant,
    /// Without rights when nobody is signed in.
    pub who: Who,
    pub viewer: Option<Arc<Viewer>>,
    pub address: IpAddr,
    /// Where our pages stand, as this browser sees them: `https://desk.example.org`.
    pub origin: Arc<str>,
    pub agent: Arc<str>,
    /// Path parameters, decoded.
    pub path: Arc<Vec<(String, String)>>,
    pub query: Input,
    pub input: Input,
    /// What was typed, and what is wrong with it, when a form is shown again.
    pub kept: Arc<Kept>,
    pub refusal: Option<Arc<Refusal>>,
    /// What is worth another look in what was typed, by field, when somebody asked for it.
    pub advice: Arc<[Advice]>,
    /// Macros whose acts follow once the form was accepted, as `ID.VERSION`.
    pub ticked: Arc<[String]>,
    /// The files that go with what was sent.
    pub files: Arc<[NewAttachment]>,
    /// What this browser has begun; empty for nothing.
    pub begun: Arc<str>,
    /// The hidden token of every form on the page.
    pub token: Arc<str>,
    /// `Idempotency-Key`, and SHA-256 of method, path and body to compare with.
    pub key: Option<Arc<str>>,
    pub body_print: Print,
    /// `If-Match`: the version that the caller has seen.
    pub seen_version: Option<u32>,
    /// `Last-Event-ID`: the last event that the caller has heard of.
    pub last_event: Option<i64>,
}

impl Ctx {
    /// A path parameter; the table makes sure that it is there.
    pub fn param(&self, name: &str) -> &str {
        let found = self.path.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// A path parameter as an id.
    ///
    /// # Errors
    /// `not_found` when it is no id, as for one that names nothing.
    pub fn id<T: FromStr>(&self, name: &str) -> Result<T, Trouble> {
        self.param(name).parse().map_err(|_| Trouble::not_found())
    }

    /// Whoever is signed in.
    ///
    /// # Errors
    /// 401 when nobody is.
    pub fn viewer(&self) -> Result<&Viewer, Trouble> {
        self.viewer.as_deref().ok_or(Trouble::Fault(Fault::NotSignedIn))
    }

    /// The viewer's zone; UTC for nobody.
    pub fn zone(&self) -> TimeZone {
        self.viewer.as_ref().map_or(TimeZone::UTC, |viewer| viewer.zone.clone())
    }

    /// What was typed in a field, when the form is shown again.
    pub fn kept(&self, path: &str) -> &str {
        self.kept.get(path).unwrap_or_default()
    }

    /// Adds to what is shown when the form is shown again.
    pub fn keep(&mut self, path: &str, text: String) {
        Arc::make_mut(&mut self.kept).add(path, text);
    }

    /// Takes a value out of what is shown again.
    pub fn forget(&mut self, path: &str, text: &str) {
        Arc::make_mut(&mut self.kept).remove(path, text);
    }

    pub fn error(&self, path: &str) -> Option<&FieldError> {
        error_of(self.refusal.as_deref(), path)
    }

    /// The form's fields, with what was typed and what is wrong, for [`crate::ui::field`].
    pub fn form<'a>(&'a self, shape: &'static Shape) -> Form<'a> {
        Form { shape, kept: &self.kept, refusal: self.refusal.as_deref(), advice: &self.advice }
    }
}

/// A form that is being shown: declared fields with what was typed and what is wrong.
#[derive(Clone, Copy)]
pub struct Form<'a> {
    pub shape: &'static Shape,
    pub kept: &'a Kept,
    pub refusal: Option<&'a Refusal>,
    pub advice: &'a [Advice],
}
