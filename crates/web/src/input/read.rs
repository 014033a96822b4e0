//! A tree against a shape: typed values, or what is wrong with each field.

use baton_core::refusal::{Code, FieldError, Refusal};
use baton_core::say;
use jiff::tz::TimeZone;

use super::form::{Pair, tree};
use super::json::{Node, parse};
use super::{Input, Value, when};
use crate::problem::Fault;
use crate::shape::{Field, Kind, LONGEST_FILE_TEXT, Shape};

/// Where the values come from; a form is read with more patience than JSON.
#[derive(Clone, Debug)]
pub enum Medium {
    Json,
    /// A form or a query; wall times are those of this zone.
    Form(TimeZone),
}

/// A body that was read: the input, or a refusal that names each field.
pub type Reading = Result<Input, Refusal>;

/// Reads a JSON body.
///
/// # Errors
/// A [`Fault`] when it is no JSON; inside, a refusal when it is not what the shape declares.
pub fn from_json(shape: &Shape, body: &[u8]) -> Result<Reading, Fault> {
    Ok(read(shape, parse(body)?, &Medium::Json))
}

/// Reads a form or a query. Local times are those of the zone.
pub fn from_form(shape: &Shape, pairs: &[Pair], zone: TimeZone) -> Reading {
    read(shape, tree(shape, pairs), &Medium::Form(zone))
}

fn read(shape: &Shape, node: Node, medium: &Medium) -> Reading {
    let mut reader = Reader { medium, errors: Vec::new() };
    let input = match node {
        Node::Group(given) => reader.group(shape, given, ""),
        _ => {
            reader.say("", "wrong_type", say!("input-read-send-one-json-object"));
            Input::default()
        }
    };
    if reader.errors.is_empty() { Ok(input) } else { Err(refusal(shape, reader.errors)) }
}

fn refusal(shape: &Shape, errors: Vec<FieldError>) -> Refusal {
    let all_unknown = errors.iter().all(|error| error.code == "unknown_field");
    let incomplete = errors.iter().any(|error| matches!(error.code, "missing" | "blank"));
    let refusal = if all_unknown {
        Refusal::new(Code::UnknownField, say!("input-read-nothing-was-changed-leave-out"))
    } else if incomplete {
        Refusal::new(shape.incomplete, say!("input-read-nothing-was-changed-give-what"))
    } else {
        Refusal::new(Code::Invalid, say!("input-read-nothing-was-changed-correct-the"))
    };
    refusal.with_fields(errors)
}

struct Reader<'a> {
    medium: &'a Medium,
    errors: Vec<FieldError>,
}

impl Reader<'_> {
    fn say(&mut self, path: &str, code: &'static str, message: impl Into<String>) {
        self.errors.push(FieldError::new(path, code, message));
    }

    fn group(&mut self, shape: &Shape, given: Vec<(String, Node)>, prefix: &str) -> Input {
        let mut input = Input::default();
        let (mut known, unknown): (Vec<_>, Vec<_>) =
            given.into_iter().partition(|(name, _)| shape.field(name).is_some());
        for field in shape.fields {
            let path = format!("{prefix}{}", field.name);
            let place = known.iter().position(|(name, _)| name == field.name);
            let node = place.map_or(Node::Null, |place| known.swap_remove(place).1);
            if let Some(value) = self.field(field, node, &path) {
                input.put(field.name, value);
            }
        }
        for (name, _) in unknown {
            let path = format!("{prefix}{name}");
            self.say(&path, "unknown_field", say!("input-read-there-is-no-such-field-here"));
        }
        input
    }

    fn field(&mut self, field: &Field, node: Node, path: &str) -> Option<Value> {
        if let Node::Null = node {
            if field.required {
                self.say(path, "missing", missing(field));
            }
            return None;
        }
        let before = self.errors.len();
        let value = self.value(&field.kind, node, path, &field.title());
        let blank = match &value {
            Some(Value::Text(text)) => text.trim().is_empty(),
            Some(Value::List(values)) => values.is_empty(),
            Some(_) => false,
            None => return self.nothing(field, path, before),
        };
        if !blank {
            return value;
        }
        if field.required {
            self.say(path, "blank", missing(field));
        }
        None
    }

    /// A field that was left empty in a form: fine when it is optional.
    fn nothing(&mut self, field: &Field, path: &str, before: usize) -> Option<Value> {
        if field.required && self.errors.len() == before {
            self.say(path, "missing", missing(field));
        }
        None
    }

    /// `None` without an error: left empty in a form.
    fn value(&mut self, kind: &Kind, node: Node, path: &str, title: &str) -> Option<Value> {
        match (kind, node) {
            (Kind::Group(shape), Node::Group(given)) => {
                Some(Value::Group(self.group(shape, given, &format!("{path}."))))
            }
            (Kind::List { of, most }, Node::List(nodes)) => {
                self.list(of, *most, nodes, path, title)
            }
            (Kind::Map { of, most }, Node::Group(given)) => self.map(of, *most, given, path),
            (Kind::Flag, Node::Flag(on)) => Some(Value::Flag(on)),
            (Kind::Whole { least, most }, Node::Whole(n)) => {
                self.whole(n, *least, *most, path, title)
            }
            (_, Node::Text(text)) if text.contains('\0') => {
                self.say(path, "nul_byte", say!("input-read-holds-a-character-that-cannot", title));
                None
            }
            (_, Node::Text(text)) => self.text(kind, text, path, title),
            (_, Node::Garbled) => {
                self.say(path, "not_utf8", say!("input-read-is-not-readable-text", title));
                None
            }
            (kind, _) => {
                self.say(
                    path,
                    "wrong_type",
                    say!("input-read-must-be", title, expected = expected(kind)),
                );
                None
            }
        }
    }

    fn text(&mut self, kind: &Kind, text: String, path: &str, title: &str) -> Option<Value> {
        let form = matches!(self.medium, Medium::Form(_));
        if form && text.trim().is_empty() && !matches!(kind, Kind::Text { .. }) {
            return None;
        }
        match kind {
            Kind::Text { most, .. } => self.plain(text, *most, path, title),
            Kind::File => self.plain(text, LONGEST_FILE_TEXT, path, title),
            Kind::Choice(words) => self.choice(words, text, path, title),
            Kind::Time => self.time(&text, path, title),
            Kind::Date => self.date(&text, path, title),
            Kind::Flag if form => {
                Some(Value::Flag(matches!(text.trim(), "on" | "true" | "yes" | "1")))
            }
            Kind::Whole { least, most } if form => match text.trim().parse() {
                Ok(n) => self.whole(n, *least, *most, path, title),
                Err(_) => {
                    self.say(path, "wrong_type", say!("input-read-must-be-a-whole-number", title));
                    None
                }
            },
            kind => {
                self.say(
                    path,
                    "wrong_type",
                    say!("input-read-must-be", title, expected = expected(kind)),
                );
                None
            }
        }
    }

    fn plain(&mut self, text: String, most: usize, path: &str, title: &str) -> Option<Value> {
        let length = text.chars().count();
        if length > most {
            let message = say!("input-read-must-be-characters-or-fewer-it", title, most, length);
            self.say(path, "too_long", message);
            return None;
        }
        Some(Value::Text(text))
    }

    fn choice(&mut self, words: &[&str], text: String, path: &str, title: &str) -> Option<Value> {
        if words.contains(&text.as_str()) {
            return Some(Value::Text(text));
        }
        self.say(
            path,
            "not_one_of",
            say!("input-read-must-be-one-of", title, value = words.join(", ")),
        );
        None
    }

    fn time(&mut self, text: &str, path: &str, title: &str) -> Option<Value> {
        let (zone, example) = match self.medium {
            Medium::Json => (None, say!("input-read-a-time-in-rfc-3339-like")),
            Medium::Form(zone) => (Some(zone), say!("input-read-a-real-date-and-time-like")),
        };
        let at = when::time(text, zone);
        if at.is_none() {
            self.say(path, "not_a_time", say!("input-read-must-be-2", title, example));
        }
        at.map(Value::Time)
    }

    fn date(&mut self, text: &str, path: &str, title: &str) -> Option<Value> {
        let day = when::date(text);
        if day.is_none() {
            self.say(path, "not_a_date", say!("input-read-must-be-a-real-date-like", title));
        }
        day.map(Value::Date)
    }

    fn whole(&mut self, n: i64, least: i64, most: i64, path: &str, title: &str) -> Option<Value> {
        if (least..=most).contains(&n) {
            return Some(Value::Whole(n));
        }
        self.say(path, "out_of_range", say!("input-read-must-be-from-to", title, least, most));
        None
    }

    fn list(
        &mut self,
        of: &Kind,
        most: usize,
        nodes: Vec<Node>,
        path: &str,
        title: &str,
    ) -> Option<Value> {
        if nodes.len() > most {
            self.say(path, "too_many", say!("input-read-may-have-at-most-entries", title, most));
            return None;
        }
        let mut values = Vec::new();
        for (n, node) in nodes.into_iter().enumerate() {
            let entry = self.value(of, node, &format!("{path}[{n}]"), title);
            values.extend(entry.filter(|value| !is_blank(value)));
        }
        Some(Value::List(values))
    }

    fn map(
        &mut self,
        of: &Kind,
        most: usize,
        given: Vec<(String, Node)>,
        path: &str,
    ) -> Option<Value> {
        if given.len() > most {
            self.say(path, "too_many", say!("input-read-at-most-entries", most));
            return None;
        }
        let mut input = Input::default();
        for (name, node) in given {
            let value = match node {
                Node::Null => None,
                node => self.value(of, node, &format!("{path}.{name}"), &name),
            };
            if let Some(value) = value {
                input.put(&name, value);
            }
        }
        Some(Value::Group(input))
    }
}

fn is_blank(value: &Value) -> bool {
    matches!(value, Value::Text(text) if text.trim().is_empty())
}

fn missing(field: &Field) -> String {
    if !field.ask.is_empty() {
        return field.ask.into();
    }
    let title = field.title();
    match field.kind {
        Kind::Choice(_) | Kind::List { .. } => say!("input-read-choose-an-answer", title),
        _ => say!("input-read-fill-this-in", title),
    }
}

fn expected(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text { .. } | Kind::Choice(_) | Kind::File => "text",
        Kind::Whole { .. } => say!("input-read-a-whole-number"),
        Kind::Flag => say!("input-read-true-or-false"),
        Kind::Time => say!("input-read-a-time-in-rfc-3339"),
        Kind::Date => say!("input-read-a-date-like-2026-12-01"),
        Kind::Group(_) | Kind::Map { .. } => say!("input-read-an-object"),
        Kind::List { .. } => "a list",
    }
}
