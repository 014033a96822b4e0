//! Presence from node to node: each beat is called to all of them, and none writes it down.

use std::sync::Weak;

use baton_core::ids::PersonId;
use tokio::sync::broadcast;
use tokio::sync::broadcast::error::RecvError;

use crate::app::App;
use crate::presence::{Doing, Thing};

/// Somebody says that they are at a thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Beat {
    pub thing: Thing,
    pub person: PersonId,
    pub doing: Doing,
}

impl Beat {
    /// As a node calls it: `presence NODE case ID PERSON viewing`.
    pub fn call(&self, node: &str) -> String {
        let (kind, id) = match self.thing {
            Thing::Case(id) => ("case", id.to_string()),
            Thing::Request(id) => ("request", id.to_string()),
        };
        format!("presence {node} {kind} {id} {} {}", self.person, self.doing.name())
    }

    /// `None`: the call is about something else, or this node's own.
    pub fn heard(call: &str, node: &str) -> Option<Self> {
        let (caller, said) = call.strip_prefix("presence ")?.split_once(' ')?;
        if caller == node {
            return None;
        }
        let mut parts = said.split(' ');
        let mut next = || parts.next();
        let (kind, id) = (next()?, next()?);
        let thing = match kind {
            "case" => Thing::Case(id.parse().ok()?),
            "request" => Thing::Request(id.parse().ok()?),
            _ => return None,
        };
        Some(Self { thing, person: next()?.parse().ok()?, doing: Doing::parse(next()?)? })
    }
}

/// Notes what the other nodes call, for as long as there is an application. What is missed is called
/// again with the next beat.
pub async fn listen(app: Weak<App>, mut calls: broadcast::Receiver<String>) {
    loop {
        let call = match calls.recv().await {
            Ok(call) => call,
            Err(RecvError::Lagged(_)) => continue,
            Err(RecvError::Closed) => return,
        };
        let Some(app) = app.upgrade() else { return };
        if let Some(beat) = Beat::heard(&call, &app.node) {
            app.presences.beat(beat, app.doors.now());
        }
    }
}

#[cfg(test)]
mod tests {
    use baton_core::ids::{CaseId, Id, RequestId};

    use super::*;

    #[test]
    fn what_another_node_calls_is_heard_and_nothing_else_is_taken_for_it() {
        let person = PersonId::from_bits(7);
        for thing in [Thing::Case(CaseId::from_bits(1)), Thing::Request(RequestId::from_bits(2))] {
            let beat = Beat { thing, person, doing: Doing::Replying };
            assert_eq!(Beat::heard(&beat.call("n1"), "n2"), Some(beat));
            assert_eq!(Beat::heard(&beat.call("n1"), "n1"), None);
            let asleep = beat.call("n1").replace("replying", "sleeping");
            assert_eq!(Beat::heard(&asleep, "n2"), None);
        }
        for wrong in ["", "presence", "presence n1 case x y viewing", "something else"] {
            assert_eq!(Beat::heard(wrong, "n2"), None);
        }
    }
}
