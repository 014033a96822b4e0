//! Whether a command about a calendar may be, and what it leads to. Each decision has one event.

mod description;
mod past;
mod write;

use super::super::{Calendar, Description};
use super::apply::apply;
use super::book::Book;
use super::command::Command;
use super::event::{CalendarEvent, CalendarSet};
use super::moves::{CalendarMove, may, may_create};
use super::state::Kept;
use crate::access::Who;
use crate::check::Check;
use crate::draw::Draw;
use crate::ids::{CalendarId, DepartmentId, StreamId};
use crate::log::Stamp;
use crate::log::{Decided, Entry};
use crate::refusal::Refusal;
use crate::time::Instant;
use crate::vault::Word;

/// What the directory says: which departments count by which calendar.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    pub departments: Vec<CountsBy>,
}

/// A department that counts by a calendar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CountsBy {
    pub calendar: CalendarId,
    pub department: DepartmentId,
    pub name: String,
}

impl Facts {
    pub fn departments_of(&self, calendar: CalendarId) -> impl Iterator<Item = &CountsBy> + Clone {
        self.departments.iter().filter(move |one| one.calendar == calendar)
    }
}

/// Decides on a command; `id` is `None` for a calendar that is to be made.
pub fn decide(
    book: &Book,
    facts: &Facts,
    id: Option<CalendarId>,
    command: Command,
    who: &Who,
    now: Instant,
    draw: &mut Draw,
) -> Result<Decided<Kept>, Refusal> {
    let asked = Asked { book, who, now };
    match (id, command) {
        (None, Command::Create { description }) => {
            may_create(who)?;
            asked.set(None, &description, draw)
        }
        (Some(id), Command::Revise { description }) => {
            let kept = book.get(id).ok_or_else(Refusal::not_found)?;
            may(kept, CalendarMove::Revise, facts, who)?;
            asked.set(Some(kept), &description, draw)
        }
        (Some(id), Command::Retire) => {
            let kept = book.get(id).ok_or_else(Refusal::not_found)?;
            may(kept, CalendarMove::Retire, facts, who)?;
            let set = CalendarSet { retired: true, ..kept.now.set.clone() };
            Ok(asked.decided(Some(kept), id, set, Vec::new()))
        }
        (None, Command::Revise { .. } | Command::Retire) | (Some(_), Command::Create { .. }) => {
            Err(Refusal::not_found())
        }
    }
}

/// Who asks, of which calendars, and when.
struct Asked<'a> {
    book: &'a Book,
    who: &'a Who,
    now: Instant,
}

impl Asked<'_> {
    fn set(
        &self,
        kept: Option<&Kept>,
        description: &Description,
        draw: &mut Draw,
    ) -> Result<Decided<Kept>, Refusal> {
        let mut check = Check::default();
        description::check(&mut check, self.book, kept, description);
        check.done()?;
        // It is no calendar only if what was looked at above missed something.
        let calendar = description
            .calendar(&|_| None)
            .map_err(|why| Refusal::invalid("hours", "not_a_calendar", why.to_string()))?;
        if let Some(kept) = kept {
            let mut check = Check::default();
            let before = kept.now.description(&self.book.texts);
            past::check(&mut check, &before, description, calendar.date(self.now));
            check.done()?;
        }
        let id = kept.map_or_else(|| draw.id(), |kept| kept.id);
        let (set, words) = write::write(&self.book.texts, kept, description, draw);
        Ok(self.decided(kept, id, set, words))
    }

    fn decided(
        &self,
        kept: Option<&Kept>,
        id: CalendarId,
        set: CalendarSet,
        words: Vec<Word>,
    ) -> Decided<Kept> {
        let event = CalendarEvent::from(set);
        let expected = kept.map_or(0, Kept::version);
        let (at, actor) = (self.now, self.who.actor);
        let next = apply(kept.cloned(), id, Stamp { version: expected + 1, at, actor }, &event);
        let (kind, v, data) = (event.kind(), event.v(), event.encode());
        let entry = Entry { at, actor, kind, v, data };
        let stream = StreamId::Calendar(id);
        Decided::new(stream, expected, vec![entry], words, Vec::new(), next)
    }
}

/// The names under which the command line knows calendars of its own.
fn is_built_in(name: &str) -> bool {
    Calendar::named(name).is_some()
}
