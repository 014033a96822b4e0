//! What agreements come to: a draft on what was asked before.

use baton_core::time::Span;
use baton_testkit::wait::until;
use serde_json::{Value, json};

use crate::agreements::{proposed, sign};
use crate::browser::{Browser, plain};
use crate::world::World;

/// Ten requests of the last days: seven taken in after half an hour, three after two.
fn ten_requests(world: &World) {
    for n in 0..10 {
        let scene = world.sent();
        let minutes = if n < 7 { 30 } else { 120 };
        world.clock.advance(Span::minutes(minutes));
        world.act(world.cast.tom, &scene.request, "acknowledgement", &json!({}));
        // The same hour of the next working day.
        world.clock.advance(Span::minutes(24 * 60 - minutes));
        while !world.desk.calendar_of(None).is_open(world.now()) {
            world.clock.advance(Span::hours(24));
        }
    }
}

pub fn row<'a>(simulation: &'a Value, clock: &str) -> &'a Value {
    let rows = simulation["rows"].as_array().unwrap();
    &rows.iter().find(|row| row["clock"] == clock).unwrap()["tally"]
}

#[test]
fn a_draft_says_what_would_have_been_met_alike_on_both_databases() {
    let said = std::cell::RefCell::new(Vec::new());
    World::both(|world| {
        ten_requests(world);
        let id = proposed(world, 60);
        let path = format!("/agreements/{id}/simulation");
        let simulation = world.seen(world.cast.ken, &path);
        assert_eq!(world.seen(world.cast.lena, &path), simulation);
        let acknowledge = row(&simulation, "acknowledge");
        assert_eq!(
            (&acknowledge["met"], &acknowledge["late"], &acknowledge["attainment"]),
            (&json!(7), &json!(3), &json!(70))
        );
        assert_eq!(acknowledge["median_seconds"], 1_800);
        let late = simulation["newly_late"].as_array().unwrap();
        assert_eq!(late.iter().filter(|late| late["clock"] == "acknowledge").count(), 3);
        assert_eq!(simulation["newly_late_unseen"], 0);
        let page = Browser::of(world, world.cast.ken).get(&format!("/agreements/{id}"));
        let text = plain(&page.text());
        assert!(text.contains("Acknowledge, in turn") && text.contains("7 of 10, 70 %"), "{text}");
        said.borrow_mut().push((simulation["rows"].clone(), simulation["sides"].clone()));
    });
    let said = said.into_inner();
    assert_eq!(said[0], said[1]);
}

#[test]
fn a_draft_is_tried_by_whoever_may_sign_it_and_nothing_is_tried_without_one() {
    let world = World::on_sqlite();
    let (cast, id) = (&world.cast, proposed(&world, 60));
    let path = format!("/agreements/{id}/simulation");
    let refused = world.get(cast.amira, &path);
    assert_eq!((refused.status, refused.json()["code"].clone()), (403, json!("not_your_side")));
    let page = Browser::of(&world, cast.amira).get(&format!("/agreements/{id}"));
    assert!(!page.text().contains("Tried on the last"));
    let page = Browser::of(&world, cast.ken).get(&format!("/agreements/{id}"));
    assert!(plain(&page.text()).contains("there is nothing to hold them against"));
    sign(&world, cast.lena, &id);
    sign(&world, cast.ken, &id);
    let refused = world.get(cast.ken, &path);
    assert_eq!((refused.status, refused.json()["code"].clone()), (409, json!("illegal_move")));
}

/// An agreement that both have signed, and ten requests that ran under it.
pub fn ran_under(world: &World) -> String {
    let id = proposed(world, 60);
    sign(world, world.cast.lena, &id);
    sign(world, world.cast.ken, &id);
    ten_requests(world);
    id
}

#[test]
fn an_agreement_says_what_both_sides_kept_of_it_both_ways() {
    World::both(|world| {
        let id = ran_under(world);
        let shown = world.seen(world.cast.tom, &format!("/agreements/{id}/performance"));
        let [there, back] = &shown["directions"].as_array().unwrap()[..] else { panic!("{shown}") };
        assert_eq!((&there["agreement"], &back["agreement"]), (&json!(id), &json!(null)));
        let acknowledge = row(there, "acknowledge");
        assert_eq!(
            (&acknowledge["met"], &acknowledge["n"], &acknowledge["attainment"]),
            (&json!(7), &json!(10), &json!(70))
        );
        assert_eq!(back["rows"], json!([]));
        let page = Browser::of(world, world.cast.amira).get(&format!("/agreements/{id}"));
        let text = plain(&page.text());
        for said in ["7 of 10, 70 %", "owed nothing that fell due", "by the usual times"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        let list = Browser::of(world, world.cast.amira).get("/agreements");
        assert!(plain(&list.text()).contains("Kept in time, last 90 days"));
    });
}

/// One of the requests that were acknowledged too late.
pub fn taken_in_late(world: &World) -> String {
    let late = world.seen(world.cast.lena, "/requests?side=from_us&limit=200");
    let late = late["items"].as_array().unwrap();
    let late = late.iter().find(|request| {
        let clocks = request["clocks"].as_array().unwrap();
        clocks.iter().any(|of| of["kind"] == "acknowledge" && of["state"] == "breached")
    });
    late.unwrap()["id"].as_str().unwrap().to_owned()
}

#[test]
fn what_was_excused_is_reported_both_ways() {
    let world = World::on_sqlite();
    let id = ran_under(&world);
    let request = taken_in_late(&world);
    let excuse = json!({ "clock": "acknowledge", "reason": "The depot was flooded." });
    world.act(world.cast.lena, &request, "excuse", &excuse);
    let shown = world.seen(world.cast.tom, &format!("/agreements/{id}/performance"));
    let acknowledge = row(&shown["directions"][0], "acknowledge");
    assert_eq!((&acknowledge["attainment"], &acknowledge["excused"]), (&json!(70), &json!(1)));
    assert_eq!(acknowledge["attainment_without_excused"], json!(null), "nine are too few");
}

pub fn every_event(world: &World) -> Vec<Value> {
    let written: usize = world.place.rows("select count(*) from events")[0][0].parse().unwrap();
    // A follower reads what is settled: while others write on the same server, that is less.
    until("the whole log is settled", || Some(events(world)).filter(|all| all.len() == written))
}

fn events(world: &World) -> Vec<Value> {
    let (mut all, mut after) = (Vec::new(), String::new());
    loop {
        let page = world.seen(world.cast.ada, &format!("/events?limit=200{after}"));
        all.extend(page["items"].as_array().unwrap().clone());
        let Some(next) = page["next"].as_str() else { return all };
        after = format!("&after={next}");
    }
}

#[test]
fn a_figure_is_the_one_that_the_events_come_to() {
    World::both(|world| {
        let id = ran_under(world);
        let kpi = world.seen(world.cast.tom, "/kpis/ack_time");
        assert!(kpi["formula"].as_str().unwrap().starts_with("Working time from sending"));
        let figure = &kpi["agreements"][0];
        assert_eq!(figure["agreement"], json!(id));
        let target = figure["targets"].as_array().unwrap();
        let standard = target.iter().find(|target| target["class"] == "standard").unwrap();
        assert_eq!((&standard["minutes"], &standard["agreed"]), (&json!(60), &json!(true)));
        // By hand: from the events alone, all of it in working hours.
        let starts = kpi["starts"].as_array().unwrap();
        let stops = kpi["stops"].as_array().unwrap();
        let mut began = std::collections::BTreeMap::new();
        let mut times = Vec::new();
        for event in every_event(world) {
            let at: baton_core::time::Instant = event["at"].as_str().unwrap().parse().unwrap();
            let request = event["data"]["request"].to_string();
            if starts.contains(&event["kind"]) {
                began.insert(request, at);
            } else if stops.contains(&event["kind"])
                && let Some(start) = began.remove(&request)
            {
                times.push(at.since(start).as_seconds());
            }
        }
        times.sort_unstable();
        assert_eq!(times.len(), 10);
        assert_eq!(figure["value"], json!(times[4]), "the fifth of ten is the median");
        let kept = times.iter().filter(|time| **time <= 3_600).count();
        assert_eq!(figure["tally"]["met"], json!(kept));
        let unknown = world.get(world.cast.tom, "/kpis/speed");
        assert_eq!(unknown.status, 404);
    });
}
