//! Writing texts into the vault; one that stays as it was keeps its word.

use crate::draw::Draw;
use crate::vault::{Class, Ink, Retention, Subject, Texts, Word, WordRef};

pub(super) struct Pen<'a> {
    ink: Ink<'a>,
    texts: &'a Texts,
    class: Class,
}

impl<'a> Pen<'a> {
    /// For what departments and services say of themselves.
    pub fn organisation(draw: &'a mut Draw, texts: &'a Texts) -> Self {
        let ink = Ink::new(draw, Subject::Nobody, Retention::Organisation);
        Self { ink, texts, class: Class::P1 }
    }

    /// For what is somebody's own.
    pub fn person(draw: &'a mut Draw, texts: &'a Texts, subject: Subject) -> Self {
        Self { ink: Ink::new(draw, subject, Retention::Staff), texts, class: Class::P2 }
    }

    /// The word of a text: one of those from before if it says the same, else a new one.
    pub fn write(&mut self, before: impl IntoIterator<Item = WordRef>, text: &str) -> WordRef {
        let text = text.trim();
        let same = before.into_iter().find(|word| self.texts.get(*word) == Some(text));
        same.unwrap_or_else(|| self.ink.write(self.class, text))
    }

    pub fn write_some(&mut self, before: Option<WordRef>, text: Option<&str>) -> Option<WordRef> {
        let text = text.filter(|text| !text.trim().is_empty())?;
        Some(self.write(before, text))
    }

    pub fn write_all(&mut self, before: &[WordRef], texts: &[String]) -> Vec<WordRef> {
        texts.iter().map(|text| self.write(before.iter().copied(), text)).collect()
    }

    pub fn words(self) -> Vec<Word> {
        self.ink.dry()
    }
}
