//! Bodies for every act: none, nonsense, and one that looks right, made from what is declared.

use baton_web::route::Route;
use baton_web::shape::{Field, Kind, Shape};
use serde_json::{Map, Value, json};

use super::addresses::Things;
use crate::world::World;

pub fn bodies(route: &Route, things: &Things, world: &World) -> Vec<Value> {
    vec![json!({}), json!({ "nonsense": [1, { "a": null }] }), group(route.body, things, world)]
}

fn group(shape: &Shape, things: &Things, world: &World) -> Value {
    let fields = shape.fields.iter();
    let pairs: Map<String, Value> = fields
        .map(|field| (field.name.to_owned(), value(field, &field.kind, things, world)))
        .collect();
    Value::Object(pairs)
}

/// Something that fits: an id where the name asks for one, else a text long enough to be one.
fn value(field: &Field, kind: &Kind, things: &Things, world: &World) -> Value {
    let cast = world.cast;
    match kind {
        Kind::Text { most, .. } => {
            let text = match field.name {
                "to" | "department" | "departments" => cast.technical.to_string(),
                "assignee" | "owner" | "person" | "deputy" | "deputies" | "lead" | "head"
                | "approved_by" => cast.tom.to_string(),
                "case" => things.cases[0].clone(),
                "request" => things.requests[0].clone(),
                "survivor" if field.label.contains("record") => things.customers[0].clone(),
                "survivor" if field.hint.contains("C-") => things.cases[0].clone(),
                "survivor" => things.requests[1].clone(),
                "customer" => things.customers[0].clone(),
                "message" => things.messages[0].clone(),
                "service" => cast.delivery.to_string(),
                "field" => "email".to_owned(),
                "email" | "emails" => "somebody@elsewhere.example".to_owned(),
                "currency" => "GBP".to_owned(),
                "zone" => "Europe/London".to_owned(),
                "roles" => "follower".to_owned(),
                "kind" => "email".to_owned(),
                _ => "Words that are long enough to be taken for an answer.".to_owned(),
            };
            json!(text.chars().take(*most).collect::<String>())
        }
        Kind::Whole { least, .. } => json!((*least).max(1)),
        Kind::Flag => json!(true),
        Kind::Choice(words) => json!(words[0]),
        Kind::Time => json!(world.in_hours(24)),
        Kind::Date => json!("2026-12-01"),
        Kind::Group(shape) => group(shape, things, world),
        // Nothing was handed in by whoever asks: a file that is named would be refused at the door.
        Kind::List { of: Kind::File, .. } => json!([]),
        Kind::File => json!(""),
        Kind::List { of, .. } => json!([value(field, of, things, world)]),
        Kind::Map { .. } => json!({ "shoe_size": "41" }),
    }
}

/// The same as a form sends it, with the token of the browser.
pub fn form_of(body: &Value, token: &str) -> String {
    let mut pairs = vec![("form_token".to_owned(), token.to_owned())];
    flatten(body, "", &mut pairs);
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    baton_testkit::http::form(&pairs)
}

fn flatten(value: &Value, path: &str, pairs: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                flatten(value, &path, pairs);
            }
        }
        Value::Array(values) => {
            for (n, value) in values.iter().enumerate() {
                flatten(value, &format!("{path}[{n}]"), pairs);
            }
        }
        Value::Null => {}
        Value::String(text) => pairs.push((path.to_owned(), text.clone())),
        other => pairs.push((path.to_owned(), other.to_string())),
    }
}
