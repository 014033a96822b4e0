//! What customers are promised is set; cases that come afterwards run by it, and keep it whatever is
//! set later.

use baton_core::time::Span;
use serde_json::{Value, json};

use crate::bodies;
use crate::scenes::text;
use crate::world::World;

fn promise(resolution_hours: u32) -> Value {
    let target = |goal: &str, hours: u32| json!({ "priority": "normal", "goal": goal, "business_seconds": hours * 3_600 });
    json!({
        "targets": [target("first_response", 2), target("resolution", resolution_hours)],
        "pauses": ["customer"],
    })
}

/// Set by the administrator, for the whole organisation.
pub fn set(world: &World, resolution_hours: u32) -> Value {
    let path = "/service-levels/organisation/version";
    world.done(world.cast.ada, path, &promise(resolution_hours))
}

/// Set for a department by its lead, and ended.
pub fn every_act(world: &World) {
    let (lena, department) = (world.cast.lena, world.cast.customer_service);
    let path = format!("/service-levels/{department}");
    let level = world.done(lena, &format!("{path}/version"), &promise(4));
    assert_eq!((&level["holds"], &level["moves"]), (&json!(1), &json!(["set", "end"])));
    assert_eq!(level["versions"][0]["terms"]["says_next"], true, "where nothing is said");
    let ended = world.done(lena, &format!("{path}/ending"), &json!({}));
    assert_eq!(ended["holds"], json!(null));
}

/// A clock of a case, by its kind.
fn clock(world: &World, case: &str, kind: &str) -> Value {
    let shown = world.seen(world.cast.amira, &format!("/cases/{case}"));
    let clocks = shown["clocks"].as_array().unwrap();
    clocks.iter().find(|clock| clock["kind"] == kind).cloned().unwrap_or(Value::Null)
}

fn code(reply: &baton_testkit::http::Reply) -> (u16, Value) {
    (reply.status, reply.json()["code"].clone())
}

#[test]
fn a_case_runs_by_what_was_promised_when_it_came_and_keeps_it() {
    World::both(|world| {
        let before = world.case();
        assert_eq!(clock(world, &before, "first_resolution"), Value::Null);
        world.clock.advance(Span::minutes(1));
        set(world, 4);
        assert_eq!(clock(world, &before, "first_resolution"), Value::Null, "it came before");
        let case = world.case();
        let due = text(&clock(world, &case, "first_resolution"), "due");
        assert_eq!(due, world.in_hours(4));
        world.clock.advance(Span::minutes(1));
        set(world, 1);
        assert_eq!(text(&clock(world, &case, "first_resolution"), "due"), due);
        let next = world.case();
        assert_eq!(text(&clock(world, &next, "first_resolution"), "due"), world.in_hours(1));
        let whys = world.seen(world.cast.amira, &format!("/cases/{case}/clocks"));
        let first = &whys["items"][0];
        assert_eq!(first["service_level"], json!({ "id": "organisation", "number": 1 }));
        assert!(!first["days"].as_array().unwrap().is_empty());
    });
}

#[test]
fn who_speaks_for_nobody_sets_nothing_and_everybody_can_read_it() {
    let world = World::on_sqlite();
    let cast = world.cast;
    let own = format!("/service-levels/{}/version", cast.customer_service);
    let whole = "/service-levels/organisation/version";
    for (person, path) in [(cast.amira, own.as_str()), (cast.lena, whole), (cast.ken, &own)] {
        let refused = world.post(person, path, &promise(4));
        assert_eq!(code(&refused), (403, json!("not_allowed")));
    }
    world.done(cast.lena, &own, &promise(4));
    set(&world, 8);
    let listed = world.seen(cast.tom, "/service-levels");
    assert_eq!(listed["items"].as_array().unwrap().len(), 2);
    let nobody = world.get(cast.tom, &format!("/service-levels/{}", cast.logistics));
    assert_eq!(nobody.status, 404, "{}", nobody.text());
    let nothing = world.post(cast.ada, whole, &json!({ "targets": [] }));
    assert_eq!(code(&nothing), (422, json!("invalid")));
}

#[test]
fn the_first_reply_says_what_happens_next_and_by_when() {
    World::both(|world| {
        set(world, 16);
        let case = world.case();
        let amira = world.cast.amira;
        let (messages, updates) =
            (format!("/cases/{case}/messages"), format!("/cases/{case}/customer-updates"));
        let reply = json!({ "kind": "reply", "channel": "chat", "body": "We look for it." });
        let refused = world.post(amira, &messages, &reply);
        assert_eq!(code(&refused), (422, json!("expectation_missing")));
        assert_eq!(refused.json()["fields"][0]["field"], "next_update_by", "{}", refused.text());
        let holding = json!({ "kind": "holding", "channel": "phone", "body": "We look for it." });
        let refused = world.post(amira, &updates, &holding);
        assert_eq!(code(&refused), (422, json!("expectation_missing")));
        let mut next = reply.clone();
        next["next_update_by"] = json!(world.in_hours(3));
        world.done(amira, &messages, &next);
        let shown = world.seen(amira, &format!("/cases/{case}"));
        assert_eq!(shown["promises"][0]["by"], json!(world.in_hours(3)));
        assert_eq!(clock(world, &case, "first_response")["state"], "met");
        world.done(amira, &messages, &reply);
        // Whose time lapses without a word is not kept, and says so.
        world.clock.advance(Span::hours(4));
        let late = clock(world, &case, "promise");
        assert_eq!(late["state"], "breached");
        world.done(amira, &updates, &bodies::outcome());
        let shown = world.seen(amira, &format!("/cases/{case}"));
        assert_eq!(shown["promises"][0]["state"], "broken");
    });
}

#[test]
fn a_request_that_fits_inside_the_promise_says_so_and_one_that_does_not_is_sent_all_the_same() {
    World::both(|world| {
        set(world, 40);
        let raise = |hours: i64| {
            let case = world.case();
            let mut form = bodies::ask(world, world.cast.logistics);
            form["needed_by"] = json!(world.in_hours(hours));
            world.done(world.cast.amira, &format!("/cases/{case}/requests"), &form)
        };
        let fits = raise(20)["fit"].clone();
        assert_eq!(fits["fits"], true, "{fits}");
        let late = raise(24 * 14);
        let fit = &late["fit"];
        assert_eq!((&fit["fits"], &late["state"]), (&json!(false), &json!("sent")), "{late}");
        assert_eq!(fit["left_seconds"], 40 * 3_600);
        assert!(fit["needs_seconds"].as_i64().unwrap() > 40 * 3_600, "{fit}");
        assert!(text(fit, "latest_ola_due") > text(fit, "promise_due"), "{fit}");
    });
}

#[test]
fn lowering_the_priority_keeps_the_earlier_time_unless_the_customer_agreed() {
    let world = World::on_sqlite();
    let mut body = promise(4);
    let low = json!({ "priority": "low", "goal": "resolution", "business_seconds": 40 * 3_600 });
    body["targets"].as_array_mut().unwrap().push(low);
    world.done(world.cast.ada, "/service-levels/organisation/version", &body);
    let lowered = |agreed: bool| {
        let case = world.case();
        let before = text(&clock(&world, &case, "first_resolution"), "due");
        let form = json!({ "priority": "low", "reason": "No hurry.", "customer_agreed": agreed });
        world.done(world.cast.amira, &format!("/cases/{case}/priority"), &form);
        (before, text(&clock(&world, &case, "first_resolution"), "due"))
    };
    let (before, after) = lowered(false);
    assert_eq!(before, after);
    let (before, after) = lowered(true);
    assert!(after > before, "{before} {after}");
}
