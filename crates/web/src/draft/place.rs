//! The form that a draft belongs to: `case:ID:messages/new?kind=reply`, `request:ID:read-back/new`.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use baton_core::case::Case;
use baton_core::case::request::moves::Move;
use baton_core::ids::{CaseId, RequestId};
use baton_core::say;

use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::reach;
use crate::route::{Method, all};
use crate::table::table;

/// Longest place, in bytes.
pub const LONGEST: usize = 200;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum About {
    Case(CaseId),
    Request(RequestId),
}

/// One form of one case or request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    about: About,
    /// Its address below the thing: `messages/new?kind=reply`.
    form: String,
}

impl Place {
    pub fn of_case(case: CaseId, form: impl Into<String>) -> Self {
        Self { about: About::Case(case), form: form.into() }
    }

    pub fn of_request(request: RequestId, form: impl Into<String>) -> Self {
        Self { about: About::Request(request), form: form.into() }
    }

    /// Where the form is.
    pub fn href(&self) -> String {
        match self.about {
            About::Case(id) => format!("/cases/{id}/{}", self.form),
            About::Request(id) => format!("/requests/{id}/{}", self.form),
        }
    }

    /// Where the form is, filled in with its draft.
    pub fn restored(&self) -> String {
        let glue = if self.form.contains('?') { '&' } else { '?' };
        format!("{}{glue}draft=restore", self.href())
    }

    /// What is being written, in a word or two.
    pub fn words(&self) -> &'static str {
        let path = self.form.split('?').next().unwrap_or_default();
        if matches!(self.about, About::Request(_)) {
            let noun = path.trim_end_matches("/new");
            let mv = Move::ALL.iter().find(|mv| mv.path() == noun);
            return mv.map_or(say!("draft-place-form"), |mv| crate::request::page::act_words(*mv));
        }
        match (path, self.form.split_once("kind=").map(|(_, kind)| kind)) {
            ("messages/new", Some("reply")) => say!("draft-place-reply-to-the-customer"),
            ("messages/new", Some("call")) => say!("draft-place-call"),
            ("messages/new", Some("inbound")) => say!("draft-place-what-came-in"),
            ("messages/new", _) => say!("draft-place-note"),
            ("customer-updates/new", _) => say!("draft-place-tell-the-customer"),
            ("requests/new", _) => say!("draft-place-request-to-another-department"),
            _ => say!("draft-place-form"),
        }
    }

    /// The case, when this person may still open what the form is about.
    ///
    /// # Errors
    /// `not_found` when they may not.
    pub async fn open(&self, ctx: &Ctx) -> Result<(Arc<Case>, Option<RequestId>), Trouble> {
        match self.about {
            About::Case(id) => Ok((reach::case(ctx, &id.to_string()).await?, None)),
            About::Request(id) => {
                let (case, id, _) = reach::request(ctx, &id.to_string()).await?;
                Ok((case, Some(id)))
            }
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.about {
            About::Case(id) => write!(f, "case:{id}:{}", self.form),
            About::Request(id) => write!(f, "request:{id}:{}", self.form),
        }
    }
}

/// Text that names no form of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a form: write it like case:ID:messages/new?kind=reply")]
pub struct NotAPlace;

impl FromStr for Place {
    type Err = NotAPlace;

    fn from_str(text: &str) -> Result<Self, NotAPlace> {
        let (noun, rest) = text.split_once(':').ok_or(NotAPlace)?;
        let (id, form) = rest.split_once(':').ok_or(NotAPlace)?;
        let (about, below) = match noun {
            "case" => (About::Case(id.parse().map_err(|_| NotAPlace)?), "/cases/{id}"),
            "request" => (About::Request(id.parse().map_err(|_| NotAPlace)?), "/requests/{id}"),
            _ => return Err(NotAPlace),
        };
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/?=&-_".contains(&byte);
        let path = form.split('?').next().unwrap_or_default();
        if text.len() > LONGEST || !form.bytes().all(plain) || !is_form(&format!("{below}/{path}"))
        {
            return Err(NotAPlace);
        }
        Ok(Self { about, form: form.to_owned() })
    }
}

/// Whether something is filled in at that address.
fn is_form(path: &str) -> bool {
    path.ends_with("/new")
        && all(table()).any(|route| route.method == Method::Get && route.path == path)
}
