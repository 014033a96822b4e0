//! One message, ready to be said.

use std::borrow::Cow;
use std::fmt::{Display, Write};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use super::{Catalogue, Language};

/// A message: words alone, words with parts between them, or one that Fluent chooses by a number.
pub struct Message {
    key: &'static str,
    said: Said,
    parts: Vec<&'static str>,
}

enum Said {
    Plain(String),
    Pieces(Vec<Piece>),
    Chosen,
}

/// A stretch of a message: its own words, or the name of a part that is handed in.
pub enum Piece {
    Words(String),
    Part(&'static str),
}

/// What is handed in to a message, by name.
pub type Values<'a> = &'a [(&'a str, &'a dyn Display)];

/// Every message of a file, by key.
pub fn read(
    resource: &'static FluentResource,
    language: Language,
) -> impl Iterator<Item = (&'static str, Message)> {
    resource.entries().filter_map(move |entry| {
        let Entry::Message(message) = entry else { return None };
        let pattern = message.value.as_ref()?;
        let key = message.id.name;
        let mut parts = Vec::new();
        parts_of(pattern, &mut parts);
        Some((key, Message { key, said: said(pattern, language), parts }))
    })
}

/// Names of what is handed in, each once, in order of its first use.
fn parts_of(pattern: &Pattern<&'static str>, parts: &mut Vec<&'static str>) {
    let mut meet = |expression: &InlineExpression<&'static str>| {
        if let InlineExpression::VariableReference { id } = expression
            && !parts.contains(&id.name)
        {
            parts.push(id.name);
        }
    };
    let mut variants = Vec::new();
    for element in &pattern.elements {
        match element {
            PatternElement::Placeable { expression: Expression::Inline(inline) } => meet(inline),
            PatternElement::Placeable {
                expression: Expression::Select { selector, variants: v },
            } => {
                meet(selector);
                variants.extend(v.iter().map(|variant| &variant.value));
            }
            PatternElement::TextElement { .. } => {}
        }
    }
    variants.into_iter().for_each(|variant| parts_of(variant, parts));
}

fn said(pattern: &Pattern<&'static str>, language: Language) -> Said {
    let pieces: Option<Vec<Piece>> =
        pattern.elements.iter().map(|element| piece(element, language)).collect();
    let Some(pieces) = pieces else { return Said::Chosen };
    let (open, close) = language.frame();
    if pieces.iter().any(|piece| matches!(piece, Piece::Part(_))) {
        return Said::Pieces(framed(pieces, open, close, language.is_right_to_left()));
    }
    let words = pieces.iter().filter_map(|piece| match piece {
        Piece::Words(words) => Some(words.as_str()),
        Piece::Part(_) => None,
    });
    Said::Plain([open].into_iter().chain(words).chain([close]).collect())
}

/// The stretches of a whole message. From right to left, what is handed in is isolated, so that a
/// name keeps its own direction.
fn framed(pieces: Vec<Piece>, open: &str, close: &str, isolated: bool) -> Vec<Piece> {
    let words = |words: &str| Piece::Words(words.to_owned());
    let inside = pieces.into_iter().flat_map(|piece| match piece {
        part @ Piece::Part(_) if isolated => vec![words("\u{2068}"), part, words("\u{2069}")],
        other => vec![other],
    });
    let all = [words(open)].into_iter().chain(inside).chain([words(close)]);
    all.filter(|piece| !matches!(piece, Piece::Words(words) if words.is_empty())).collect()
}

/// `None` for what only Fluent itself can say.
fn piece(element: &PatternElement<&'static str>, language: Language) -> Option<Piece> {
    match element {
        PatternElement::TextElement { value } => {
            let words = language.transform().map_or(Cow::Borrowed(*value), |to| to(value));
            Some(Piece::Words(words.into_owned()))
        }
        PatternElement::Placeable { expression: Expression::Inline(inline) } => match inline {
            InlineExpression::VariableReference { id } => Some(Piece::Part(id.name)),
            InlineExpression::StringLiteral { value } => {
                Some(Piece::Words(fluent_syntax::unicode::unescape_unicode_to_string(value).into()))
            }
            _ => None,
        },
        PatternElement::Placeable { .. } => None,
    }
}

impl Message {
    pub(super) fn parts(&self) -> &[&'static str] {
        &self.parts
    }

    pub(super) fn plain(&self) -> Option<&str> {
        match &self.said {
            Said::Plain(words) => Some(words),
            Said::Pieces(_) | Said::Chosen => None,
        }
    }

    /// The stretches in order; none for what only Fluent itself can say.
    pub fn pieces(&self) -> &[Piece] {
        match &self.said {
            Said::Pieces(pieces) => pieces,
            Said::Plain(_) | Said::Chosen => &[],
        }
    }

    /// A part that is not handed in is shown by its name.
    pub(super) fn say(&self, catalogue: &Catalogue, values: Values<'_>) -> String {
        match &self.said {
            Said::Plain(words) => words.clone(),
            Said::Pieces(pieces) => {
                let mut said = String::new();
                pieces.iter().for_each(|piece| piece.put(&mut said, values));
                said
            }
            Said::Chosen => {
                let (open, close) = catalogue.language.frame();
                format!("{open}{}{close}", self.choose(catalogue, values))
            }
        }
    }

    fn choose(&self, catalogue: &Catalogue, values: Values<'_>) -> String {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(*name, chosen_by(value.to_string()));
        }
        let bundle = &catalogue.bundle;
        let pattern = bundle.get_message(self.key).and_then(|message| message.value());
        let mut faults = Vec::new();
        pattern.map_or_else(
            || self.key.to_owned(),
            |pattern| bundle.format_pattern(pattern, Some(&arguments), &mut faults).into_owned(),
        )
    }
}

/// A text that is written as a whole number is one, so that Fluent can choose by it.
fn chosen_by(text: String) -> FluentValue<'static> {
    match text.parse::<i64>() {
        Ok(number) if number.to_string() == text => number.into(),
        _ => text.into(),
    }
}

impl Piece {
    fn put(&self, said: &mut String, values: Values<'_>) {
        match self {
            Self::Words(words) => said.push_str(words),
            Self::Part(name) => match values.iter().find(|(given, _)| given == name) {
                // Nothing can go wrong: it is written to memory.
                Some((_, value)) => drop(write!(said, "{value}")),
                None => said.push_str(name),
            },
        }
    }
}
