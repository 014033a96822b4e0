//! How calendars and their days look to people.

use jiff::civil::date;

use super::at;
use crate::calendar::{Calendar, ClocksChange, DayKind, Description, Opening, Standing};
use crate::time::Span;

fn described(text: &str) -> Description {
    Description::read(text).unwrap()
}

#[test]
fn the_standard_is_described_as_it_counts() {
    let described = Description::standard().calendar(&|_| None).unwrap();
    let standard = Calendar::standard();
    assert_eq!(described.year(2026), standard.year(2026));
    assert_eq!(described.known_until(), standard.known_until());
    assert_eq!(
        Description::standard().said(date(2026, 6, 1)),
        "Mon–Fri 09:00 to 17:30, London; closed on bank holidays of England and Wales"
    );
}

#[test]
fn hours_are_said_in_words_as_they_hold_on_a_day() {
    let of = described(
        r#"{ "zone": "America/New_York", "hours": [
            { "monday": ["06:00-14:00"], "tuesday": ["06:00-14:00"], "thursday": ["22:00-06:00"],
              "saturday": ["09:00-12:30", "13:30-17:30"] },
            { "from": "2026-07-01", "monday": ["00:00-24:00"], "tuesday": ["00:00-24:00"],
              "wednesday": ["00:00-24:00"], "thursday": ["00:00-24:00"], "friday": ["00:00-24:00"],
              "saturday": ["00:00-24:00"], "sunday": ["00:00-24:00"], "holidays": ["SC", "NI"] }
        ] }"#,
    );
    assert_eq!(
        of.said(date(2026, 6, 30)),
        "Mon–Tue 06:00 to 14:00; Thu 22:00 to 06:00 the next day; \
         Sat 09:00 to 12:30 and 13:30 to 17:30, New York"
    );
    assert_eq!(
        of.said(date(2026, 7, 1)),
        "Every day 24 hours, New York; closed on bank holidays of Northern Ireland and bank \
         holidays of Scotland"
    );
}

#[test]
fn whether_it_is_open_now_is_said_with_until_when() {
    let calendar = Calendar::standard();
    let said = |text: &str| calendar.said_now(at(text));
    assert_eq!(said("2026-06-01 10:00"), "Open now, until 17:30.");
    assert_eq!(said("2026-06-01 08:00"), "Closed now, opens again 09:00.");
    assert_eq!(said("2026-05-22 17:30"), "Closed now, opens again Tuesday 26 May 2026 at 09:00.");
    let always = Calendar::named("X24").unwrap();
    assert_eq!(always.standing(at("2026-06-01 10:00")), Standing::Open { until: None });
    assert_eq!(always.said_now(at("2026-06-01 10:00")), "Open now.");
    let nights = Calendar::named("NIGHT").unwrap();
    assert_eq!(
        nights.said_now(at("2026-06-01 23:00")),
        "Open now, until Tuesday 2 June 2026 at 06:00."
    );
}

#[test]
fn a_day_says_what_it_is_and_why() {
    let calendar = Calendar::named("EWX").unwrap();
    let day = |month, day| calendar.day(date(2026, month, day));
    assert_eq!(day(12, 23).kind, DayKind::Open);
    let differs = day(12, 24);
    assert_eq!((differs.kind, differs.hours), (DayKind::Differs, vec![Opening::between(540, 720)]));
    let holiday = day(12, 25);
    assert_eq!(holiday.kind, DayKind::Holiday);
    assert_eq!(holiday.holiday.as_deref(), Some("Christmas Day"));
    assert_eq!(day(12, 26).kind, DayKind::Weekday);
    assert_eq!(day(3, 29).clocks, Some(ClocksChange::Forward));
    assert_eq!(day(10, 25).clocks, Some(ClocksChange::Back));
    assert_eq!(day(3, 30).clocks, None);
}

#[test]
fn a_year_has_all_its_days_and_their_working_time_sums_to_the_years() {
    for (name, year) in [("EW", 2026), ("NIGHT", 2026), ("NY", 2028), ("X24", 2027)] {
        let calendar = Calendar::named(name).unwrap();
        let days = calendar.year(year);
        assert_eq!(days.len(), if year == 2028 { 366 } else { 365 }, "{name}");
        let sum: i64 = days.iter().map(|day| calendar.working_on(day.date).as_millis()).sum();
        let (first, after) = (date(year, 1, 1), date(year + 1, 1, 1));
        let edge = |day: jiff::civil::Date| {
            let at = day.to_zoned(calendar.zone().clone()).unwrap().timestamp();
            crate::time::Instant::from_millis(at.as_millisecond())
        };
        assert_eq!(calendar.elapsed(edge(first), edge(after)), Span::millis(sum), "{name}");
    }
}

#[test]
fn the_days_on_which_it_is_closed_out_of_the_order_of_the_week_are_found() {
    let calendar = Calendar::standard().with_exception(date(2026, 12, 24), []);
    let days: Vec<_> =
        calendar.closed_days(date(2026, 12, 20)).take(4).map(|day| day.date).collect();
    let december = |day| date(2026, 12, day);
    assert_eq!(days, [december(24), december(25), december(28), date(2027, 1, 1)]);
    assert_eq!(calendar.known_until(), Some(date(2028, 12, 31)));
    assert_eq!(Calendar::named("X24").unwrap().known_until(), None);
}

#[test]
fn the_first_day_that_two_calendars_differ_on_is_found() {
    let before = Calendar::named("EW").unwrap();
    let after = before.clone().with_exception(date(2026, 6, 15), []);
    let (from, until) = (at("2026-06-12 16:00"), at("2026-06-16 16:00"));
    let difference = before.difference(&after, from, until).unwrap();
    assert_eq!(difference.after.date, date(2026, 6, 15));
    assert_eq!((difference.before.kind, difference.after.kind), (DayKind::Open, DayKind::Differs));
    assert_eq!(before.difference(&after, from, at("2026-06-14 12:00")), None);
}
