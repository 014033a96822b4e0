//! What a node can speak.

use unic_langid::LanguageIdentifier;

use super::pseudo;

/// A language of the pages. All but the first are made from it by rule, to check layouts and to
/// find what stands outside the catalogue.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    #[default]
    BritishEnglish,
    /// `en-XA`: accented and longer, each message between ⟦ and ⟧.
    Accented,
    /// `ar-XB`: English words that run from right to left.
    RightToLeft,
}

impl Language {
    pub const ALL: [Self; 3] = [Self::BritishEnglish, Self::Accented, Self::RightToLeft];
    /// The tags, in the same order.
    pub const TAGS: &'static [&'static str] = &["en-GB", "en-XA", "ar-XB"];

    /// As the setting and the `lang` attribute have it (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::BritishEnglish => "en-GB",
            Self::Accented => "en-XA",
            Self::RightToLeft => "ar-XB",
        }
    }

    pub fn parse(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    pub fn is_right_to_left(self) -> bool {
        self == Self::RightToLeft
    }

    /// As the `dir` attribute has it.
    pub fn direction(self) -> &'static str {
        if self.is_right_to_left() { "rtl" } else { "ltr" }
    }

    /// Whose rules for one, two and many hold: all of these have English words.
    pub(super) fn plurals(self) -> LanguageIdentifier {
        LanguageIdentifier::from_bytes(b"en-GB").unwrap_or_default()
    }

    /// What becomes of the words of a message, part by part.
    pub(super) fn transform(self) -> Option<fn(&str) -> std::borrow::Cow<'_, str>> {
        match self {
            Self::BritishEnglish => None,
            Self::Accented => Some(pseudo::accented),
            Self::RightToLeft => Some(pseudo::mirrored),
        }
    }

    /// What stands before and after a whole message.
    pub(super) fn frame(self) -> (&'static str, &'static str) {
        if self == Self::Accented { ("⟦", "⟧") } else { ("", "") }
    }
}
