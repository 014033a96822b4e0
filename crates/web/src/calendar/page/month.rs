//! A month as a table: a day says by shape, word and colour what it is.

use baton_core::calendar::{ClocksChange, Day, DayKind};
use baton_core::say;
use baton_core::when::names::{month_name, weekday_name, weekday_short};
use jiff::civil::Weekday;
use maud::{Markup, PreEscaped, html};

use super::form::said;
use crate::tell;

macro_rules! marks {
    ($($name:ident $class:literal $word:literal $shape:literal),+ $(,)?) => {
        /// What a day is, as it is drawn.
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub enum Mark { $($name),+ }

        impl Mark {
            pub const ALL: &'static [Mark] = &[$(Mark::$name),+];
            pub fn class(self) -> &'static str { match self { $(Self::$name => $class),+ } }
            pub fn word(self) -> &'static str { match self { $(Self::$name => say!($word)),+ } }
            /// What is drawn in a square of 16, in the day's own colour.
            fn path(self) -> &'static str { match self { $(Self::$name => $shape),+ } }
        }
    };
}

marks! {
    Open "day-open" "calendar-year-open" r#"<circle class="full" cx="8" cy="8" r="4"/>"#,
    Closed "day-closed" "calendar-year-closed" r#"<path d="M4 8h8"/>"#,
    Holiday "day-holiday" "calendar-year-holiday" r#"<path class="full" d="m8 2.500 5.500 5.500L8 13.500 2.500 8z"/>"#,
    Differs "day-differs" "calendar-year-differs" r#"<path d="M8 2.500 14 13.500H2z"/>"#,
    Clocks "day-clocks" "calendar-year-clocks-change" r#"<circle cx="8" cy="8" r="5.500"/><path d="M8 4.500V8l2.500 1.500"/>"#,
    Begins "day-begins" "calendar-year-new-hours" r#"<path d="M4 2.500v11M4 3.500h8l-2.500 2.500L12 8.500H4"/>"#,
}

impl Mark {
    fn of(kind: DayKind) -> Self {
        match kind {
            DayKind::Open => Self::Open,
            DayKind::Weekday => Self::Closed,
            DayKind::Holiday => Self::Holiday,
            DayKind::Differs => Self::Differs,
        }
    }

    pub fn shape(self) -> Markup {
        html! {
            svg aria-hidden="true" viewBox="0 0 16 16" width="10" height="10" { (PreEscaped(self.path())) }
        }
    }
}

/// The days of a month, with what is out of the order of the week said below.
pub fn month(number: i8, days: &[&Day]) -> Markup {
    let name = month_name(number);
    let out: Vec<&&Day> = days.iter().filter(|day| is_out_of_order(day)).collect();
    html! {
        div.month {
            table.month-days {
                caption { (name) }
                thead {
                    tr {
                        @for day in Weekday::Monday.cycle_forward().take(7) {
                            th scope="col" { abbr title=(weekday_name(day)) { (weekday_short(day)) } }
                        }
                    }
                }
                tbody { @for week in weeks(days) { tr { @for day in week { (cell(day)) } } } }
            }
            @if !out.is_empty() {
                ul.month-notes {
                    @for day in &out { li { (tell!("calendar-year-on-day", weekday = weekday_short(day.date.weekday()), day = day.date.day(), what = words(day))) } }
                }
            }
        }
    }
}

/// Rows from Monday to Sunday.
fn weeks<'a>(days: &[&'a Day]) -> Vec<Vec<Option<&'a Day>>> {
    let before = days.first().map_or(0, |first| first.date.weekday().to_monday_zero_offset());
    let before = usize::try_from(before).unwrap_or(0);
    let mut cells: Vec<Option<&Day>> = vec![None; before];
    cells.extend(days.iter().copied().map(Some));
    while !cells.len().is_multiple_of(7) {
        cells.push(None);
    }
    cells.chunks(7).map(<[_]>::to_vec).collect()
}

fn cell(day: Option<&Day>) -> Markup {
    let Some(day) = day else { return html! { td.day-none {} } };
    let mark = Mark::of(day.kind);
    html! {
        td class={ "day " (mark.class()) } {
            time datetime=(day.date) { (day.date.day()) }
            span.day-marks {
                (mark.shape())
                @if day.clocks.is_some() { (Mark::Clocks.shape()) }
                @if day.new_hours { (Mark::Begins.shape()) }
            }
            span.unseen { " " (words(day)) }
        }
    }
}

fn is_out_of_order(day: &Day) -> bool {
    matches!(day.kind, DayKind::Holiday | DayKind::Differs) || day.clocks.is_some() || day.new_hours
}

/// `Christmas Day, closed`, `differs: 09:00 to 12:00`, `09:00 to 17:30, the clocks go back`.
fn words(day: &Day) -> String {
    let hours = said(&day.hours);
    let mut parts = vec![match (day.kind, &day.holiday) {
        (DayKind::Open, _) => hours,
        (DayKind::Weekday, _) => say!("calendar-page-closed").to_owned(),
        (DayKind::Holiday, name) => {
            say!("calendar-year-a-holiday", name = name.as_deref().unwrap_or_default())
        }
        (DayKind::Differs, Some(name)) => {
            say!("calendar-year-differs-though", name = &**name, hours)
        }
        (DayKind::Differs, None) => say!("calendar-year-differs-with", hours),
    }];
    parts.extend(day.clocks.map(|change| match change {
        ClocksChange::Forward => say!("calendar-year-the-clocks-go-forward").to_owned(),
        ClocksChange::Back => say!("calendar-year-the-clocks-go-back").to_owned(),
    }));
    if day.new_hours {
        parts.push(say!("calendar-year-new-hours-hold").to_owned());
    }
    parts.join(", ")
}
