//! Every refusal of the loop: met on its wrong way with its exact status and code, told as a
//! problem that says what to do next; and then the right way goes well.

mod answering;
mod asking;
mod calling;
mod closing;

use baton_core::ids::PersonId;
use baton_testkit::http::Reply;
use serde_json::{Value, json};

use crate::world::World;

/// Somebody posts something somewhere.
pub struct Way {
    pub who: PersonId,
    pub path: String,
    pub body: Value,
}

pub fn way(who: PersonId, path: impl Into<String>, body: Value) -> Way {
    Way { who, path: path.into(), body }
}

/// An act on a request.
pub fn act(who: PersonId, request: &str, noun: &str, body: Value) -> Way {
    way(who, format!("/requests/{request}/{noun}"), body)
}

/// A wrong way with what it meets, and the right way after it.
pub struct Lesson {
    pub wrong: Way,
    pub status: u16,
    pub code: &'static str,
    /// Fields that the problem must name, and no others.
    pub fields: Vec<&'static str>,
    /// A part of what is said to do next.
    pub says: &'static str,
    pub right: Vec<Way>,
}

impl Lesson {
    #[track_caller]
    pub fn learn(&self, world: &World) {
        let reply = world.post(self.wrong.who, &self.wrong.path, &self.wrong.body);
        is_problem(&reply, self.status, self.code);
        let problem = reply.json();
        let fields: Vec<&str> = named_fields(&problem);
        assert_eq!(fields, self.fields, "{problem}");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(self.says), "{:?} is not said in {detail:?}", self.says);
        for right in &self.right {
            world.done(right.who, &right.path, &right.body);
        }
    }
}

pub fn named_fields(problem: &Value) -> Vec<&str> {
    let fields = problem["fields"].as_array().map(Vec::as_slice).unwrap_or_default();
    fields.iter().map(|field| field["field"].as_str().unwrap()).collect()
}

/// A problem as RFC 9457 and our conventions have it.
#[track_caller]
pub fn is_problem(reply: &Reply, status: u16, code: &str) {
    assert_eq!((reply.status, reply.code().as_str()), (status, code), "{}", reply.text());
    assert_eq!(reply.header("content-type"), "application/problem+json");
    let problem = reply.json();
    assert_eq!(problem["status"], status);
    assert_eq!(problem["type"], format!("urn:baton:problem:{code}"));
    for part in ["title", "detail", "operation"] {
        let text = problem[part].as_str().unwrap_or_else(|| panic!("no {part} in {problem}"));
        assert!(!text.trim().is_empty(), "{part} is blank in {problem}");
    }
    assert!(problem["title"].as_str().unwrap().ends_with('.'), "a sentence: {problem}");
    assert_eq!(problem["operation"], reply.header("x-operation"), "to be quoted");
    // 422 says field by field what is wrong; where the whole is wrong, the list is empty.
    if status == 422 && code != "idempotency_mismatch" {
        let fields = problem["fields"].as_array().expect("a 422 lists its fields");
        for field in fields {
            for part in ["field", "code", "message"] {
                assert!(field[part].is_string(), "no {part} in {problem}");
            }
        }
    }
}

fn nothing() -> Value {
    json!({})
}
