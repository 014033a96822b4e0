//! A calendar as a program sends it: the same JSON that the command line reads from a file.

use std::collections::BTreeMap;

use baton_core::calendar::{Description, Hours, NotIcalendar, Opening, OwnSet, holidays_of, typed};
use baton_core::refusal::{Code, FieldError, Refusal};
use baton_core::{say, word};
use jiff::civil::Date;

use crate::input::{Input, Value};
use crate::shape::{Field, Kind, Shape};

const SPAN: Kind = Kind::Text { most: 60, lines: false };
const NAME: Kind = Kind::Text { most: 500, lines: false };
const SPANS: Kind = Kind::List { of: &SPAN, most: 20 };

macro_rules! days {
    ($($name:literal),+) => {[
        Field::date("from").hint(word!("calendar-form-the-first-hours-have-none")),
        $(Field::list($name, &SPAN, 20),)+
        Field::list("holidays", &NAME, 50).hint(word!("calendar-form-sets-by-name")),
    ]};
}

static HOURS: Shape = Shape::new(
    "CalendarHoursForm",
    &days!("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
);
static SET: Shape = Shape::new(
    "CalendarSetForm",
    &[
        Field::map("days", &NAME, 5_000).hint(word!("calendar-form-names-by-date")),
        Field::date("from"),
        Field::date("until"),
        Field::lines("icalendar", 1_000_000).hint(word!("calendar-form-instead-of-days")),
    ],
);
pub static CALENDAR_FORM: Shape = Shape::new(
    "CalendarForm",
    &[
        Field::text("name", 500).label(word!("calendar-form-name")).required(),
        Field::text("zone", 200)
            .label(word!("calendar-form-zone"))
            .hint(word!("calendar-form-like-europe-london"))
            .required(),
        Field::list("hours", &Kind::Group(&HOURS), 300)
            .label(word!("calendar-form-hours"))
            .hint(word!("calendar-form-each-from-a-day-on"))
            .required(),
        Field::map("exceptions", &SPANS, 3_000)
            .label(word!("calendar-form-days-that-differ"))
            .hint(word!("calendar-form-hours-by-date")),
        Field::map("sets", &Kind::Group(&SET), 50)
            .label(word!("calendar-form-holidays-of-its-own"))
            .hint(word!("calendar-form-by-name")),
    ],
);

/// What was sent; all that cannot be read is refused at once.
pub fn description(input: &Input) -> Result<Description, Refusal> {
    let mut reader = Reader::default();
    let hours = input.groups("hours").enumerate().map(|(n, one)| reader.hours(n, one)).collect();
    let exceptions = input.group("exceptions").map(|map| reader.exceptions(map));
    let sets = input.group("sets").map(|map| reader.sets(map));
    let description = Description {
        name: input.words("name").trim().to_owned(),
        zone: input.words("zone").trim().to_owned(),
        hours,
        exceptions: exceptions.unwrap_or_default(),
        sets: sets.unwrap_or_default(),
    };
    if reader.wrong.is_empty() {
        return Ok(description);
    }
    let detail = say!("calendar-form-correct-what-is-named");
    Err(Refusal::new(Code::Invalid, detail).with_fields(reader.wrong))
}

#[derive(Default)]
struct Reader {
    wrong: Vec<FieldError>,
}

impl Reader {
    fn hours(&mut self, n: usize, input: &Input) -> Hours {
        let holidays = input.texts("holidays").map(|name| name.trim().to_owned()).collect();
        let hours = Hours { from: input.date("from"), holidays, ..Hours::default() };
        let names = hours.days().map(|(name, ..)| name);
        let days = names.map(|name| self.spans(&format!("hours[{n}].{name}"), input.list(name)));
        hours.with_days(days)
    }

    fn spans(&mut self, field: &str, values: &[Value]) -> Vec<Opening> {
        let mut all = Vec::new();
        for value in values {
            let Value::Text(text) = value else { continue };
            match typed::hours(text) {
                Ok(spans) => all.extend(spans),
                Err(why) => self.wrong.push(FieldError::new(field, why.code(), why.message())),
            }
        }
        all
    }

    fn date(&mut self, field: &str, text: &str) -> Option<Date> {
        let date = text.parse().ok();
        if date.is_none() {
            let message = say!("calendar-form-write-the-day-like");
            self.wrong.push(FieldError::new(field, "not_a_date", message));
        }
        date
    }

    fn exceptions(&mut self, map: &Input) -> BTreeMap<Date, Vec<Opening>> {
        let mut all = BTreeMap::new();
        for (day, value) in map.entries() {
            let field = format!("exceptions.{day}");
            let spans = match value {
                Value::List(values) => self.spans(&field, values),
                _ => Vec::new(),
            };
            if let Some(date) = self.date(&field, day) {
                all.insert(date, spans);
            }
        }
        all
    }

    fn sets(&mut self, map: &Input) -> BTreeMap<String, OwnSet> {
        let groups = map.entries().filter_map(|(name, value)| match value {
            Value::Group(group) => Some((name, group)),
            _ => None,
        });
        groups.map(|(name, group)| (name.trim().to_owned(), self.set(name, group))).collect()
    }

    fn set(&mut self, name: &str, group: &Input) -> OwnSet {
        if let Some(text) = group.text("icalendar") {
            return match holidays_of(text, "") {
                Ok(set) => OwnSet::of(&set),
                Err(why) => {
                    let field = format!("sets.{name}.icalendar");
                    self.wrong.push(FieldError::new(field, "not_icalendar", said(&why)));
                    OwnSet::default()
                }
            };
        }
        let mut days = BTreeMap::new();
        for (day, value) in group.group("days").into_iter().flat_map(Input::entries) {
            let date = self.date(&format!("sets.{name}.days.{day}"), day);
            if let (Some(date), Value::Text(text)) = (date, value) {
                days.insert(date, text.trim().to_owned());
            }
        }
        OwnSet { days, from: group.date("from"), until: group.date("until") }
    }
}

/// Why a text holds no holidays, as a sentence.
pub fn said(why: &NotIcalendar) -> String {
    format!("{}.", crate::ui::words::capital(&why.to_string()))
}
