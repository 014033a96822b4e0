//! From what is asked for to the conditions of a list.

use baton_core::case::kinds::{Mover, Priority, ServiceClass, StageName, Standing};
use baton_core::query::{Atom, Party, State, Term};
use baton_store::rows::narrow::{Said, cases, requests};
use baton_store::rows::request::Side;
use baton_store::search::Query as Words;

use super::asked::{Asked, Wording, scopes};
use crate::ctx::Ctx;

fn said(ctx: &Ctx, wording: &mut Wording) -> Said {
    let none = std::mem::take(&mut wording.none);
    Said { all: Words::parse(&wording.all), none, scopes: scopes(ctx) }
}

/// It must be so, or must not be; both at once is nothing.
fn must(asked: &mut Option<bool>, wanted: bool, never: &mut bool) {
    *never |= asked.is_some_and(|known| known != wanted);
    *asked = Some(wanted);
}

/// The cases of one way, and the phrases to look at.
pub fn case(ctx: &Ctx, asked: &Asked, way: &[&Term]) -> (cases::Narrow, Wording) {
    let mut wording = Wording::of(way);
    let mut narrow = cases::Narrow { said: said(ctx, &mut wording), ..Default::default() };
    let mut never = false;
    for Term { not, atom } in way {
        let yes = !not;
        match atom {
            Atom::Word(_) | Atom::Phrase(_) => {}
            Atom::Is(State::Snoozed) => narrow.ids.take(*not, asked.asleep.cases()),
            Atom::Is(state) => case_state(&mut narrow, *state, yes, &mut never),
            Atom::With(_) => narrow.with.take(*not, asked.named(atom).departments),
            Atom::From(_) => narrow.customers.take(*not, asked.named(atom).customers),
            Atom::Owner(_) => narrow.owners.take(*not, asked.named(atom).people),
            Atom::Waiting(Party::Us) => must(&mut narrow.waits_for_us, yes, &mut never),
            Atom::Waiting(Party::Them) => must(&mut narrow.waits_for_them, yes, &mut never),
            Atom::Waiting(Party::Customer) => must(&mut narrow.waits_for_customer, yes, &mut never),
            Atom::Due(cut) => {
                let (from, until) = asked.stretch(ctx, *cut, *not);
                narrow.due = narrow.due.and(from, until);
            }
            Atom::Opened(cut) => {
                let (from, until) = asked.stretch(ctx, *cut, *not);
                narrow.opened = narrow.opened.and(from, until);
            }
        }
    }
    if never {
        narrow.states.one_of([""; 0]);
    }
    (narrow, wording)
}

fn case_state(narrow: &mut cases::Narrow, state: State, yes: bool, never: &mut bool) {
    match state {
        State::Open => must(&mut narrow.open, yes, never),
        State::Closed => must(&mut narrow.open, !yes, never),
        State::New => narrow.states.take(!yes, [Standing::New]),
        State::Waiting => narrow.states.take(!yes, [Standing::Waiting]),
        State::Resolved => narrow.states.take(!yes, [Standing::Resolved]),
        State::Breached => must(&mut narrow.late, yes, never),
        State::Told => must(&mut narrow.told, yes, never),
        State::Disputed => must(&mut narrow.disputed, yes, never),
        State::Escalated => must(&mut narrow.escalated, yes, never),
        State::Urgent => narrow.priorities.take(!yes, [Priority::Urgent]),
        // Snoozes are each person's own, and looked up for them.
        State::Snoozed => {}
    }
}

/// The requests of one side in one way, and the phrases to look at.
pub fn request(ctx: &Ctx, asked: &Asked, side: Side, way: &[&Term]) -> (requests::Narrow, Wording) {
    let mut wording = Wording::of(way);
    let mut narrow = requests::Narrow { said: said(ctx, &mut wording), ..Default::default() };
    let (ours, theirs) = match side {
        Side::ToUs => (Mover::To, Mover::From),
        Side::FromUs => (Mover::From, Mover::To),
    };
    let mut never = false;
    for Term { not, atom } in way {
        match atom {
            Atom::Word(_) | Atom::Phrase(_) => {}
            Atom::Is(State::Snoozed) => narrow.ids.take(*not, asked.asleep.requests()),
            Atom::Is(state) => request_state(&mut narrow, *state, !not, &mut never),
            Atom::With(_) => narrow.with.take(*not, asked.named(atom).departments),
            Atom::From(_) => narrow.from.take(*not, asked.named(atom).departments),
            Atom::Owner(_) => narrow.people.take(*not, asked.named(atom).people),
            Atom::Waiting(Party::Us) => narrow.movers.take(*not, [ours]),
            Atom::Waiting(Party::Them) => narrow.movers.take(*not, [theirs]),
            Atom::Waiting(Party::Customer) => {
                narrow.states.take(*not, [StageName::WaitingCustomer]);
            }
            Atom::Due(cut) => {
                let (from, until) = asked.stretch(ctx, *cut, *not);
                narrow.due = narrow.due.and(from, until);
            }
            Atom::Opened(cut) => {
                let (from, until) = asked.stretch(ctx, *cut, *not);
                narrow.opened = narrow.opened.and(from, until);
            }
        }
    }
    if never {
        narrow.states.one_of([""; 0]);
    }
    (narrow, wording)
}

fn request_state(narrow: &mut requests::Narrow, state: State, yes: bool, never: &mut bool) {
    let waiting = [
        StageName::WaitingCustomer,
        StageName::WaitingThirdParty,
        StageName::Clarifying,
        StageName::Countered,
    ];
    match state {
        State::Open => must(&mut narrow.open, yes, never),
        State::Closed => must(&mut narrow.open, !yes, never),
        State::New => narrow.states.take(!yes, [StageName::Sent]),
        State::Waiting => narrow.states.take(!yes, waiting),
        State::Resolved => narrow.states.take(!yes, [StageName::Delivered, StageName::Verified]),
        State::Told => narrow.states.take(!yes, [StageName::Closed]),
        State::Breached => must(&mut narrow.late, yes, never),
        State::Disputed => must(&mut narrow.disputed, yes, never),
        State::Escalated => must(&mut narrow.escalated, yes, never),
        State::Urgent => narrow.classes.take(!yes, [ServiceClass::Expedite]),
        State::Snoozed => {}
    }
}
