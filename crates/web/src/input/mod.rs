//! What a person or a program sent, read against a [`Shape`](crate::shape::Shape) into one tree.

mod form;
mod json;
mod read;
#[cfg(test)]
mod tests;
mod when;

use std::str::FromStr;

use baton_core::refusal::{FieldError, Refusal};
use baton_core::say;
use baton_core::time::Instant;
use jiff::civil::Date;

use crate::shape::Shape;

pub use form::{Pair, decode, duplicate, pairs};
pub use read::{Medium, Reading, from_form, from_json};
pub use when::time;

/// A value as the shape declares it.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    Text(String),
    Whole(i64),
    Flag(bool),
    Time(Instant),
    Date(Date),
    List(Vec<Value>),
    Group(Input),
}

/// The fields that were given. A field that was absent, null or (when optional) blank is not here.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Input(Vec<(String, Value)>);

impl Input {
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// A text or a choice, as it was given: with its spaces, its line ends as `\n`.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }
    /// The text, empty when there is none: for required fields and for those that may be left out.
    pub fn words(&self, name: &str) -> &str {
        self.text(name).unwrap_or_default()
    }
    pub fn whole(&self, name: &str) -> Option<i64> {
        match self.get(name) {
            Some(Value::Whole(n)) => Some(*n),
            _ => None,
        }
    }
    /// True only when it was given and true.
    pub fn flag(&self, name: &str) -> bool {
        self.maybe_flag(name).unwrap_or(false)
    }
    pub fn maybe_flag(&self, name: &str) -> Option<bool> {
        match self.get(name) {
            Some(Value::Flag(on)) => Some(*on),
            _ => None,
        }
    }
    pub fn time(&self, name: &str) -> Option<Instant> {
        match self.get(name) {
            Some(Value::Time(at)) => Some(*at),
            _ => None,
        }
    }
    pub fn date(&self, name: &str) -> Option<Date> {
        match self.get(name) {
            Some(Value::Date(day)) => Some(*day),
            _ => None,
        }
    }
    pub fn group(&self, name: &str) -> Option<&Input> {
        match self.get(name) {
            Some(Value::Group(group)) => Some(group),
            _ => None,
        }
    }
    /// The groups of a list; none when it is absent.
    pub fn groups(&self, name: &str) -> impl Iterator<Item = &Input> {
        self.list(name).iter().filter_map(|value| match value {
            Value::Group(group) => Some(group),
            _ => None,
        })
    }
    /// The texts of a list; none when it is absent.
    pub fn texts(&self, name: &str) -> impl Iterator<Item = &str> {
        self.list(name).iter().filter_map(|value| match value {
            Value::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }
    pub fn list(&self, name: &str) -> &[Value] {
        match self.get(name) {
            Some(Value::List(values)) => values,
            _ => &[],
        }
    }
    /// Names and values of a map, or of this group itself.
    pub fn entries(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }
    /// The text read as an id, a reference or a word of `T`; `not_known` names what it is not.
    ///
    /// # Errors
    /// `invalid` with the field's code `not_known` when it was given and cannot be read.
    pub fn read<T: FromStr>(&self, name: &str) -> Result<Option<T>, Refusal> {
        let Some(text) = self.text(name) else { return Ok(None) };
        match text.trim().parse() {
            Ok(value) => Ok(Some(value)),
            Err(_) => Err(Refusal::invalid(
                name,
                "not_known",
                say!("input-this-is-not-something-we-know"),
            )),
        }
    }

    fn put(&mut self, name: &str, value: Value) {
        self.0.push((name.to_owned(), value));
    }
}

/// What the person typed, by the path of the field, to be shown again when it needs another look.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Kept(Vec<(String, String)>);

impl Kept {
    pub fn new(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }
    /// What a form sent, without its secrets.
    pub fn of_form(shape: &Shape, pairs: &[Pair]) -> Self {
        let secret = |name: &str| shape.field(name).is_some_and(|field| field.secret);
        let texts = pairs.iter().filter(|(name, _)| !secret(name));
        Self(texts.filter_map(|(name, text)| Some((name.clone(), text.clone()?))).collect())
    }
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == path).map(|(_, text)| text.as_str())
    }
    /// Whether a box of a group of check boxes was ticked.
    pub fn ticked(&self, path: &str, value: &str) -> bool {
        self.0.iter().any(|(known, text)| known == path && text == value)
    }
    /// All values of a name that several boxes share.
    pub fn values<'a>(&'a self, path: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == path).map(|(_, text)| text.as_str())
    }
    pub fn add(&mut self, path: &str, text: String) {
        self.0.push((path.to_owned(), text));
    }
    pub fn remove(&mut self, path: &str, text: &str) {
        self.0.retain(|(known, value)| known != path || value != text);
    }
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// Every field in its order; a name may stand more than once.
    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(path, _)| path.as_str())
    }
}

/// What is wrong with a field, if anything.
pub fn error_of<'a>(refusal: Option<&'a Refusal>, path: &str) -> Option<&'a FieldError> {
    refusal?.fields.iter().find(|error| error.field == path)
}
