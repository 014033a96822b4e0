//! Whoever has to move is told once: on the page, and by mail as they have chosen.

use baton_core::ids::PersonId;
use baton_core::time::Span;
use baton_store::notices::{self, Notice};
use serde_json::{Value, json};

use crate::moves;
use crate::world::World;

fn told(world: &World, person: PersonId) -> Vec<Notice> {
    let link = world.desk.store().link();
    world.wait(notices::of_person(&link, person, None, 10_000)).unwrap()
}

/// Everything that lies in the outbox, as text.
fn letters(world: &World) -> Vec<String> {
    world.wait(world.desk.run_due_jobs()).unwrap();
    let Ok(outbox) = std::fs::read_dir(world.place.folder().join("outbox")) else {
        return Vec::new();
    };
    outbox.map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap()).collect()
}

fn to(world: &World, person: PersonId) -> Vec<String> {
    let line = format!("<{}>", world.cast.email(person));
    let mut letters = letters(world);
    letters
        .retain(|letter| letter.lines().any(|own| own.starts_with("To:") && own.contains(&line)));
    letters
}

fn choose(world: &World, person: PersonId, choices: &Value) {
    world.done(person, "/notifications/settings", choices);
}

#[test]
fn of_each_event_a_person_has_one_notice_and_one_letter() {
    World::both(|world| {
        for (_, make) in moves::STAGES {
            make(world);
        }
        let mut count = 0;
        for (_, person) in world.cast.people() {
            let told = told(world, person);
            assert_eq!(to(world, person).len(), told.len(), "{}", world.cast.name(person));
            count += told.len();
        }
        assert!(count > 20, "only {count} notices");
        let before = letters(world).len();
        assert_eq!(letters(world).len(), before, "a second look sends nothing");
    });
}

#[test]
fn what_gathers_comes_in_one_letter_without_what_was_read_meanwhile() {
    let world = World::on_sqlite();
    let ken = world.cast.ken;
    choose(&world, ken, &json!({ "requests": "daily", "moves": "daily" }));
    let scenes: Vec<_> = (0..3).map(|_| (moves::STAGES[1].1)(&world)).collect();
    let told = told(&world, ken);
    assert!(told.len() >= 3, "{told:?}");
    assert_eq!(to(&world, ken).len(), 0, "nothing at once");
    world.clock.advance(Span::minutes(5));
    let read = json!({ "case": scenes[0].case });
    assert_eq!(world.post(ken, "/notifications/reading", &read).status, 204);
    world.clock.advance(Span::hours(22));
    let gathered: Vec<String> =
        to(&world, ken).into_iter().filter(|text| text.contains("gathered.")).collect();
    assert_eq!(gathered.len(), 1);
    let named = |case: &str| {
        let reference = world.seen(world.cast.amira, &format!("/cases/{case}"))["ref"].clone();
        gathered[0].contains(&format!("{}/", reference.as_str().unwrap()))
    };
    assert!(!named(&scenes[0].case) && named(&scenes[1].case) && named(&scenes[2].case));
}

#[test]
fn whoever_has_to_move_is_warned_before_the_clock_has_run_out() {
    let world = World::on_sqlite();
    let scene = (moves::STAGES[1].1)(&world);
    let about = |world: &World| -> Vec<String> {
        letters(world);
        let told = told(world, world.cast.ken).into_iter();
        told.filter(|one| one.case.to_string() == scene.case).map(|one| one.about).collect()
    };
    let late = |about: &[String], kind: &str| about.iter().filter(|one| *one == kind).count();
    assert_eq!(late(&about(&world), "due_soon"), 0);
    world.clock.advance(Span::minutes(200));
    let soon = about(&world);
    assert_eq!((late(&soon, "due_soon"), late(&soon, "overdue")), (1, 0), "{soon:?}");
    world.clock.advance(Span::hours(1));
    let over = about(&world);
    let asked = late(&over, "late_to_decide");
    assert_eq!((late(&over, "due_soon"), asked), (1, 1), "he leads them: {over:?}");
}

#[test]
fn nobody_switches_off_what_is_due_and_quiet_hours_hold_letters_back() {
    let world = World::on_sqlite();
    let ken = world.cast.ken;
    let off = world.post(ken, "/notifications/settings", &json!({ "due": "off" }));
    assert_eq!((off.status, off.json()["fields"][0]["code"].clone()), (422, json!("owed")));
    choose(&world, ken, &json!({ "quiet_from": "09:00", "quiet_to": "12:00" }));
    (moves::STAGES[1].1)(&world);
    assert!(!told(&world, ken).is_empty());
    assert_eq!(to(&world, ken).len(), 0);
    world.clock.advance(Span::hours(2));
    assert_eq!(to(&world, ken).len(), 1);
}

/// A request of this class that nobody takes in, at half past five when its clock runs out.
fn runs_out_at_closing(world: &World, class: &str) -> crate::scenes::Scene {
    let mut form = crate::bodies::ask(world, world.cast.logistics);
    form["service_class"] = json!(class);
    world.raised(&form)
}

#[test]
fn what_runs_out_at_closing_is_told_in_the_morning_unless_it_is_urgent() {
    let overdue = |world: &World| {
        let letters = to(world, world.cast.ken).into_iter();
        letters.filter(|letter| letter.to_lowercase().contains("overdue")).count()
    };
    for (class, before_closing, at_once) in [("standard", 210, 0), ("expedite", 420, 1)] {
        let world = World::on_sqlite();
        // The story begins at ten in the morning.
        world.clock.advance(Span::minutes(before_closing));
        runs_out_at_closing(&world, class);
        world.clock.advance(Span::minutes(451 - before_closing));
        assert_eq!(overdue(&world), at_once, "{class}, at half past five");
        world.clock.advance(Span::hours(17));
        assert_eq!(overdue(&world), 1, "{class}, the morning after");
    }
}
