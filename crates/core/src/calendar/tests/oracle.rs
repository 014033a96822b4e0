//! An oracle that shares nothing with the calendar: it walks a clock minute by minute.
//!
//! For a scene (a zone and some weeks) it notes what the clock on the wall shows at every minute of
//! UTC. A window opens at the first minute at which the wall shows its opening or, where it never
//! does, more; it closes at the last minute at which the wall shows its closing or, where it never
//! does, after the last that shows less. That is the rule for hours that are skipped and repeated
//! (reference §2.4), said without any resolving of local time.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::super::hours::date;
use crate::calendar::{Calendar, HolidaySet, Opening, Pauses, Week};
use crate::time::{Instant, Span};

const DAY: usize = 1_440;
/// Minutes of a scene, and those at each end in which no question begins.
const LENGTH: usize = 26 * DAY;
const MARGIN: usize = 3 * DAY;

/// Around clocks that change by an hour, by half of one, at midnight, by a whole day, or never; and
/// around the end of a year.
const SCENES: &[(&str, &str)] = &[
    ("Europe/London", "2026-03-18"),
    ("Europe/London", "2026-10-14"),
    ("Europe/London", "2027-03-16"),
    ("Europe/London", "2026-12-20"),
    ("Europe/Dublin", "2027-10-20"),
    ("America/New_York", "2026-03-01"),
    ("America/New_York", "2026-10-25"),
    ("America/Santiago", "2026-03-28"),
    ("America/Santiago", "2026-08-28"),
    ("Africa/Cairo", "2026-04-16"),
    ("Africa/Cairo", "2026-10-20"),
    ("Australia/Lord_Howe", "2026-03-28"),
    ("Australia/Lord_Howe", "2026-09-26"),
    ("Pacific/Apia", "2011-12-20"),
    ("Asia/Kathmandu", "2026-12-20"),
    ("Pacific/Kiritimati", "2027-12-20"),
];

struct Scene {
    zone: &'static str,
    /// Milliseconds of the first minute.
    start: i64,
    /// The first local minute that the wall shows, and for every later one: the first minute of
    /// the scene at which the wall shows it or more, and the last at which it shows it, or that
    /// after the last at which it shows less.
    lowest: i64,
    reached: Vec<usize>,
    left: Vec<usize>,
}

impl Scene {
    fn new(zone: &'static str, day: &str) -> Self {
        let tz = TimeZone::get(zone).unwrap();
        let start: Timestamp = format!("{day}T00:00:00Z").parse().unwrap();
        let start = start.as_millisecond();
        let wall: Vec<i64> = (0..LENGTH as i64)
            .map(|minute| {
                let at = Timestamp::from_millisecond(start + minute * 60_000).unwrap();
                at.as_second().div_euclid(60) + i64::from(tz.to_offset(at).seconds()) / 60
            })
            .collect();
        let (lowest, highest) = (*wall.iter().min().unwrap(), *wall.iter().max().unwrap());
        let size = usize::try_from(highest - lowest).unwrap() + 2;
        let (mut reached, mut left) = (vec![LENGTH; size], vec![0; size]);
        for (minute, shown) in wall.iter().enumerate() {
            let shown = usize::try_from(shown - lowest).unwrap();
            // It shows this and everything below for the first time, unless it did before.
            for below in reached[..=shown].iter_mut().rev() {
                if *below <= minute {
                    break;
                }
                *below = minute;
            }
            // It shows less than all that is above.
            left[shown + 1] = minute + 1;
        }
        for above in 1..size {
            left[above] = left[above].max(left[above - 1]);
        }
        for (minute, shown) in wall.iter().enumerate() {
            left[usize::try_from(shown - lowest).unwrap()] = minute;
        }
        Self { zone, start, lowest, reached, left }
    }

    fn at(&self, minute: usize) -> Instant {
        Instant::from_millis(self.start + minute as i64 * 60_000)
    }

    fn reached(&self, local: i64) -> usize {
        match usize::try_from(local - self.lowest) {
            Ok(place) => self.reached.get(place).copied().unwrap_or(LENGTH),
            Err(_) => 0,
        }
    }

    fn left(&self, local: i64) -> usize {
        match usize::try_from(local - self.lowest) {
            Ok(place) => self.left.get(place).copied().unwrap_or(LENGTH),
            Err(_) => 0,
        }
    }
}

fn scenes() -> &'static [Scene] {
    static SCENES_SEEN: OnceLock<Vec<Scene>> = OnceLock::new();
    SCENES_SEEN.get_or_init(|| SCENES.iter().map(|(zone, day)| Scene::new(zone, day)).collect())
}

/// SplitMix64.
struct Luck(u64);

impl Luck {
    fn below(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % below as u64) as usize
    }

    /// Opening and closing in minutes of the day; mostly at quarters, where clocks change.
    fn hours(&mut self) -> (u16, u16) {
        let grain = if self.below(3) == 0 { 1 } else { 15 };
        let mut minute = || (self.below(DAY / grain) * grain) as u16;
        (minute(), minute())
    }

    fn spans(&mut self) -> Vec<(u16, u16)> {
        let many = [0, 1, 1, 1, 2, 3][self.below(6)];
        (0..many).map(|_| self.hours()).collect()
    }

    fn week(&mut self) -> [Vec<(u16, u16)>; 7] {
        std::array::from_fn(|_| self.spans())
    }
}

/// Opening hours in the oracle's own words.
struct Rules {
    weeks: [[Vec<(u16, u16)>; 7]; 2],
    /// The day from which the second week holds.
    second_from: i64,
    holidays: Vec<i64>,
    exceptions: BTreeMap<i64, Vec<(u16, u16)>>,
}

impl Rules {
    fn draw(scene: &Scene, luck: &mut Luck) -> Self {
        let first = scene.lowest.div_euclid(DAY as i64);
        let some_day = |luck: &mut Luck| first + luck.below(28) as i64;
        let mut weeks = [luck.week(), luck.week()];
        weeks[0][luck.below(7)].push((540, 1_020));
        let second_from = if luck.below(4) == 0 { some_day(luck) } else { i64::MAX };
        let holidays = (0..luck.below(5)).map(|_| some_day(luck)).collect();
        let exceptions = (0..luck.below(4)).map(|_| (some_day(luck), luck.spans())).collect();
        Self { weeks, second_from, holidays, exceptions }
    }

    fn of(&self, day: i64) -> &[(u16, u16)] {
        if let Some(hours) = self.exceptions.get(&day) {
            return hours;
        }
        // 1 January 1970 was a Thursday.
        let weekday = (day + 3).rem_euclid(7) as usize;
        let week = &self.weeks[usize::from(day >= self.second_from)];
        if self.holidays.contains(&day) { &[] } else { &week[weekday] }
    }

    /// For every minute of the scene, whether it is working time.
    fn open(&self, scene: &Scene) -> Vec<bool> {
        let mut open = vec![false; LENGTH];
        let first = scene.lowest.div_euclid(DAY as i64);
        for day in first - 2..first + 30 {
            for &(from, until) in self.of(day) {
                let midnight = day * DAY as i64;
                let next = if until <= from { DAY as i64 } else { 0 };
                let opens = scene.reached(midnight + i64::from(from));
                let closes = scene.left(midnight + next + i64::from(until));
                if opens < closes {
                    open[opens..closes].fill(true);
                }
            }
        }
        open
    }

    fn calendar(&self, zone: &str) -> Calendar {
        use jiff::civil::Weekday as W;
        let days =
            [W::Monday, W::Tuesday, W::Wednesday, W::Thursday, W::Friday, W::Saturday, W::Sunday];
        let opening = |&(from, until): &(u16, u16)| Opening::between(from, until);
        let week = |hours: &[Vec<(u16, u16)>; 7]| {
            days.into_iter().zip(hours).fold(Week::default(), |week, (day, hours)| {
                week.with(day, hours.iter().map(opening))
            })
        };
        let mut calendar = Calendar::new(zone, week(&self.weeks[0])).unwrap();
        if self.second_from < i64::MAX {
            calendar = calendar.with_week_from(date(self.second_from), week(&self.weeks[1]));
        }
        let set = HolidaySet::new("drawn", (Date::MIN, Date::MAX));
        let set = self.holidays.iter().fold(set, |set, day| set.with(date(*day), "drawn"));
        let exceptions = self.exceptions.iter();
        exceptions.fold(calendar.with_holidays(&set), |calendar, (day, hours)| {
            calendar.with_exception(date(*day), hours.iter().map(opening))
        })
    }
}

/// What was asked in one round, for the message when the answers differ.
struct Round {
    scene: &'static Scene,
    calendar: Calendar,
    /// For every minute, whether it counts.
    counts: Vec<bool>,
    pauses: Pauses,
    seed: u64,
}

impl Round {
    fn draw(seed: u64) -> (Self, Luck) {
        let mut luck = Luck(seed);
        let scene = &scenes()[luck.below(SCENES.len())];
        let rules = Rules::draw(scene, &mut luck);
        let mut counts = rules.open(scene);
        let mut drawn = Vec::new();
        for _ in 0..luck.below(5) {
            let from = luck.below(LENGTH);
            let until = (from + 1 + luck.below(3 * DAY)).min(LENGTH);
            counts[from..until].fill(false);
            drawn.push((scene.at(from), scene.at(until)));
        }
        let calendar = rules.calendar(scene.zone);
        (Self { scene, calendar, counts, pauses: Pauses::of(drawn), seed }, luck)
    }

    /// Minute by minute on; `None` when the scene ends before.
    fn due(&self, start: usize, target: usize) -> Option<usize> {
        let mut counted = 0;
        for minute in start..LENGTH - MARGIN {
            if counted == target {
                return Some(minute);
            }
            counted += usize::from(self.counts[minute]);
        }
        None
    }

    /// Minute by minute back.
    fn before(&self, end: usize, offset: usize) -> Option<usize> {
        let mut counted = 0;
        for minute in (MARGIN..=end).rev() {
            if counted == offset {
                return Some(minute);
            }
            counted += usize::from(self.counts[minute - 1]);
        }
        None
    }

    /// Compares all answers; whether the walk came to its ends within the scene.
    fn compare(&self, luck: &mut Luck) -> bool {
        let (seed, pauses, zone) = (self.seed, &self.pauses, self.scene.zone);
        let start = MARGIN + luck.below(12 * DAY);
        let end = start + luck.below(8 * DAY);
        let target = luck.below(40 * 60);
        let span = Span::minutes(target as i64);
        let (from, until) = (self.scene.at(start), self.scene.at(end));
        let walked = self.counts[start..end].iter().filter(|counts| **counts).count();
        let elapsed = self.calendar.elapsed_with(from, until, pauses);
        assert_eq!(elapsed, Span::minutes(walked as i64), "elapsed, seed {seed}, {zone}");
        let due = self.due(start, target);
        if let Some(due) = due {
            let found = self.calendar.due_with(from, span, pauses);
            assert_eq!(found, self.scene.at(due), "due, seed {seed}, {zone}");
            let again = self.calendar.elapsed_with(from, found, pauses);
            assert_eq!(again, span, "there and back, seed {seed}, {zone}");
        }
        let before = self.before(end, target);
        if let Some(before) = before {
            let found = self.calendar.before_with(until, span, pauses);
            assert_eq!(found, self.scene.at(before), "before, seed {seed}, {zone}");
        }
        due.is_some() && before.is_some()
    }
}

fn rounds(from: u64, many: u64) {
    let compared = (from..from + many).filter(|seed| {
        let (round, mut luck) = Round::draw(*seed);
        round.compare(&mut luck)
    });
    let compared = compared.count();
    assert!(compared as u64 > many / 2, "only {compared} of {many} ended within their scene");
}

#[test]
fn twenty_five_thousand_random_calendars_agree_with_the_walk() {
    rounds(0, 25_000);
}

#[test]
fn the_next_twenty_five_thousand_agree_too() {
    rounds(25_000, 25_000);
}

#[test]
fn the_third_twenty_five_thousand_agree_too() {
    rounds(50_000, 25_000);
}

#[test]
fn the_last_twenty_five_thousand_of_a_hundred_thousand_agree_too() {
    rounds(75_000, 25_000);
}
