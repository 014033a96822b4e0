//! Whole days: each unit has an arithmetic of its own, and none is converted into another
//! (reference §2.1). What is due “by” a date is due at the end of that local day.

use std::str::FromStr;

use jiff::Span;
use jiff::civil::Date;

/// Nothing is counted further than this.
const FURTHEST_DAYS: u32 = 36_525;

/// The unit “day” alone does not exist: it has meant 24 hours, a working day and a date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unit {
    /// Whole working days; the day of the event is day 0.
    WorkingDays,
    /// The day of the event is day 0.
    CalendarDaysAfter,
    /// The day of the event is day 1: “within n days beginning with”.
    CalendarDaysBeginningWith,
    /// The same weekday, n weeks later.
    Weeks,
    /// The same day of the month, n months later; the month's last day where there is no such day.
    MonthsCorresponding,
    /// The day before that: “n months beginning with”.
    MonthsBeginningWith,
}

impl Unit {
    pub const ALL: [Unit; 6] = [
        Self::WorkingDays,
        Self::CalendarDaysAfter,
        Self::CalendarDaysBeginningWith,
        Self::Weeks,
        Self::MonthsCorresponding,
        Self::MonthsBeginningWith,
    ];

    /// Its name in data and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::WorkingDays => "wd",
            Self::CalendarDaysAfter => "cd_after",
            Self::CalendarDaysBeginningWith => "cd_beginning",
            Self::Weeks => "weeks",
            Self::MonthsCorresponding => "m_corr",
            Self::MonthsBeginningWith => "m_beginning",
        }
    }
}

/// Text that is no unit of whole days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not a unit: write wd, cd_after, cd_beginning, weeks, m_corr or m_beginning")]
pub struct NotAUnit;

impl FromStr for Unit {
    type Err = NotAUnit;
    fn from_str(text: &str) -> Result<Self, NotAUnit> {
        Self::ALL.into_iter().find(|unit| unit.name() == text).ok_or(NotAUnit)
    }
}

/// What happens to a date that is no working day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Roll {
    /// It stays.
    #[default]
    None,
    /// The next working day.
    Next,
    /// The working day before it: by then the work must be done.
    Back,
}

/// The date by which something is due that takes `n` of a unit from `from`; `None` when that lies
/// beyond the year 9999. `works` says which days are working days.
pub fn by(
    unit: Unit,
    n: u32,
    from: Date,
    works: &dyn Fn(Date) -> bool,
    roll: Roll,
) -> Option<Date> {
    let date = match unit {
        Unit::WorkingDays => working_day(from, n, works),
        Unit::CalendarDaysAfter => from.checked_add(days(i64::from(n))?).ok()?,
        Unit::CalendarDaysBeginningWith => from.checked_add(days(i64::from(n) - 1)?).ok()?,
        Unit::Weeks => from.checked_add(days(i64::from(n) * 7)?).ok()?,
        Unit::MonthsCorresponding => from.checked_add(months(n)?).ok()?,
        Unit::MonthsBeginningWith => from.checked_add(months(n)?).ok()?.yesterday().ok()?,
    };
    Some(rolled(date, works, roll))
}

fn days(n: i64) -> Option<Span> {
    Span::new().try_days(n).ok()
}

fn months(n: u32) -> Option<Span> {
    Span::new().try_months(n).ok()
}

/// A date, or the working day that stands for it.
pub fn rolled(date: Date, works: &dyn Fn(Date) -> bool, roll: Roll) -> Date {
    match roll {
        Roll::None => date,
        Roll::Next => working_day(date, 0, works),
        Roll::Back => {
            let days = (0..FURTHEST_DAYS).scan(date, |day, _| {
                let here = *day;
                *day = day.yesterday().ok()?;
                Some(here)
            });
            let mut working = days.filter(|day| works(*day));
            working.next().unwrap_or(date)
        }
    }
}

/// The `n`-th working day after a date; with `n` = 0 the date itself, or the next working day when
/// it is none. When no day works, the date a century on.
pub fn working_day(from: Date, n: u32, works: &dyn Fn(Date) -> bool) -> Date {
    let (mut day, mut left) = (from, n.max(1));
    if n > 0 {
        day = day.tomorrow().unwrap_or(Date::MAX);
    }
    for _ in 0..FURTHEST_DAYS {
        if works(day) {
            left -= 1;
            if left == 0 {
                break;
            }
        }
        match day.tomorrow() {
            Ok(next) => day = next,
            Err(_) => break,
        }
    }
    day
}

/// Both dates and the days between them, as a wait is counted that extends a period.
pub fn inclusive_days(first: Date, last: Date) -> u32 {
    let days = first.until(last).map_or(0, |span| i64::from(span.get_days()) + 1);
    u32::try_from(days).unwrap_or(0)
}
