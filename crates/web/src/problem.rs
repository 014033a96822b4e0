//! What went wrong, told the same way to a program (RFC 9457) and to a person.

use std::fmt::Display;

use baton_core::refusal::{Code, FieldError, Refusal};
use baton_core::say;
use serde_json::{Map, Value, json};

/// Why a handler gives no answer.
#[derive(Debug)]
pub enum Trouble {
    /// A rule says no, or a field needs another look.
    Refused(Refusal),
    /// The call itself is at fault, or the server is.
    Fault(Fault),
    /// Something inside failed; the text is for the log and never leaves it.
    Broken(String),
}

impl Trouble {
    pub fn broken(why: impl Display) -> Self {
        Self::Broken(why.to_string())
    }
    pub fn not_found() -> Self {
        Self::Refused(Refusal::not_found())
    }
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Fault> for Trouble {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

/// What is wrong with a call before any rule has looked at it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Fault {
    NotUtf8,
    BrokenJson {
        line: usize,
        column: usize,
    },
    TooDeep,
    DuplicateField,
    DuplicateParameter(String),
    BadRequest(&'static str),
    NotSignedIn,
    /// The same `Idempotency-Key` with another body.
    KeyReused,
    /// A form that was not made for this session, or sent from another site.
    Forged,
    WrongMethod {
        allow: String,
    },
    TooSlow,
    TooLarge {
        limit: usize,
    },
    WrongContentType {
        expected: &'static str,
    },
    /// Seconds until it is worth another try.
    TooMany {
        seconds: i64,
    },
    Busy {
        seconds: i64,
    },
    Internal,
}

/// A fault as it is told: status, code, title, and what to do next.
type Told = (u16, &'static str, &'static str, String);

impl Fault {
    pub fn told(&self) -> Told {
        match self {
            Self::NotUtf8 => told(
                400,
                "not_utf8",
                say!("problem-the-text-is-not-utf-8"),
                say!("problem-send-utf-8"),
            ),
            Self::BrokenJson { line, column } => (
                400,
                "broken_json",
                say!("problem-the-body-is-not-json"),
                say!("problem-it-stops-being-json-at-line", line, column),
            ),
            Self::TooDeep => told(
                400,
                "too_deep",
                say!("problem-the-body-is-nested-too-deeply"),
                say!("problem-nothing-here-is-deeper-than"),
            ),
            Self::DuplicateField => told(
                400,
                "duplicate_field",
                say!("problem-a-name-stands-twice-in-one"),
                say!("problem-send-each-name-once-so-that"),
            ),
            Self::DuplicateParameter(name) => (
                400,
                "duplicate_parameter",
                say!("problem-a-parameter-of-the-address"),
                say!("problem-send-once-so-that-it-is", name),
            ),
            Self::BadRequest(why) => {
                told(400, "bad_request", say!("problem-the-call-cannot-be-read"), why)
            }
            Self::NotSignedIn => told(
                401,
                "not_signed_in",
                say!("problem-you-are-not-signed-in"),
                say!("problem-sign-in-or-send-a-valid"),
            ),
            _ => self.told_of_limits(),
        }
    }

    fn told_of_limits(&self) -> Told {
        match self {
            Self::KeyReused => told(
                422,
                "idempotency_mismatch",
                say!("problem-this-idempotency-key-was-used"),
                say!("problem-take-a-new-key-for-a"),
            ),
            Self::Forged => told(
                403,
                "forged",
                say!("problem-this-form-cannot-be-accepted"),
                say!("problem-it-was-opened-in-another"),
            ),
            Self::WrongMethod { allow } => (
                405,
                "wrong_method",
                say!("problem-this-address-does-not-take-that"),
                say!("problem-it-takes", allow),
            ),
            Self::TooSlow => told(
                408,
                "too_slow",
                say!("problem-the-body-did-not-arrive-in"),
                say!("problem-nothing-was-changed-send-it"),
            ),
            Self::TooLarge { limit } => (
                413,
                "too_large",
                say!("problem-this-is-too-large"),
                say!("problem-at-most-bytes-are-taken-here", limit),
            ),
            Self::WrongContentType { expected } => (
                415,
                "wrong_content_type",
                say!("problem-this-type-of-content-is-not"),
                say!("problem-send-it-as", expected),
            ),
            Self::TooMany { seconds } => (
                429,
                "too_many",
                say!("problem-that-was-too-many-tries-in"),
                say!("problem-wait-seconds-and-try-again", seconds),
            ),
            Self::Busy { seconds } => (
                503,
                "busy",
                say!("problem-baton-is-busy"),
                say!("problem-nothing-was-changed-try-again", seconds),
            ),
            _ => told(
                500,
                "internal",
                say!("problem-something-went-wrong-on-our"),
                say!("problem-what-you-sent-may-not-have"),
            ),
        }
    }

    /// Headers that belong to the answer, beside the body.
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::WrongMethod { allow } => vec![("allow", allow.clone())],
            Self::TooMany { seconds } | Self::Busy { seconds } => {
                vec![("retry-after", seconds.to_string())]
            }
            Self::NotSignedIn => vec![("www-authenticate", "Bearer realm=\"Baton\"".to_owned())],
            _ => Vec::new(),
        }
    }
}

fn told(status: u16, code: &'static str, title: &'static str, detail: &str) -> Told {
    (status, code, title, detail.to_owned())
}

/// A problem, ready to be written as JSON or shown as a page. Nothing internal is in it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    pub status: u16,
    pub code: &'static str,
    pub title: &'static str,
    pub detail: String,
    pub fields: Vec<FieldError>,
    /// To quote when asking for help.
    pub operation: String,
    pub headers: Vec<(&'static str, String)>,
}

impl Problem {
    pub fn of(trouble: &Trouble, operation: &str) -> Self {
        match trouble {
            Trouble::Refused(refusal) => Self::of_refusal(refusal, operation),
            Trouble::Fault(fault) => Self::of_fault(fault, operation),
            Trouble::Broken(_) => Self::of_fault(&Fault::Internal, operation),
        }
    }

    pub fn of_refusal(refusal: &Refusal, operation: &str) -> Self {
        Self {
            status: refusal.code.status(),
            code: refusal.code.name(),
            title: refusal.code.title(),
            detail: refusal.detail.to_string(),
            fields: refusal.fields.clone(),
            operation: operation.to_owned(),
            headers: Vec::new(),
        }
    }

    pub fn of_fault(fault: &Fault, operation: &str) -> Self {
        let (status, code, title, detail) = fault.told();
        let operation = operation.to_owned();
        let (fields, headers) = (Vec::new(), fault.headers());
        Self { status, code, title, detail, fields, operation, headers }
    }

    /// `application/problem+json`.
    pub fn json(&self) -> Value {
        let mut object = Map::new();
        object.insert("type".to_owned(), json!(format!("urn:baton:problem:{}", self.code)));
        object.insert("title".to_owned(), json!(self.title));
        object.insert("status".to_owned(), json!(self.status));
        object.insert("code".to_owned(), json!(self.code));
        object.insert("detail".to_owned(), json!(self.detail));
        if self.status == Code::Invalid.status() || !self.fields.is_empty() {
            let fields = self.fields.iter().map(|error| {
                json!({ "field": error.field, "code": error.code, "message": error.message })
            });
            object.insert("fields".to_owned(), fields.collect());
        }
        object.insert("operation".to_owned(), json!(self.operation));
        Value::Object(object)
    }

    /// The schema of every problem, for the API document.
    pub fn schema() -> Value {
        let text = || json!({ "type": "string" });
        json!({
            "type": "object",
            "additionalProperties": false,
            "required": ["type", "title", "status", "code", "detail", "operation"],
            "properties": {
                "type": text(), "title": text(), "status": { "type": "integer" },
                "code": text(), "detail": text(), "operation": text(),
                "fields": { "type": "array", "items": {
                    "type": "object",
                    "additionalProperties": false,
                    "required": ["field", "code", "message"],
                    "properties": { "field": text(), "code": text(), "message": text() },
                } },
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_keeps_its_own_status_and_code_as_a_problem() {
        for code in Code::ALL {
            let problem = Problem::of(&Refusal::new(*code, "why").into(), "op");
            assert_eq!((problem.status, problem.code), (code.status(), code.name()));
            assert_eq!(problem.json()["title"], code.title());
        }
    }

    #[test]
    fn a_422_always_lists_its_fields() {
        let refusal = Refusal::new(Code::NeededByPast, "later");
        assert_eq!(Problem::of_refusal(&refusal, "op").json()["fields"], json!([]));
    }

    #[test]
    fn what_broke_inside_never_leaves() {
        let problem = Problem::of(&Trouble::broken("secret path"), "op-7");
        assert_eq!((problem.status, problem.code), (500, "internal"));
        assert!(!problem.json().to_string().contains("secret"));
        assert_eq!(problem.json()["operation"], "op-7");
    }
}
