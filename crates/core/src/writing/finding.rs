//! What a rule has found.

use crate::say;

/// What a text is for, which decides which rules look at it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// What another department is asked for.
    Need,
    ReadBack,
    CustomerMessage,
    /// Anything else that a colleague of another department will read.
    Colleague,
}

impl Kind {
    pub const NAMES: &'static [&'static str] =
        &["need", "read_back", "customer_message", "colleague"];

    pub fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "need" => Self::Need,
            "read_back" => Self::ReadBack,
            "customer_message" => Self::CustomerMessage,
            "colleague" => Self::Colleague,
            _ => return None,
        })
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Need => "need",
            Self::ReadBack => "read_back",
            Self::CustomerMessage => "customer_message",
            Self::Colleague => "colleague",
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    Vague,
    NoVerb,
    NoObject,
    NoDate,
    Negative,
    Jargon,
    LongSentence,
    ReadingAge,
    Copied,
    PersonalData,
}

impl Rule {
    pub const NAMES: &'static [&'static str] = &[
        "vague",
        "no_verb",
        "no_object",
        "no_date",
        "negative",
        "jargon",
        "long_sentence",
        "reading_age",
        "copied",
        "personal_data",
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Vague => "vague",
            Self::NoVerb => "no_verb",
            Self::NoObject => "no_object",
            Self::NoDate => "no_date",
            Self::Negative => "negative",
            Self::Jargon => "jargon",
            Self::LongSentence => "long_sentence",
            Self::ReadingAge => "reading_age",
            Self::Copied => "copied",
            Self::PersonalData => "personal_data",
        }
    }

    /// Why the rule is there.
    pub fn why(self) -> &'static str {
        match self {
            Self::Vague => {
                say!("writing-finding-two-people-read-a-vague-word")
            }
            Self::NoVerb => say!("writing-finding-whoever-is-asked-looks-for-the"),
            Self::NoObject => say!("writing-finding-who-does-not-know-the-case"),
            Self::NoDate => say!("writing-finding-without-a-time-soon-is-decided"),
            Self::Negative => {
                say!("writing-finding-what-can-be-done-helps-a")
            }
            Self::Jargon => say!("writing-finding-customers-do-not-know-the-words"),
            Self::LongSentence => say!("writing-finding-long-sentences-are-read-twice"),
            Self::ReadingAge => {
                say!("writing-finding-many-adults-read-like-a-child")
            }
            Self::Copied => say!("writing-finding-a-read-back-in-the-words"),
            Self::PersonalData => {
                say!("writing-finding-a-field-of-the-packet-can")
            }
        }
    }
}

/// A finding as it is given out. The range counts characters (Unicode code points).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    pub start: usize,
    pub end: usize,
    pub rule: Rule,
    /// The words that it is about; empty where it is about the whole text.
    pub words: String,
    pub sentence: String,
    /// What to write instead.
    pub suggestion: Option<String>,
}

/// A finding whose range counts bytes.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    pub rule: Rule,
    pub sentence: String,
    pub suggestion: Option<String>,
}

impl Found {
    pub fn at(rule: Rule, range: (usize, usize), sentence: impl Into<String>) -> Self {
        let (start, end) = range;
        Self { start, end, rule, sentence: sentence.into(), suggestion: None }
    }

    pub fn instead(mut self, suggestion: impl Into<String>) -> Self {
        self.suggestion = Some(suggestion.into());
        self
    }

    pub fn finish(self, text: &str) -> Finding {
        let count = |end: usize| text.get(..end).map_or(0, |part| part.chars().count());
        let words = text.get(self.start..self.end).unwrap_or_default();
        let whole = self.start == 0 && self.end >= text.trim_end().len();
        Finding {
            start: count(self.start),
            end: count(self.end),
            rule: self.rule,
            words: if whole { String::new() } else { words.to_owned() },
            sentence: self.sentence,
            suggestion: self.suggestion,
        }
    }
}
