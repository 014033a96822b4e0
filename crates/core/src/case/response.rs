//! When the customer first heard of us: that it has come, and from a person (reference §2.3).

use crate::case::kinds::MessageKind;
use crate::case::state::Case;
use crate::ids::PersonId;
use crate::log::Actor;
use crate::time::Instant;

/// The first moments at which something reached the customer; `None` when nothing has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct FirstResponse {
    /// By whomever, a rule's account too.
    pub acknowledged: Option<Instant>,
    /// By a human being: no note, no rule, nothing that came back.
    pub responded: Option<Instant>,
}

/// `None` for what nobody outside asked: work that began inside has no first response.
pub fn first_response(case: &Case, is_human: &dyn Fn(PersonId) -> bool) -> Option<FirstResponse> {
    let asked = case.messages.first().filter(|first| first.kind == MessageKind::Inbound);
    if case.is_internal() || asked.is_none() {
        return None;
    }
    let mut first = FirstResponse::default();
    for message in case.messages.iter().filter(|message| message.is_outbound()) {
        first.acknowledged.get_or_insert(message.at);
        if matches!(message.by, Actor::Person(person) if is_human(person)) {
            first.responded.get_or_insert(message.at);
        }
    }
    Some(first)
}
