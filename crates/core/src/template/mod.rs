//! Texts with blanks: `{{case.ref}}`, `{{customer.first_name or "there"}}`.
//!
//! A blank is filled in before anybody is written to. One that nothing is known for stays as it
//! was typed, and [`unresolved`] finds it: a rule refuses a message to a customer that still holds
//! one.

mod read;
#[cfg(test)]
mod tests;
mod variable;

pub use read::{Flaw, read};
pub use variable::{Variable, first_name};

/// What opens a blank, and what ends it.
pub const OPEN: &str = "{{";
pub const CLOSE: &str = "}}";

/// A text that was read: its parts, in order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Template(Vec<Part>);

#[derive(Clone, PartialEq, Eq, Debug)]
enum Part {
    Text(String),
    Blank(Blank),
}

/// One blank: what it stands for, and what is written where that is not known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Blank {
    pub variable: Variable,
    pub otherwise: Option<String>,
    /// As it was typed, with its braces.
    pub typed: String,
}

/// A template with its blanks filled in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filled {
    pub text: String,
    /// The blanks that nothing is known for, each once: they stand in the text as they were typed.
    pub missing: Vec<Blank>,
}

impl Template {
    /// Fills in what is known. What is filled in is never read as a template again.
    pub fn fill<'a>(&self, known: impl Fn(Variable) -> Option<&'a str>) -> Filled {
        let mut filled = Filled { text: String::new(), missing: Vec::new() };
        for part in &self.0 {
            match part {
                Part::Text(text) => filled.text.push_str(text),
                Part::Blank(blank) => {
                    let value =
                        known(blank.variable).map(str::trim).filter(|text| !text.is_empty());
                    match value.or(blank.otherwise.as_deref()) {
                        Some(value) => filled.text.push_str(value),
                        None => filled.leave(blank),
                    }
                }
            }
        }
        filled
    }
}

impl Filled {
    fn leave(&mut self, blank: &Blank) {
        self.text.push_str(&blank.typed);
        if !self.missing.contains(blank) {
            self.missing.push(blank.clone());
        }
    }
}

/// The first `{{ … }}` of a text, if there is one. Braces that are never closed are no blank.
pub fn unresolved(text: &str) -> Option<&str> {
    text.match_indices(CLOSE).find_map(|(end, _)| {
        let start = text.get(..end)?.rfind(OPEN)?;
        text.get(start..end + CLOSE.len())
    })
}
