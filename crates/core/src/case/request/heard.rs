//! What words suggest on a case: those of the customer, written or said on the telephone, and those
//! of whoever writes a request. None of it counts before a person confirms it, and whoever sets it
//! aside says why.

use serde_json::Value;

use crate::case::kinds::MessageKind;
use crate::case::request::advice::Advised;
use crate::case::state::{Case, Message};
use crate::escalation::{Facts, Tick, propose};
use crate::ids::MessageId;
use crate::vault::{Texts, WordRef};

/// The newest messages in which words are looked for, beside the one that the case came with.
const MESSAGES: usize = 10;

/// Whose words they are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Voice {
    Customer,
    /// Of a call, as a colleague wrote it down.
    Call,
    /// Of whoever writes the request.
    Writer,
}

impl Voice {
    pub const NAMES: &'static [&'static str] = &["customer", "call", "writer"];

    pub fn name(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Call => "call",
            Self::Writer => "writer",
        }
    }
}

/// A fact that words suggest, and the words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub fact: &'static str,
    pub value: Value,
    pub words: String,
    pub why: &'static str,
    pub by: Voice,
    /// Where they stand; what a case is about belongs to the message that it came with.
    pub message: Option<MessageId>,
    /// The reason with which they were set aside for a request of this case.
    pub aside: Option<WordRef>,
}

impl Found {
    pub fn tick(&self) -> Tick {
        Tick { fact: self.fact.to_owned(), value: self.value.clone() }
    }

    /// Whether nobody has set it aside yet.
    pub fn is_open(&self) -> bool {
        self.aside.is_none()
    }

    /// Whether it says more than what is known.
    pub(super) fn adds_to(&self, known: &Facts) -> bool {
        self.tick().over(known).is_ok_and(|said| said != *known)
    }

    fn outweighs(&self, other: &Self) -> bool {
        other.tick().over(&Facts::default()).is_ok_and(|known| self.adds_to(&known))
    }
}

/// What the customer's words suggest, for whoever may read them, the newest first.
pub fn heard(case: &Case, texts: &Texts) -> Vec<Found> {
    let came = case.messages.iter().filter(|message| by(message).is_some());
    let first = came.clone().next().map(|message| message.id);
    let newest = came.rev().enumerate();
    let read = newest.filter(|(n, message)| *n < MESSAGES || Some(message.id) == first);
    let letters = read.flat_map(|(_, message)| {
        let text = texts.get(message.body).unwrap_or_default();
        suggested(text, by(message).unwrap_or(Voice::Customer), Some(message.id))
    });
    let subject = suggested(texts.get(case.subject).unwrap_or_default(), Voice::Customer, first);
    once(letters.chain(subject).map(|found| Found { aside: reason(case, &found), ..found }))
}

/// What the words of whoever writes a request suggest.
pub fn written<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<Found> {
    once(texts.into_iter().flat_map(|text| suggested(text, Voice::Writer, None)))
}

fn by(message: &Message) -> Option<Voice> {
    match message.kind {
        MessageKind::Inbound => Some(Voice::Customer),
        MessageKind::Call => Some(Voice::Call),
        MessageKind::Reply | MessageKind::Note | MessageKind::Update => None,
    }
}

fn suggested(text: &str, by: Voice, message: Option<MessageId>) -> Vec<Found> {
    let found = |proposal: crate::escalation::Proposal| Found {
        fact: proposal.fact,
        words: proposal.words(text).to_owned(),
        value: proposal.value,
        why: proposal.why,
        by,
        message,
        aside: None,
    };
    propose(text).into_iter().map(found).collect()
}

/// Each fact once, by the first of the gravest; and once more where it was set aside.
pub(super) fn once(all: impl IntoIterator<Item = Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::new();
    for found in all {
        let same =
            |other: &&mut Found| other.fact == found.fact && other.is_open() == found.is_open();
        match kept.iter_mut().find(same) {
            None => kept.push(found),
            Some(other) if found.outweighs(other) => *other = found,
            Some(_) => {}
        }
    }
    kept
}

/// Why these words of this message were set aside, if somebody did and said why.
fn reason(case: &Case, found: &Found) -> Option<WordRef> {
    let advices = case.requests.iter().rev().flat_map(|request| request.advices());
    let this = |advised: &&Advised| advised.heard_in.get(found.fact) == Some(&found.message);
    advices.filter(this).find_map(|advised| advised.otherwise)
}
