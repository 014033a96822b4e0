//! What is no calendar to be kept, each with where and why.

use super::*;

fn create(change: impl FnOnce(&mut Description)) -> Result<CalendarId, Refusal> {
    let mut description = early();
    change(&mut description);
    World::new().run(&administrator(), None, Command::Create { description })
}

#[test]
fn a_calendar_stays_in_its_zone() {
    let (mut world, id) = World::with(early());
    let moved = world.revise(&administrator(), id, |of| of.zone = "Europe/Dublin".to_owned());
    let refused = moved.unwrap_err();
    assert_eq!((refused.fields[0].field.as_str(), refused.fields[0].code), ("zone", "fixed"));
    assert!(refused.fields[0].message.contains("Make a new calendar"), "{refused:?}");
    create(|of| of.zone = "Europe/Dublin".to_owned()).unwrap();
    assert_eq!(
        wrong(create(|of| of.zone = "Europe/Atlantis".to_owned())),
        named("zone", "unknown_zone")
    );
}

#[test]
fn a_calendar_that_never_opens_is_refused() {
    let never = create(|of| of.hours[0] = of.hours[0].clone().with_days(Default::default()));
    assert_eq!(wrong(never), named("hours[0]", "never_open"));
    let (mut world, id) = World::with(early());
    let later = world.revise(&administrator(), id, |of| {
        let from = Some(day("2026-07-01"));
        of.hours.push(crate::calendar::Hours { from, ..Default::default() });
    });
    assert_eq!(wrong(later), named("hours[1]", "never_open"));
}

#[test]
fn spans_that_lie_over_each_other_are_named() {
    let spans = |texts: &[&str]| texts.iter().map(|text| text.parse().unwrap()).collect();
    let refused = create(|of| of.hours[0].tuesday = spans(&["09:00-13:00", "12:30-17:00"]));
    let refused = refused.unwrap_err();
    assert_eq!(refused.fields[0].field, "hours[0].tuesday");
    let said = &refused.fields[0].message;
    assert!(said.starts_with("On Tuesday, 09:00 to 13:00 and 12:30 to 17:00 lie"), "{said}");
    create(|of| of.hours[0].tuesday = spans(&["09:00-12:30", "12:30-17:00"])).unwrap();
    let night = create(|of| of.hours[0].tuesday = spans(&["22:00-07:00"])).unwrap_err();
    let said = &night.fields[0].message;
    assert!(
        said.contains("Tuesday, 22:00 to 07:00 the next day") && said.contains("Wednesday"),
        "{said}"
    );
    create(|of| of.hours[0].tuesday = spans(&["22:00-06:00"])).unwrap();
    let day_of = create(|of| {
        of.exceptions.insert(day("2026-12-31"), spans(&["08:00-10:00", "09:00-11:00"]));
    });
    assert_eq!(wrong(day_of), named("exceptions.2026-12-31", "overlap"));
}

#[test]
fn a_name_is_there_and_its_own() {
    assert_eq!(wrong(create(|of| of.name = " ".to_owned())), named("name", "missing"));
    assert_eq!(wrong(create(|of| of.name = "NIGHT".to_owned())), named("name", "taken"));
    let (mut world, id) = World::with(early());
    let again =
        Command::Create { description: Description { name: "logistics ".to_owned(), ..early() } };
    assert_eq!(wrong(world.run(&administrator(), None, again)), named("name", "taken"));
    world.revise(&administrator(), id, |of| of.name = "logistics".to_owned()).unwrap();
}

#[test]
fn hours_come_in_order_and_the_first_hold_since_ever() {
    use crate::calendar::Hours;
    let later = |from: &str| Hours { from: Some(day(from)), ..early().hours[0].clone() };
    assert_eq!(wrong(create(|of| of.hours.clear())), named("hours", "missing"));
    let first = create(|of| of.hours[0].from = Some(day("2026-01-01")));
    assert_eq!(wrong(first), named("hours[0].from", "not_first"));
    let twice = create(|of| of.hours.extend([later("2026-08-01"), later("2026-08-01")]));
    assert_eq!(wrong(twice), named("hours[2].from", "not_in_order"));
    create(|of| of.hours.extend([later("2026-08-01"), later("2026-08-02")])).unwrap();
}

#[test]
fn holidays_are_known_named_and_not_called_as_a_nation_is() {
    let unknown = create(|of| of.hours[0].holidays.push("Moon".to_owned()));
    assert_eq!(wrong(unknown), named("hours[0].holidays", "unknown_set"));
    let nation = create(|of| {
        let depot = of.sets.remove("Depot").unwrap();
        of.sets.insert("SC".to_owned(), depot);
        of.hours[0].holidays = vec!["SC".to_owned()];
    });
    assert_eq!(wrong(nation), named("sets.SC", "taken"));
    let empty = create(|of| of.sets.get_mut("Depot").unwrap().days.clear());
    assert_eq!(wrong(empty), named("sets.Depot", "missing"));
    create(|of| of.hours[0].holidays.extend(["SC", "NI"].map(str::to_owned))).unwrap();
}

#[test]
fn nothing_is_made_of_what_is_not_there() {
    let mut world = World::new();
    let nowhere = CalendarId::from_bits(77);
    let revise = Command::Revise { description: early() };
    assert_eq!(code(world.run(&administrator(), Some(nowhere), revise.clone())), Code::NotFound);
    assert_eq!(code(world.run(&administrator(), Some(nowhere), Command::Retire)), Code::NotFound);
    assert_eq!(code(world.run(&administrator(), None, revise)), Code::NotFound);
}
