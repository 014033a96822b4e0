//! Checks of what people type.

use crate::refusal::{Code, FieldError, Refusal};
use crate::say;
use crate::template::unresolved;

/// Longest free text, in characters.
pub const LONG: usize = 20_000;
/// Longest statement of one need.
pub const SHORT: usize = 1_000;

/// Collects what is wrong, so that everything is said at once.
#[derive(Default)]
pub(crate) struct Check(Vec<FieldError>);

impl Check {
    pub fn wrong(&mut self, field: &str, code: &'static str, message: impl Into<String>) {
        self.0.push(FieldError::new(field, code, message));
    }

    /// A text that must be there.
    pub fn needed(&mut self, field: &str, text: Option<&str>, limit: usize, message: &str) {
        match text.map(str::trim).filter(|text| !text.is_empty()) {
            None => self.wrong(field, "missing", message),
            Some(text) => self.short_enough(field, text, limit),
        }
    }

    /// A text that may be there.
    pub fn optional(&mut self, field: &str, text: Option<&str>, limit: usize) {
        if let Some(text) = text {
            self.short_enough(field, text, limit);
        }
    }

    /// What a customer will read holds no blank that was not filled in.
    pub fn resolved(&mut self, field: &str, text: &str) {
        if let Some(blank) = unresolved(text) {
            let message = say!("case-text-is-not-filled-in-so-nothing", blank);
            self.wrong(field, "unresolved", message);
        }
    }

    fn short_enough(&mut self, field: &str, text: &str, limit: usize) {
        if text.len() > limit && text.chars().count() > limit {
            let message = say!("case-text-use-at-most-characters-put-the", limit);
            self.wrong(field, "too_long", message);
        }
    }

    /// Refuses with the code if anything was wrong.
    pub fn done(self, code: Code, detail: &'static str) -> Result<(), Refusal> {
        if self.0.is_empty() {
            return Ok(());
        }
        Err(Refusal::new(code, detail).with_fields(self.0))
    }

    pub fn valid(self) -> Result<(), Refusal> {
        self.done(Code::Invalid, say!("case-text-correct-the-fields-and-send-it"))
    }
}

/// One text that must be there.
pub(crate) fn need(field: &str, text: &str, message: &str) -> Result<(), Refusal> {
    let mut check = Check::default();
    check.needed(field, Some(text), LONG, message);
    check.valid()
}

/// Lower-case words of a text, without what stands between them.
pub fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Texts are the same but for case, spaces and punctuation.
pub fn same(a: &str, b: &str) -> bool {
    words(a) == words(b)
}
