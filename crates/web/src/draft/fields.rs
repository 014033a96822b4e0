//! What was typed, field by field, as text that can be kept.

use crate::input::Kept;
use crate::shape::{Kind, Shape};

/// Most fields of a form, and most characters in all of them.
pub const MOST_FIELDS: usize = 300;
pub const MOST_TEXT: usize = 200_000;

/// Names and values in the order of the form; a name may stand more than once.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    pub fn of_form(kept: &Kept) -> Self {
        Self(kept.pairs().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }

    /// As it stands in the database.
    pub fn text(&self) -> String {
        serde_json::to_string(&self.0).unwrap_or_default()
    }

    /// What cannot be read is nothing.
    pub fn read(text: &str) -> Self {
        Self(serde_json::from_str(text).unwrap_or_default())
    }

    pub fn kept(self) -> Kept {
        Kept::new(self.0)
    }

    pub fn is_too_much(&self) -> bool {
        let length: usize = self.0.iter().map(|(name, value)| name.len() + value.len()).sum();
        self.0.len() > MOST_FIELDS || length > MOST_TEXT
    }

    /// Whether anything is written in a field that takes words; boxes and dates alone are no draft.
    pub fn has_words(&self, shape: &Shape) -> bool {
        self.0.iter().any(|(name, value)| !value.trim().is_empty() && takes_words(shape, name))
    }
}

fn takes_words(shape: &Shape, name: &str) -> bool {
    let first = name.split(['.', '[']).next().unwrap_or(name);
    shape.field(first).is_some_and(|field| match field.kind {
        Kind::Text { lines, .. } => lines,
        Kind::Group(inner) => {
            let rest = name.split_once('.').map(|(_, rest)| rest);
            rest.is_some_and(|rest| takes_words(inner, rest))
        }
        Kind::Map { .. } | Kind::List { .. } => true,
        _ => false,
    })
}
