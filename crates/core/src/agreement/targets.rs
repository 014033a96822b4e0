//! How much working time is allowed for each step of a request.

use serde::{Deserialize, Serialize};

use super::kinds::{ClockKind, PauseReason, ServiceClass};
use crate::time::Span;

/// Working time that both sides have agreed on for one step and one class of service.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Target {
    pub class: ServiceClass,
    pub clock: ClockKind,
    /// Minutes of working time, 1 or more.
    pub minutes: u32,
}

/// Working time allowed where nothing was agreed (reference §1.5); `None` for delivery, which is
/// due when it is needed.
pub fn usual(kind: ClockKind, class: ServiceClass) -> Option<Span> {
    use ServiceClass as C;
    let minutes = match (kind, class) {
        (ClockKind::Deliver, _) => return None,
        (ClockKind::Acknowledge | ClockKind::ReadBack | ClockKind::HearBack, C::Expedite) => 30,
        (ClockKind::Acknowledge | ClockKind::ReadBack | ClockKind::HearBack, C::FixedDate) => 120,
        (ClockKind::Acknowledge | ClockKind::ReadBack | ClockKind::HearBack, C::Standard) => 240,
        (ClockKind::Acknowledge | ClockKind::ReadBack | ClockKind::HearBack, C::Intangible) => 480,
        (_, C::Expedite) => 60,
        (ClockKind::Tell, C::FixedDate) => 120,
        (ClockKind::Tell, C::Standard) => 240,
        (ClockKind::Tell, C::Intangible) => 480,
        (ClockKind::Clarify | ClockKind::Counter, C::FixedDate | C::Standard) => 240,
        (ClockKind::Clarify | ClockKind::Counter, C::Intangible) => 960,
        (ClockKind::Verify, C::FixedDate) => 240,
        (ClockKind::Verify, C::Standard) => 480,
        (ClockKind::Verify, C::Intangible) => 960,
    };
    Some(Span::minutes(minutes))
}

/// By then an emergency is acknowledged by the clock on the wall, whatever was agreed (reference
/// §1.5); sooner where less was agreed.
pub const EMERGENCY: Span = Span::minutes(15);

/// What stops the clock of a delivery where nothing was agreed, and what is recommended (reference
/// §2.6).
pub const USUAL_PAUSES: &[PauseReason] =
    &[PauseReason::Customer, PauseReason::ThirdParty, PauseReason::LegalHold];

/// Whether terms that list these reasons let a clock stand still for one. The time in which who
/// asks has to answer is theirs, whatever was agreed (reference §1.5).
pub fn stops(listed: &[PauseReason], reason: PauseReason) -> bool {
    reason == PauseReason::Clarify || listed.contains(&reason)
}

impl Target {
    pub fn span(&self) -> Span {
        Span::minutes(i64::from(self.minutes))
    }
}

/// Working time as people write it: `90`, `90 min`, `4 h`, `1 h 30 min`. In minutes; `None` when it
/// cannot be read.
pub fn read_minutes(text: &str) -> Option<u32> {
    let text = text.trim().to_lowercase();
    let (hours, rest) = match text.split_once('h') {
        Some((hours, rest)) => (hours.trim().parse::<u32>().ok()?, rest.trim()),
        None => (0, text.as_str()),
    };
    let minutes = if rest.is_empty() && text.contains('h') {
        0
    } else {
        let number = rest.strip_suffix("min").or_else(|| rest.strip_suffix('m')).unwrap_or(rest);
        number.trim().parse().ok()?
    };
    hours.checked_mul(60)?.checked_add(minutes)
}
