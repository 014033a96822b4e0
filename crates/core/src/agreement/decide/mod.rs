//! Whether a command about an agreement may be, and what it leads to. Each decision has one event.

mod propose;
mod sign;
mod terms;
mod undo;

#[cfg(test)]
pub(super) use terms::write as terms_of;

use super::apply::apply;
use super::command::Command;
use super::event::AgreementEvent;
use super::moves::{AgreementMove, may};
use super::state::Agreement;
use crate::access::Who;
use crate::draw::Draw;
use crate::ids::{AgreementId, CalendarId, DepartmentId, StreamId};
use crate::log::Stamp;
use crate::log::{Decided, Entry};
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::Instant;
use crate::vault::Word;

/// What the directory and the other agreements say to a proposal.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// Departments that are active.
    pub departments: Vec<DepartmentId>,
    /// The department of the service that is named, if there is such a service and it is active.
    pub service_of: Option<DepartmentId>,
    /// Another agreement about the same pair and service goes on.
    pub taken: Option<AgreementId>,
    /// Another one binds until then, since notice was given.
    pub ends: Option<Instant>,
    /// Calendars that are kept.
    pub calendars: Vec<CalendarId>,
}

/// Decides on a command. `agreement` is `None` for one that is to be proposed.
pub fn decide(
    agreement: Option<&Agreement>,
    facts: &Facts,
    command: Command,
    who: &Who,
    now: Instant,
    draw: &mut Draw,
) -> Result<Decided<Agreement>, Refusal> {
    let Some(agreement) = agreement else {
        return match command {
            Command::Propose { from, to, service, terms } => {
                let parties = propose::Parties { from, to, service };
                propose::propose(&parties, facts, &terms, who, now, draw)
            }
            _ => Err(Refusal::not_found()),
        };
    };
    let asked = Asked { agreement, who, now };
    match command {
        Command::Propose { .. } => {
            Err(Refusal::new(Code::IllegalMove, say!("agreement-this-agreement-is-there-already")))
        }
        Command::Revise { terms } => {
            may(agreement, AgreementMove::Revise, who, now)?;
            propose::revise(&asked, facts, &terms, draw)
        }
        Command::Sign { written } => {
            may(agreement, AgreementMove::Sign, who, now)?;
            sign::sign(&asked, written)
        }
        Command::Withdraw { reason } => {
            may(agreement, AgreementMove::Withdraw, who, now)?;
            undo::withdraw(&asked, &reason, draw)
        }
        Command::End { from, reason } => {
            may(agreement, AgreementMove::End, who, now)?;
            undo::end(&asked, from, &reason, draw)
        }
    }
}

/// Who asks, of which agreement, and when.
struct Asked<'a> {
    agreement: &'a Agreement,
    who: &'a Who,
    now: Instant,
}

impl Asked<'_> {
    fn decided(
        &self,
        event: impl Into<AgreementEvent>,
        words: Vec<Word>,
    ) -> Result<Decided<Agreement>, Refusal> {
        decided(Some(self.agreement), self.agreement.id, event.into(), words, self.who, self.now)
    }
}

fn decided(
    agreement: Option<&Agreement>,
    id: AgreementId,
    event: AgreementEvent,
    words: Vec<Word>,
    who: &Who,
    now: Instant,
) -> Result<Decided<Agreement>, Refusal> {
    let expected = agreement.map_or(0, |agreement| agreement.version);
    let stamp = Stamp { version: expected + 1, at: now, actor: who.actor };
    let next = apply(agreement.cloned(), id, stamp, &event).ok_or_else(Refusal::not_found)?;
    let entry =
        Entry { at: now, actor: who.actor, kind: event.kind(), v: event.v(), data: event.encode() };
    let stream = StreamId::Agreement(id);
    Ok(Decided::new(stream, expected, vec![entry], words, Vec::new(), next))
}
