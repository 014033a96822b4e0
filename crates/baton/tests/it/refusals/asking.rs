//! Refusals on the way out: a request is complete, honest and to somebody else.

use serde_json::{Value, json};

use super::{Lesson, is_problem, named_fields, way};
use crate::bodies;
use crate::world::World;

/// The form with one field changed, and the right one after it.
fn lesson(world: &World, code: &'static str, right: Value, change: impl Fn(&mut Value)) -> Lesson {
    let path = format!("/cases/{}/requests", world.case());
    let mut wrong = right.clone();
    change(&mut wrong);
    Lesson {
        wrong: way(world.cast.amira, path.clone(), wrong),
        status: 422,
        code,
        fields: Vec::new(),
        says: "",
        right: vec![way(world.cast.amira, path, right)],
    }
}

fn incomplete(world: &World) {
    let path = format!("/cases/{}/requests", world.case());
    let whole = bodies::ask(world, world.cast.logistics);
    let needed =
        ["need", "outcome_wanted", "why", "why_department", "background", "needed_by", "channel"];
    for field in needed {
        let mut gone = whole.clone();
        gone.as_object_mut().unwrap().remove(field);
        let reply = world.post(world.cast.amira, &path, &gone);
        is_problem(&reply, 422, "request_incomplete");
        assert_eq!(named_fields(&reply.json()), [field]);
    }
    for field in ["need", "outcome_wanted", "why", "why_department", "background"] {
        let mut blank = whole.clone();
        blank[field] = json!(" \n ");
        let reply = world.post(world.cast.amira, &path, &blank);
        is_problem(&reply, 422, "request_incomplete");
        assert_eq!(named_fields(&reply.json()), [field]);
    }
    let bare = json!({ "mode": "delegate", "to": "Logistics" });
    let reply = world.post(world.cast.amira, &path, &bare);
    is_problem(&reply, 422, "request_incomplete");
    assert_eq!(named_fields(&reply.json()), needed, "all of them at once");
    world.done(world.cast.amira, &path, &whole);
}

fn incomplete_for_the_service(world: &World) {
    let mut right = bodies::ask(world, world.cast.logistics);
    right["service"] = json!("Delivery");
    right["shared_fields"] = json!([bodies::shared("phone")]);
    let mut lesson = lesson(world, "request_incomplete", right, |form| {
        form["shared_fields"] = json!([]);
    });
    lesson.fields = vec!["shared_fields"];
    lesson.learn(world);
}

fn inform_with_ask(world: &World) {
    let right = bodies::notice(world.cast.logistics);
    for (field, value) in
        [("needed_by", json!(world.in_hours(4))), ("outcome_wanted", json!("A day."))]
    {
        let mut lesson = lesson(world, "inform_with_ask", right.clone(), |form| {
            form[field] = value.clone();
        });
        lesson.says = "to work on it together or to ask for a part";
        lesson.learn(world);
    }
}

fn purpose_missing(world: &World) {
    let mut right = bodies::ask(world, world.cast.logistics);
    right["shared_fields"] = json!([bodies::shared("phone"), bodies::shared("address")]);
    for purpose in [Value::Null, json!("  ")] {
        let mut lesson = lesson(world, "purpose_missing", right.clone(), |form| {
            form["shared_fields"][1]["purpose"] = purpose.clone();
        });
        lesson.fields = vec!["shared_fields[1].purpose"];
        lesson.learn(world);
    }
}

fn needed_by_past(world: &World) {
    let right = bodies::ask(world, world.cast.logistics);
    for by in [world.in_hours(-1), world.now().to_string()] {
        let mut lesson = lesson(world, "needed_by_past", right.clone(), |form| {
            form["needed_by"] = json!(by);
        });
        lesson.says = "a time in the future";
        lesson.learn(world);
    }
}

fn same_department(world: &World) {
    let right = bodies::ask(world, world.cast.logistics);
    let mut lesson = lesson(world, "same_department", right, |form| {
        form["to"] = json!(world.cast.customer_service.to_string());
    });
    lesson.says = "change the owner of the case";
    lesson.learn(world);
}

fn a_draft_is_held_to_the_same_when_it_is_sent(world: &World) {
    let path = format!("/cases/{}/requests", world.case());
    let draft = json!({ "mode": "delegate", "to": "Logistics", "need": "A van", "draft": true });
    let made = world.done(world.cast.amira, &path, &draft);
    assert_eq!(made["state"], "draft");
    let request = made["id"].as_str().unwrap();
    let lesson = Lesson {
        wrong: super::act(world.cast.amira, request, "sending", json!({})),
        status: 422,
        code: "request_incomplete",
        fields: vec![
            "outcome_wanted",
            "why",
            "why_department",
            "background",
            "needed_by",
            "channel",
        ],
        says: "",
        right: vec![
            super::act(world.cast.amira, request, "revision", {
                let mut whole = bodies::ask(world, world.cast.logistics);
                whole["draft"] = json!(true);
                whole
            }),
            super::act(world.cast.amira, request, "sending", json!({})),
        ],
    };
    lesson.learn(world);
}

#[test]
fn a_request_leaves_only_when_it_is_complete_honest_and_to_another_department() {
    World::both(|world| {
        incomplete(world);
        incomplete_for_the_service(world);
        inform_with_ask(world);
        purpose_missing(world);
        needed_by_past(world);
        same_department(world);
        a_draft_is_held_to_the_same_when_it_is_sent(world);
    });
}
