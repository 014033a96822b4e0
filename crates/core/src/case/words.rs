//! The one place that turns events of a case into sentences: for the page, the API's timeline, a
//! mail and the audit.

use crate::case::event::CaseEvent;
use crate::case::kinds::{MessageKind, UpdateKind};
use crate::case::request;
use crate::directory::Directory;
use crate::ids::{DepartmentId, PersonId};
use crate::log::Actor;
use crate::time::Instant;
use crate::vault::Texts;

/// Names that a line needs. A page gives them in the reader's zone.
pub trait Names {
    fn person(&self, id: PersonId) -> String;
    fn department(&self, id: DepartmentId) -> String;
    fn time(&self, at: Instant) -> String;
}

/// The directory itself, with times in UTC.
impl Names for Directory {
    fn person(&self, id: PersonId) -> String {
        self.person_name(id).to_owned()
    }
    fn department(&self, id: DepartmentId) -> String {
        self.department_name(id).to_owned()
    }
    fn time(&self, at: Instant) -> String {
        at.to_string()
    }
}

/// One line of a timeline.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub text: String,
    /// What was written, each part with its label.
    pub quotes: Vec<(String, String)>,
}

impl Line {
    pub fn new(text: String) -> Self {
        Self { text, quotes: Vec::new() }
    }
    pub fn quoting(mut self, quotes: impl IntoIterator<Item = (String, String)>) -> Self {
        self.quotes.extend(quotes);
        self
    }
}

/// Who did it, as a name.
pub fn actor(actor: Actor, names: &dyn Names) -> String {
    match actor {
        Actor::Person(id) => names.person(id),
        Actor::Customer => "The customer".to_owned(),
        Actor::System => "Baton".to_owned(),
    }
}

/// Says an event in words.
pub fn say(event: &CaseEvent, by: Actor, names: &dyn Names, texts: &Texts) -> Line {
    let who = actor(by, names);
    request::words::say(event, &who, names, texts)
        .unwrap_or_else(|| of_case(event, &who, names, texts))
}

fn of_case(event: &CaseEvent, who: &str, names: &dyn Names, texts: &Texts) -> Line {
    let quote = |label: &str, word| [(label.to_owned(), texts.show(word).to_owned())];
    match event {
        CaseEvent::CaseOpened(e) => {
            Line::new(format!("{who} opened the case.")).quoting(quote("Subject", e.subject))
        }
        CaseEvent::MessageAdded(e) => {
            let text = message(who, e.kind, e.channel.name(), e.automatic);
            Line::new(text).quoting(quote("Text", e.body))
        }
        CaseEvent::CustomerToldOf(e) => {
            let what = match e.update {
                UpdateKind::Holding => "that we are on it",
                UpdateKind::Progress => "how it is going",
                UpdateKind::Outcome => "the outcome",
            };
            Line::new(format!("{who} told the customer {what}, by {}.", e.channel))
                .quoting(quote("Text", e.body))
        }
        CaseEvent::MessageUndone(_) => Line::new(format!("{who} took the message back in time.")),
        CaseEvent::MessageLeft(_) => Line::new("The message left.".to_owned()),
        CaseEvent::MessageBounced(e) => {
            Line::new("The message came back: the customer does not know.".to_owned())
                .quoting(quote("Report", e.reason))
        }
        CaseEvent::PromiseMade(e) => {
            let by = names.time(e.by);
            Line::new(format!("{who} promised the customer, by {by}:"))
                .quoting(quote("Promise", e.what))
        }
        CaseEvent::PromiseKept(_) => Line::new("The promise was kept.".to_owned()),
        CaseEvent::PromiseBroken(_) => Line::new("The promise was kept late.".to_owned()),
        CaseEvent::PromiseReleased(e) => {
            Line::new(format!("{who} released the promise.")).quoting(quote("Why", e.reason))
        }
        CaseEvent::PromiseOverdue(_) => {
            Line::new("A promise to the customer is overdue.".to_owned())
        }
        CaseEvent::OwnerChanged(e) => {
            Line::new(format!("{who} gave the case to {}.", names.person(e.owner)))
        }
        CaseEvent::PriorityChanged(e) => {
            Line::new(format!("{who} set priority {}.", e.priority)).quoting(quote("Why", e.reason))
        }
        CaseEvent::CaseClosed(e) => {
            let exempt = e.exemption.as_ref().map(|exemption| {
                let kind = exemption.kind.name().replace('_', " ");
                ("Customer not told".to_owned(), kind)
            });
            Line::new(format!("{who} closed the case."))
                .quoting(quote("Outcome", e.outcome))
                .quoting(exempt)
        }
        CaseEvent::CaseReopened(e) => {
            Line::new(format!("{who} reopened the case.")).quoting(quote("Why", e.reason))
        }
        other => of_merger(other, who),
    }
}

/// What happens to two cases of one matter.
fn of_merger(event: &CaseEvent, who: &str) -> Line {
    match event {
        CaseEvent::CaseMerged(e) => {
            Line::new(format!("{who} merged this case into C-{}. It goes on there.", e.number))
        }
        CaseEvent::CaseSeparated(e) => Line::new(format!(
            "{who} took the merger back: this case is on its own again, and what came in since \
             stays in C-{}.",
            e.number
        )),
        CaseEvent::MergerSettled(_) => {
            Line::new("The time for taking the merger back is over.".to_owned())
        }
        CaseEvent::CaseJoined(e) => {
            Line::new(format!("{who} merged C-{} into this case.", e.number))
        }
        CaseEvent::CaseParted(e) => {
            Line::new(format!("{who} took C-{} out again. It is a case of its own.", e.number))
        }
        CaseEvent::JoinedMessageBounced(e) => {
            Line::new(format!("A message of C-{} came back: the customer does not know.", e.number))
        }
        // Everything else is about a request and was said by its own words.
        _ => Line::new(format!("{who}: {}.", event.kind().replace('_', " "))),
    }
}

fn message(who: &str, kind: MessageKind, channel: &str, automatic: bool) -> String {
    match kind {
        MessageKind::Inbound if automatic => format!("An automatic message came in by {channel}."),
        MessageKind::Inbound => format!("A message came in by {channel}."),
        MessageKind::Reply => format!("{who} replied by {channel}."),
        MessageKind::Note => format!("{who} wrote a note."),
        MessageKind::Call => format!("{who} logged a call."),
        MessageKind::Update => format!("{who} told the customer."),
    }
}
