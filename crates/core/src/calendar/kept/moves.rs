//! What is legal with a calendar now, and for whom: `decide` asks here before anything else.

use super::decide::Facts;
use super::state::Kept;
use crate::access::Who;
use crate::log::Actor;
use crate::refusal::{Code, Refusal};
use crate::say;

/// An act on a calendar, as offered.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CalendarMove {
    Revise,
    Retire,
}

impl CalendarMove {
    pub const ALL: &'static [CalendarMove] = &[Self::Revise, Self::Retire];

    pub fn name(self) -> &'static str {
        match self {
            Self::Revise => "revise",
            Self::Retire => "retire",
        }
    }
}

/// The moves that are legal now for this person; exactly these are accepted.
pub fn moves(kept: &Kept, facts: &Facts, who: &Who) -> Vec<CalendarMove> {
    let legal = |mv: &CalendarMove| may(kept, *mv, facts, who).is_ok();
    CalendarMove::ALL.iter().copied().filter(legal).collect()
}

fn keeps_all(who: &Who) -> bool {
    who.administrator || who.actor == Actor::System
}

/// Whether this person may make a calendar; else why not.
pub fn may_create(who: &Who) -> Result<(), Refusal> {
    if keeps_all(who) {
        return Ok(());
    }
    Err(Refusal::new(Code::NotAllowed, say!("calendar-kept-only-an-administrator-makes")))
}

/// Whether the move is legal for this person now; else why not.
pub fn may(kept: &Kept, mv: CalendarMove, facts: &Facts, who: &Who) -> Result<(), Refusal> {
    let departments = facts.departments_of(kept.id);
    let leads = who.human && departments.clone().any(|one| who.leads(one.department));
    let may = keeps_all(who) || (leads && mv == CalendarMove::Revise);
    if !may {
        let detail = match mv {
            CalendarMove::Revise => say!("calendar-kept-only-administrators-and-leads"),
            CalendarMove::Retire => say!("calendar-kept-only-administrators-retire"),
        };
        return Err(Refusal::new(Code::NotAllowed, detail));
    }
    if kept.is_retired() {
        return Err(Refusal::new(Code::Terminal, say!("calendar-kept-this-calendar-is-retired")));
    }
    let names: Vec<&str> = departments.map(|one| one.name.as_str()).collect();
    if mv == CalendarMove::Retire && !names.is_empty() {
        let detail = say!("calendar-kept-still-counts-by-it", names = names.join(", "));
        return Err(Refusal::new(Code::IllegalMove, detail));
    }
    Ok(())
}
