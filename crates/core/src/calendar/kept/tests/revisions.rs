//! Whatever is changed, and however often, no due time that has passed moves.

use super::*;
use crate::calendar::{Hours, OwnSet};

/// SplitMix64.
struct Luck(u64);

impl Luck {
    fn below(&mut self, below: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % below as u64) as i64
    }

    fn spans(&mut self) -> Vec<crate::calendar::Opening> {
        let from = (self.below(20) * 60) as u16;
        let long = 30 + self.below(3) as u16 * 150;
        match self.below(5) {
            0 => Vec::new(),
            1 if from < 900 => {
                let second = crate::calendar::Opening::between(from + 480, from + 500);
                vec![crate::calendar::Opening::between(from, from + long), second]
            }
            // Some of them cross midnight.
            _ => vec![crate::calendar::Opening::between(from + 200, from + 200 + long)],
        }
    }

    fn hours(&mut self, from: Option<Date>) -> Hours {
        let holidays = ["EW", "SC", "NI", "Own"][..self.below(5) as usize].iter();
        let holidays = holidays.map(|name| (*name).to_owned()).collect();
        let hours = Hours { from, holidays, ..Hours::default() };
        hours.with_days(std::array::from_fn(|_| self.spans()))
    }

    fn day_around(&mut self, today: Date, before: i64, after: i64) -> Date {
        let days = self.below(before + after) - before;
        today.checked_add(jiff::Span::new().days(days)).unwrap()
    }
}

fn drawn(luck: &mut Luck) -> Description {
    let zones = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"];
    let zone = zones[luck.below(4) as usize].to_owned();
    let mut days = std::collections::BTreeMap::new();
    for _ in 0..4 {
        days.insert(luck.day_around(day("2026-06-01"), 200, 200), "Own day".to_owned());
    }
    let own = OwnSet { days, from: None, until: None };
    Description {
        name: "Drawn".to_owned(),
        zone,
        hours: vec![luck.hours(None)],
        exceptions: Default::default(),
        sets: [("Own".to_owned(), own)].into(),
    }
}

/// Any change at all: some are refused, and that is right.
fn change(luck: &mut Luck, of: &mut Description, today: Date) {
    let on = luck.day_around(today, 8, 40);
    match luck.below(5) {
        0 => {
            of.hours.retain(|hours| hours.from != Some(on));
            of.hours.push(luck.hours(Some(on)));
            of.hours.sort_by_key(|hours| hours.from);
        }
        1 => drop(of.exceptions.insert(on, luck.spans())),
        2 => drop(of.exceptions.pop_last()),
        3 => drop(of.sets.get_mut("Own").unwrap().days.insert(on, "Late".to_owned())),
        _ => {
            let last = of.hours.len() - 1;
            of.hours[last] = luck.hours(of.hours[last].from);
        }
    }
}

#[test]
fn no_revision_changes_what_ended_before_today() {
    let (mut accepted, mut refused, mut compared) = (0, 0, 0);
    for seed in 0..400 {
        let mut luck = Luck(seed);
        let mut world = World::new();
        world.now = at("2026-06-01T09:00:00Z");
        let create = Command::Create { description: drawn(&mut luck) };
        let Ok(id) = world.run(&administrator(), None, create) else { continue };
        for _ in 0..6 {
            world.now = world.now + Span::minutes(luck.below(20 * 1_440));
            let before = world.calendar(id);
            let today = before.date(world.now);
            let revised = world.revise(&administrator(), id, |of| change(&mut luck, of, today));
            if revised.is_err() {
                refused += 1;
                continue;
            }
            accepted += 1;
            let after = world.calendar(id);
            // Where the day began there.
            let over = before.midnight(crate::calendar::hours::number(today));
            for _ in 0..20 {
                let start = over - Span::minutes(luck.below(300 * 1_440));
                let target = Span::minutes(luck.below(60 * 60));
                let due = before.due(start, target);
                if due < over {
                    compared += 1;
                    assert_eq!(after.due(start, target), due, "seed {seed}");
                }
                assert_eq!(before.elapsed(start, over), after.elapsed(start, over), "seed {seed}");
            }
        }
    }
    assert!(accepted > 300 && refused > 100 && compared > 3_000, "{accepted} {refused} {compared}");
}
