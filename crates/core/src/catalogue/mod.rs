//! The catalogue of words: what people read stands in `words/en-GB/*.ftl` (Fluent) and is asked
//! for by key (docs/decisions/0011).
//!
//! [`say!`](crate::say) gives a message as text, [`word!`](crate::word) one for a table that is
//! made before any language is chosen. One node speaks one [`Language`], chosen at its start.

mod files;
mod language;
mod message;
mod pseudo;
mod said;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::OnceLock;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;
use message::Message;

use files::FILES;
pub use language::Language;
pub use message::{Piece, Values};
pub use said::{Said, Word};

type Bundle = FluentBundle<&'static FluentResource>;

/// All messages in one language.
pub struct Catalogue {
    language: Language,
    messages: HashMap<&'static str, Message>,
    bundle: Bundle,
}

/// The language of this node; what is said first without a choice is British English.
static LANGUAGE: OnceLock<Language> = OnceLock::new();

/// Chooses the language of this node. Only the first choice counts, and only before anything was
/// said.
pub fn speak(language: Language) {
    LANGUAGE.get_or_init(|| language);
}

/// The language that this node speaks.
pub fn spoken() -> Language {
    *LANGUAGE.get_or_init(Language::default)
}

fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| Catalogue::new(spoken()))
}

/// The parsed files, kept for as long as the process lives. What cannot be read in a file is left
/// out of it; a test reads them all.
fn resources() -> &'static [FluentResource] {
    static RESOURCES: OnceLock<Vec<FluentResource>> = OnceLock::new();
    RESOURCES.get_or_init(|| {
        let read = |(_, text): &(&str, &str)| {
            FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(partly, _)| partly)
        };
        FILES.iter().map(read).collect()
    })
}

impl Catalogue {
    pub fn new(language: Language) -> Self {
        let mut bundle = Bundle::new_concurrent(vec![language.plurals()]);
        bundle.set_use_isolating(language.is_right_to_left());
        bundle.set_transform(language.transform());
        let mut messages = HashMap::new();
        for resource in resources() {
            bundle.add_resource_overriding(resource);
            messages.extend(message::read(resource, language));
        }
        Self { language, messages, bundle }
    }

    /// The words of a message; its key where there is none, so that a page never breaks.
    pub fn say(&self, key: &str, values: Values<'_>) -> String {
        match self.messages.get(key) {
            Some(message) => message.say(self, values),
            None => key.to_owned(),
        }
    }

    /// The words of a message without parts.
    fn plain(&'static self, key: &'static str) -> &'static str {
        self.messages.get(key).and_then(Message::plain).unwrap_or(key)
    }

    /// The stretches of a message with parts, for whoever puts more than text between them.
    fn pieces(&'static self, key: &str) -> &'static [Piece] {
        self.messages.get(key).map_or(&[], Message::pieces)
    }

    /// Every key, with the names of its parts in order.
    pub fn keys(&self) -> impl Iterator<Item = (&'static str, &[&'static str])> {
        self.messages.iter().map(|(key, message)| (*key, message.parts()))
    }
}
