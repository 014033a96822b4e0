//! Refusals on the way back: whose act it is, own words, a reason and an alternative.

use serde_json::{Value, json};

use super::{Lesson, act, nothing};
use crate::bodies::{self, NEED};
use crate::scenes::Scene;
use crate::world::World;

fn lesson(code: &'static str, status: u16, wrong: super::Way, right: Vec<super::Way>) -> Lesson {
    Lesson { wrong, status, code, fields: Vec::new(), says: "", right }
}

fn not_your_side(world: &World) {
    let cast = world.cast;
    for (person, noun) in [
        (cast.amira, "acknowledgement"),
        (cast.sam, "acknowledgement"),
        (cast.sorter, "acknowledgement"),
        (cast.tom, "withdrawal"),
    ] {
        let Scene { request, .. } = world.sent();
        let right = if noun == "withdrawal" { cast.amira } else { cast.tom };
        let wrong = act(person, &request, noun, bodies::reason_of(noun));
        let right = vec![act(right, &request, noun, bodies::reason_of(noun))];
        lesson("not_your_side", 403, wrong, right).learn(world);
    }
    // What is assigned to Tom is not his department's to read back, but his and his lead's.
    let Scene { request, .. } = world.acknowledged();
    let shown = world.seen(cast.tom, &format!("/requests/{request}"));
    let back = bodies::read_back(world, &shown);
    let wrong = act(cast.sorter, &request, "read-back", back.clone());
    let right = vec![act(cast.ken, &request, "read-back", back)];
    lesson("not_your_side", 403, wrong, right).learn(world);
}

fn illegal_move(world: &World) {
    let cast = world.cast;
    let Scene { request, .. } = world.acknowledged();
    let legal = world.seen(cast.amira, &format!("/requests/{request}/moves"));
    let wrong = act(cast.amira, &request, "confirmation", nothing());
    let reply = world.post(wrong.who, &wrong.path, &wrong.body);
    let detail = reply.json()["detail"].as_str().unwrap().to_owned();
    for offered in legal.as_array().unwrap() {
        let name = offered["move"].as_str().unwrap();
        assert!(detail.contains(name), "{name} is legal, and not said: {detail}");
    }
    let shown = world.seen(cast.tom, &format!("/requests/{request}"));
    let right = vec![
        act(cast.tom, &request, "read-back", bodies::read_back(world, &shown)),
        act(cast.amira, &request, "confirmation", nothing()),
    ];
    lesson("illegal_move", 409, wrong, right).learn(world);
}

fn read_backs(world: &World) {
    let Scene { request, .. } = world.acknowledged();
    let shown = world.seen(world.cast.tom, &format!("/requests/{request}"));
    let right = bodies::read_back(world, &shown);
    let attempt = |change: &dyn Fn(&mut Value)| {
        let mut body = right.clone();
        change(&mut body);
        act(world.cast.tom, &request, "read-back", body)
    };
    for (outcome, will_do) in
        [(NEED, NEED), (NEED, ""), ("Will do.", "Today."), (&NEED.to_uppercase(), " ")]
    {
        let wrong = attempt(&|body| {
            body["outcome"] = json!(outcome);
            body["will_do"] = json!(will_do);
        });
        let fields = vec!["outcome"];
        Lesson { fields, ..lesson("readback_is_copy", 422, wrong, Vec::new()) }.learn(world);
    }
    let later = attempt(&|body| body["restated"]["needed_by"] = json!(world.in_hours(72)));
    let fields = vec!["restated.needed_by"];
    Lesson { fields, ..lesson("readback_mismatch", 409, later, Vec::new()) }.learn(world);
    let another = attempt(&|body| body["restated"]["customer"] = json!("C-9999"));
    let right = vec![act(world.cast.tom, &request, "read-back", right.clone())];
    let fields = vec!["restated.customer"];
    Lesson { fields, ..lesson("readback_mismatch", 409, another, right) }.learn(world);
}

fn readback_unconfirmed(world: &World) {
    let cast = world.cast;
    let Scene { request, .. } = world.was_read_back();
    let wrong = act(cast.tom, &request, "delivery", bodies::delivery());
    let right = vec![
        act(cast.amira, &request, "confirmation", nothing()),
        act(cast.tom, &request, "delivery", bodies::delivery()),
    ];
    lesson("readback_unconfirmed", 409, wrong, right).learn(world);
}

fn self_verification(world: &World) {
    let Scene { request, .. } = world.delivered();
    let wrong = act(world.cast.tom, &request, "verification", nothing());
    let right = vec![act(world.cast.sam, &request, "verification", nothing())];
    lesson("self_verification", 409, wrong, right).learn(world);
}

fn declines(world: &World) {
    let Scene { request, .. } = world.sent();
    let right = bodies::decline("Technical Support");
    let mut no_reason = right.clone();
    no_reason["reason"] = Value::Null;
    let wrong = act(world.cast.tom, &request, "decline", no_reason);
    let fields = vec!["reason"];
    Lesson { fields, ..lesson("decline_needs_reason", 422, wrong, Vec::new()) }.learn(world);
    let mut no_way_on = right.clone();
    no_way_on["alternative"] = Value::Null;
    let wrong = act(world.cast.tom, &request, "decline", no_way_on);
    let right = vec![act(world.cast.tom, &request, "decline", right)];
    let fields = vec!["alternative"];
    Lesson { fields, ..lesson("decline_needs_alternative", 422, wrong, right) }.learn(world);
}

fn third_hop_needs_ruling(world: &World) {
    let cast = world.cast;
    let Scene { request, .. } = world.passed_on_twice();
    let third = || {
        let to = json!({ "to": cast.logistics.to_string() });
        act(cast.amira, &request, "redirection", to)
    };
    let ruling = json!({ "decision": "Technical Support does it.", "reason": "It is a device." });
    let right = vec![act(cast.artur, &request, "ruling", ruling), third()];
    lesson("third_hop_needs_ruling", 409, third(), right).learn(world);
}

fn wait_without_evidence(world: &World) {
    let cast = world.cast;
    let scene = world.in_progress();
    let wait = || act(cast.tom, &scene.request, "wait", bodies::wait(world, "customer"));
    let ask = json!({ "kind": "reply", "channel": "phone", "body": "Which day suits you?" });
    let asked = super::way(cast.amira, format!("/cases/{}/messages", scene.case), ask);
    lesson("wait_without_evidence", 409, wait(), vec![asked, wait()]).learn(world);
}

fn terminal(world: &World) {
    let cast = world.cast;
    let Scene { request, .. } = world.sent();
    world.act(cast.amira, &request, "withdrawal", &bodies::reason());
    let wrong = act(cast.tom, &request, "acknowledgement", nothing());
    let note = json!({ "text": "It stood at her neighbour's." });
    let right = vec![act(cast.tom, &request, "notes", note)];
    lesson("terminal", 409, wrong, right).learn(world);
    let scene = world.verified();
    world.told(&scene);
    let progress = json!({ "note": "Called again." });
    let wrong = act(cast.tom, &scene.request, "progress", progress);
    let right = vec![act(cast.amira, &scene.request, "reopening", bodies::reason())];
    lesson("terminal", 409, wrong, right).learn(world);
}

#[test]
fn an_answer_is_its_own_departments_in_own_words_and_with_a_way_on() {
    World::both(|world| {
        not_your_side(world);
        illegal_move(world);
        read_backs(world);
        readback_unconfirmed(world);
        self_verification(world);
        declines(world);
        third_hop_needs_ruling(world);
        wait_without_evidence(world);
        terminal(world);
    });
}
