//! What the clocks of a case look at, in the order in which it happened.

use crate::case::joined::Joined;
use crate::case::kinds::{MessageKind, UpdateKind};
use crate::case::state::{Case, Message};
use crate::ids::MessageId;
use crate::log::Version;
use crate::time::Instant;

pub(super) enum Step<'a> {
    /// The customer wrote. What a machine sent is no step (reference §2.6).
    Asked(MessageId),
    /// Somebody said that it needs no reply.
    Waived(MessageId),
    /// Something was said to the customer; `human` when no rule said it.
    Said { human: bool, outcome: bool },
    /// `told` when it rests on what the customer was told.
    Closed { told: bool },
    /// By what the customer wrote, when that did it.
    Reopened(Option<MessageId>),
    /// Another case goes on in this one.
    Joined(&'a Joined),
}

pub(super) struct Happened<'a> {
    pub at: Instant,
    pub step: Step<'a>,
}

pub(super) fn steps(case: &Case) -> Vec<Happened<'_>> {
    let mut all: Vec<(Version, Happened<'_>)> = Vec::new();
    let mut add = |order, at, step| all.push((order, Happened { at, step }));
    for message in &case.messages {
        if let Some(step) = of_message(message) {
            add(message.order, message.at, step);
        }
        if let Some(waiver) = message.waiver {
            add(waiver.order, waiver.at, Step::Waived(message.id));
        }
    }
    let internal = case.is_internal();
    for rest in &case.rests {
        let told = rest.told && !internal;
        add(rest.closed.order, rest.closed.at, Step::Closed { told });
        add(rest.reopened.order, rest.reopened.at, Step::Reopened(rest.by));
    }
    if let Some(closure) = &case.closure {
        let told = closure.exemption.is_none() && !internal;
        add(closure.order, closure.at, Step::Closed { told });
    }
    for joined in &case.joined {
        add(joined.since, joined.at, Step::Joined(joined));
    }
    all.sort_by_key(|(order, _)| *order);
    all.into_iter().map(|(_, happened)| happened).collect()
}

fn of_message(message: &Message) -> Option<Step<'static>> {
    if message.kind == MessageKind::Inbound {
        return (!message.automatic).then_some(Step::Asked(message.id));
    }
    let outcome = message.update == Some(UpdateKind::Outcome);
    message.is_outbound().then_some(Step::Said { human: !message.by_rule, outcome })
}
