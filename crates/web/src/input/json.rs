//! JSON into a plain tree: names once only, depth limited, one parser for every route.

use std::fmt;

use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::problem::Fault;

/// Deeper nesting than this is refused; no declared form is deeper than five.
const DEPTH: usize = 16;

/// What was sent, before a shape has looked at it.
#[derive(Clone, PartialEq, Debug)]
pub enum Node {
    Null,
    Flag(bool),
    Whole(i64),
    /// A number that is not a whole one of 64 bits.
    Fraction,
    Text(String),
    /// Bytes of a form field that are not UTF-8.
    Garbled,
    List(Vec<Node>),
    Group(Vec<(String, Node)>),
}

/// Reads a body; an empty one is an empty object.
///
/// # Errors
/// `not_utf8`, `broken_json`, `too_deep` or `duplicate_field`, each status 400.
pub fn parse(body: &[u8]) -> Result<Node, Fault> {
    let text = std::str::from_utf8(body).map_err(|_| Fault::NotUtf8)?;
    if text.trim().is_empty() {
        return Ok(Node::Group(Vec::new()));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let node = serde::de::DeserializeSeed::deserialize(Seed(DEPTH), &mut reader)
        .and_then(|node| reader.end().map(|()| node));
    node.map_err(|error| fault(&error))
}

/// The words below are this file's own; serde_json only adds where.
fn fault(error: &serde_json::Error) -> Fault {
    let said = error.to_string();
    if said.starts_with(TOO_DEEP) || said.starts_with("recursion limit") {
        return Fault::TooDeep;
    }
    if said.starts_with(TWICE) {
        return Fault::DuplicateField;
    }
    Fault::BrokenJson { line: error.line(), column: error.column() }
}

const TOO_DEEP: &str = "nested too deeply";
const TWICE: &str = "a name stands twice";

struct Seed(usize);

impl<'de> serde::de::DeserializeSeed<'de> for Seed {
    type Value = Node;
    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Node, D::Error> {
        if self.0 == 0 {
            return Err(D::Error::custom(TOO_DEEP));
        }
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }
    fn visit_bool<E>(self, on: bool) -> Result<Node, E> {
        Ok(Node::Flag(on))
    }
    fn visit_i64<E>(self, n: i64) -> Result<Node, E> {
        Ok(Node::Whole(n))
    }
    fn visit_u64<E>(self, n: u64) -> Result<Node, E> {
        Ok(i64::try_from(n).map_or(Node::Fraction, Node::Whole))
    }
    fn visit_f64<E>(self, _: f64) -> Result<Node, E> {
        Ok(Node::Fraction)
    }
    fn visit_str<E>(self, text: &str) -> Result<Node, E> {
        Ok(Node::Text(text.to_owned()))
    }
    fn visit_string<E>(self, text: String) -> Result<Node, E> {
        Ok(Node::Text(text))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let mut nodes = Vec::new();
        while let Some(node) = list.next_element_seed(Seed(self.0 - 1))? {
            nodes.push(node);
        }
        Ok(Node::List(nodes))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let mut group: Vec<(String, Node)> = Vec::new();
        let mut names = std::collections::BTreeSet::new();
        while let Some(name) = map.next_key::<String>()? {
            if !names.insert(name.clone()) {
                return Err(A::Error::custom(TWICE));
            }
            group.push((name, map.next_value_seed(Seed(self.0 - 1))?));
        }
        Ok(Node::Group(group))
    }
}
