//! Holiday sets as versioned data: the days, their names, and from when until when a set is whole.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use super::hours::number;

/// Facts of the nations, with their source and version (reference §2.5).
const UNITED_KINGDOM: &str = include_str!("data/uk.csv");

/// The parts of the United Kingdom, by whose bank holidays people keep.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Nation {
    EnglandAndWales,
    Scotland,
    NorthernIreland,
}

impl Nation {
    pub const ALL: [Nation; 3] = [Self::EnglandAndWales, Self::Scotland, Self::NorthernIreland];

    /// Its short name in the data and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::EnglandAndWales => "EW",
            Self::Scotland => "SC",
            Self::NorthernIreland => "NI",
        }
    }

    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|nation| nation.code() == code)
    }
}

/// Closed days with their names, complete between two days; versions of a set are sets of their
/// own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HolidaySet {
    pub version: String,
    /// The first and the last day of the time in which it leaves no holiday out.
    pub complete: (Date, Date),
    pub(super) days: BTreeMap<i64, Holiday>,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Holiday {
    pub name: Arc<str>,
    /// When it was added, if that was after its year had been published.
    pub declared: Option<Date>,
}

impl HolidaySet {
    pub fn new(version: &str, complete: (Date, Date)) -> Self {
        Self { version: version.to_owned(), complete, days: BTreeMap::new() }
    }

    /// The bank holidays of a nation as they are known in the newest version, substitute days in
    /// place of those that fall on a weekend.
    pub fn of(nation: Nation) -> Self {
        let mut set = Self::new("", (Date::MIN, Date::MAX));
        for line in UNITED_KINGDOM.lines() {
            if let Some(version) = line.strip_prefix("# version,") {
                set.version = version.to_owned();
            } else if let Some(complete) = line.strip_prefix("# complete,").and_then(between) {
                set.complete = complete;
            } else if let Some(row) = row(line).filter(|row| row.is_of(nation)) {
                let holiday = Holiday { name: row.name.into(), declared: row.declared };
                set.days.insert(number(row.day), holiday);
            }
        }
        set
    }

    /// Adds a day.
    pub fn with(mut self, day: Date, name: &str) -> Self {
        self.days.insert(number(day), Holiday { name: name.into(), declared: None });
        self
    }

    /// The set as it was known on a day: without what was added later.
    pub fn as_known_on(mut self, day: Date) -> Self {
        self.days.retain(|_, holiday| holiday.declared.is_none_or(|declared| declared <= day));
        self
    }

    pub fn holds(&self, day: Date) -> bool {
        self.days.contains_key(&number(day))
    }

    /// The days with their names, in order.
    pub fn days(&self) -> impl Iterator<Item = (Date, &str)> {
        self.days.iter().map(|(day, holiday)| (super::hours::date(*day), &*holiday.name))
    }
}

fn between(text: &str) -> Option<(Date, Date)> {
    let (first, last) = text.split_once(',')?;
    Some((first.parse().ok()?, last.parse().ok()?))
}

/// A line of the data: date, nations, name, and when it was added late.
pub(super) struct Row<'a> {
    pub day: Date,
    pub nations: &'a str,
    pub name: &'a str,
    pub declared: Option<Date>,
}

impl Row<'_> {
    fn is_of(&self, nation: Nation) -> bool {
        self.nations.split(' ').any(|code| code == nation.code())
    }
}

/// `None` for headings and remarks; a test holds that nothing else is none.
pub(super) fn row(line: &str) -> Option<Row<'_>> {
    let mut cells = line.split(',');
    let day = cells.next()?.parse().ok()?;
    let (nations, name, declared) = (cells.next()?, cells.next()?, cells.next()?);
    Some(Row { day, nations, name, declared: declared.parse().ok() })
}

#[cfg(test)]
pub(super) fn data() -> &'static str {
    UNITED_KINGDOM
}
