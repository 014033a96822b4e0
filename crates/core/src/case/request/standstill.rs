//! When a request stood still, and why.

use crate::agreement::PauseReason;
use crate::case::request::state::{Request, Stage};
use crate::time::Instant;

/// A time in which nobody of the receiving department could go on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standstill {
    pub reason: PauseReason,
    pub from: Instant,
    /// A wait is over then at the latest; an unanswered question has no such moment.
    pub resume_by: Option<Instant>,
    pub resumed: Option<Instant>,
}

impl Standstill {
    /// Its end as far as it is known.
    pub fn until(&self) -> Option<Instant> {
        match (self.resumed, self.resume_by) {
            (Some(resumed), Some(by)) => Some(resumed.min(by)),
            (resumed, by) => resumed.or(by),
        }
    }
}

/// Writes down where a standstill has begun or ended.
pub(super) fn keep(request: &mut Request, at: Instant) {
    let now = standing(&request.stage);
    let open = request.standstills.last_mut().filter(|last| last.resumed.is_none());
    if let Some(open) = open {
        if now == Some((open.reason, open.resume_by)) {
            return;
        }
        open.resumed = Some(at);
    }
    if let Some((reason, resume_by)) = now {
        request.standstills.push(Standstill { reason, from: at, resume_by, resumed: None });
    }
}

/// Why it stands still, and until when at the latest.
fn standing(stage: &Stage) -> Option<(PauseReason, Option<Instant>)> {
    match stage {
        Stage::Clarifying { .. } => Some((PauseReason::Clarify, None)),
        Stage::WaitingCustomer(wait) | Stage::WaitingThirdParty(wait) => {
            Some((wait.on.into(), Some(wait.resume_by)))
        }
        _ => None,
    }
}
