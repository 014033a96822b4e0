//! What is kept is what was written, and who may keep it.

use super::*;
use crate::calendar::DayKind;

#[test]
fn a_calendar_is_kept_as_it_was_described() {
    let (world, id) = World::with(early());
    let kept = world.description(id);
    assert_eq!((kept.name.as_str(), kept.zone.as_str()), ("Logistics", "Europe/London"));
    assert_eq!(kept.hours[0].holidays, ["Depot", "EW"], "the names, not the keys of the log");
    assert_eq!(kept.exceptions, early().exceptions);
    assert_eq!(kept.sets["Depot"].days[&day("2026-07-06")], "Stocktaking");
    let calendar = world.calendar(id);
    assert_eq!(calendar.day(day("2026-07-06")).kind, DayKind::Holiday);
    assert_eq!(calendar.day(day("2026-12-24")).kind, DayKind::Differs);
    assert!(calendar.opens_on(day("2026-06-06")), "a Saturday");
}

#[test]
fn no_name_of_a_calendar_or_a_holiday_stands_in_the_log() {
    let (world, _) = World::with(early());
    let data = &world.log[0].1.data;
    for name in ["Logistics", "Depot", "Stocktaking"] {
        assert!(!data.contains(name), "{data}");
    }
    assert!(data.contains("2026-07-06") && data.contains("\"EW\""), "the days are facts: {data}");
}

#[test]
fn what_stays_as_it_was_keeps_its_words() {
    let (mut world, id) = World::with(early());
    let first = world.book.get(id).unwrap().now.set.clone();
    world.revise(&administrator(), id, |of| of.name = "Depot and dispatch".to_owned()).unwrap();
    let kept = world.book.get(id).unwrap();
    assert_ne!(kept.now.set.name, first.name);
    assert_eq!(kept.now.set.sets, first.sets);
    assert_eq!(kept.earlier.len(), 1);
    assert_eq!(kept.edition(1).unwrap().set, first, "every edition stays");
    assert_eq!(kept.edition(3), None);
}

#[test]
fn calendars_are_made_by_administrators_and_changed_by_leads_who_count_by_them_too() {
    let (mut world, id) = World::with(early());
    let create =
        || Command::Create { description: Description { name: "Night".to_owned(), ..early() } };
    assert_eq!(code(world.run(&lea(), None, create())), Code::NotAllowed);
    world.run(&administrator(), None, create()).unwrap();
    let close = |of: &mut Description| drop(of.exceptions.insert(day("2026-06-12"), Vec::new()));
    assert_eq!(code(world.revise(&omar(), id, close)), Code::NotAllowed);
    world.revise(&lea(), id, close).unwrap();
    world.facts.departments.clear();
    assert_eq!(
        code(world.revise(&lea(), id, close)),
        Code::NotAllowed,
        "she no longer counts by it"
    );
}

#[test]
fn a_calendar_in_use_is_not_retired_and_a_retired_one_not_changed() {
    let (mut world, id) = World::with(early());
    let in_use = world.run(&administrator(), Some(id), Command::Retire).unwrap_err();
    assert_eq!(in_use.code, Code::IllegalMove);
    assert!(in_use.detail.contains("Logistics"), "{}", in_use.detail);
    assert_eq!(code(world.run(&lea(), Some(id), Command::Retire)), Code::NotAllowed);
    world.facts.departments.clear();
    world.run(&administrator(), Some(id), Command::Retire).unwrap();
    assert!(world.book.get(id).unwrap().is_retired());
    assert_eq!(world.book.named("logistics"), None, "its name is free");
    assert_eq!(code(world.run(&administrator(), Some(id), Command::Retire)), Code::Terminal);
    assert_eq!(code(world.revise(&administrator(), id, |_| {})), Code::Terminal);
    world.run(&administrator(), None, Command::Create { description: early() }).unwrap();
}

#[test]
fn what_is_offered_is_what_is_accepted() {
    let (mut world, id) = World::with(early());
    for used in [true, false] {
        if !used {
            world.facts.departments.clear();
        }
        for retired in [false, true] {
            if retired && !used {
                world.run(&administrator(), Some(id), Command::Retire).unwrap();
            }
            for who in [administrator(), lea(), omar(), Who::system()] {
                let kept = world.book.get(id).unwrap();
                let offered = moves(kept, &world.facts, &who);
                for (mv, command) in [
                    (CalendarMove::Revise, Command::Revise { description: world.description(id) }),
                    (CalendarMove::Retire, Command::Retire),
                ] {
                    let mut draw = Draw::new([9; 32], world.now);
                    let (book, facts) = (&world.book, &world.facts);
                    let decided =
                        decide(book, facts, Some(id), command, &who, world.now, &mut draw);
                    assert_eq!(offered.contains(&mv), decided.is_ok(), "{mv:?} {who:?}");
                }
            }
        }
    }
}

#[test]
fn each_change_is_said_in_a_sentence() {
    let (mut world, id) = World::with(early());
    world.revise(&administrator(), id, |_| {}).unwrap();
    world.facts.departments.clear();
    world.run(&administrator(), Some(id), Command::Retire).unwrap();
    let kept = world.book.get(id).unwrap();
    let said: Vec<String> = kept
        .editions()
        .map(|one| say(&one.set.clone().into(), one.version, "Ada Kay", &world.book.texts))
        .collect();
    assert_eq!(
        said,
        [
            "Ada Kay made the calendar Logistics.",
            "Ada Kay changed the calendar Logistics.",
            "Ada Kay retired the calendar Logistics."
        ]
    );
}

#[test]
fn each_edition_says_line_by_line_what_it_changes() {
    let (mut world, id) = World::with(early());
    world
        .revise(&administrator(), id, |description| {
            description.name = "Depot Leeds".to_owned();
            description.exceptions.remove(&day("2026-12-24"));
            description.exceptions.insert(day("2026-12-31"), Vec::new());
            let own = description.sets.get_mut("Depot").unwrap();
            own.days.insert(day("2026-08-03"), "Moving".to_owned());
        })
        .unwrap();
    let kept = world.book.get(id).unwrap();
    let [first, second] = &kept.editions().collect::<Vec<_>>()[..] else { panic!() };
    let (before, after) =
        (first.description(&world.book.texts), second.description(&world.book.texts));
    assert_eq!(
        after.changes(&before),
        [
            "It was called Logistics.",
            "24 December 2026: like any other day",
            "31 December 2026: closed",
            "Holidays of “Depot”: 1 added, 0 taken away"
        ]
    );
    assert_eq!(after.changes(&after), [""; 0]);
}

#[test]
fn other_hours_and_many_days_are_said_in_few_lines() {
    let before = early();
    let mut after = early();
    let mut hours = after.hours[0].clone();
    hours.from = Some(day("2027-01-04"));
    hours.saturday.clear();
    after.hours.push(hours);
    for n in 1..=14 {
        after.exceptions.insert(day(&format!("2027-02-{n:02}")), Vec::new());
    }
    let said = after.changes(&before);
    assert!(
        said[0].starts_with("Hours from 4 January 2027 on: Mon–Thu 06:00 to 14:00"),
        "{said:?}"
    );
    assert!(said[0].contains("Holidays: Depot and"), "{said:?}");
    assert_eq!((said.len(), said.last().unwrap().as_str()), (14, "And 2 more days"));
    assert!(
        before.changes(&after)[0].starts_with("No other hours from 4 January 2027"),
        "{said:?}"
    );
}

#[test]
fn what_is_set_twice_at_once_is_counted_once_from_what_was_known_before() {
    let together = Span::seconds(2);
    let (mut world, id) = World::with(early());
    let holiday = |description: &mut Description| {
        description.exceptions.insert(day("2026-06-09"), Vec::new());
    };
    let set = |world: &mut World, seconds: i64, change: &dyn Fn(&mut Description)| {
        world.now = world.now + Span::seconds(seconds);
        world.revise(&administrator(), id, change).unwrap();
    };
    set(&mut world, 60, &holiday);
    set(&mut world, 1, &|description| description.exceptions.clear());
    set(&mut world, 60, &holiday);
    let kept = world.book.get(id).unwrap();
    let from = |version| kept.counted_from(version, together).map(|edition| edition.version);
    assert_eq!(from(1), None, "nothing was before");
    assert_eq!(from(2), None, "it is counted with the one that follows");
    assert_eq!(from(3), Some(1));
    assert_eq!(from(4), Some(3));
    assert_eq!(from(5), None);
}
