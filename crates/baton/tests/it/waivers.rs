//! What the customer wrote needs no reply: said by a person, with a reason, and taken back.

use baton_core::time::Span;
use serde_json::{Value, json};

use crate::bodies;
use crate::scenes::text;
use crate::world::World;

/// The customer writes to a case.
pub fn writes(world: &World, case: &str) -> String {
    let body = json!({ "kind": "inbound", "body": "Thank you, it is here." });
    text(&world.done(world.cast.amira, &format!("/cases/{case}/messages"), &body), "id")
}

/// The newest message of the customer, for whoever may read it.
pub fn newest(world: &World, case: &str) -> String {
    let shown = world.get(world.cast.amira, &format!("/cases/{case}")).json();
    let all = shown["messages"].as_array().cloned().unwrap_or_default();
    let newest = all.iter().rev().find(|message| message["kind"] == "inbound");
    newest.map_or_else(|| "00000000000000000000000001".to_owned(), |message| text(message, "id"))
}

pub fn thanks(world: &World, case: &str) -> Value {
    json!({ "message": newest(world, case), "reason": "thanks" })
}

/// It needs no reply, and then it does.
pub fn every_act(world: &World) {
    let case = world.case();
    writes(world, &case);
    let form = thanks(world, &case);
    world.done(world.cast.amira, &format!("/cases/{case}/reply-waivers"), &form);
    let message = json!({ "message": form["message"] });
    world.done(world.cast.amira, &format!("/cases/{case}/reply-expectations"), &message);
}

fn code(reply: &baton_testkit::http::Reply) -> (u16, Value) {
    (reply.status, reply.json()["code"].clone())
}

/// A case of which the customer knows the outcome, and to which they wrote again.
fn thanked(world: &World) -> (String, String) {
    let target =
        |goal: &str| json!({ "priority": "normal", "goal": goal, "business_seconds": 7_200 });
    let level = json!({ "targets": [target("next_response"), target("resolution")] });
    world.done(world.cast.ada, "/service-levels/organisation/version", &level);
    let case = world.case();
    world.done(world.cast.amira, &format!("/cases/{case}/customer-updates"), &bodies::outcome());
    world.clock.advance(Span::minutes(1));
    let message = writes(world, &case);
    (case, message)
}

fn next_response(world: &World, case: &str) -> Value {
    let shown = world.seen(world.cast.amira, &format!("/cases/{case}"));
    let clocks = shown["clocks"].as_array().unwrap();
    clocks.iter().find(|clock| clock["kind"] == "next_response").unwrap()["state"].clone()
}

#[test]
fn a_word_of_thanks_needs_a_reason_to_go_unanswered_and_can_be_brought_back() {
    World::both(|world| {
        let amira = world.cast.amira;
        let (case, message) = thanked(world);
        let waivers = format!("/cases/{case}/reply-waivers");
        let state = || world.seen(amira, &format!("/cases/{case}"))["state"].clone();
        assert_eq!((next_response(world, &case), state()), (json!("running"), json!("open")));

        let silent = json!({ "message": message });
        assert_eq!(code(&world.post(amira, &waivers, &silent)), (422, json!("invalid")));
        let other = json!({ "message": message, "reason": "other" });
        let refused = world.post(amira, &waivers, &other);
        assert_eq!(code(&refused), (422, json!("invalid")));
        assert_eq!(refused.json()["fields"][0]["field"], "text", "{}", refused.text());
        let thanks = json!({ "message": message, "reason": "thanks" });
        assert_eq!(code(&world.post(world.cast.tom, &waivers, &thanks)), (404, json!("not_found")));
        world.done(amira, &waivers, &thanks);

        assert_eq!((next_response(world, &case), state()), (json!("ended"), json!("resolved")));
        let shown = world.seen(amira, &format!("/cases/{case}"));
        let waiver = &shown["messages"].as_array().unwrap().last().unwrap()["reply_waiver"];
        assert_eq!(
            (&waiver["reason"], &waiver["by"]),
            (&json!("thanks"), &json!(amira.to_string()))
        );
        assert_eq!(code(&world.post(amira, &waivers, &thanks)), (409, json!("illegal_move")));

        let back = format!("/cases/{case}/reply-expectations");
        world.done(amira, &back, &silent);
        assert_eq!((next_response(world, &case), state()), (json!("running"), json!("open")));
        assert_eq!(code(&world.post(amira, &back, &silent)), (409, json!("illegal_move")));
    });
}

#[test]
fn each_stays_in_the_history_with_its_reason_and_who_said_so() {
    World::both(|world| {
        let (case, message) = thanked(world);
        let form = json!({ "message": message, "reason": "thanks" });
        world.done(world.cast.amira, &format!("/cases/{case}/reply-waivers"), &form);
        let lines = world.seen(world.cast.amira, &format!("/cases/{case}/timeline"));
        let said = lines["items"].as_array().unwrap().iter().filter(|line| {
            line["kind"] == "reply_waived" && text(line, "text").contains("a word of thanks")
        });
        assert_eq!(said.count(), 1, "{lines}");
    });
}
