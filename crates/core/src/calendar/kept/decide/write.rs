//! Writing a description down: its names into the vault, the rest into the event. A text that stays
//! as it was keeps its word.

use std::collections::BTreeMap;

use super::super::super::{Description, OwnSet};
use super::super::event::{CalendarSet, SetOfDays};
use super::super::state::Kept;
use crate::draw::Draw;
use crate::vault::{Class, Ink, Retention, Subject, Texts, Word, WordRef};

pub(super) fn write(
    texts: &Texts,
    kept: Option<&Kept>,
    description: &Description,
    draw: &mut Draw,
) -> (CalendarSet, Vec<Word>) {
    let before = kept.map(|kept| &kept.now.set);
    let mut pen = Pen { ink: Ink::new(draw, Subject::Nobody, Retention::Organisation), texts };
    let name = pen.write(before.map(|set| set.name), description.name.trim());
    let known = before.map(|set| &set.sets);
    let (mut sets, mut keys) = (BTreeMap::new(), BTreeMap::new());
    for (set, own) in &description.sets {
        let old = known.and_then(|known| known.iter().find(|(_, old)| texts.show(old.name) == set));
        let key = old.map_or_else(|| unused(known, &sets), |(key, _)| key.clone());
        sets.insert(key.clone(), pen.set(old.map(|(_, old)| old), set, own));
        keys.insert(set.as_str(), key);
    }
    let mut hours = description.hours.clone();
    for one in &mut hours {
        let named = one.named_sets();
        let key = |name: &str| keys.get(name).cloned().unwrap_or_else(|| name.to_owned());
        one.holidays = named.into_iter().map(key).collect();
    }
    let set = CalendarSet {
        name,
        zone: description.zone.clone(),
        hours,
        exceptions: description.exceptions.clone(),
        sets,
        retired: false,
    };
    (set, pen.ink.dry())
}

/// The next key that no set of the calendar has or had last.
fn unused(
    known: Option<&BTreeMap<String, SetOfDays>>,
    sets: &BTreeMap<String, SetOfDays>,
) -> String {
    let taken =
        |key: &String| sets.contains_key(key) || known.is_some_and(|known| known.contains_key(key));
    let mut keys = (1..).map(|n: u32| format!("set-{n}"));
    keys.find(|key| !taken(key)).unwrap_or_default()
}

struct Pen<'a> {
    ink: Ink<'a>,
    texts: &'a Texts,
}

impl Pen<'_> {
    fn write(&mut self, before: Option<WordRef>, text: &str) -> WordRef {
        let same = before.filter(|word| self.texts.get(*word) == Some(text));
        same.unwrap_or_else(|| self.ink.write(Class::P0, text))
    }

    fn set(&mut self, before: Option<&SetOfDays>, name: &str, own: &OwnSet) -> SetOfDays {
        let names: Vec<&str> = own.days.values().map(|name| name.trim()).collect();
        let (from, until) = own.complete();
        SetOfDays {
            name: self.write(before.map(|set| set.name), name),
            days: own.days.keys().copied().collect(),
            names: self.write(before.map(|set| set.names), &names.join("\n")),
            from,
            until,
        }
    }
}
