//! Calendars that are kept: made, changed from a day on, chosen by departments, counted by.

use baton_core::time::Span;
use serde_json::{Value, json};

use crate::scenes::text;
use crate::world::World;

/// Monday to Friday, 09:00 to 17:00 in London, closed on the holidays of Scotland.
fn edinburgh() -> Value {
    json!({
        "name": "Edinburgh office",
        "zone": "Europe/London",
        "hours": [{
            "monday": ["9-17"], "tuesday": ["9am to 5pm"], "wednesday": ["09:00-17:00"],
            "thursday": ["09:00-17:00"], "friday": ["09:00-17:00"], "holidays": ["SC"],
        }],
    })
}

pub fn made(world: &World) -> String {
    text(&world.done(world.cast.ada, "/calendars", &edinburgh()), "id")
}

/// One calendar from its making to its retirement.
pub fn every_act(world: &World) {
    let id = made(world);
    let mut other = edinburgh();
    other["exceptions"] = json!({ "2027-01-29": [] });
    world.done(world.cast.ada, &format!("/calendars/{id}/revision"), &other);
    world.seen(world.cast.tom, &format!("/calendars/{id}/year/2027"));
    world.seen(world.cast.tom, "/calendars/standard");
    let question = json!({ "start": world.in_hours(1), "target_seconds": 3600 });
    world.done(world.cast.tom, &format!("/calendars/{id}/due"), &question);
    world.done(world.cast.ada, &format!("/calendars/{id}/retirement"), &json!({}));
}

/// Lets logistics count by a calendar.
fn choose(world: &World, calendar: &str) {
    let path = format!("/departments/{}", world.cast.logistics);
    let mut record = world.seen(world.cast.ada, &path);
    let keep = ["name", "purpose", "not_our_job", "needs_from_you", "lead", "deputies", "head"];
    let keep = [&keep[..], &["channels", "hours", "customer_facing", "active"]].concat();
    record
        .as_object_mut()
        .unwrap()
        .retain(|name, value| keep.contains(&name.as_str()) && !value.is_null());
    record["calendar"] = json!(calendar);
    world.done(world.cast.ada, &format!("{path}/revision"), &record);
}

fn due(world: &World, request: &str) -> String {
    let request = world.seen(world.cast.amira, &format!("/requests/{request}"));
    let clocks = request["clocks"].as_array().unwrap();
    text(clocks.iter().find(|clock| clock["kind"] == "acknowledge").unwrap(), "due")
}

#[test]
fn what_was_sent_is_read_back_and_counted() {
    World::both(|world| {
        let id = made(world);
        let seen = world.seen(world.cast.tom, &format!("/calendars/{id}"));
        assert_eq!(
            seen["words"],
            "Mon–Fri 09:00 to 17:00, London; closed on bank holidays of Scotland"
        );
        assert_eq!(seen["now_words"], "Open now, until 17:00.");
        assert_eq!((&seen["known_until"], &seen["moves"]), (&json!("2028-12-31"), &json!([])));
        assert_eq!(seen["closed_next"][0]["date"], "2026-11-30");
        let year = world.seen(world.cast.tom, &format!("/calendars/{id}/year/2026"));
        assert_eq!(year["days"].as_array().unwrap().len(), 365);
        let andrew = &year["days"][333];
        assert_eq!((&andrew["date"], &andrew["kind"]), (&json!("2026-11-30"), &json!("holiday")));
        let question = json!({ "start": "2026-11-27T16:00:00Z", "target_seconds": 7200 });
        let counted = world.done(world.cast.tom, "/calendars/Edinburgh%20office/due", &question);
        assert_eq!(counted["due"], "2026-12-01T10:00:00Z");
        assert_eq!(counted["days"].as_array().unwrap().len(), 5);
        // The record goes back as it came.
        let names = ["name", "zone", "hours", "exceptions", "sets"];
        let mut record = seen.clone();
        record.as_object_mut().unwrap().retain(|name, _| names.contains(&name.as_str()));
        let again = world.done(world.cast.ada, &format!("/calendars/{id}/revision"), &record);
        assert_eq!(again["hours"], seen["hours"]);
    });
}

#[test]
fn only_administrators_make_calendars_and_leads_change_those_they_count_by() {
    let world = World::on_sqlite();
    let (cast, id) = (&world.cast, made(&world));
    let create = world.post(cast.ken, "/calendars", &edinburgh());
    assert_eq!((create.status, create.json()["code"].clone()), (403, json!("not_allowed")));
    let revise = || world.post(cast.ken, &format!("/calendars/{id}/revision"), &edinburgh());
    assert_eq!(revise().status, 403);
    choose(&world, &id);
    assert_eq!(revise().status, 200);
    let retire = world.post(cast.ada, &format!("/calendars/{id}/retirement"), &json!({}));
    assert_eq!((retire.status, retire.json()["code"].clone()), (409, json!("illegal_move")));
    assert!(retire.json()["detail"].as_str().unwrap().contains("Logistics"));
    choose(&world, "standard");
    let retired = world.done(cast.ada, &format!("/calendars/{id}/retirement"), &json!({}));
    assert_eq!(retired["retired"], json!(true));
}

#[test]
fn the_past_does_not_change_and_a_bad_file_says_which_line() {
    let world = World::on_sqlite();
    let (ada, id) = (world.cast.ada, made(&world));
    let path = format!("/calendars/{id}/revision");
    let mut closed = edinburgh();
    closed["exceptions"] = json!({ "2026-11-20": [] });
    let refused = world.post(ada, &path, &closed).json();
    assert_eq!(refused["fields"][0]["code"], "past");
    closed["exceptions"] = json!({ "2026-11-24": ["9-5"] });
    let refused = world.post(ada, &path, &closed).json();
    assert_eq!(refused["fields"][0]["field"], "exceptions.2026-11-24");
    assert_eq!(refused["fields"][0]["code"], "two_ways");
    closed["exceptions"] = json!({ "2026-11-24": [] });
    world.done(ada, &path, &closed);
    let mut council = edinburgh();
    council["exceptions"] = closed["exceptions"].clone();
    let broken = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261307\nEND:VEVENT\nEND:VCALENDAR";
    council["sets"] = json!({ "City": { "icalendar": broken } });
    let refused = world.post(ada, &path, &council).json();
    assert_eq!(refused["fields"][0]["field"], "sets.City.icalendar");
    assert!(refused["fields"][0]["message"].as_str().unwrap().contains("Line 3"), "{refused}");
}

/// Vector P11 of the reference, six months later: the day after the start becomes a holiday.
#[test]
fn a_late_holiday_moves_the_due_time_of_a_clock_that_runs_and_says_so() {
    World::both(|world| {
        let id = made(world);
        choose(world, &id);
        // Monday at ten: four hours are over at 14:00; another one is sent at 16:00.
        let early = world.sent();
        assert_eq!(due(world, &early.request), "2026-11-23T14:00:00Z");
        world.clock.advance(Span::hours(6));
        let scene = world.sent();
        assert_eq!(due(world, &scene.request), "2026-11-24T12:00:00Z");
        let mut late = edinburgh();
        let mut from = late["hours"][0].clone();
        from["from"] = json!("2026-11-24");
        from["holidays"] = json!(["SC", "City"]);
        late["hours"].as_array_mut().unwrap().push(from);
        late["sets"] = json!({ "City": {
            "days": { "2026-11-24": "World Cup" }, "from": "2026-01-01", "until": "2028-12-31",
        } });
        world.done(world.cast.ada, &format!("/calendars/{id}/revision"), &late);
        world.clock.advance(Span::seconds(3));
        world.wait(world.desk.run_due_jobs()).unwrap();
        assert_eq!(due(world, &scene.request), "2026-11-25T12:00:00Z");
        assert_eq!(due(world, &early.request), "2026-11-23T14:00:00Z", "what is over stays");
        let path = format!("/requests/{}/timeline", scene.request);
        let told = world.seen(world.cast.amira, &path);
        let moved = told["items"].as_array().unwrap();
        let moved = moved.iter().find(|line| line["kind"] == "due_moved").unwrap();
        let said = moved["text"].as_str().unwrap();
        assert!(said.contains("because 24 November 2026 became a holiday"), "{said}");
        let against = baton_store::verify::Against {
            calendars: Some(&world.desk.calendars()),
            ..Default::default()
        };
        let report = world.wait(baton_store::verify::verify(&world.desk.store().link(), &against));
        assert_eq!(report.unwrap().first_bad, None);
    });
}
