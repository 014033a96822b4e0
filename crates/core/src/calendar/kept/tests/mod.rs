//! Calendars that are kept: who changes what of them, and that what is over stays.

mod made;
mod past;
mod refused;
mod revisions;

use jiff::civil::Date;

use super::*;
use crate::access::Who;
use crate::calendar::{Calendar, Description};
use crate::draw::Draw;
use crate::golden_tests::record_missing;
use crate::ids::{CalendarId, DepartmentId, Id, PersonId, StreamId};
use crate::log::{Actor, Recorded};
use crate::refusal::{Code, Refusal};
use crate::time::{Instant, Span};

const LOGISTICS: u128 = 2;

/// Early shift, Saturday mornings, two kinds of holidays.
const EARLY: &str = r#"{
    "name": "Logistics",
    "zone": "Europe/London",
    "hours": [{
        "monday": ["06:00-14:00"], "tuesday": ["06:00-14:00"], "wednesday": ["06:00-14:00"],
        "thursday": ["06:00-14:00"], "friday": ["06:00-12:00", "13:00-14:00"],
        "saturday": ["08:00-12:00"], "holidays": ["EW", "Depot"]
    }],
    "exceptions": { "2026-12-24": ["06:00-10:00"] },
    "sets": { "Depot": { "days": { "2026-07-06": "Stocktaking" } } }
}"#;

fn early() -> Description {
    Description::read(EARLY).unwrap()
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn administrator() -> Who {
    let actor = Actor::Person(PersonId::from_bits(10));
    Who { human: true, administrator: true, ..Who::bare(actor) }
}

/// Leads logistics.
fn lea() -> Who {
    let actor = Actor::Person(PersonId::from_bits(12));
    let department = DepartmentId::from_bits(LOGISTICS);
    Who { human: true, departments: vec![department], leads: vec![department], ..Who::bare(actor) }
}

/// Belongs to logistics and leads nothing.
fn omar() -> Who {
    Who { leads: Vec::new(), ..lea() }
}

/// All calendars and their log, at a moment.
struct World {
    book: Book,
    facts: Facts,
    log: Vec<(CalendarId, Recorded)>,
    now: Instant,
}

impl World {
    /// On Monday, 1 June 2026, at 10:00 in London.
    fn new() -> Self {
        let (book, facts) = (Book::default(), Facts::default());
        Self { book, facts, log: Vec::new(), now: at("2026-06-01T09:00:00Z") }
    }

    /// With a calendar by which logistics counts.
    fn with(description: Description) -> (Self, CalendarId) {
        let mut world = Self::new();
        let id = world.run(&administrator(), None, Command::Create { description }).unwrap();
        let department = DepartmentId::from_bits(LOGISTICS);
        world.facts.departments.push(CountsBy {
            calendar: id,
            department,
            name: "Logistics".to_owned(),
        });
        (world, id)
    }

    /// Decides, and keeps what was decided as the store does.
    fn run(
        &mut self,
        who: &Who,
        id: Option<CalendarId>,
        command: Command,
    ) -> Result<CalendarId, Refusal> {
        let seed = u8::try_from(self.log.len() % 250).unwrap();
        let mut draw = Draw::new([seed; 32], self.now);
        let decided = decide(&self.book, &self.facts, id, command, who, self.now, &mut draw)?;
        let (changes, next) = decided.into_parts();
        record_missing(changes.entries());
        assert_eq!(changes.stream(), StreamId::Calendar(next.id));
        assert_eq!(changes.expected(), self.book.version_of(next.id));
        self.log.extend(changes.recorded().map(|recorded| (next.id, recorded)));
        let words = changes.words().iter().map(|word| (word.id, word.text.clone()));
        self.book.texts.extend_with(words);
        let mut again = Book::default();
        again.texts.clone_from(&self.book.texts);
        for (id, recorded) in &self.log {
            again.catch_up(*id, [recorded]).unwrap();
        }
        assert_eq!(again.get(next.id), Some(&next), "the log folds to what was decided");
        self.book = again;
        Ok(next.id)
    }

    fn revise(
        &mut self,
        who: &Who,
        id: CalendarId,
        change: impl FnOnce(&mut Description),
    ) -> Result<CalendarId, Refusal> {
        let mut description = self.description(id);
        change(&mut description);
        self.run(who, Some(id), Command::Revise { description })
    }

    fn description(&self, id: CalendarId) -> Description {
        self.book.get(id).unwrap().now.description(&self.book.texts)
    }

    fn calendar(&self, id: CalendarId) -> Calendar {
        self.book.get(id).unwrap().now.calendar(&self.book.texts)
    }
}

fn code<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Code {
    result.unwrap_err().code
}

/// The fields that a refusal names, with what is wrong with each.
fn wrong<T: std::fmt::Debug>(result: Result<T, Refusal>) -> Vec<(String, &'static str)> {
    let fields = result.unwrap_err().fields;
    fields.into_iter().map(|field| (field.field, field.code)).collect()
}

fn named(field: &str, code: &'static str) -> Vec<(String, &'static str)> {
    vec![(field.to_owned(), code)]
}
