//! Refusals at the gate: nothing closes over somebody who still waits.

use baton_core::time::Span;
use serde_json::{Value, json};

use super::{Lesson, Way, act, way};
use crate::bodies;
use crate::scenes::text;
use crate::world::World;

fn close(world: &World, case: &str) -> Way {
    way(world.cast.amira, format!("/cases/{case}/closure"), bodies::closure())
}

fn tell(world: &World, case: &str) -> Way {
    way(world.cast.amira, format!("/cases/{case}/customer-updates"), bodies::outcome())
}

fn lesson(code: &'static str, wrong: Way, right: Vec<Way>) -> Lesson {
    Lesson { wrong, status: 409, code, fields: Vec::new(), says: "", right }
}

fn request_open(world: &World) {
    let scene = world.in_progress();
    let (case, cast) = (&scene.case, world.cast);
    world.told(&scene);
    let right = vec![
        act(cast.amira, &scene.request, "withdrawal", bodies::reason()),
        tell(world, case),
        close(world, case),
    ];
    let mut lesson = lesson("request_open", close(world, case), right);
    lesson.says = "/1 is in progress";
    lesson.learn(world);
}

fn customer_not_told(world: &World) {
    let case = world.case();
    let right = vec![tell(world, &case), close(world, &case)];
    lesson("customer_not_told", close(world, &case), right).learn(world);
    // An answer that is newer than what was told arms the gate again.
    let scene = world.in_progress();
    world.told(&scene);
    let cast = world.cast;
    world.clock.advance(Span::minutes(1));
    world.act(cast.tom, &scene.request, "delivery", &bodies::delivery());
    world.act(cast.amira, &scene.request, "verification", &json!({}));
    let right = vec![tell(world, &scene.case), close(world, &scene.case)];
    let mut lesson = lesson("customer_not_told", close(world, &scene.case), right);
    lesson.says = "newer";
    lesson.learn(world);
}

fn promise_open(world: &World) {
    let case = world.case();
    let told = tell(world, &case);
    world.done(told.who, &told.path, &told.body);
    let promise = json!({ "what": "A call on Friday.", "by": world.in_hours(48) });
    let made = world.done(world.cast.amira, &format!("/cases/{case}/promises"), &promise);
    let settle = format!("/cases/{case}/promises/{}/settlement", text(&made, "id"));
    let kept = way(world.cast.amira, settle, json!({ "kept": true }));
    lesson("promise_open", close(world, &case), vec![kept, close(world, &case)]).learn(world);
}

fn claim(world: &World, case: &str, exemption: Value) -> Way {
    let body = json!({ "outcome": "It ended without telling.", "exemption": exemption });
    way(world.cast.amira, format!("/cases/{case}/closure"), body)
}

fn exemptions(world: &World) {
    let cast = world.cast;
    let other = text(&world.seen(cast.amira, &format!("/cases/{}", world.case())), "ref");
    let evidence = "Her solicitor told her on Monday, letter of 23 November.";
    for (wrong, right) in [
        (
            json!({ "kind": "told_by_agreed_party", "evidence": "Told." }),
            json!({ "kind": "told_by_agreed_party", "evidence": evidence }),
        ),
        (
            json!({ "kind": "disclosure_unlawful", "approved_by": cast.amira.to_string() }),
            json!({ "kind": "disclosure_unlawful", "approved_by": cast.cora.to_string() }),
        ),
        (json!({ "kind": "duplicate", "survivor": other }), Value::Null),
        (json!({ "kind": "untraceable" }), Value::Null),
        (json!({ "kind": "customer_withdrew", "evidence": evidence }), Value::Null),
    ] {
        let case = world.case();
        let (wrong, right) = (claim(world, &case, wrong), claim(world, &case, right));
        let right = if right.body["exemption"].is_null() { Vec::new() } else { vec![right] };
        lesson("exemption_unproven", wrong, right).learn(world);
    }
}

/// The exemptions of which the proof lies in the case itself.
fn exemptions_of_the_case(world: &World) {
    let cast = world.cast;
    let case = world.case();
    let shown = world.seen(cast.amira, &format!("/cases/{case}"));
    let message = text(&shown["messages"][0], "id");
    let withdrew = claim(world, &case, json!({ "kind": "customer_withdrew", "message": message }));
    world.done(withdrew.who, &withdrew.path, &withdrew.body);
    let customer = text(&shown, "customer");
    let second = world.done(cast.amira, "/cases", &bodies::case(Some(&customer)));
    let survivor = json!({ "kind": "duplicate", "survivor": shown["ref"] });
    let duplicate = claim(world, &text(&second, "id"), survivor);
    world.done(duplicate.who, &duplicate.path, &duplicate.body);

    let case = world.case();
    for channel in ["phone", "letter", "phone"] {
        let attempt = json!({ "kind": "reply", "channel": channel, "body": "Please call us." });
        world.done(cast.amira, &format!("/cases/{case}/messages"), &attempt);
        world.clock.advance(Span::times_24h(4));
    }
    let untraceable = claim(world, &case, json!({ "kind": "untraceable" }));
    world.done(untraceable.who, &untraceable.path, &untraceable.body);
}

fn terminal(world: &World) {
    let scene = world.closed();
    let path = format!("/cases/{}", scene.case);
    let note = json!({ "kind": "note", "body": "Filed." });
    let right = vec![
        way(world.cast.amira, format!("{path}/messages"), note),
        way(world.cast.amira, format!("{path}/reopening"), bodies::reason()),
        way(world.cast.amira, format!("{path}/customer-updates"), bodies::holding()),
    ];
    let wrong = way(world.cast.amira, format!("{path}/customer-updates"), bodies::holding());
    lesson("terminal", wrong, right).learn(world);
}

#[test]
fn a_case_closes_only_when_nothing_is_open_and_the_customer_knows() {
    World::both(|world| {
        request_open(world);
        customer_not_told(world);
        promise_open(world);
        exemptions(world);
        exemptions_of_the_case(world);
        terminal(world);
    });
}
