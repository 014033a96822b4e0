//! Looks at what was sent, field by field, and refuses all that is wrong at once.

use crate::refusal::{Code, FieldError, Refusal};
use crate::say;

/// Collects what is wrong. Lengths are counted in characters.
#[derive(Default)]
pub(crate) struct Check(Vec<FieldError>);

impl Check {
    pub fn add(
        &mut self,
        field: impl Into<String>,
        code: &'static str,
        message: impl Into<String>,
    ) {
        self.0.push(FieldError::new(field, code, message));
    }

    /// One line that is not blank.
    pub fn line(&mut self, field: &str, text: &str, longest: usize) {
        if self.present(field, text) && self.fits(field, text, longest) {
            self.printable(field, text, |_| false);
        }
    }

    /// One line, or nothing.
    pub fn line_if_any(&mut self, field: &str, text: Option<&str>, longest: usize) {
        let text = text.unwrap_or_default();
        if self.fits(field, text, longest) {
            self.printable(field, text, |_| false);
        }
    }

    /// Text of several lines that is not blank.
    pub fn text(&mut self, field: &str, text: &str, longest: usize) {
        if self.present(field, text) && self.fits(field, text, longest) {
            self.printable(field, text, |c| matches!(c, '\n' | '\r' | '\t'));
        }
    }

    /// A list of texts, each of them not blank.
    pub fn texts(&mut self, field: &str, texts: &[String], most: usize, longest: usize) {
        self.count(field, texts.len(), most);
        for (i, text) in texts.iter().enumerate().take(most) {
            self.text(&format!("{field}[{i}]"), text, longest);
        }
    }

    pub fn count(&mut self, field: &str, count: usize, most: usize) {
        if count > most {
            self.add(field, "too_many", say!("check-give-at-most-these-are", most, count));
        }
    }

    /// An e-mail address that could be delivered to: one @ between a name and a domain.
    pub fn email(&mut self, field: &str, text: &str) {
        self.line(field, text, 254);
        if !text.trim().is_empty() && !is_email(text.trim()) {
            self.add(field, "not_an_email", say!("check-write-an-address-like-maria"));
        }
    }

    pub fn done(self) -> Result<(), Refusal> {
        if self.0.is_empty() {
            return Ok(());
        }
        let detail = say!("check-correct-what-is-named-and-send");
        Err(Refusal::new(Code::Invalid, detail).with_fields(self.0))
    }

    fn present(&mut self, field: &str, text: &str) -> bool {
        let present = !text.trim().is_empty();
        if !present {
            self.add(field, "missing", say!("check-this-is-needed"));
        }
        present
    }

    fn fits(&mut self, field: &str, text: &str, longest: usize) -> bool {
        let length = text.chars().count();
        if length > longest {
            let message = say!("check-use-at-most-characters-these", longest, length);
            self.add(field, "too_long", message);
        }
        length <= longest
    }

    fn printable(&mut self, field: &str, text: &str, also: impl Fn(char) -> bool) {
        if text.chars().any(|c| c.is_control() && !also(c)) {
            self.add(field, "control_character", say!("check-leave-out-characters-that"));
        }
    }
}

fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let unusual = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | ',' | ';' | '"' | '@');
    let labels_have_letters = domain.split('.').all(|label| !label.is_empty());
    !name.is_empty()
        && name.len() <= 64
        && !name.contains(unusual)
        && !domain.contains(unusual)
        && labels_have_letters
}

#[cfg(test)]
mod tests {
    use super::is_email;

    #[test]
    fn addresses_are_told_from_what_is_none() {
        for text in ["maria@example.org", "o'hara+desk@mail.example.co.uk", "root@localhost"] {
            assert!(is_email(text), "{text}");
        }
        for text in ["", "maria", "@example.org", "a@", "a b@c.org", "a@b..c", "A <a@b.c>", "a@b@c"]
        {
            assert!(!is_email(text), "{text}");
        }
    }
}
