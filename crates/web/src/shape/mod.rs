//! Declared forms: what a body or a query may hold, once, for JSON, for HTML forms and for OpenAPI.

mod out;
mod schema;
#[cfg(test)]
mod tests;

use baton_core::case::decide::MOST_FILES;
use baton_core::catalogue::Word;
use baton_core::refusal::Code;
use baton_core::word;
use baton_core::writing::Kind as Writing;

use crate::upload;

pub use out::{Out, Thing};

/// A form: a name and its fields. Names are unique among all shapes of the table.
#[derive(Debug)]
pub struct Shape {
    pub name: &'static str,
    pub fields: &'static [Field],
    /// The code of the refusal when a required field is missing or blank.
    pub incomplete: Code,
}

/// Where a file lies, and its name, in characters.
pub const LONGEST_FILE_TEXT: usize = 300;

/// One field of a form.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    pub name: &'static str,
    pub kind: Kind,
    pub required: bool,
    /// Not marked as optional on a page, though it is a rule and not the form that asks for it.
    pub needed: bool,
    /// As the page shows it: `Needed by`. Empty: the name stands for it.
    pub label: Word,
    /// One sentence of help below the label; also the description in the API document.
    pub hint: Word,
    /// What is said when the field is missing; empty: a sentence made from the label.
    pub ask: Word,
    /// A password or a code: never shown again, never kept.
    pub secret: bool,
    /// What it is for, where Baton helps with writing it.
    pub writing: Option<Writing>,
    /// A form may bring a file whose text stands for what would be typed.
    pub from_file: bool,
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
    /// The id of a file that was handed in, or where it lies in the case.
    File,
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
    /// Whether files go with it.
    pub fn takes_files(&self) -> bool {
        self.field(upload::FIELD).is_some()
    }
    /// Whether the text of this field may come as a file.
    pub fn reads_file(&self, name: &str) -> bool {
        self.field(name).is_some_and(|field| field.from_file)
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
            label: Word::NONE,
            hint: Word::NONE,
            ask: Word::NONE,
            secret: false,
            writing: None,
            from_file: false,
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
    /// Files that go with it; a form brings them along, a program names them by their ids.
    pub const fn files() -> Self {
        Self::list(upload::FIELD, &Kind::File, MOST_FILES)
            .label(word!("upload-files"))
            .hint(word!("upload-files-hint"))
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
    pub const fn label(mut self, label: Word) -> Self {
        self.label = label;
        self
    }
    pub const fn hint(mut self, hint: Word) -> Self {
        self.hint = hint;
        self
    }
    /// What is said when the field is missing: `Say what you need from the other department.`
    pub const fn ask(mut self, ask: Word) -> Self {
        self.ask = ask;
        self
    }
    pub const fn writing(mut self, kind: Writing) -> Self {
        self.writing = Some(kind);
        self
    }
    pub const fn from_file(mut self) -> Self {
        self.from_file = true;
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
