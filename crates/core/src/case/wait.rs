//! A case waits for somebody outside while no other department has a part of it: for the customer's
//! answer, or for a third party. Never in silence: somebody was asked, and it is looked at again by
//! a moment that was named (reference §2.6).
//!
//! It ends when the customer answers, when that moment has come, when somebody goes on, and as soon
//! as another department is asked.

use crate::case::account::leading;
use crate::case::event::CaseWaitStarted;
use crate::case::request::state::Wait;
use crate::case::state::Case;
use crate::time::Instant;

pub(super) fn begin(case: &mut Case, since: Instant, event: &CaseWaitStarted) {
    let CaseWaitStarted { on, reason, evidence, resume_by } = *event;
    case.wait = Some(Wait { on, reason, evidence, resume_by, since });
}

/// After an event: what is closed, or with another department, waits for nobody else.
pub(super) fn settle(case: &mut Case) {
    if case.wait.is_some() && (case.closure.is_some() || leading(case).is_some()) {
        case.wait = None;
    }
}
