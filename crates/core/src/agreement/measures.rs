//! Figures of agreements: what each measures, from which events.

use super::kinds::ClockKind;
use super::performance::Performance;
use crate::catalogue::Word;
use crate::word;

choice! {
    /// What can be asked for.
    Measure {
        AckTime = "ack_time", ReadBackTime = "read_back_time", DeliveryTime = "delivery_time",
        Attainment = "attainment",
    }
    Unit { WorkingSeconds = "working_seconds", PerCent = "per_cent" }
    /// Which way is better.
    Direction { Lower = "lower", Higher = "higher" }
}

/// How a figure is counted.
#[derive(Clone, Copy, Debug)]
pub struct Definition {
    /// Another formula is another version.
    pub version: u32,
    pub name: Word,
    pub formula: Word,
    pub unit: Unit,
    pub direction: Direction,
    /// `None`: every clock.
    pub clock: Option<ClockKind>,
    /// Kinds of the events that start and stop its clocks, as the log names them.
    pub starts: &'static [&'static str],
    pub stops: &'static [&'static str],
}

const SENT: &[&str] = &["request_sent", "request_redirected", "notice_converted", "packet_widened"];
const RECEIVED: &[&str] = &[
    "request_acknowledged",
    "clarification_asked",
    "request_countered",
    "request_declined",
    "request_withdrawn",
    "request_merged",
];

impl Measure {
    pub fn definition(self) -> Definition {
        let time = Definition {
            version: 1,
            name: word!("kpi-ack-time"),
            formula: word!("kpi-ack-time-formula"),
            unit: Unit::WorkingSeconds,
            direction: Direction::Lower,
            clock: Some(ClockKind::Acknowledge),
            starts: SENT,
            stops: RECEIVED,
        };
        match self {
            Self::AckTime => time,
            Self::ReadBackTime => Definition {
                name: word!("kpi-read-back-time"),
                formula: word!("kpi-read-back-time-formula"),
                clock: Some(ClockKind::ReadBack),
                starts: &["request_acknowledged", "read_back_corrected"],
                stops: &["request_read_back", "clarification_asked", "request_countered"],
                ..time
            },
            Self::DeliveryTime => Definition {
                name: word!("kpi-delivery-time"),
                formula: word!("kpi-delivery-time-formula"),
                clock: Some(ClockKind::Deliver),
                stops: &["request_delivered"],
                ..time
            },
            Self::Attainment => Definition {
                name: word!("kpi-attainment"),
                formula: word!("kpi-attainment-formula"),
                unit: Unit::PerCent,
                direction: Direction::Higher,
                clock: None,
                stops: &[],
                ..time
            },
        }
    }

    /// What it comes to: the median of a time, the share that was kept. `None` where there is
    /// nothing, or too little for a share.
    pub fn of(self, performance: &Performance) -> Option<i64> {
        match self.definition().clock {
            Some(clock) => performance.step(clock).median(),
            None => performance.whole().attainment().map(i64::from),
        }
    }
}
