//! Escalate or collaborate, explained: what is advised, what it goes by, and who is asked.

use baton_core::ids::PersonId;
use baton_core::time::Span;
use serde_json::{Value, json};

use crate::bodies;
use crate::scenes::{Scene, text};
use crate::world::World;

/// A case in which the customer writes what she writes.
fn written(world: &World, body: &str) -> String {
    let case = world.case();
    let letter = json!({ "kind": "inbound", "channel": "email", "body": body });
    world.done(world.cast.amira, &format!("/cases/{case}/messages"), &letter);
    case
}

fn roles(world: &World, person: PersonId, roles: &[&str]) {
    let seen = world.seen(world.cast.ada, &format!("/people/{person}"));
    let record = json!({
        "name": seen["name"], "email": seen["email"], "departments": seen["departments"],
        "roles": roles,
    });
    world.done(world.cast.ada, &format!("/people/{person}/revision"), &record);
}

fn away(world: &World, person: PersonId, hours: i64, deputy: Option<PersonId>) {
    let mut absence = json!({ "from": world.in_hours(-1), "to": world.in_hours(hours) });
    if let Some(deputy) = deputy {
        absence["deputy"] = json!(deputy.to_string());
    }
    world.done(person, &format!("/people/{person}/absences"), &absence);
}

/// Lets a moment come, with everything that falls due by then.
fn wait_until(world: &World, later: Span) {
    world.clock.advance(later);
    world.wait(world.desk.run_due_jobs()).unwrap();
}

fn rules(outcome: &Value) -> Vec<String> {
    outcome["rules"].as_array().unwrap().iter().map(|rule| text(rule, "rule")).collect()
}

#[test]
fn a_threat_in_the_customers_words_is_named_with_rule_route_and_person_and_a_plain_request_needs_a_reason()
 {
    World::both(|world| {
        let cast = &world.cast;
        let case = written(world, "If this is not here on Friday, I will see you in court.");
        let (path, form) = (format!("/cases/{case}/requests"), bodies::ask(world, cast.logistics));
        let asked = json!({ "to": cast.logistics.to_string(), "mode": "delegate" });
        let advice = world.done(cast.amira, &format!("/cases/{case}/advice"), &asked);
        assert_eq!(advice["advised"]["level"], 0, "no word is a fact by itself");
        let found = &advice["found"][0];
        assert_eq!(
            (&found["fact"], &found["words"], &found["by"]),
            (&json!("legal_threat=true"), &json!("court"), &json!("customer"))
        );
        let so = &advice["if_so"];
        assert_eq!((&so["level"], &so["routes"]), (&json!(2), &json!(["compliance"])));
        assert!(rules(so).contains(&"D23".to_owned()));
        let people = so["people"].as_array().unwrap();
        let compliance = people.iter().find(|one| one["post"] == "compliance").unwrap();
        assert_eq!(compliance["person"], cast.cora.to_string());
        assert_eq!(advice["reason_needed"], true);

        let refused = world.post(cast.amira, &path, &form);
        assert_eq!(
            (refused.status, refused.json()["code"].clone()),
            (422, json!("advice_needs_reason"))
        );
        assert_eq!(refused.json()["fields"][0]["field"], "advice_reason");

        let mut reasoned = form.clone();
        reasoned["advice_reason"] = json!("She means the tennis court where it is to go.");
        let sent = world.done(cast.amira, &path, &reasoned);
        assert_eq!((&sent["state"], &sent["level"]), (&json!("sent"), &json!(0)));
        let kept = &sent["advised"];
        assert_eq!(kept["set_aside"], json!(["legal_threat=true"]));
        assert_eq!((&kept["chosen"], &kept["reason"]), (&json!(0), &reasoned["advice_reason"]));
    });
}

#[test]
fn a_fact_that_a_person_confirms_is_kept_and_the_request_begins_where_it_is_advised() {
    World::both(|world| {
        let cast = &world.cast;
        let case = written(world, "My solicitor will write to you.");
        let mut form = bodies::ask(world, cast.logistics);
        form["mode"] = json!("escalate");
        form["facts"] = json!(["legal_threat=true"]);
        let sent = world.done(cast.amira, &format!("/cases/{case}/requests"), &form);
        assert_eq!(sent["level"], 2);
        assert_eq!(sent["advised"]["confirmed"], json!(["legal_threat=true"]));
        let asked = &sent["escalations"][0]["asked"];
        assert!(asked.as_array().unwrap().contains(&json!(cast.cora.to_string())), "{asked}");
        let id = text(&sent, "id");
        let seen = world.seen(cast.cora, &format!("/requests/{id}"));
        assert_eq!(seen["need"], sent["need"], "whoever is asked to decide sees what it is about");
        assert_eq!(world.get(cast.cora, &format!("/cases/{case}")).status, 404);
        let lower = json!({
            "level": 1, "reason": "It stays open.", "decision_wanted": "Who writes.",
        });
        let refused = world.post(cast.tom, &format!("/requests/{id}/escalation"), &lower);
        assert_eq!(refused.json()["fields"][0]["code"], "not_above", "a level waits already");
        let decided = json!({ "decision": "Compliance answers.", "reason": "It is the law." });
        let refused = world.post(cast.tom, &format!("/requests/{id}/escalation-answer"), &decided);
        assert_eq!(refused.json()["code"], "not_your_side");
        let after = world.act(cast.cora, &id, "escalation-answer", &decided);
        assert_eq!(after["escalations"][0]["answer"]["decision"], "Compliance answers.");
        assert_eq!((&after["state"], &after["sender"]), (&sent["state"], &sent["sender"]));
        let refused = world.post(cast.tom, &format!("/requests/{id}/escalation"), &lower);
        assert_eq!(refused.json()["code"], "advice_needs_reason", "the leads are too low for it");
    });
}

#[test]
fn an_unknown_fact_is_refused_and_nothing_is_raised() {
    let world = World::on_sqlite();
    let case = world.case();
    let mut form = bodies::ask(&world, world.cast.logistics);
    for (fact, field) in [("weather=bad", "facts[0]"), ("court", "facts[0]")] {
        form["facts"] = json!([fact]);
        let refused = world.post(world.cast.amira, &format!("/cases/{case}/requests"), &form);
        assert_eq!(
            (refused.status, refused.json()["fields"][0]["field"].clone()),
            (422, json!(field))
        );
    }
    let seen = world.seen(world.cast.amira, &format!("/cases/{case}"));
    assert_eq!(seen["requests"], json!([]));
}

fn escalated(world: &World, scene: &Scene, by: PersonId, level: u8) -> Value {
    let form = json!({
        "level": level, "reason": "It stands still.", "decision_wanted": "Who calls today.",
    });
    world.act(by, &scene.request, "escalation", &form)
}

#[test]
fn an_escalation_goes_to_the_first_who_is_present_and_says_because_of_whom() {
    World::both(|world| {
        let cast = &world.cast;
        away(world, cast.ken, 72, Some(cast.tom));
        let scene = world.in_progress();
        let advice = world.seen(cast.amira, &format!("/requests/{}/advice", scene.request));
        assert_eq!(advice["advised"]["level"], 0);
        let after = escalated(world, &scene, cast.sam, 1);
        let asked = after["escalations"][0]["asked"].clone();
        let mut expected = [cast.lena.to_string(), cast.tom.to_string()];
        expected.sort();
        assert_eq!(asked, json!(expected), "Tom acts for Ken");
        let page = world.get(cast.amira, &format!("/requests/{}", scene.request)).json();
        assert_eq!(
            (&page["state"], &page["assignee"]),
            (&json!("in_progress"), &after["assignee"])
        );
    });
}

#[test]
fn what_nobody_answers_in_time_goes_one_level_up_and_keeps_its_owner_and_its_clocks() {
    World::both(|world| {
        let cast = &world.cast;
        roles(world, cast.cora, &["compliance", "director"]);
        let scene = world.in_progress();
        let before = escalated(world, &scene, cast.sam, 1);
        assert_eq!(before["escalations"][0]["due"], world.in_hours(2));
        wait_until(world, Span::minutes(119));
        let path = format!("/requests/{}", scene.request);
        assert_eq!(world.seen(cast.amira, &path)["level"], 1);
        wait_until(world, Span::minutes(2));
        let after = world.seen(cast.amira, &path);
        assert_eq!(after["level"], 3, "at level 2 nobody is named, so the director is asked");
        let newest = &after["escalations"][1];
        assert_eq!(
            (&newest["by"], &newest["asked"]),
            (&Value::Null, &json!([cast.cora.to_string()]))
        );
        for kept in ["state", "assignee", "sender", "needed_by"] {
            assert_eq!(after[kept], before[kept], "{kept}");
        }
        let due =
            |request: &Value| request["clocks"].as_array().unwrap().last().unwrap()["due"].clone();
        assert_eq!(due(&after), due(&before));
    });
}

#[test]
fn an_answered_escalation_climbs_no_further() {
    let world = World::on_sqlite();
    let scene = world.in_progress();
    escalated(&world, &scene, world.cast.sam, 1);
    let decided = json!({ "decision": "Tom calls at noon.", "reason": "He has the number." });
    world.act(world.cast.ken, &scene.request, "escalation-answer", &decided);
    wait_until(&world, Span::times_24h(2));
    let after = world.seen(world.cast.amira, &format!("/requests/{}", scene.request));
    assert_eq!(after["level"], 1);
}
