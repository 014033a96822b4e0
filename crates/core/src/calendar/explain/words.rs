//! The account in words: a line for each day, and one for the whole.

use jiff::Zoned;

use super::{Counted, Explanation, Stretch, Uncounted};
use crate::say;
use crate::time::{Instant, Span};

impl Explanation {
    /// One sentence for the whole.
    pub fn summary(&self) -> String {
        let (start, end) = (self.local(self.start), self.local(self.end));
        say!(
            "calendar-explain-words-of-working-time-from-to",
            written = written(self.counted),
            start = start.strftime("%A %-d %B %Y %H:%M"),
            end = end.strftime("%A %-d %B %Y %H:%M")
        )
    }

    /// A line for each day, in order.
    pub fn lines(&self) -> Vec<String> {
        self.days.iter().map(|day| self.line(day)).collect()
    }

    /// `Monday 2 March 2026: 10:00 to 14:00, 4 h`.
    pub fn line(&self, day: &Counted) -> String {
        let date = day.date.strftime("%A %-d %B %Y");
        if let Some(why) = &day.why_not {
            return say!("calendar-explain-words-nothing", date, reason = reason(why, day));
        }
        let parts: Vec<String> = day.stretches.iter().map(|part| self.hours(part)).collect();
        let paused = match day.paused {
            none if none <= Span::millis(0) => String::new(),
            paused => say!("calendar-explain-words-without-of-a-pause", written = written(paused)),
        };
        format!(
            "{date}: {}, {}{paused}",
            parts.join(" and "),
            written(Span::seconds(day.seconds()))
        )
    }

    fn local(&self, at: Instant) -> Zoned {
        at.timestamp().to_zoned(self.zone.clone())
    }

    /// `10:00 to 14:00`; a clock that is put forward or back on the way is named.
    fn hours(&self, part: &Stretch) -> String {
        let (from, until) = (self.local(part.from), self.local(part.until));
        let midnight = until.date() > from.date();
        let end = if midnight { "24:00".to_owned() } else { clock(&until) };
        let changed = match until.offset().seconds() - from.offset().seconds() {
            0 => "",
            forward if forward > 0 => say!("calendar-explain-words-the-clocks-go-forward"),
            _ => say!("calendar-explain-words-the-clocks-go-back"),
        };
        say!("calendar-explain-words-to", clock = clock(&from), end, changed)
    }
}

fn clock(at: &Zoned) -> String {
    let pattern = if at.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
    at.strftime(pattern).to_string()
}

fn reason(why: &Uncounted, day: &Counted) -> String {
    match why {
        Uncounted::Weekday => {
            say!("calendar-explain-words-closed-on-s", day = day.date.strftime("%A"))
        }
        Uncounted::Holiday(name) if name.is_empty() => {
            say!("calendar-explain-words-a-holiday").to_owned()
        }
        Uncounted::Holiday(name) => name.to_string(),
        Uncounted::Exception => say!("calendar-explain-words-closed-on-that-day").to_owned(),
        Uncounted::Paused => say!("calendar-explain-words-paused").to_owned(),
        Uncounted::Outside => {
            say!("calendar-explain-words-outside-of-the-opening-hours").to_owned()
        }
    }
}

/// `3 h 10 min`; seconds only where there are some.
pub(super) fn written(span: Span) -> String {
    let seconds = span.as_seconds();
    let parts = [(seconds / 3_600, "h"), (seconds / 60 % 60, "min"), (seconds % 60, "s")];
    let said: Vec<String> =
        parts.iter().filter(|(n, _)| *n > 0).map(|(n, unit)| format!("{n} {unit}")).collect();
    if said.is_empty() { say!("calendar-explain-words-no-time").to_owned() } else { said.join(" ") }
}
