//! Recording that somebody will be away, and that they are back.

use crate::check::Check;
use crate::ids::{PersonId, StreamId};
use crate::log::Decided;
use crate::refusal::{Code, Refusal};
use crate::say;
use crate::time::{Instant, Span};

use super::super::apply::{Change, apply_person};
use super::super::event::{AbsenceEnded, AbsenceRecorded, DirectoryEvent};
use super::super::state::{Absence, Directory, Person};
use super::Asked;

const LONGEST_ABSENCE: Span = Span::times_24h(2 * 366);
const MOST_AHEAD: usize = 100;

pub(super) fn record(
    asked: &Asked<'_>,
    person: PersonId,
    absence: Absence,
) -> Result<Decided<Change>, Refusal> {
    let person = whom(asked, person)?;
    let mut check = Check::default();
    check_times(&mut check, person, absence, asked.now);
    check_deputy(&mut check, asked.directory, person, absence);
    check.done()?;
    decided(asked, person, &AbsenceRecorded { absence }.into())
}

/// Whoever is back ends their absence; one that has not begun does not take place.
pub(super) fn end(
    asked: &Asked<'_>,
    person: PersonId,
    from: Instant,
) -> Result<Decided<Change>, Refusal> {
    let person = whom(asked, person)?;
    let Some(absence) = person.absences.iter().find(|absence| absence.from == from) else {
        let message = say!("directory-absence-no-absence-begins-then-take-the");
        return Err(Refusal::invalid("from", "unknown_absence", message));
    };
    if absence.to <= asked.now {
        let detail = say!("directory-absence-this-absence-is-over-what-was");
        return Err(Refusal::new(Code::Terminal, detail));
    }
    decided(asked, person, &AbsenceEnded { from }.into())
}

/// The active person that is meant, if who asks may speak for them.
fn whom<'a>(asked: &Asked<'a>, id: PersonId) -> Result<&'a Person, Refusal> {
    let person = asked.directory.active_person(id).ok_or_else(Refusal::not_found)?;
    let who = asked.who;
    let leads_them = person.departments.iter().any(|department| who.leads(*department));
    if asked.keeps_all_records() || who.person() == Some(id) || leads_them {
        return Ok(person);
    }
    let detail = say!("directory-absence-an-absence-is-recorded-by-the-2");
    Err(Refusal::new(Code::NotAllowed, detail))
}

fn check_times(check: &mut Check, person: &Person, absence: Absence, now: Instant) {
    if absence.to <= absence.from {
        check.add("to", "not_after", say!("directory-absence-the-absence-must-end-after-it"));
    } else if absence.to.since(absence.from) > LONGEST_ABSENCE {
        let message = say!("directory-absence-record-at-most-two-years-for");
        check.add("to", "too_long", message);
    }
    if absence.to <= now {
        check.add("to", "past", say!("directory-absence-this-is-over-already-record"));
    }
    let overlaps = |other: &&Absence| other.from < absence.to && absence.from < other.to;
    if person.absences.iter().any(|other| overlaps(&other)) {
        let message = say!("directory-absence-it-overlaps-with-another");
        check.add("from", "overlap", message);
    }
    let ahead = person.absences.iter().filter(|other| other.to > now).count();
    check.count("absences", ahead + 1, MOST_AHEAD);
}

fn check_deputy(check: &mut Check, directory: &Directory, person: &Person, absence: Absence) {
    let Some(deputy) = absence.deputy else {
        return;
    };
    if deputy == person.id {
        check.add("deputy", "self", say!("directory-absence-choose-somebody-else-to-act"));
    } else if !directory.active_person(deputy).is_some_and(Person::is_human) {
        check.add("deputy", "unknown_person", say!("directory-absence-choose-an-active-human"));
    }
}

fn decided(
    asked: &Asked<'_>,
    person: &Person,
    event: &DirectoryEvent,
) -> Result<Decided<Change>, Refusal> {
    let expected = person.version;
    let next = apply_person(Some(person.clone()), person.id, expected + 1, asked.now, event);
    let next = Change::Person(next.ok_or_else(Refusal::not_found)?);
    Ok(asked.decided(StreamId::Person(person.id), expected, event, Vec::new(), next))
}
