//! Days as people type them.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::when::names;

/// A day, or a stretch of days, that may depend on which day it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Day {
    /// So many days from today.
    Off(i32),
    /// The next one, today included.
    Next(Weekday),
    /// Monday to Sunday, so many weeks from this one.
    Week(i32),
    /// So many months from this one.
    Month(i32),
    Date(Date),
}

impl Day {
    /// `today`, `friday`, `week`, `3d`, `-2w`, `2026-12-01`, `1/12/2026`, `1dec2026`; lower case.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "today" | "now" => return Some(Self::Off(0)),
            "tomorrow" => return Some(Self::Off(1)),
            "yesterday" => return Some(Self::Off(-1)),
            "week" | "thisweek" => return Some(Self::Week(0)),
            "nextweek" => return Some(Self::Week(1)),
            "lastweek" => return Some(Self::Week(-1)),
            "month" | "thismonth" => return Some(Self::Month(0)),
            "nextmonth" => return Some(Self::Month(1)),
            "lastmonth" => return Some(Self::Month(-1)),
            _ => {}
        }
        names::weekday(text).map(Self::Next).or_else(|| distance(text)).or_else(|| date(text))
    }

    /// First and last day of it.
    pub fn span(self, today: Date) -> (Date, Date) {
        let off = |days: i32| today.checked_add(days.days()).unwrap_or(today);
        match self {
            Self::Off(days) => (off(days), off(days)),
            Self::Date(day) => (day, day),
            Self::Next(weekday) => {
                let days = i32::from(today.weekday().until(weekday));
                (off(days), off(days))
            }
            Self::Week(weeks) => {
                let monday = weeks * 7 - i32::from(today.weekday().to_monday_zero_offset());
                (off(monday), off(monday + 6))
            }
            Self::Month(months) => {
                let there = today.first_of_month().checked_add(months.months()).unwrap_or(today);
                (there, there.last_of_month())
            }
        }
    }
}

/// `3d`, `+2w`, `-7d`: at most some years.
fn distance(text: &str) -> Option<Day> {
    let (number, days) = match (text.strip_suffix('d'), text.strip_suffix('w')) {
        (Some(number), _) => (number, 1),
        (None, Some(number)) => (number, 7),
        (None, None) => return None,
    };
    let number: i32 = number.parse().ok().filter(|n: &i32| n.abs() <= 1_000)?;
    Some(Day::Off(number * days))
}

fn date(text: &str) -> Option<Day> {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let (year, month, day) = match parts[..] {
        [year, month, day] if year.len() == 4 => (year, month.to_owned(), day),
        [day, month, year] if year.len() == 4 => (year, month.to_owned(), day),
        [all] => {
            let end = all.find(|letter: char| !letter.is_ascii_digit())?;
            let (day, rest) = all.split_at_checked(end)?;
            let (month, year) = rest.split_at_checked(3)?;
            (year, month.to_owned(), day)
        }
        _ => return None,
    };
    let named = names::month(&month).filter(|_| month.len() == 3);
    let month = named.or_else(|| month.parse().ok())?;
    let year: i16 = year.parse().ok().filter(|year| (1000..=9998).contains(year))?;
    Date::new(year, month, day.parse().ok()?).ok().map(Day::Date)
}
