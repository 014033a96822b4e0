//! The description is the API: nothing is missing from it, and what it says is so.

use std::collections::BTreeSet;

use baton_core::case::moves::CaseMove;
use baton_core::case::request::moves::Move;
use baton_testkit::http::Call;
use baton_web::route::{Method, all};
use baton_web::table::table;
use serde_json::json;

use crate::bodies;
use crate::canary::{Things, paths, plant};
use crate::moves::{self, body, case_body, offered};
use crate::scenes::text;
use crate::world::World;

#[test]
fn the_description_is_served_and_names_every_route_of_the_api() {
    let world = World::on_sqlite();
    let reply = world.client.send(&Call::get("/api/v1/openapi.json"));
    assert_eq!(reply.header("content-type"), "application/json");
    let served = reply.ok();
    assert_eq!(&served, world.declared.document());
    let mut described = 0;
    for route in all(table()).filter(|route| route.is_api()) {
        let operation = &served["paths"][route.path][route.method.name().to_lowercase()];
        assert_eq!(operation["operationId"], route.name);
        assert!(!text(operation, "summary").is_empty(), "{}", route.name);
        described += 1;
    }
    let operations = served["paths"].as_object().unwrap().values();
    let named: usize = operations.map(|path| path.as_object().unwrap().len()).sum();
    assert_eq!(named, described, "and no others");
}

/// Every act that is offered, once, to whoever it is offered.
fn every_act(world: &World) {
    for (_, make) in moves::STAGES {
        for who in [world.cast.amira, world.cast.tom, world.cast.artur] {
            let scene = make(world);
            let below = format!("/requests/{}", scene.request);
            for name in offered(world, who, &below) {
                let mv = Move::ALL.iter().find(|mv| mv.name() == name).unwrap();
                let fresh = make(world).request;
                let shown = world.seen(who, &format!("/requests/{fresh}"));
                world.act(who, &fresh, mv.path(), &body(world, &shown, *mv));
            }
        }
    }
    for (_, make) in moves::CASES {
        let case = make(world).case;
        for name in offered(world, world.cast.amira, &format!("/cases/{case}")) {
            let mv = CaseMove::ALL.iter().find(|mv| mv.name() == name).unwrap();
            let path = format!("/cases/{}/{}", make(world).case, mv.path());
            world.done(world.cast.amira, &path, &case_body(world, *mv));
        }
    }
}

/// What is not among the moves: taking back, settling, the directory, customers.
fn every_other_act(world: &World) {
    let cast = world.cast;
    let case = format!("/cases/{}", world.case());
    let mail = json!({ "kind": "reply", "channel": "email", "body": "We look for it." });
    let letter = text(&world.done(cast.amira, &format!("{case}/messages"), &mail), "id");
    world.done(cast.amira, &format!("{case}/messages/{letter}/undo"), &json!({}));
    let promise = json!({ "what": "A call.", "by": world.in_hours(30) });
    let promise = text(&world.done(cast.amira, &format!("{case}/promises"), &promise), "id");
    let kept = json!({ "kept": true });
    world.done(cast.amira, &format!("{case}/promises/{promise}/settlement"), &kept);
    let customer = format!("/customers/{}", world.customer());
    let known = json!({ "set": { "account": "ACC-1" }, "remove": ["notes"] });
    world.done(cast.amira, &format!("{customer}/revision"), &known);
    let reason = json!({ "reason": "She asked us to forget her, letter of Monday." });
    world.done(cast.cora, &format!("{customer}/erasure"), &reason);
    let department = json!({ "name": "Workshop", "purpose": "Mends what is broken." });
    let made = text(&world.done(cast.ada, "/departments", &department), "id");
    world.done(cast.ada, &format!("/departments/{made}/revision"), &department);
    let service = json!({ "department": made, "name": "Repair", "description": "Mends." });
    let service_id = text(&world.done(cast.ada, "/services", &service), "id");
    world.done(cast.ada, &format!("/services/{service_id}/revision"), &service);
    let person = json!({ "name": "Wim", "email": "wim@baton.example", "departments": [made] });
    let wim = text(&world.done(cast.ada, "/people", &person), "id");
    world.done(cast.ada, &format!("/people/{wim}/revision"), &person);
    let (from, to) = (world.in_hours(24), world.in_hours(48));
    let away = json!({ "from": from, "to": to, "deputy": "sam@baton.example" });
    let absences = format!("/people/{}/absences", cast.amira);
    world.done(cast.amira, &absences, &away);
    world.done(cast.amira, &format!("{absences}/ending"), &json!({ "from": from }));
}

/// Two jobs that were given up, as if a mail server had refused them.
fn jobs_given_up(world: &World) {
    for (n, noun) in [(1, "revival"), (2, "dismissal")] {
        let id = format!("0000000000000000000000000{n}");
        world.place.run(&format!(
            "insert into jobs (id, kind, key, run_at, attempts, lease_until, payload, last_error, \
             dead_at, owner) values ('{id}', 'send_message', '', 1, 12, 0, '{{}}', 'refused', 2, '{}')",
            world.cast.amira
        ));
        let listed = world.seen(world.cast.amira, "/jobs");
        assert_eq!(listed["items"][0]["id"], id);
        let reply = world.post(world.cast.amira, &format!("/jobs/{id}/{noun}"), &json!({}));
        assert_eq!(reply.status, 204, "{}", reply.text());
    }
}

fn every_reading(world: &World) {
    let planted = plant(world);
    let things = Things::of(world, &planted);
    for route in all(table()).filter(|route| route.method == Method::Get && route.is_api()) {
        let who = if route.name == "events.list" { world.cast.ada } else { world.cast.amira };
        for path in paths(route, &things) {
            let needed = route.query.iter().filter(|field| field.required);
            let query: String = needed.map(|field| format!("?{}=parcel", field.name)).collect();
            let reply = world.send(who, Call::get(format!("{path}{query}")));
            assert!(reply.went_well(), "{path}: {}", reply.text());
        }
    }
}

#[test]
fn every_route_of_the_api_answers_as_it_is_described() {
    let world = World::on_sqlite();
    every_act(&world);
    every_other_act(&world);
    jobs_given_up(&world);
    every_reading(&world);
    let met = world.declared.met();
    let missing: BTreeSet<&str> = all(table())
        .filter(|route| route.is_api())
        .map(|route| route.name)
        .filter(|name| !met.contains(name))
        .collect();
    assert!(missing.is_empty(), "no story has met these: {missing:?}");
    bodies_are_described(&world);
}

/// What the cast types fits the description of bodies, so that whoever writes by it is accepted.
fn bodies_are_described(world: &World) {
    let document = world.declared.document();
    for (route, body) in [
        ("/api/v1/customers", bodies::customer()),
        ("/api/v1/cases", bodies::case(None)),
        ("/api/v1/cases/{id}/requests", bodies::ask(world, world.cast.logistics)),
        ("/api/v1/requests/{id}/delivery", bodies::delivery()),
        ("/api/v1/requests/{id}/decline", bodies::decline("Billing")),
        ("/api/v1/cases/{id}/customer-updates", bodies::outcome()),
    ] {
        let body_of = &document["paths"][route]["post"]["requestBody"];
        let schema = &body_of["content"]["application/json"]["schema"];
        assert!(schema.is_object(), "{route}");
        // What is absent may be left out; null says the same.
        assert_eq!(baton_web::openapi::conforms(document, schema, &body), Ok(()), "{route}");
    }
}
