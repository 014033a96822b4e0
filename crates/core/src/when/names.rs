//! The names of months and of the days of the week, once.

use jiff::civil::Weekday;

use crate::say;

/// By which they are found in what somebody types.
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
    match month {
        1 => say!("when-names-january"),
        2 => say!("when-names-february"),
        3 => say!("when-names-march"),
        4 => say!("when-names-april"),
        5 => say!("when-names-may"),
        6 => say!("when-names-june"),
        7 => say!("when-names-july"),
        8 => say!("when-names-august"),
        9 => say!("when-names-september"),
        10 => say!("when-names-october"),
        11 => say!("when-names-november"),
        12 => say!("when-names-december"),
        _ => "",
    }
}

pub fn weekday_name(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => say!("when-names-monday"),
        Weekday::Tuesday => say!("when-names-tuesday"),
        Weekday::Wednesday => say!("when-names-wednesday"),
        Weekday::Thursday => say!("when-names-thursday"),
        Weekday::Friday => say!("when-names-friday"),
        Weekday::Saturday => say!("when-names-saturday"),
        Weekday::Sunday => say!("when-names-sunday"),
    }
}

/// The name of a month in three letters or so; empty for a number that is none.
pub fn month_short(month: i8) -> &'static str {
    match month {
        1 => say!("when-names-short-jan"),
        2 => say!("when-names-short-feb"),
        3 => say!("when-names-short-mar"),
        4 => say!("when-names-short-apr"),
        5 => say!("when-names-short-may"),
        6 => say!("when-names-short-jun"),
        7 => say!("when-names-short-jul"),
        8 => say!("when-names-short-aug"),
        9 => say!("when-names-short-sep"),
        10 => say!("when-names-short-oct"),
        11 => say!("when-names-short-nov"),
        12 => say!("when-names-short-dec"),
        _ => "",
    }
}

pub fn weekday_short(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => say!("when-names-short-mon"),
        Weekday::Tuesday => say!("when-names-short-tue"),
        Weekday::Wednesday => say!("when-names-short-wed"),
        Weekday::Thursday => say!("when-names-short-thu"),
        Weekday::Friday => say!("when-names-short-fri"),
        Weekday::Saturday => say!("when-names-short-sat"),
        Weekday::Sunday => say!("when-names-short-sun"),
    }
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
