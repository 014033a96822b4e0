//! A case as its own department sees it.

use baton_core::case::joined::{Joined, Merger};
use baton_core::case::kinds::{Channel, MessageKind, NoReply, Priority, Standing, UpdateKind};
use baton_core::case::state::{Dispatch, Message, Promise, PromiseState};
use baton_core::log::Actor;

use crate::shape::{Out, Thing};
use crate::view::case_clock::{self, CASE_CLOCK, CaseClockView};
use crate::view::request::{REQUEST, RequestView, Source, WAIT, WaitView, request, wait_view};
use crate::view::{MAYBE_ID, MAYBE_TEXT, MAYBE_TIME, maybe_time, time, view};

view! {
    CaseView as CASE "Case" {
        "id" id: String = Out::Id,
        "ref" reference: String = Out::Text,
        "version" version: u32 = Out::Whole,
        "state" state: &'static str = Out::Choice(Standing::NAMES),
        "priority" priority: &'static str = Out::Choice(Priority::NAMES),
        "channel" channel: &'static str = Out::Choice(Channel::NAMES),
        "subject" subject: String = Out::Text,
        "customer" customer: Option<String> = MAYBE_ID,
        "customer_name" customer_name: Option<String> = MAYBE_TEXT,
        "owner" owner: String = Out::Id,
        "owner_name" owner_name: String = Out::Text,
        "department" department: String = Out::Id,
        "department_name" department_name: String = Out::Text,
        "customer_told_at" customer_told_at: Option<String> = MAYBE_TIME,
        "promises" promises: Vec<PromiseView> = Out::List(&Out::Thing(&PROMISE)),
        "messages" messages: Vec<MessageView> = Out::List(&Out::Thing(&MESSAGE)),
        /// What the customer was promised, and what came of it.
        "clocks" clocks: Vec<CaseClockView> = Out::List(&Out::Thing(&CASE_CLOCK)),
        "requests" requests: Vec<RequestView> = Out::List(&Out::Thing(&REQUEST)),
        /// Whom it waits for outside, while no other department has a part of it.
        "waiting" waiting: Option<WaitView> = Out::Maybe(&Out::Thing(&WAIT)),
        "closure" closure: Option<ClosureView> = Out::Maybe(&Out::Thing(&CLOSURE)),
        /// Where it goes on, when it was merged.
        "merger" merger: Option<MergerView> = Out::Maybe(&Out::Thing(&MERGER)),
        /// Reference of the closed case whose matter it takes up again.
        "follows" follows: Option<String> = MAYBE_TEXT,
        /// The cases that go on in this one.
        "joined" joined: Vec<JoinedView> = Out::List(&Out::Thing(&JOINED)),
        "received_at" received_at: String = Out::Time,
        "recorded_at" recorded_at: String = Out::Time,
    }
    PromiseView as PROMISE "Promise" {
        "id" id: String = Out::Id,
        "what" what: String = Out::Text,
        "by" by: String = Out::Time,
        "state" state: &'static str = Out::Choice(&["open", "kept", "broken", "released"]),
        "made_at" made_at: String = Out::Time,
    }
    MessageView as MESSAGE "Message" {
        "id" id: String = Out::Id,
        "kind" kind: &'static str = Out::Choice(MessageKind::NAMES),
        "update" update: Option<&'static str> = Out::Maybe(&Out::Choice(UpdateKind::NAMES)),
        "channel" channel: &'static str = Out::Choice(Channel::NAMES),
        "body" body: String = Out::Text,
        "address" address: Option<String> = MAYBE_TEXT,
        "by" by: Option<String> = MAYBE_ID,
        "at" at: String = Out::Time,
        "automatic" automatic: bool = Out::Flag,
        "dispatch" dispatch: &'static str = Out::Choice(DISPATCHES),
        /// While it can still be taken back: until when.
        "undo_until" undo_until: Option<String> = MAYBE_TIME,
        /// Somebody said that it needs no reply, and why.
        "reply_waiver" reply_waiver: Option<ReplyWaiverView> = Out::Maybe(&Out::Thing(&REPLY_WAIVER)),
        "attachments" attachments: Vec<AttachmentView> = Out::List(&Out::Thing(&ATTACHMENT)),
    }
    ReplyWaiverView as REPLY_WAIVER "ReplyWaiver" {
        "reason" reason: &'static str = Out::Choice(NoReply::NAMES),
        "text" text: Option<String> = MAYBE_TEXT,
        "by" by: Option<String> = MAYBE_ID,
        "at" at: String = Out::Time,
    }
    AttachmentView as ATTACHMENT "Attachment" {
        "name" name: String = Out::Text,
        "media_type" media_type: String = Out::Text,
        "size" size: u64 = Out::Whole,
        "href" href: String = Out::Text,
    }
    ClosureView as CLOSURE "Closure" {
        "at" at: String = Out::Time,
        "outcome" outcome: String = Out::Text,
        "exemption" exemption: Option<&'static str> = MAYBE_TEXT,
        /// From then on a new case follows it, and it is reopened no more.
        "reopen_until" reopen_until: Option<String> = MAYBE_TIME,
    }
}

view! {
    MergerView as MERGER "Merger" {
        /// The case in which it goes on.
        "survivor" survivor: String = Out::Id,
        "ref" reference: String = Out::Text,
        "at" at: String = Out::Time,
        /// Until when it can be taken back; null when that time is over.
        "until" until: Option<String> = MAYBE_TIME,
    }
    JoinedView as JOINED "JoinedCase" {
        "case" case: String = Out::Id,
        "ref" reference: String = Out::Text,
        "at" at: String = Out::Time,
    }
}

fn merger(merger: &Merger) -> MergerView {
    MergerView {
        survivor: merger.into.to_string(),
        reference: merger.reference(),
        at: time(merger.at),
        until: (!merger.settled).then(|| time(merger.until())),
    }
}

fn joined(joined: &Joined) -> JoinedView {
    JoinedView { case: joined.case.to_string(), reference: joined.reference(), at: time(joined.at) }
}

/// A message that was just written, with a sentence about each who was named and cannot see it.
#[derive(Debug, serde::Serialize)]
pub struct WrittenView {
    #[serde(flatten)]
    pub message: MessageView,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub not_told: Vec<String>,
}
pub const WRITTEN: Thing =
    Thing::new("WrittenMessage", MESSAGE.fields).sometimes(&[("not_told", Out::List(&Out::Text))]);

const DISPATCHES: &[&str] = &["recorded", "held", "left", "undone", "bounced"];

/// A case for somebody who may see all of it.
pub fn case(source: &Source<'_>) -> CaseView {
    let (case, names) = (source.case, source.directory);
    CaseView {
        id: case.id.to_string(),
        reference: case.reference(),
        version: case.version,
        state: case.standing().name(),
        priority: case.priority.name(),
        channel: case.channel.name(),
        subject: source.text(case.subject),
        customer: case.customer.map(|id| id.to_string()),
        customer_name: source.customer.map(|customer| customer.name(source.texts).to_owned()),
        owner: case.owner.to_string(),
        owner_name: names.person_name(case.owner).to_owned(),
        department: case.department.to_string(),
        department_name: names.department_name(case.department).to_owned(),
        customer_told_at: maybe_time(case.told().map(|told| told.at)),
        promises: case.promises.iter().map(|one| promise(source, one)).collect(),
        messages: case.messages.iter().map(|one| message(source, one)).collect(),
        clocks: case_clock::all(source),
        requests: visible(source),
        waiting: case.wait.as_ref().map(|wait| wait_view(source, wait)),
        closure: case.closure.as_ref().map(|closure| ClosureView {
            at: time(closure.at),
            outcome: source.text(closure.outcome),
            exemption: closure.exemption.as_ref().map(|exemption| exemption.kind.name()),
            reopen_until: maybe_time(closure.reopen_until),
        }),
        merger: case.merger.as_ref().map(merger),
        follows: case.follows.map(|earlier| earlier.reference()),
        joined: case.joined.iter().map(joined).collect(),
        received_at: time(case.first_received()),
        recorded_at: time(case.recorded_at),
    }
}

fn visible(source: &Source<'_>) -> Vec<RequestView> {
    source.case.requests.iter().map(|one| request(source, one)).collect()
}

pub fn promise(source: &Source<'_>, promise: &Promise) -> PromiseView {
    PromiseView {
        id: promise.id.to_string(),
        what: source.text(promise.what),
        by: time(promise.by),
        state: match promise.state {
            PromiseState::Open => "open",
            PromiseState::Kept { .. } => "kept",
            PromiseState::Broken { .. } => "broken",
            PromiseState::Released { .. } => "released",
        },
        made_at: time(promise.made_at),
    }
}

pub fn message(source: &Source<'_>, message: &Message) -> MessageView {
    let attachment = |(index, one): (usize, &baton_core::case::state::Attachment)| AttachmentView {
        name: source.text(one.name),
        media_type: one.media_type.clone(),
        size: one.size,
        href: format!("/cases/{}/messages/{}/files/{index}", source.case.id, message.id),
    };
    MessageView {
        id: message.id.to_string(),
        kind: message.kind.name(),
        update: message.update.map(UpdateKind::name),
        channel: message.channel.name(),
        body: source.text(message.body),
        address: source.maybe(message.address),
        by: person(message.by),
        at: time(message.at),
        automatic: message.automatic,
        dispatch: match message.dispatch {
            Dispatch::Recorded => "recorded",
            Dispatch::Held { .. } => "held",
            Dispatch::Left { .. } => "left",
            Dispatch::Undone { .. } => "undone",
            Dispatch::Bounced { .. } => "bounced",
        },
        undo_until: match message.dispatch {
            Dispatch::Held { until } if source.now < until => Some(time(until)),
            _ => None,
        },
        reply_waiver: message.waiver.map(|waiver| ReplyWaiverView {
            reason: waiver.reason.name(),
            text: source.maybe(waiver.text),
            by: person(waiver.by),
            at: time(waiver.at),
        }),
        attachments: message.attachments.iter().enumerate().map(attachment).collect(),
    }
}

fn person(actor: Actor) -> Option<String> {
    match actor {
        Actor::Person(id) => Some(id.to_string()),
        Actor::Customer | Actor::System => None,
    }
}
