//! Life, safety or the data of people is at stake: whoever is asked takes it in by the clock on the
//! wall, whether or not they are open (reference §1.5).

use crate::case::kinds::{ClockKind, ServiceClass};
use crate::case::request::state::Request;
use crate::escalation::Facts;
use crate::time::Instant;

impl Request {
    /// Whether a clock that starts at a moment runs day and night: the sender said that life or
    /// safety is at stake, or asked to expedite it and confirmed that safety or a breach of
    /// personal data is the matter.
    pub fn runs_day_and_night(&self, clock: ClockKind, started: Instant) -> bool {
        clock == ClockKind::Acknowledge && self.is_emergency(started)
    }

    /// Whether it was one by what was known at a moment.
    pub fn is_emergency(&self, at: Instant) -> bool {
        let expedite = self.ask.service_class == ServiceClass::Expedite;
        self.ask.mode.obliges() && (self.ask.emergency || expedite && self.is_grave(at))
    }

    /// Whether somebody had confirmed that safety or a breach of personal data is the matter.
    fn is_grave(&self, at: Instant) -> bool {
        let later = self.escalations.iter().filter(|one| one.at <= at);
        let known = self.advised.iter().chain(later.filter_map(|one| one.advised.as_ref()));
        let mut ticks = known.flat_map(|advised| &advised.facts);
        let nothing = Facts::default();
        ticks.any(|tick| tick.over(&nothing).is_ok_and(|facts| facts.is_grave()))
    }
}
