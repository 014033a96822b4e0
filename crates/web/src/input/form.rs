//! HTML forms (`application/x-www-form-urlencoded`) and query strings into pairs, and pairs into
//! the tree that a shape expects.
//!
//! A field's name in a form is its path in the API: `need`, `customer_told.what`,
//! `shared_fields[0].purpose`. Boxes of one group share a name. A time may come as `needed_by`, or
//! apart as `needed_by.date` and `needed_by.time`; a date apart as `.day`, `.month`, `.year`.
//! A group of which every field is blank was not given.

use super::json::Node;
use crate::shape::{Kind, Shape};

/// A name and its value; the value is `None` where its bytes are not UTF-8.
pub type Pair = (String, Option<String>);

/// Splits and decodes, once. Line ends become `\n`, as JSON writes them.
pub fn pairs(encoded: &[u8]) -> Vec<Pair> {
    let parts = encoded.split(|byte| *byte == b'&').filter(|part| !part.is_empty());
    parts
        .map(|part| {
            let cut = part.iter().position(|byte| *byte == b'=').unwrap_or(part.len());
            let (name, value) = part.split_at(cut);
            let value = decode(value.get(1..).unwrap_or_default());
            let name = decode(name).unwrap_or_else(|| "?".to_owned());
            (name, value.map(|text| text.replace("\r\n", "\n")))
        })
        .collect()
}

/// Undoes percent-encoding and `+`; `None` when the bytes are not UTF-8.
pub fn decode(encoded: &[u8]) -> Option<String> {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded;
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match (first, hex_pair(after)) {
            (b'%', Some(byte)) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            (b'+', _) => bytes.push(b' '),
            (byte, _) => bytes.push(*byte),
        }
    }
    String::from_utf8(bytes).ok()
}

fn hex_pair(text: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*text.get(at)?).to_digit(16);
    u8::try_from(digit(0)? * 16 + digit(1)?).ok()
}

/// A name that stands more than once, if any: each parameter of a query is given once.
pub fn duplicate(pairs: &[Pair]) -> Option<&str> {
    let mut seen = std::collections::BTreeSet::new();
    pairs.iter().map(|(name, _)| name.as_str()).find(|name| !seen.insert(*name))
}

/// The tree that the shape expects. Names that it does not know are kept, to be refused.
pub fn tree(shape: &Shape, pairs: &[Pair]) -> Node {
    let mut taken = vec![false; pairs.len()];
    let mut form = Form { pairs, taken: &mut taken };
    let Node::Group(mut group) = form.group(shape, "") else { return Node::Null };
    for ((name, value), taken) in pairs.iter().zip(taken) {
        if !taken {
            group.push((name.clone(), node(value.as_ref())));
        }
    }
    Node::Group(group)
}

fn is_blank(node: &Node) -> bool {
    match node {
        Node::Text(text) => text.trim().is_empty(),
        Node::Group(entries) => entries.iter().all(|(_, node)| is_blank(node)),
        Node::List(nodes) => nodes.iter().all(is_blank),
        Node::Null => true,
        _ => false,
    }
}

fn node(value: Option<&String>) -> Node {
    value.map_or(Node::Garbled, |text| Node::Text(text.clone()))
}

struct Form<'a> {
    pairs: &'a [Pair],
    taken: &'a mut [bool],
}

impl Form<'_> {
    fn group(&mut self, shape: &Shape, prefix: &str) -> Node {
        let mut group = Vec::new();
        for field in shape.fields {
            let path = format!("{prefix}{}", field.name);
            if let Some(node) = self.value(&field.kind, &path) {
                group.push((field.name.to_owned(), node));
            }
        }
        Node::Group(group)
    }

    fn value(&mut self, kind: &Kind, path: &str) -> Option<Node> {
        match kind {
            Kind::Group(shape) => {
                let inside = format!("{path}.");
                let group = self.any_under(&inside).then(|| self.group(shape, &inside));
                group.filter(|group| !is_blank(group))
            }
            Kind::List { of, most } => self.list(of, *most, path),
            Kind::Map { .. } => self.map(path),
            Kind::Time => {
                // A preset, or boxes to be filled in: what was typed counts more than what was
                // chosen.
                let (preset, typed) = (self.take(path), self.joined(path, &["date", "time"], "T"));
                typed.or(preset)
            }
            Kind::Date => {
                self.take(path).or_else(|| self.joined(path, &["year", "month", "day"], "-"))
            }
            _ => self.take(path),
        }
    }

    /// The value of a name that stands once; twice is a list, which no such field takes.
    fn take(&mut self, path: &str) -> Option<Node> {
        let mut found = self.take_all(path);
        if found.len() > 1 { Some(Node::List(found)) } else { found.pop() }
    }

    fn take_all(&mut self, path: &str) -> Vec<Node> {
        let mut found = Vec::new();
        for ((name, value), taken) in self.pairs.iter().zip(self.taken.iter_mut()) {
            if name == path {
                *taken = true;
                found.push(node(value.as_ref()));
            }
        }
        found
    }

    fn any_under(&self, prefix: &str) -> bool {
        self.pairs.iter().any(|(name, _)| name.starts_with(prefix))
    }

    /// Boxes that share the name, or numbered entries from 0; gaps are skipped.
    fn list(&mut self, of: &Kind, most: usize, path: &str) -> Option<Node> {
        let mut nodes = self.take_all(path);
        nodes.extend(self.take_all(&format!("{path}[]")));
        // One more than allowed, so that the shape says that there are too many.
        for n in 0..=most {
            let entry = format!("{path}[{n}]");
            if self.any_under(&entry) {
                nodes.extend(self.value(of, &entry).filter(|node| !is_blank(node)));
            }
        }
        (!nodes.is_empty()).then_some(Node::List(nodes))
    }

    fn map(&mut self, path: &str) -> Option<Node> {
        let prefix = format!("{path}.");
        let mut entries = Vec::new();
        for ((name, value), taken) in self.pairs.iter().zip(self.taken.iter_mut()) {
            if let Some(key) = name.strip_prefix(&prefix) {
                *taken = true;
                entries.push((key.to_owned(), node(value.as_ref())));
            }
        }
        (!entries.is_empty()).then_some(Node::Group(entries))
    }

    /// Parts that stand in fields of their own, put together; `None` when all are blank or absent.
    fn joined(&mut self, path: &str, parts: &[&str], glue: &str) -> Option<Node> {
        let mut texts = Vec::new();
        for part in parts {
            match self.take(&format!("{path}.{part}")) {
                Some(Node::Text(text)) => texts.push(text.trim().to_owned()),
                Some(other) => return Some(other),
                None => texts.push(String::new()),
            }
        }
        let blank = texts.iter().all(String::is_empty);
        (!blank).then(|| Node::Text(texts.join(glue)))
    }
}
