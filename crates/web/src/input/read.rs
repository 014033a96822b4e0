//! A tree against a shape: typed values, or what is wrong with each field.

use baton_core::refusal::{Code, FieldError, Refusal};
use jiff::tz::TimeZone;

use super::form::{Pair, tree};
use super::json::{Node, parse};
use super::{Input, Value, when};
use crate::problem::Fault;
use crate::shape::{Field, Kind, Shape};

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
            reader.say("", "wrong_type", "Send one JSON object.");
            Input::default()
        }
    };
    if reader.errors.is_empty() { Ok(input) } else { Err(refusal(shape, reader.errors)) }
}

fn refusal(shape: &Shape, errors: Vec<FieldError>) -> Refusal {
    let all_unknown = errors.iter().all(|error| error.code == "unknown_field");
    let incomplete = errors.iter().any(|error| matches!(error.code, "missing" | "blank"));
    let refusal = if all_unknown {
        Refusal::new(
            Code::UnknownField,
            "Nothing was changed. Leave out what is not in the description of the API: a field \
             that is silently ignored hides a mistake.",
        )
    } else if incomplete {
        Refusal::new(shape.incomplete, "Nothing was changed. Give what is missing and send again.")
    } else {
        Refusal::new(Code::Invalid, "Nothing was changed. Correct the fields and send again.")
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
            self.say(&path, "unknown_field", "There is no such field here.");
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
                self.say(
                    path,
                    "nul_byte",
                    format!("{title} holds a character that cannot be kept."),
                );
                None
            }
            (_, Node::Text(text)) => self.text(kind, text, path, title),
            (_, Node::Garbled) => {
                self.say(path, "not_utf8", format!("{title} is not readable text."));
                None
            }
            (kind, _) => {
                self.say(path, "wrong_type", format!("{title} must be {}.", expected(kind)));
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
            Kind::Choice(words) => self.choice(words, text, path, title),
            Kind::Time => self.time(&text, path, title),
            Kind::Date => self.date(&text, path, title),
            Kind::Flag if form => {
                Some(Value::Flag(matches!(text.trim(), "on" | "true" | "yes" | "1")))
            }
            Kind::Whole { least, most } if form => match text.trim().parse() {
                Ok(n) => self.whole(n, *least, *most, path, title),
                Err(_) => {
                    self.say(path, "wrong_type", format!("{title} must be a whole number."));
                    None
                }
            },
            kind => {
                self.say(path, "wrong_type", format!("{title} must be {}.", expected(kind)));
                None
            }
        }
    }

    fn plain(&mut self, text: String, most: usize, path: &str, title: &str) -> Option<Value> {
        let length = text.chars().count();
        if length > most {
            let message = format!("{title} must be {most} characters or fewer; it has {length}.");
            self.say(path, "too_long", message);
            return None;
        }
        Some(Value::Text(text))
    }

    fn choice(&mut self, words: &[&str], text: String, path: &str, title: &str) -> Option<Value> {
        if words.contains(&text.as_str()) {
            return Some(Value::Text(text));
        }
        self.say(path, "not_one_of", format!("{title} must be one of: {}.", words.join(", ")));
        None
    }

    fn time(&mut self, text: &str, path: &str, title: &str) -> Option<Value> {
        let (zone, example) = match self.medium {
            Medium::Json => (None, "a time in RFC 3339, like 2026-12-01T17:00:00Z"),
            Medium::Form(zone) => (Some(zone), "a real date and time, like 2026-12-01 17:00"),
        };
        let at = when::time(text, zone);
        if at.is_none() {
            self.say(path, "not_a_time", format!("{title} must be {example}."));
        }
        at.map(Value::Time)
    }

    fn date(&mut self, text: &str, path: &str, title: &str) -> Option<Value> {
        let day = when::date(text);
        if day.is_none() {
            self.say(path, "not_a_date", format!("{title} must be a real date, like 2026-12-01."));
        }
        day.map(Value::Date)
    }

    fn whole(&mut self, n: i64, least: i64, most: i64, path: &str, title: &str) -> Option<Value> {
        if (least..=most).contains(&n) {
            return Some(Value::Whole(n));
        }
        self.say(path, "out_of_range", format!("{title} must be from {least} to {most}."));
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
            self.say(path, "too_many", format!("{title} may have at most {most} entries."));
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
            self.say(path, "too_many", format!("At most {most} entries."));
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
        return field.ask.to_owned();
    }
    let title = field.title();
    match field.kind {
        Kind::Choice(_) | Kind::List { .. } => format!("{title}: choose an answer."),
        _ => format!("{title}: fill this in."),
    }
}

fn expected(kind: &Kind) -> &'static str {
    match kind {
        Kind::Text { .. } | Kind::Choice(_) => "text",
        Kind::Whole { .. } => "a whole number",
        Kind::Flag => "true or false",
        Kind::Time => "a time in RFC 3339",
        Kind::Date => "a date like 2026-12-01",
        Kind::Group(_) | Kind::Map { .. } => "an object",
        Kind::List { .. } => "a list",
    }
}
