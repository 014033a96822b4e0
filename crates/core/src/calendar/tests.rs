use jiff::civil::Date;

use super::*;
use crate::time::{Instant, Span};

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

#[test]
fn the_standard_calendar_skips_the_night_the_weekend_and_easter() {
    let calendar = Calendar::standard();
    assert_eq!(
        calendar.due(at("2026-04-02T15:30:00Z"), Span::hours(2)),
        at("2026-04-07T09:00:00Z")
    );
}
