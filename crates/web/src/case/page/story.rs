//! The history of a case as entries of its story, for whoever may see all of the case.

use baton_core::case::event::CaseEvent;
use baton_core::case::kinds::{Channel, MessageKind, UpdateKind};
use baton_core::case::request::sight::sight;
use baton_core::case::state::{Dispatch, Message};
use baton_core::case::words::{Line, Names, actor, say};
use baton_core::directory::Directory;
use baton_core::ids::{DepartmentId, MessageId, PersonId, RequestId};
use baton_core::log::Stamp;
use baton_core::say;
use baton_core::time::Instant;
use jiff::tz::TimeZone;

use super::frame::at;
use crate::ctx::Ctx;
use crate::reach::File;
use crate::ui::files::Paper;
use crate::ui::status::Status;
use crate::ui::story::{Did, Entry, Said, Voice};
use crate::ui::when;
use crate::ui::words::channel;

/// The directory, with times as the reader's own clock shows them.
struct Local<'a> {
    directory: &'a Directory,
    now: Instant,
    zone: TimeZone,
}

impl Names for Local<'_> {
    fn person(&self, id: PersonId) -> String {
        self.directory.person_name(id).to_owned()
    }
    fn department(&self, id: DepartmentId) -> String {
        self.directory.department_name(id).to_owned()
    }
    fn time(&self, at: Instant) -> String {
        when::words(at, self.now, &self.zone)
    }
}

/// Everything of the history that this reader may see, the newest first.
pub fn entries(ctx: &Ctx, file: &File, history: &[(Stamp, CaseEvent)]) -> Vec<Entry> {
    let names = Local { directory: &file.directory, now: ctx.now, zone: ctx.zone() };
    let seen = |event: &CaseEvent| event.request().is_none_or(|id| may_see(ctx, file, id));
    let entry = |(stamp, event): &(Stamp, CaseEvent)| match event {
        CaseEvent::MessageAdded(e) => said(ctx, file, e.message, &names),
        CaseEvent::CustomerToldOf(e) => said(ctx, file, e.message, &names),
        // What became of a message stands on its card.
        CaseEvent::MessageLeft(_) | CaseEvent::MessageUndone(_) => None,
        // So does what it promised, and that it kept a promise.
        CaseEvent::PromiseMade(e) if e.message.is_some() => None,
        CaseEvent::PromiseKept(e) if e.message.is_some() => None,
        // A request that was written and sent at once is one line.
        CaseEvent::RequestDrafted(e) if sent_at_once(file, e.request, stamp.at) => None,
        CaseEvent::RequestSent(e) => Some(sent(file, e.request, *stamp, event, &names)),
        // The subject is the heading of the page.
        CaseEvent::CaseOpened(_) => {
            let text = say!("case-story-opened-the-case", actor = actor(stamp.actor, &names));
            Some(did(file, *stamp, Line::new(text), None))
        }
        event => {
            let line = say(event, stamp.actor, &names, &file.texts);
            Some(did(file, *stamp, line, event.request()))
        }
    };
    let told = history.iter().rev().filter(|(_, event)| seen(event) && !event.is_result());
    told.filter_map(entry).collect()
}

/// Deny wins: a draft of another department is not there.
fn may_see(ctx: &Ctx, file: &File, id: RequestId) -> bool {
    let request = file.case.request(id);
    request.is_some_and(|request| sight(&file.case, request, &ctx.who).any())
}

fn sent_at_once(file: &File, id: RequestId, at: Instant) -> bool {
    file.case.request(id).is_some_and(|request| request.sent_at == Some(at))
}

/// The line of a request that left, with what it asks for and of whom.
fn sent(file: &File, id: RequestId, stamp: Stamp, event: &CaseEvent, names: &Local<'_>) -> Entry {
    let line = say(event, stamp.actor, names, &file.texts);
    let asked = file.case.request(id).map(|request| {
        [
            (say!("case-story-to").to_owned(), names.department(request.ask.to)),
            (say!("case-story-need").to_owned(), file.texts.show(request.ask.need).to_owned()),
        ]
    });
    did(file, stamp, line.quoting(asked.into_iter().flatten()), Some(id))
}

fn did(file: &File, stamp: Stamp, line: Line, request: Option<RequestId>) -> Entry {
    let of = request.and_then(|id| file.case.request(id)).map(|request| {
        let reference = format!("{}/{}", file.case.reference(), request.ordinal);
        (reference, format!("/requests/{}", request.id))
    });
    let Line { text, quotes } = line;
    let quotes = quotes.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    Entry::Did(Did { key: stamp.version, at: stamp.at, text, quotes, of })
}

fn said(ctx: &Ctx, file: &File, id: MessageId, names: &Local<'_>) -> Option<Entry> {
    let message = file.case.message(id)?;
    let below = |rest: String| at(&file.case, &format!("messages/{id}/{rest}"));
    let paper = |(n, one): (usize, &baton_core::case::state::Attachment)| Paper {
        name: file.texts.show(one.name).to_owned(),
        href: Some(below(format!("files/{n}"))),
        size: one.size,
    };
    Some(Entry::Said(Said {
        id: id.to_string(),
        voice: voice(message),
        who: who(file, message, names),
        how: how(file, message),
        next: promised(file, message.id, names),
        at: message.at,
        body: file.texts.show(message.body).trim().to_owned(),
        fate: fate(message),
        files: message.attachments.iter().enumerate().map(paper).collect(),
        frame: message.html.as_ref().map(|_| below("html".to_owned())),
        below: super::waiver::below(ctx, file, message),
    }))
}

/// When the next word was promised in this message.
fn promised(file: &File, id: MessageId, names: &Local<'_>) -> Option<String> {
    let made = file.case.promises.iter().find(|promise| promise.made_in == Some(id));
    made.map(|promise| say!("case-story-next-update-promised-by", by = names.time(promise.by)))
}

fn voice(message: &Message) -> Voice {
    match message.kind {
        _ if message.automatic => Voice::Machine,
        MessageKind::Inbound => Voice::Customer,
        MessageKind::Note => Voice::Inside,
        MessageKind::Reply | MessageKind::Call | MessageKind::Update => Voice::Us,
    }
}

fn who(file: &File, message: &Message, names: &Local<'_>) -> String {
    let by = actor(message.by, names);
    match message.kind {
        MessageKind::Inbound if message.automatic => {
            say!("case-story-an-automatic-answer-came-in").to_owned()
        }
        MessageKind::Inbound => match super::frame::customer_name(file) {
            Some(name) => say!("case-story-wrote", name),
            None => say!("case-story-a-message-came-in").to_owned(),
        },
        MessageKind::Reply => say!("case-story-replied", by),
        MessageKind::Note => say!("case-story-wrote-a-note", by),
        MessageKind::Call => say!("case-story-spoke-with-the-customer", by),
        MessageKind::Update => match message.update {
            Some(UpdateKind::Outcome) => say!("case-story-told-the-customer-the-outcome", by),
            Some(UpdateKind::Progress) => say!("case-story-told-the-customer-how-it-is", by),
            _ => say!("case-story-told-the-customer-that-we-are", by),
        },
    }
}

fn how(file: &File, message: &Message) -> String {
    if message.kind == MessageKind::Note {
        return say!("case-story-for-colleagues-only").to_owned();
    }
    let by = match message.channel {
        Channel::Counter => say!("case-story-at-the-counter").to_owned(),
        other => say!("case-story-by", channel = channel(other).to_lowercase()),
    };
    match (message.kind, message.address) {
        (_, None) => by,
        (MessageKind::Inbound, Some(from)) => {
            say!("case-story-from", by, from = file.texts.show(from))
        }
        (_, Some(to)) => say!("case-story-to-2", by, to = file.texts.show(to)),
    }
}

fn fate(message: &Message) -> Option<(Status, &'static str)> {
    if message.waiver.is_some() {
        return Some((Status::Closed, say!("case-waiver-no-reply-needed")));
    }
    match message.dispatch {
        Dispatch::Bounced { .. } => {
            Some((Status::Breached, say!("case-story-came-back-the-customer-does-not")))
        }
        Dispatch::Undone { .. } => {
            Some((Status::Closed, say!("case-story-taken-back-it-did-not-leave")))
        }
        Dispatch::Held { .. } => Some((Status::Waiting, say!("case-story-about-to-leave"))),
        Dispatch::Recorded | Dispatch::Left { .. } => None,
    }
}
