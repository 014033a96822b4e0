//! Who is at which case or request right now: in the memory of the nodes, for seconds, and nowhere
//! else. Nobody can look up later who looked at what.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use baton_core::ids::{CaseId, PersonId, RequestId};
use baton_core::time::{Instant, Span};
use tokio::sync::broadcast;

use crate::presence::Beat;

/// Whoever says nothing for so long has left.
const STAYS: Span = Span::seconds(25);
/// Changes that a listener may be behind; the next beat tells them all the same.
const BEHIND: usize = 64;

/// What somebody can be at.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Thing {
    Case(CaseId),
    Request(RequestId),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Doing {
    Viewing,
    Replying,
}

impl Doing {
    pub const NAMES: &'static [&'static str] = &["viewing", "replying"];

    pub fn parse(text: &str) -> Option<Self> {
        [Self::Viewing, Self::Replying].into_iter().find(|doing| doing.name() == text)
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Viewing => "viewing",
            Self::Replying => "replying",
        }
    }
}

#[derive(Clone, Copy, Debug)]
struct Here {
    person: PersonId,
    doing: Doing,
    until: Instant,
}

/// Everybody who is at something.
pub struct Presences {
    here: Mutex<BTreeMap<Thing, Vec<Here>>>,
    changed: broadcast::Sender<Thing>,
}

impl Default for Presences {
    fn default() -> Self {
        Self { here: Mutex::default(), changed: broadcast::channel(BEHIND).0 }
    }
}

impl Presences {
    /// Somebody is here, or still is. Tells listeners where anything has changed.
    pub fn beat(&self, beat: Beat, now: Instant) {
        let Beat { thing, person, doing } = beat;
        let changed = self.note(thing, Here { person, doing, until: now + STAYS }, now);
        for thing in changed {
            // Nobody may be listening.
            let _ = self.changed.send(thing);
        }
    }

    fn note(&self, thing: Thing, one: Here, now: Instant) -> BTreeSet<Thing> {
        let mut changed = BTreeSet::new();
        let mut here = self.here.lock().unwrap_or_else(PoisonError::into_inner);
        here.retain(|thing, people| {
            let before = people.len();
            people.retain(|one| now < one.until);
            if people.len() < before {
                changed.insert(*thing);
            }
            !people.is_empty()
        });
        let people = here.entry(thing).or_default();
        match people.iter_mut().find(|known| known.person == one.person) {
            Some(known) => {
                if known.doing != one.doing {
                    changed.insert(thing);
                }
                *known = one;
            }
            None => {
                people.push(one);
                changed.insert(thing);
            }
        }
        changed
    }

    /// Everybody at a thing but this person, in the order in which they came.
    pub fn others(
        &self,
        thing: Thing,
        person: Option<PersonId>,
        now: Instant,
    ) -> Vec<(PersonId, Doing)> {
        let here = self.here.lock().unwrap_or_else(PoisonError::into_inner);
        let people = here.get(&thing).into_iter().flatten();
        let others = people.filter(|one| now < one.until && Some(one.person) != person);
        others.map(|one| (one.person, one.doing)).collect()
    }

    pub fn is_here(&self, thing: Thing, person: PersonId, now: Instant) -> bool {
        let here = self.here.lock().unwrap_or_else(PoisonError::into_inner);
        let people = here.get(&thing).into_iter().flatten();
        people.into_iter().any(|one| one.person == person && now < one.until)
    }

    /// The things where somebody came, left, or does something else.
    pub fn listen(&self) -> broadcast::Receiver<Thing> {
        self.changed.subscribe()
    }
}

#[cfg(test)]
mod tests {
    use baton_core::ids::Id;

    use super::*;

    fn person(n: u128) -> PersonId {
        PersonId::from_bits(n)
    }

    #[test]
    fn whoever_says_nothing_for_twenty_five_seconds_has_left() {
        let (presences, thing) = (Presences::default(), Thing::Case(CaseId::from_bits(1)));
        let start = Instant::from_millis(0);
        let beat = |n, doing| Beat { thing, person: person(n), doing };
        presences.beat(beat(1, Doing::Viewing), start);
        presences.beat(beat(2, Doing::Replying), start + Span::seconds(10));
        let others = |after| presences.others(thing, Some(person(9)), start + Span::seconds(after));
        assert_eq!(others(24), [(person(1), Doing::Viewing), (person(2), Doing::Replying)]);
        assert_eq!(others(25), [(person(2), Doing::Replying)]);
        assert_eq!(others(35), []);
        assert!(!presences.is_here(thing, person(1), start + Span::seconds(25)));
    }

    #[test]
    fn listeners_hear_of_coming_leaving_and_turning_to_write_and_of_nothing_else() {
        let (presences, start) = (Presences::default(), Instant::from_millis(0));
        let case = |n| Thing::Case(CaseId::from_bits(n));
        let mut changed = presences.listen();
        let beat = |n, who, doing, after| {
            let beat = Beat { thing: case(n), person: person(who), doing };
            presences.beat(beat, start + Span::seconds(after));
        };
        beat(1, 1, Doing::Viewing, 0);
        beat(1, 1, Doing::Viewing, 10);
        beat(1, 1, Doing::Replying, 20);
        beat(2, 2, Doing::Viewing, 60);
        let mut heard = Vec::new();
        while let Ok(thing) = changed.try_recv() {
            heard.push(thing);
        }
        assert_eq!(heard, [case(1), case(1), case(1), case(2)]);
    }
}
