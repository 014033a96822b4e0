//! The hours of a week as people write them: a row for each weekday.

use std::collections::BTreeMap;

use baton_core::calendar::{Description, Hours, Nation, Opening, span, typed};
use baton_core::refusal::{Code, FieldError, Refusal};
use baton_core::{say, word};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::ctx::Form;
use crate::input::Input;
use crate::problem::Trouble;
use crate::request::page::choices::borrowed;
use crate::shape::{Field, Kind, Shape};

const NAME: Kind = Kind::Text { most: 500, lines: false };

macro_rules! shape {
    ($name:literal, [$($before:expr),*], [$($after:expr),*]) => {
        Shape::new($name, &[
            Field::text("name", 500).label(word!("calendar-page-name")).hint(word!("calendar-page-as-people-call-it")).required().ask(word!("calendar-page-say-what-it-is-called")),
            $($before,)*
            Field::text("monday", 200).label(word!("when-names-monday")).needed(),
            Field::text("tuesday", 200).label(word!("when-names-tuesday")).needed(),
            Field::text("wednesday", 200).label(word!("when-names-wednesday")).needed(),
            Field::text("thursday", 200).label(word!("when-names-thursday")).needed(),
            Field::text("friday", 200).label(word!("when-names-friday")).needed(),
            Field::text("saturday", 200).label(word!("when-names-saturday")).needed(),
            Field::text("sunday", 200).label(word!("when-names-sunday")).needed(),
            Field::list("holidays", &NAME, 50)
                .label(word!("calendar-page-on-which-holidays"))
                .hint(word!("calendar-page-several-are-united"))
                .needed(),
            $($after,)*
        ])
    };
}

pub static NEW: Shape = shape!(
    "CalendarPage",
    [Field::text("zone", 200)
        .label(word!("calendar-page-time-zone"))
        .hint(word!("calendar-page-it-stays-in-it"))
        .needed()],
    []
);
pub static REVISION: Shape = shape!(
    "CalendarRevisionPage",
    [Field::date("from")
        .label(word!("calendar-page-from-when"))
        .hint(word!("calendar-page-up-to-it-the-old"))
        .needed()],
    [Field::lines("days", 50_000)
        .label(word!("calendar-page-days-that-differ"))
        .hint(word!("calendar-page-a-day-a-line"))
        .needed()]
);

const WEEKDAYS: [&str; 7] =
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The rows of the weekdays, and the holidays.
pub fn week(form: &Form<'_>, description: &Description) -> Markup {
    let own = description.sets.keys().map(|name| (name.clone(), name.clone()));
    let sets: Vec<(String, String)> = nations().into_iter().chain(own).collect();
    html! {
        fieldset.field.week {
            legend { (say!("calendar-page-when-is-it-open")) }
            p.hint { (say!("calendar-page-write-hours-like")) }
            @for day in WEEKDAYS { (form.text(day)) }
        }
        (form.boxes("holidays", &borrowed(&sets)))
    }
}

fn nations() -> Vec<(String, String)> {
    let name = |nation| match nation {
        Nation::EnglandAndWales => say!("calendar-page-england-and-wales"),
        Nation::Scotland => say!("calendar-page-scotland"),
        Nation::NorthernIreland => say!("calendar-page-northern-ireland"),
    };
    Nation::ALL.map(|nation| (nation.code().to_owned(), name(nation).to_owned())).into()
}

/// Hours as the form would have sent them.
pub fn start_week(hours: &Hours) -> Vec<(String, String)> {
    let rows = hours.days().map(|(name, _, spans)| (name.to_owned(), said(spans)));
    let ticks = hours.holidays.iter().map(|name| ("holidays".to_owned(), name.clone()));
    rows.into_iter().chain(ticks).collect()
}

/// The spans of a day as they can be typed: `09:00 to 12:30, 13:30 to 17:30`.
pub fn said(spans: &[Opening]) -> String {
    if spans.is_empty() {
        return say!("calendar-page-closed").to_owned();
    }
    spans.iter().map(|one| span(*one)).collect::<Vec<_>>().join(", ")
}

/// What is wrong with what was typed.
#[derive(Default)]
pub struct Wrong(Vec<FieldError>);

impl Wrong {
    pub fn add(&mut self, field: &str, code: &'static str, message: impl Into<String>) {
        self.0.push(FieldError::new(field, code, message));
    }

    pub fn done(self) -> Result<(), Trouble> {
        if self.0.is_empty() {
            return Ok(());
        }
        let detail = say!("calendar-form-correct-what-is-named");
        Err(Refusal::new(Code::Invalid, detail).with_fields(self.0).into())
    }
}

/// The hours of the week that a form sent.
pub fn read_week(input: &Input, wrong: &mut Wrong) -> Hours {
    let days = WEEKDAYS.map(|day| match typed::hours(input.words(day)) {
        Ok(spans) => spans,
        Err(why) => {
            wrong.add(day, why.code(), why.message());
            Vec::new()
        }
    });
    let holidays = input.texts("holidays").map(str::to_owned).collect();
    Hours { holidays, ..Hours::default() }.with_days(days)
}

/// The days that differ from today on, a line each.
pub fn read_days(input: &Input, today: Date, wrong: &mut Wrong) -> BTreeMap<Date, Vec<Opening>> {
    let mut days = BTreeMap::new();
    let lines = input.words("days").lines().map(str::trim).enumerate();
    for (n, line) in lines.filter(|(_, line)| !line.is_empty()) {
        let number = n + 1;
        match typed::day(line, today) {
            None => {
                let message = say!("calendar-page-a-line-begins-with-no-date", number, line);
                wrong.add("days", "not_a_date", message);
            }
            Some(Err(why)) => {
                let message = say!("calendar-page-in-line", number, message = why.message());
                wrong.add("days", why.code(), message);
            }
            Some(Ok((day, hours))) => {
                if days.insert(day, hours).is_some() {
                    let message = say!("calendar-page-a-line-repeats-a-day", number, line);
                    wrong.add("days", "twice", message);
                }
            }
        }
    }
    days
}

/// What a rule says about the record stands beside the box that it was typed into.
pub fn beside(trouble: Trouble) -> Trouble {
    let Trouble::Refused(mut refusal) = trouble else { return trouble };
    for error in &mut refusal.fields {
        let field = error.field.as_str();
        let weekday = WEEKDAYS.iter().find(|day| field.ends_with(&format!(".{day}")));
        error.field = match weekday {
            Some(day) => (*day).to_owned(),
            None if field.ends_with(".holidays") => "holidays".to_owned(),
            None if field.starts_with("exceptions") => "days".to_owned(),
            None if error.code == "never_open" => "monday".to_owned(),
            None if field.starts_with("hours") => "from".to_owned(),
            None => continue,
        };
    }
    Trouble::Refused(refusal)
}
