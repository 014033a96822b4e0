//! The two ways to name a message in code.

use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

use super::{Piece, Values, catalogue};

/// A message by its key. It can stand in a table that is made before a language is chosen, and is
/// read as the text that it names.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(&'static str);

impl Word {
    /// No message and no text.
    pub const NONE: Self = Self("");

    pub const fn new(key: &'static str) -> Self {
        Self(key)
    }

    pub fn text(self) -> &'static str {
        if self.0.is_empty() { "" } else { catalogue().plain(self.0) }
    }

    /// Whether it is [`Word::NONE`], before any language is chosen.
    pub const fn is_none(self) -> bool {
        self.0.is_empty()
    }
}

impl Deref for Word {
    type Target = str;
    fn deref(&self) -> &str {
        self.text()
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl From<Word> for &'static str {
    fn from(word: Word) -> Self {
        word.text()
    }
}

impl From<Word> for String {
    fn from(word: Word) -> Self {
        word.text().to_owned()
    }
}

impl From<Word> for std::borrow::Cow<'static, str> {
    fn from(word: Word) -> Self {
        Self::Borrowed(word.text())
    }
}

/// One place in code that says a message: looked up once.
pub struct Said {
    key: &'static str,
    text: OnceLock<&'static str>,
}

impl Said {
    pub const fn new(key: &'static str) -> Self {
        Self { key, text: OnceLock::new() }
    }

    pub fn text(&self) -> &'static str {
        self.text.get_or_init(|| catalogue().plain(self.key))
    }

    pub fn with(&self, values: Values<'_>) -> String {
        catalogue().say(self.key, values)
    }

    /// The stretches of the message, for whoever puts more than text between its words.
    pub fn pieces(&self) -> &'static [Piece] {
        catalogue().pieces(self.key)
    }
}

/// Says a message of the catalogue: `say!("case-closure-title")` gives `&'static str`, and
/// `say!("case-words-opened", who)` or `say!("case-words-opened", who = names.person(id))` a
/// `String`.
#[macro_export]
macro_rules! say {
    ($key:literal $(,)?) => {{
        static SAID: $crate::catalogue::Said = $crate::catalogue::Said::new($key);
        SAID.text()
    }};
    ($key:literal, $($name:ident $(= $value:expr)?),+ $(,)?) => {{
        static SAID: $crate::catalogue::Said = $crate::catalogue::Said::new($key);
        SAID.with(&[$((stringify!($name), &$crate::part!($name $(= $value)?))),+])
    }};
}

/// One part of a message; for [`say!`] only.
#[doc(hidden)]
#[macro_export]
macro_rules! part {
    ($name:ident) => {
        $name
    };
    ($name:ident = $value:expr) => {
        $value
    };
}

/// A message of the catalogue for a table: a [`Word`].
#[macro_export]
macro_rules! word {
    ($key:literal) => {
        $crate::catalogue::Word::new($key)
    };
}
