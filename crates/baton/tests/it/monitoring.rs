//! What was late is looked at by figures that both sides know, and talked about with a reason that is
//! tied to what happened and that both sides read (S27).

use baton_core::time::Instant;
use serde_json::{Value, json};

use crate::agreement_figures::{every_event, ran_under, row, taken_in_late};
use crate::browser::{Browser, plain};
use crate::refusals::{Lesson, act};
use crate::world::World;

const WHY: &str = "The depot was flooded.";

/// Each wrong way to speak of a late clock meets its refusal; then the right one is gone.
fn lessons(world: &World, request: &str) {
    let (lena, tom) = (world.cast.lena, world.cast.tom);
    let excuse = |clock: &str, reason: Value| json!({ "clock": clock, "reason": reason });
    let wrong = [
        // Who was late does not judge themselves.
        (tom, excuse("acknowledge", json!(WHY)), 403, "not_your_side", vec![], "waited"),
        // A remark that is tied to nothing that was late, or gives no reason, is none.
        (lena, excuse("verify", json!(WHY)), 422, "invalid", vec!["clock"], ""),
        (lena, excuse("acknowledge", json!(" ")), 422, "invalid", vec!["reason"], ""),
    ];
    let count = wrong.len();
    for (n, (who, body, status, code, fields, says)) in wrong.into_iter().enumerate() {
        let right = act(lena, request, "excuse", excuse("acknowledge", json!(WHY)));
        let right = if n + 1 == count { vec![right] } else { Vec::new() };
        let wrong = act(who, request, "excuse", body);
        Lesson { wrong, status, code, fields, says, right }.learn(world);
    }
}

#[test]
fn a_remark_on_what_was_late_names_its_event_and_its_reason_and_whoever_was_late_reads_it() {
    World::both(|world| {
        let agreement = ran_under(world);
        let request = taken_in_late(world);
        let figures = || {
            let path = format!("/agreements/{agreement}/performance");
            let [ken, lena] = [world.cast.ken, world.cast.lena].map(|lead| world.seen(lead, &path));
            assert_eq!(ken, lena, "both sides read the same figures");
            row(&ken["directions"][0], "acknowledge").clone()
        };
        let before = figures();
        lessons(world, &request);
        let event = every_event(world).into_iter().find(|event| event["kind"] == "breach_excused");
        let data = event.expect("it is in the log")["data"].clone();
        assert_eq!((&data["request"], &data["clock"]), (&json!(request), &json!("acknowledge")));
        let at = |event: &Value| event["at"].as_str().unwrap().parse::<Instant>().unwrap().millis();
        let began =
            |event: &Value| event["kind"] == "request_sent" && json!(at(event)) == data["started"];
        assert!(every_event(world).iter().any(began), "the clock that was late: {data}");
        let page = Browser::of(world, world.cast.tom).get(&format!("/requests/{request}/clocks"));
        assert!(plain(&page.text()).contains(WHY), "{}", plain(&page.text()));
        let after = figures();
        assert_eq!((&before["late"], &before["excused"]), (&json!(3), &json!(0)));
        assert_eq!((&after["late"], &after["excused"]), (&json!(3), &json!(1)));
    });
}
