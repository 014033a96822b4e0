//! The API described by the same table that routes it: OpenAPI 3.1 at `/api/v1/openapi.json`.

mod conforms;
#[cfg(test)]
mod tests;

use baton_core::refusal::Code;
use serde_json::{Map, Value, json};

use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Problem;
use crate::route::{Access, Method, Pending, Reply, Route, Table, all};
use crate::shape::{Field, Kind, Out, Shape, Thing};

pub use conforms::conforms;

pub const ROUTES: &[Route] =
    &[Route::get("/api/v1/openapi.json", "openapi.show", Access::Anyone, show)
        .summary("This description")
        .answers(&[Reply::ok("The description, OpenAPI 3.1", &Out::Object)])];

fn show(ctx: Ctx) -> Pending {
    Box::pin(async move {
        let write = || axum::body::Bytes::from(document(ctx.app.table).to_string());
        let bytes = ctx.app.document.get_or_init(write).clone();
        Ok(Answer::bytes("application/json", bytes))
    })
}

/// The whole document.
pub fn document(table: Table) -> Value {
    let routes: Vec<&'static Route> = all(table).filter(|route| route.is_api()).collect();
    let mut paths: Map<String, Value> = Map::new();
    for route in &routes {
        let path = paths.entry(route.path).or_insert_with(|| json!({}));
        if let Some(path) = path.as_object_mut() {
            path.insert(route.method.name().to_lowercase(), operation(route));
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Baton",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Everything that a page does, by the same rules and the same refusals.",
            "license": { "name": "Apache-2.0", "identifier": "Apache-2.0" },
        },
        "servers": [{ "url": "/" }],
        "paths": paths,
        "x-pages": pages(table),
        "components": {
            "schemas": schemas(&routes),
            "securitySchemes": { "token": { "type": "http", "scheme": "bearer" } },
        },
    })
}

/// The pages beside the API, for whoever looks at all of them: their paths have no contract.
fn pages(table: Table) -> Vec<Value> {
    let pages = all(table).filter(|route| !route.is_api());
    let page = |route: &Route| json!({ "method": route.method.name(), "path": route.path, "name": route.name });
    pages.map(page).collect()
}

/// Bodies, answers and the problem, each once by its name.
fn schemas(routes: &[&'static Route]) -> Value {
    let (mut shapes, mut things): (Vec<&'static Shape>, Vec<&'static Thing>) = Default::default();
    for route in routes {
        if route.method == Method::Post {
            route.body.collect(&mut shapes);
        }
        for out in route.answers.iter().filter_map(|reply| reply.out) {
            out.collect(&mut things);
        }
    }
    let mut schemas = Map::new();
    schemas.insert("Problem".to_owned(), Problem::schema());
    for shape in shapes {
        schemas.insert(shape.name.to_owned(), shape.schema());
    }
    for thing in things {
        schemas.insert(thing.name.to_owned(), thing.schema());
    }
    Value::Object(schemas)
}

fn operation(route: &'static Route) -> Value {
    let mut operation = json!({
        "operationId": route.name,
        "summary": route.summary,
        "tags": [tag(route)],
        "parameters": parameters(route),
        "responses": responses(route),
    });
    if let Some(object) = operation.as_object_mut() {
        if route.method == Method::Post {
            object.insert("requestBody".to_owned(), request_body(route.body));
        }
        if route.access != Access::Anyone {
            object.insert("security".to_owned(), json!([{ "token": [] }]));
        }
    }
    operation
}

/// The noun that a route belongs to: the first part of its name.
fn tag(route: &Route) -> &'static str {
    route.name.split('.').next().unwrap_or(route.name)
}

fn parameters(route: &Route) -> Vec<Value> {
    let in_path = route.path.split('/').filter_map(|part| {
        let name = part.strip_prefix('{')?.strip_suffix('}')?;
        Some(parameter("path", name, true, &json!({ "type": "string" }), ""))
    });
    let in_query = route.query.iter().map(|field| {
        parameter("query", field.name, field.required, &query_schema(field), &field.hint)
    });
    let mut parameters: Vec<Value> = in_path.chain(in_query).collect();
    if route.method == Method::Post {
        let text = json!({ "type": "string" });
        let once = "The same key and body give the same answer once only.";
        parameters.push(parameter("header", "Idempotency-Key", false, &text, once));
        let version = "The version that you have seen, in quotes; stale is refused.";
        parameters.push(parameter("header", "If-Match", false, &text, version));
    }
    parameters
}

/// As in a body, but a parameter that is left out is absent, never null.
fn query_schema(field: &Field) -> Value {
    match field.kind {
        Kind::Text { most, .. } => json!({ "type": "string", "maxLength": most }),
        kind => kind.schema(),
    }
}

fn parameter(place: &str, name: &str, required: bool, schema: &Value, what: &str) -> Value {
    json!({
        "in": place, "name": name, "required": required, "schema": schema, "description": what,
    })
}

fn request_body(shape: &Shape) -> Value {
    let schema = json!({ "$ref": format!("#/components/schemas/{}", shape.name) });
    json!({
        "required": shape.fields.iter().any(|field| field.required),
        "content": { "application/json": { "schema": schema } },
    })
}

fn responses(route: &Route) -> Value {
    let mut responses = Map::new();
    for reply in route.answers {
        let mut response = json!({ "description": reply.what });
        if let (Some(out), Some(object)) = (reply.out, response.as_object_mut()) {
            let content = json!({ "application/json": { "schema": out.schema() } });
            object.insert("content".to_owned(), content);
        }
        responses.insert(reply.status.to_string(), response);
    }
    for (status, codes) in problems(route) {
        responses.insert(status.to_string(), problem(&codes));
    }
    Value::Object(responses)
}

/// What every act on a case or a request can meet: it may be somebody else's, not be the moment, or
/// be over.
const OF_ACTS: [Code; 3] = [Code::NotYourSide, Code::IllegalMove, Code::Terminal];

fn is_act(route: &Route) -> bool {
    let things = ["/api/v1/cases/{id}/", "/api/v1/requests/{id}/"];
    route.method == Method::Post && things.iter().any(|thing| route.path.starts_with(thing))
}

/// The codes that the route can answer with, by status.
fn problems(route: &Route) -> std::collections::BTreeMap<u16, Vec<&'static str>> {
    let mut by_status: std::collections::BTreeMap<u16, Vec<&'static str>> = Default::default();
    let mut add = |status: u16, code: &'static str| {
        let codes = by_status.entry(status).or_default();
        if !codes.contains(&code) {
            codes.push(code);
        }
    };
    for code in ["bad_request", "duplicate_parameter"] {
        add(400, code);
    }
    add(401, "not_signed_in");
    if route.path.contains('{')
        || matches!(route.access, Access::Administrator | Access::Compliance)
    {
        add(404, "not_found");
    }
    if route.method == Method::Post {
        add(422, "idempotency_mismatch");
        add(Code::StaleVersion.status(), Code::StaleVersion.name());
    }
    if is_act(route) {
        for code in OF_ACTS {
            add(code.status(), code.name());
        }
    }
    add(422, "unknown_field");
    add(422, "invalid");
    if route.method == Method::Post {
        for code in ["broken_json", "not_utf8", "too_deep", "duplicate_field"] {
            add(400, code);
        }
        add(408, "too_slow");
        add(413, "too_large");
        add(415, "wrong_content_type");
        add(route.body.incomplete.status(), route.body.incomplete.name());
    }
    for code in route.refusals {
        add(code.status(), code.name());
    }
    add(429, "too_many");
    add(500, "internal");
    add(503, "busy");
    by_status
}

/// A problem whose code is one of these.
fn problem(codes: &[&str]) -> Value {
    json!({
        "description": codes.join(", "),
        "content": { "application/problem+json": { "schema": {
            "allOf": [
                { "$ref": "#/components/schemas/Problem" },
                { "properties": { "code": { "enum": codes } } },
            ],
        } } },
    })
}
