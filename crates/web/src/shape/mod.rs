//! Declared forms: what a body or a query may hold, once, for JSON, for HTML forms and for OpenAPI.

mod out;
mod schema;
#[cfg(test)]
mod tests;

use baton_core::refusal::Code;
use baton_core::writing::Kind as Writing;

pub use out::{Out, Thing};

/// A form: a name and its fields. Names are unique among all shapes of the table.
#[derive(Debug)]
pub struct Shape {
    pub name: &'static str,
    pub fields: &'static [Field],
    /// The code of the refusal when a required field is missing or blank.
    pub incomplete: Code,
}

/// One field of a form.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    pub kind: Kind,
    pub required: bool,
    /// Not marked as optional on a page, though it is a rule and not the form that asks for it.
    pub needed: bool,
    /// As the page shows it: `Needed by`. Empty: the name stands for it.
    pub label: &'static str,
    /// One sentence of help below the label; also the description in the API document.
    pub hint: &'static str,
    /// What is said when the field is missing; empty: a sentence made from the label.
    pub ask: &'static str,
    /// A password or a code: never shown again, never kept.
    pub secret: bool,
    /// What it is for, where Baton helps with writing it.
    pub writing: Option<Writing>,
}

/// What a field holds. Lengths are counted in characters (Unicode code points).
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Text {
        most: usize,
        /// True for a text of several lines.
        lines: bool,
    },
    Whole {
        least: i64,
        most: i64,
    },
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// RFC 3339 in JSON; in a form also local date and time of the viewer's zone.
    Time,
    /// A day without a time: `2026-12-01`; in a form also day, month and year apart.
    Date,
    Group(&'static Shape),
    List {
        of: &'static Kind,
        most: usize,
    },
    /// Any names, all of one kind.
    Map {
        of: &'static Kind,
        most: usize,
    },
}

impl Shape {
    /// A form without fields: what an act without particulars takes.
    pub const EMPTY: Shape = Shape::new("Empty", &[]);

    pub const fn new(name: &'static str, fields: &'static [Field]) -> Self {
        Self { name, fields, incomplete: Code::Invalid }
    }
    /// Names the refusal that a missing required field leads to.
    pub const fn incomplete(mut self, code: Code) -> Self {
        self.incomplete = code;
        self
    }
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}

impl Field {
    const fn new(name: &'static str, kind: Kind) -> Self {
        Self {
            name,
            kind,
            required: false,
            needed: false,
            label: "",
            hint: "",
            ask: "",
            secret: false,
            writing: None,
        }
    }
    /// One line of text, at most so many characters.
    pub const fn text(name: &'static str, most: usize) -> Self {
        Self::new(name, Kind::Text { most, lines: false })
    }
    /// Text of several lines.
    pub const fn lines(name: &'static str, most: usize) -> Self {
        Self::new(name, Kind::Text { most, lines: true })
    }
    /// An id or a reference as text.
    pub const fn id(name: &'static str) -> Self {
        Self::text(name, 64)
    }
    pub const fn whole(name: &'static str, least: i64, most: i64) -> Self {
        Self::new(name, Kind::Whole { least, most })
    }
    pub const fn flag(name: &'static str) -> Self {
        Self::new(name, Kind::Flag)
    }
    pub const fn choice(name: &'static str, words: &'static [&'static str]) -> Self {
        Self::new(name, Kind::Choice(words))
    }
    pub const fn time(name: &'static str) -> Self {
        Self::new(name, Kind::Time)
    }
    pub const fn date(name: &'static str) -> Self {
        Self::new(name, Kind::Date)
    }
    pub const fn group(name: &'static str, shape: &'static Shape) -> Self {
        Self::new(name, Kind::Group(shape))
    }
    pub const fn list(name: &'static str, of: &'static Kind, most: usize) -> Self {
        Self::new(name, Kind::List { of, most })
    }
    pub const fn map(name: &'static str, of: &'static Kind, most: usize) -> Self {
        Self::new(name, Kind::Map { of, most })
    }
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }
    /// What a rule asks for, with its own code and words, in most cases: a page does not call it
    /// optional.
    pub const fn needed(mut self) -> Self {
        self.needed = true;
        self
    }
    pub const fn label(mut self, label: &'static str) -> Self {
        self.label = label;
        self
    }
    pub const fn hint(mut self, hint: &'static str) -> Self {
        self.hint = hint;
        self
    }
    /// What is said when the field is missing: `Say what you need from the other department.`
    pub const fn ask(mut self, ask: &'static str) -> Self {
        self.ask = ask;
        self
    }
    pub const fn writing(mut self, kind: Writing) -> Self {
        self.writing = Some(kind);
        self
    }
    pub const fn secret(mut self) -> Self {
        self.secret = true;
        self
    }
    /// The label, or the name where there is none.
    pub fn title(&self) -> String {
        if self.label.is_empty() {
            capital(&self.name.replace('_', " "))
        } else {
            self.label.into()
        }
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
