//! A case waits for somebody outside while no other department has a part of it: for the customer's
//! answer, or for a third party. Never in silence: somebody was asked, and it is looked at again by
//! a moment that was named (reference §2.6).
//!
//! It ends when the customer answers, when that moment has come, when somebody goes on, and as soon
//! as another department is asked.

use crate::case::account::leading;
use crate::case::event::CaseWaitStarted;
use crate::case::kinds::{Hand, WaitOn};
use crate::case::state::Case;
use crate::log::{Actor, Stamp};
use crate::time::Instant;
use crate::vault::WordRef;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CaseWait {
    pub on: WaitOn,
    pub reason: WordRef,
    pub evidence: Option<WordRef>,
    pub by: Actor,
    pub since: Instant,
    /// It is over then at the latest.
    pub resume_by: Instant,
}

impl CaseWait {
    pub(super) fn hand(&self) -> Hand {
        match self.on {
            WaitOn::Customer => Hand::Customer,
            WaitOn::ThirdParty => Hand::ThirdParty,
            WaitOn::LegalHold => Hand::LegalHold,
        }
    }
}

pub(super) fn begin(case: &mut Case, stamp: Stamp, event: &CaseWaitStarted) {
    case.wait = Some(CaseWait {
        on: event.on,
        reason: event.reason,
        evidence: event.evidence,
        by: stamp.actor,
        since: stamp.at,
        resume_by: event.resume_by,
    });
}

/// After an event: what is closed, or with another department, waits for nobody else.
pub(super) fn settle(case: &mut Case) {
    if case.wait.is_some() && (case.closure.is_some() || leading(case).is_some()) {
        case.wait = None;
    }
}
