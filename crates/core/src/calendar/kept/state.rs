//! What a calendar is that an organisation keeps.

use jiff::civil::Date;

use super::super::{Calendar, Description, OwnSet};
use super::event::{CalendarSet, SetOfDays};
use crate::ids::CalendarId;
use crate::log::{Actor, Version};
use crate::time::{Instant, Span};
use crate::vault::Texts;

#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    pub id: CalendarId,
    /// As it is now.
    pub now: Edition,
    /// As it was before, oldest first.
    pub earlier: Vec<Edition>,
}

/// The record as it was set once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edition {
    pub version: Version,
    pub at: Instant,
    pub by: Actor,
    pub set: CalendarSet,
}

impl Kept {
    pub fn version(&self) -> Version {
        self.now.version
    }

    pub fn is_retired(&self) -> bool {
        self.now.set.retired
    }

    /// The edition of a version; `None` for one that there is not.
    pub fn edition(&self, version: Version) -> Option<&Edition> {
        self.editions().find(|edition| edition.version == version)
    }

    /// By which edition the clocks ran before a change: the last one that was not followed by
    /// another within `together`. `None` for a change that is counted with the one after it, and
    /// for the first edition.
    pub fn counted_from(&self, version: Version, together: Span) -> Option<&Edition> {
        let all: Vec<&Edition> = self.editions().collect();
        let soon = |n: &usize| match (n.checked_sub(1).and_then(|last| all.get(last)), all.get(*n))
        {
            (Some(last), Some(next)) => next.at.since(last.at) <= together,
            _ => false,
        };
        let at = all.iter().position(|edition| edition.version == version)?;
        if soon(&(at + 1)) {
            return None;
        }
        let first = (0..=at).rev().find(|n| !soon(n))?;
        all.get(first.checked_sub(1)?).copied()
    }

    /// Every edition, oldest first.
    pub fn editions(&self) -> impl Iterator<Item = &Edition> {
        self.earlier.iter().chain([&self.now])
    }
}

impl Edition {
    /// The record in plain text, to look at or to change a part of it and set it again.
    pub fn description(&self, texts: &Texts) -> Description {
        let set = &self.set;
        let name = |key: &String| match set.sets.get(key) {
            Some(own) => texts.show(own.name).to_owned(),
            None => key.clone(),
        };
        let mut hours = set.hours.clone();
        for one in &mut hours {
            one.holidays = one.holidays.iter().map(name).collect();
        }
        let own = |of: &SetOfDays| (texts.show(of.name).to_owned(), own_set(of, texts));
        Description {
            name: texts.show(set.name).to_owned(),
            zone: set.zone.clone(),
            hours,
            exceptions: set.exceptions.clone(),
            sets: set.sets.values().map(own).collect(),
        }
    }

    /// What counts by it. A record that no rule has made counts as the standard does.
    pub fn calendar(&self, texts: &Texts) -> Calendar {
        self.description(texts).calendar(&|_| None).unwrap_or_else(|_| Calendar::standard())
    }
}

fn own_set(of: &SetOfDays, texts: &Texts) -> OwnSet {
    let mut names = texts.show(of.names).lines();
    let named = |day: &Date| (*day, names.next().unwrap_or_default().to_owned());
    OwnSet { days: of.days.iter().map(named).collect(), from: Some(of.from), until: Some(of.until) }
}
