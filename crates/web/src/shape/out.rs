//! Declared answers: what a route gives back, so that the API document is true by test.

use serde_json::{Map, Value, json};

use super::schema::{nullable, reference};

/// The type of a value in an answer.
#[derive(Clone, Copy, Debug)]
pub enum Out {
    Text,
    Id,
    Whole,
    Flag,
    /// RFC 3339 in UTC.
    Time,
    Date,
    Choice(&'static [&'static str]),
    /// The value, or null.
    Maybe(&'static Out),
    List(&'static Out),
    /// Any names, all of one type.
    Map(&'static Out),
    Thing(&'static Thing),
    /// A page of a list: `{ "items": […], "next": CURSOR|null }`.
    Items(&'static Out),
    /// `{ "minor": 12345, "currency": "GBP" }`.
    Money,
    /// An object that another standard describes.
    Object,
}

/// An object in an answer. Nothing else may be in it.
#[derive(Debug)]
pub struct Thing {
    pub name: &'static str,
    /// Fields that are always there (null where they are [`Out::Maybe`]).
    pub fields: &'static [(&'static str, Out)],
    /// Fields that are absent for a reader who may not see them.
    pub sometimes: &'static [(&'static str, Out)],
}

impl Thing {
    pub const fn new(name: &'static str, fields: &'static [(&'static str, Out)]) -> Self {
        Self { name, fields, sometimes: &[] }
    }
    pub const fn sometimes(mut self, fields: &'static [(&'static str, Out)]) -> Self {
        self.sometimes = fields;
        self
    }

    pub fn schema(&self) -> Value {
        let mut properties = Map::new();
        for (name, out) in self.fields.iter().chain(self.sometimes) {
            properties.insert((*name).to_owned(), out.schema());
        }
        let required: Vec<&str> = self.fields.iter().map(|(name, _)| *name).collect();
        json!({
            "type": "object",
            "additionalProperties": false,
            "required": required,
            "properties": properties,
        })
    }

    /// This object and every one inside it.
    pub fn collect(&'static self, into: &mut Vec<&'static Thing>) {
        if into.iter().any(|known| known.name == self.name) {
            return;
        }
        into.push(self);
        for (_, out) in self.fields.iter().chain(self.sometimes) {
            out.collect(into);
        }
    }
}

impl Out {
    pub fn collect(&self, into: &mut Vec<&'static Thing>) {
        match self {
            Self::Thing(thing) => thing.collect(into),
            Self::Maybe(of) | Self::List(of) | Self::Map(of) | Self::Items(of) => of.collect(into),
            _ => {}
        }
    }

    pub fn schema(&self) -> Value {
        match self {
            Self::Text | Self::Id => json!({ "type": "string" }),
            Self::Whole => json!({ "type": "integer" }),
            Self::Flag => json!({ "type": "boolean" }),
            Self::Time => json!({ "type": "string", "format": "date-time" }),
            Self::Date => json!({ "type": "string", "format": "date" }),
            Self::Choice(words) => json!({ "type": "string", "enum": words }),
            Self::Maybe(of) => nullable(of.schema()),
            Self::List(of) => json!({ "type": "array", "items": of.schema() }),
            Self::Map(of) => json!({ "type": "object", "additionalProperties": of.schema() }),
            Self::Thing(thing) => reference(thing.name),
            Self::Items(of) => closed(json!({
                "items": { "type": "array", "items": of.schema() },
                "next": { "type": ["string", "null"] },
            })),
            Self::Money => closed(json!({
                "minor": { "type": "integer" },
                "currency": { "type": "string" },
            })),
            Self::Object => json!({ "type": "object" }),
        }
    }
}

/// An object with exactly these properties.
fn closed(properties: Value) -> Value {
    let names: Vec<String> =
        properties.as_object().into_iter().flatten().map(|(name, _)| name.clone()).collect();
    json!({
        "type": "object",
        "additionalProperties": false,
        "required": names,
        "properties": properties,
    })
}
