//! How the events of a service level are said.

use super::event::ServiceLevelEvent;
use super::kinds::Goal;
use crate::say;

/// One sentence about an event, with the name of whoever did it.
pub fn say(event: &ServiceLevelEvent, actor: &str) -> String {
    match event {
        ServiceLevelEvent::ServiceLevelSet(set) => {
            say!("service-level-words-set-version", actor, number = set.number)
        }
        ServiceLevelEvent::ServiceLevelEnded(_) => say!("service-level-words-ended-it", actor),
    }
}

/// What is promised, in a few words.
pub fn goal(goal: Goal) -> &'static str {
    match goal {
        Goal::Acknowledgement => say!("service-level-words-that-it-has-come"),
        Goal::FirstResponse => say!("service-level-words-first-response"),
        Goal::NextResponse => say!("service-level-words-next-response"),
        Goal::ProgressUpdate => say!("service-level-words-progress-update"),
        Goal::Resolution => say!("service-level-words-resolution"),
    }
}
