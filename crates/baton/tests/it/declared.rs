//! Whether the description is true: every answer that a story meets is held against it.

use std::collections::BTreeSet;
use std::sync::Mutex;

use baton_testkit::http::{Call, Reply};
use baton_web::openapi::{conforms, document};
use baton_web::route::{Route, all};
use baton_web::table::table;
use serde_json::Value;

/// The description, and which of its routes have answered well so far.
#[derive(Debug)]
pub struct Declared {
    document: Value,
    met: Mutex<BTreeSet<&'static str>>,
}

impl Default for Declared {
    fn default() -> Self {
        Self { document: document(table()), met: Mutex::default() }
    }
}

/// The route that a call goes to, if it is one of the table.
pub fn route_of(method: &str, path: &str) -> Option<&'static Route> {
    let path = path.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.split('/').collect();
    let fits = |route: &&Route| {
        let own: Vec<&str> = route.path.split('/').collect();
        let same = |(own, part): (&&str, &&str)| own.starts_with('{') || own == part;
        own.len() == parts.len() && own.iter().zip(&parts).all(same)
    };
    let mut found: Vec<_> =
        all(table()).filter(|route| route.method.name() == method).filter(fits).collect();
    // `/requests/new` is no `/requests/{id}`.
    found.sort_by_key(|route| route.path.matches('{').count());
    found.first().copied()
}

impl Declared {
    /// Fails when the answer of an API route is not one that the description declares.
    #[track_caller]
    pub fn check(&self, call: &Call, reply: &Reply) {
        let Some(route) = route_of(call.method, &call.path).filter(|route| route.is_api()) else {
            return;
        };
        let (status, method) = (reply.status.to_string(), call.method.to_lowercase());
        let said = || format!("{} {}: {status} {}", call.method, call.path, reply.text());
        let response = &self.document["paths"][route.path][&method]["responses"][&status];
        assert!(response.is_object(), "status not declared: {}", said());
        let media = reply.header("content-type");
        let expected =
            if reply.went_well() { "application/json" } else { "application/problem+json" };
        if response.get("content").is_none() {
            // Bytes of another kind, or none at all.
            assert!(!media.contains("json"), "body not declared: {}", said());
            self.met.lock().unwrap().insert(route.name);
            return;
        }
        assert_eq!(media, expected, "{}", said());
        let schema = &response["content"][media]["schema"];
        assert!(schema.is_object(), "type not declared: {}", said());
        let found = conforms(&self.document, schema, &reply.json());
        assert_eq!(found, Ok(()), "{}", said());
        if reply.went_well() {
            self.met.lock().unwrap().insert(route.name);
        }
    }

    /// Names of the routes that have answered well.
    pub fn met(&self) -> BTreeSet<&'static str> {
        self.met.lock().unwrap().clone()
    }

    pub fn document(&self) -> &Value {
        &self.document
    }
}
