//! The one place that turns events of a case into sentences: for the page, the API's timeline, a
//! mail and the audit.

use crate::case::event::{CaseClockStopped, CaseEvent, CaseOpened};
use crate::case::kinds::{CaseClock, MessageKind, NoReply, UpdateKind};
use crate::case::request;
use crate::directory::Directory;
use crate::ids::{DepartmentId, PersonId};
use crate::log::Actor;
use crate::say;
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
        Actor::Customer => say!("case-words-the-customer").to_owned(),
        Actor::System => "Baton".to_owned(),
    }
}

/// Says an event in words.
pub fn say(event: &CaseEvent, by: Actor, names: &dyn Names, texts: &Texts) -> Line {
    let who = actor(by, names);
    request::words::say(event, &who, names, texts)
        .unwrap_or_else(|| of_case(event, &who, names, texts))
}

fn told(update: UpdateKind) -> &'static str {
    match update {
        UpdateKind::Holding => say!("case-words-that-we-are-on-it"),
        UpdateKind::Progress => say!("case-words-how-it-is-going"),
        UpdateKind::Outcome => say!("case-words-the-outcome"),
    }
}

fn of_case(event: &CaseEvent, who: &str, names: &dyn Names, texts: &Texts) -> Line {
    let quote = |label: &str, word| [(label.to_owned(), texts.show(word).to_owned())];
    match event {
        CaseEvent::CaseOpened(e) => {
            Line::new(opened(who, e)).quoting(quote(say!("case-words-subject"), e.subject))
        }
        CaseEvent::MessageAdded(e) => {
            let text = message(who, e.kind, e.channel.name(), e.automatic);
            Line::new(text).quoting(quote(say!("case-words-text"), e.body))
        }
        CaseEvent::CustomerToldOf(e) => {
            let what = told(e.update);
            Line::new(say!("case-words-told-the-customer-by", who, what, channel = e.channel))
                .quoting(quote(say!("case-words-text"), e.body))
        }
        CaseEvent::MessageUndone(_) => {
            Line::new(say!("case-words-took-the-message-back-in-time", who))
        }
        CaseEvent::MessageLeft(_) => Line::new(say!("case-words-the-message-left").to_owned()),
        CaseEvent::MessageBounced(e) => {
            Line::new(say!("case-words-the-message-came-back-the").to_owned())
                .quoting(quote(say!("case-words-report"), e.reason))
        }
        CaseEvent::OwnerChanged(e) => {
            Line::new(say!("case-words-gave-the-case-to", who, owner = names.person(e.owner)))
        }
        CaseEvent::PriorityChanged(e) => {
            Line::new(say!("case-words-set-priority", who, priority = e.priority))
                .quoting(quote(say!("case-words-why"), e.reason))
        }
        CaseEvent::CaseClosed(e) => {
            let exempt = e.exemption.as_ref().map(|exemption| {
                let kind = exemption.kind.name().replace('_', " ");
                (say!("case-words-customer-not-told").to_owned(), kind)
            });
            Line::new(say!("case-words-closed-the-case", who))
                .quoting(quote(say!("case-words-outcome"), e.outcome))
                .quoting(exempt)
        }
        CaseEvent::CaseReopened(e) => Line::new(say!("case-words-reopened-the-case", who))
            .quoting(quote(say!("case-words-why"), e.reason)),
        other => of_clock(other, names)
            .or_else(|| of_promise(other, who, names, texts))
            .or_else(|| of_wait(other, who, names, texts))
            .or_else(|| of_reply(other, who, texts))
            .unwrap_or_else(|| of_merger(other, who)),
    }
}

/// Whether what the customer wrote needs a reply.
fn of_reply(event: &CaseEvent, who: &str, texts: &Texts) -> Option<Line> {
    Some(match event {
        CaseEvent::ReplyWaived(e) => {
            let why = |text| (say!("case-words-why").to_owned(), texts.show(text).to_owned());
            Line::new(waived(who, e.reason)).quoting(e.text.map(why))
        }
        CaseEvent::ReplyExpected(_) => {
            Line::new(say!("case-words-says-that-the-customers-message", who))
        }
        _ => return None,
    })
}

/// What the customer was told to expect, and what came of it.
fn of_promise(event: &CaseEvent, who: &str, names: &dyn Names, texts: &Texts) -> Option<Line> {
    let quote = |label: &str, word| [(label.to_owned(), texts.show(word).to_owned())];
    Some(match event {
        CaseEvent::PromiseMade(e) => {
            let by = names.time(e.by);
            Line::new(say!("case-words-promised-the-customer-by", who, by))
                .quoting(quote(say!("case-words-promise"), e.what))
        }
        CaseEvent::PromiseKept(_) => Line::new(say!("case-words-the-promise-was-kept").to_owned()),
        CaseEvent::PromiseBroken(_) => {
            Line::new(say!("case-words-the-promise-was-kept-late").to_owned())
        }
        CaseEvent::PromiseReleased(e) => Line::new(say!("case-words-released-the-promise", who))
            .quoting(quote(say!("case-words-why"), e.reason)),
        CaseEvent::PromiseOverdue(_) => {
            Line::new(say!("case-words-a-promise-to-the-customer-is").to_owned())
        }
        _ => return None,
    })
}

/// The case waits for somebody outside, as a request does.
fn of_wait(event: &CaseEvent, who: &str, names: &dyn Names, texts: &Texts) -> Option<Line> {
    Some(match event {
        CaseEvent::CaseWaitStarted(e) => {
            request::words::waits(who, e.on, (e.reason, e.evidence), e.resume_by, names, texts)
        }
        CaseEvent::CaseWaitEnded(_) => {
            Line::new(say!("case-request-words-went-on-with-the-work", who))
        }
        _ => return None,
    })
}

/// What became of a clock of the case.
fn of_clock(event: &CaseEvent, names: &dyn Names) -> Option<Line> {
    Some(match event {
        CaseEvent::CaseClockStopped(e) => Line::new(stopped(e)),
        CaseEvent::CaseDueMoved(e) => {
            Line::new(request::words::moved(&e.moved, clock(e.moved.clock), names))
        }
        CaseEvent::CaseClockOverdue(e) => {
            let (clock, due) = (clock(e.clock), names.time(e.due));
            Line::new(say!("case-words-is-late-it-was-due", clock, due))
        }
        _ => return None,
    })
}

/// What happens to two cases of one matter.
fn of_merger(event: &CaseEvent, who: &str) -> Line {
    match event {
        CaseEvent::CaseMerged(e) => {
            Line::new(say!("case-words-merged-this-case-into-c-it", who, number = e.number))
        }
        CaseEvent::CaseSeparated(e) => {
            Line::new(say!("case-words-took-the-merger-back-this-case", who, number = e.number))
        }
        CaseEvent::MergerSettled(_) => {
            Line::new(say!("case-words-the-time-for-taking-the-merger").to_owned())
        }
        CaseEvent::CaseJoined(e) => {
            Line::new(say!("case-words-merged-c-into-this-case", who, number = e.number))
        }
        CaseEvent::CaseParted(e) => {
            Line::new(say!("case-words-took-c-out-again-it-is", who, number = e.number))
        }
        CaseEvent::JoinedMessageBounced(e) => {
            Line::new(say!("case-words-a-message-of-c-came-back", number = e.number))
        }
        // Everything else is about a request and was said by its own words.
        _ => Line::new(format!("{who}: {}.", event.kind().replace('_', " "))),
    }
}

fn opened(who: &str, event: &CaseOpened) -> String {
    match &event.follows {
        None => say!("case-words-opened-the-case", who),
        Some(earlier) => {
            say!("case-words-opened-the-case-after", who, earlier = earlier.reference())
        }
    }
}

fn stopped(event: &CaseClockStopped) -> String {
    let clock = clock(event.clock);
    match event.met {
        Some(true) => say!("case-words-was-in-time", clock),
        Some(false) => say!("case-words-was-late", clock),
        None => say!("case-words-is-no-longer-due", clock),
    }
}

/// A clock of a case, at the beginning of a sentence.
pub fn clock(kind: CaseClock) -> &'static str {
    match kind {
        CaseClock::Acknowledgement => say!("case-words-saying-that-it-has-come"),
        CaseClock::FirstResponse => say!("case-words-the-first-response"),
        CaseClock::NextResponse => say!("case-words-the-next-response"),
        CaseClock::ProgressUpdate => say!("case-words-the-progress-update"),
        CaseClock::Promise => say!("case-words-the-promise"),
        CaseClock::FirstResolution => say!("case-words-the-first-resolution"),
        CaseClock::FinalResolution => say!("case-words-the-resolution"),
    }
}

/// Who said that what the customer wrote needs no reply, and why.
fn waived(who: &str, reason: NoReply) -> String {
    match reason {
        NoReply::Thanks => say!("case-words-no-reply-needed-thanks", who),
        NoReply::Information => say!("case-words-no-reply-needed-information", who),
        NoReply::Repeated => say!("case-words-no-reply-needed-repeated", who),
        NoReply::Other => say!("case-words-no-reply-needed", who),
    }
}

fn message(who: &str, kind: MessageKind, channel: &str, automatic: bool) -> String {
    match kind {
        MessageKind::Inbound if automatic => {
            say!("case-words-an-automatic-message-came-in-by", channel)
        }
        MessageKind::Inbound => say!("case-words-a-message-came-in-by", channel),
        MessageKind::Reply => say!("case-words-replied-by", who, channel),
        MessageKind::Note => say!("case-words-wrote-a-note", who),
        MessageKind::Call => say!("case-words-logged-a-call", who),
        MessageKind::Update => say!("case-words-told-the-customer", who),
    }
}
