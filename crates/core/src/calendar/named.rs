//! Calendars by the names under which the reference counts its examples (§2.7).

use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use super::{Calendar, HolidaySet, Nation, Opening, Week};

/// `standard` is the one that holds as long as nobody has chosen another.
pub const NAMES: [&str; 11] =
    ["standard", "EW", "SC", "NI", "X24", "SPLIT", "SAT", "NIGHT", "D0130", "NY", "EWX"];

const EARLY_CLOSE: Date = Date::constant(2026, 12, 24);

const fn hours(from: u16, until: u16) -> Opening {
    Opening::between(from * 60, until * 60)
}

fn office(nation: Nation) -> Calendar {
    Calendar::london(Week::working(hours(9, 17))).with_holidays(&HolidaySet::of(nation))
}

impl Calendar {
    /// One of [`NAMES`].
    pub fn named(name: &str) -> Option<Self> {
        let half = |from: u16, until: u16| Opening::between(from, until);
        Some(match name {
            "standard" => Self::standard(),
            "EW" => office(Nation::EnglandAndWales),
            "SC" => office(Nation::Scotland),
            "NI" => office(Nation::NorthernIreland),
            "X24" => Self::london(Week::daily(hours(0, 0))),
            "NIGHT" => Self::london(Week::daily(hours(22, 6))),
            "D0130" => Self::london(Week::daily(half(90, 300))),
            "SPLIT" => Self::london(Week::working_in([half(540, 750), half(810, 1050)]))
                .with_holidays(&HolidaySet::of(Nation::EnglandAndWales)),
            "SAT" => {
                let week = Week::working(hours(8, 20)).with(Weekday::Saturday, [hours(9, 13)]);
                Self::london(week).with_holidays(&HolidaySet::of(Nation::EnglandAndWales))
            }
            "NY" => {
                let zone = TimeZone::get("America/New_York").ok()?;
                Self::of(zone, Week::working(hours(9, 17)))
            }
            "EWX" => office(Nation::EnglandAndWales).with_exception(EARLY_CLOSE, [hours(9, 12)]),
            _ => return None,
        })
    }
}
