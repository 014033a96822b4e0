//! The names of months and of the days of the week, once.

use jiff::civil::Weekday;

pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

pub const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Monday),
    ("Tuesday", Weekday::Tuesday),
    ("Wednesday", Weekday::Wednesday),
    ("Thursday", Weekday::Thursday),
    ("Friday", Weekday::Friday),
    ("Saturday", Weekday::Saturday),
    ("Sunday", Weekday::Sunday),
];

/// Whether a word is a name, or its first three letters or more.
fn begins(name: &str, word: &str) -> bool {
    let start = name.get(..word.len());
    word.len() >= 3 && start.is_some_and(|start| start.eq_ignore_ascii_case(word))
}

/// The month that a word names: 1 to 12.
pub fn month(word: &str) -> Option<i8> {
    let place = MONTHS.iter().position(|name| begins(name, word))?;
    i8::try_from(place + 1).ok()
}

/// The day of the week that a word names.
pub fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS.iter().find(|(name, _)| begins(name, word)).map(|(_, weekday)| *weekday)
}

/// The name of a month, counted from 1; empty for a number that is none.
pub fn month_name(month: i8) -> &'static str {
    let place = usize::try_from(month - 1).ok();
    place.and_then(|place| MONTHS.get(place)).copied().unwrap_or_default()
}

pub fn weekday_name(weekday: Weekday) -> &'static str {
    let found = WEEKDAYS.iter().find(|(_, known)| *known == weekday);
    found.map(|(name, _)| *name).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_known_by_three_letters_and_more() {
        for (word, number) in [("dec", 12), ("Sept", 9), ("may", 5), ("JUNE", 6)] {
            assert_eq!(month(word), Some(number), "{word}");
        }
        assert_eq!(weekday("thurs"), Some(Weekday::Thursday));
        for none in ["", "ju", "junes", "é", "mai"] {
            assert_eq!((month(none), weekday(none)), (None, None), "{none}");
        }
        assert_eq!((month_name(12), month_name(0), month_name(13)), ("December", "", ""));
        assert_eq!(weekday_name(Weekday::Sunday), "Sunday");
    }
}
