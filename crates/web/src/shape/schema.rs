//! Shapes as JSON Schema 2020-12, the dialect of OpenAPI 3.1.

use serde_json::{Map, Value, json};

use super::{Field, Kind, LONGEST_FILE_TEXT, Shape};

impl Shape {
    /// The schema of the body: closed, so that an unknown field is an error here as it is there.
    pub fn schema(&self) -> Value {
        let mut properties = Map::new();
        for field in self.fields {
            properties.insert(field.name.to_owned(), field.schema());
        }
        let required: Vec<&str> =
            self.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        let mut schema = json!({
            "type": "object",
            "additionalProperties": false,
            "properties": properties,
        });
        if !required.is_empty() {
            set(&mut schema, "required", json!(required));
        }
        schema
    }

    /// Every group inside this shape, itself included, for the components of the document.
    pub fn collect(&'static self, into: &mut Vec<&'static Shape>) {
        if into.iter().any(|known| known.name == self.name) {
            return;
        }
        into.push(self);
        for field in self.fields {
            field.kind.collect(into);
        }
    }
}

impl Field {
    /// The schema of a value of this field; an optional one may also be null.
    pub fn schema(&self) -> Value {
        let mut schema = self.kind.schema();
        if !self.required {
            schema = nullable(schema);
        }
        if !self.hint.is_empty() && schema.get("$ref").is_none() {
            set(&mut schema, "description", json!(self.hint.text()));
        }
        schema
    }
}

impl Kind {
    fn collect(&self, into: &mut Vec<&'static Shape>) {
        match self {
            Self::Group(shape) => shape.collect(into),
            Self::List { of, .. } | Self::Map { of, .. } => of.collect(into),
            _ => {}
        }
    }

    pub fn schema(&self) -> Value {
        match self {
            Self::Text { most, .. } => json!({ "type": "string", "maxLength": most }),
            Self::Whole { least, most } => {
                json!({ "type": "integer", "minimum": least, "maximum": most })
            }
            Self::Flag => json!({ "type": "boolean" }),
            Self::Choice(words) => json!({ "type": "string", "enum": words }),
            Self::Time => json!({ "type": "string", "format": "date-time" }),
            Self::File => json!({ "type": "string", "maxLength": LONGEST_FILE_TEXT }),
            Self::Date => json!({ "type": "string", "format": "date" }),
            Self::Group(shape) => reference(shape.name),
            Self::List { of, most } => {
                json!({ "type": "array", "items": of.schema(), "maxItems": most })
            }
            Self::Map { of, most } => {
                let values = of.schema();
                json!({ "type": "object", "additionalProperties": values, "maxProperties": most })
            }
        }
    }
}

pub(super) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

/// The same schema, or null.
pub(super) fn nullable(schema: Value) -> Value {
    let kind = schema.get("type").and_then(Value::as_str).map(str::to_owned);
    match kind {
        Some(kind) if schema.get("enum").is_none() => {
            let mut schema = schema;
            set(&mut schema, "type", json!([kind, "null"]));
            schema
        }
        _ => json!({ "anyOf": [schema, { "type": "null" }] }),
    }
}

fn set(schema: &mut Value, key: &str, value: Value) {
    if let Some(object) = schema.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}
