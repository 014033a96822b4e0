//! Bodies that no sound program would send, to every act of the API.

use baton_testkit::http::{Call, encode};
use baton_web::route::{Method, Route, all};
use baton_web::shape::Kind;
use baton_web::table::table;
use serde_json::json;

use super::is_taken_calmly;
use crate::canary::{Things, paths, plant, valid};
use crate::world::World;

const JSON: &str = "application/json";

/// Bytes that are wrong for every route, whatever it takes.
fn wrong_for_all() -> Vec<Vec<u8>> {
    let mut bodies: Vec<Vec<u8>> = [
        "{",
        "{\"a\":",
        "nul",
        "[",
        "{}{}",
        "{\"a\":1,}",
        "{'a':1}",
        "\u{feff}{}",
        "\"text\"",
        "7",
        "[]",
        "[{}]",
        "true",
        "{\"a\":1e999}",
        "{\"a\":NaN}",
        "{\"a\":\"\\ud800\"}",
        "{\"\\u0000\":1}",
        "{\"need\":\"a\",\"need\":\"b\"}",
        "{\"reason\":\"a\",\"reason\":\"a\"}",
        "{\"form_token\":\"x\"}",
        "{\"__proto__\":{}}",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec();
    bodies.push(b"{\"need\":\"\xff\xfe\"}".to_vec());
    bodies.push(b"\xff\xfe{\x00}\x00".to_vec());
    bodies.push("[".repeat(100_000).into_bytes());
    bodies.push("{\"a\":".repeat(10_000).into_bytes());
    bodies.push(format!("{{\"a\":{}{}}}", "[".repeat(200), "]".repeat(200)).into_bytes());
    bodies.push(vec![b' '; 900_000]);
    bodies.push(vec![0; 10_000]);
    bodies
}

/// For each field of a route, values that do not fit it, among others that do.
fn wrong_for_one(route: &Route, things: &Things, world: &World) -> Vec<Vec<u8>> {
    let right = valid::bodies(route, things, world).pop().unwrap();
    let long = "x".repeat(1_000_000);
    let many: Vec<u32> = (0..10_000).collect();
    let mut bodies = Vec::new();
    for field in route.body.fields {
        let mut values = vec![
            json!(7),
            json!(-1),
            json!(1.5),
            json!(u64::MAX),
            json!(i64::MIN),
            json!(true),
            json!([]),
            json!({}),
            json!([[["deep"]]]),
            json!("a\u{0}b"),
            json!("   "),
            json!(null),
            json!("\u{202e}\u{1f600}\u{200b}"),
            json!(many),
            json!({ "a": { "b": [1, 2, 3] } }),
            json!("0000-01-01T00:00:00Z"),
            json!("9999-12-31T23:59:59Z"),
            json!("-1-1-1"),
            json!("2026-02-30T25:61:61Z"),
            json!("'; drop table cases; --"),
        ];
        // A megabyte in each field would take minutes: in the free texts it is enough.
        if matches!(field.kind, Kind::Text { .. } | Kind::List { .. }) {
            values.push(json!(long));
        }
        for value in values {
            let mut body = right.clone();
            body[field.name] = value;
            bodies.push(body.to_string().into_bytes());
        }
    }
    bodies
}

fn wrong_types(path: &str) -> Vec<Call> {
    let media = [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=latin1",
        "application/xml",
        "*/*",
        "",
    ];
    let mut calls: Vec<Call> = media.iter().map(|media| Call::post(path, media, "{}")).collect();
    calls.push(Call::post(path, JSON, "{}").header("Content-Type", "text/plain"));
    calls.push(Call { headers: Vec::new(), ..Call::post(path, JSON, "{\"a\":1}") });
    calls
}

fn posts() -> impl Iterator<Item = &'static Route> {
    all(table()).filter(|route| route.method == Method::Post && route.is_api())
}

#[test]
fn no_body_breaks_an_act() {
    let world = World::on_sqlite();
    let planted = plant(&world);
    let things = Things::of(&world, &planted);
    for route in posts() {
        let who = super::entitled(&world, route);
        let path = paths(route, &things).remove(0);
        for body in wrong_for_all() {
            let call = Call::post(&path, JSON, body);
            let reply = world.send(who, call.clone());
            is_taken_calmly(&call, &reply);
            let blank = call.body.iter().flatten().all(|byte| byte.is_ascii_whitespace());
            assert!(blank || (400..500).contains(&reply.status), "{path}: {}", reply.text());
        }
        for body in wrong_for_one(route, &things, &world) {
            let call = Call::post(&path, JSON, body);
            is_taken_calmly(&call, &world.send(who, call.clone()));
        }
        for call in wrong_types(&path) {
            let reply = world.send(who, call.clone());
            is_taken_calmly(&call, &reply);
            assert_eq!(reply.status, 415, "{path} {:?}: {}", call.headers, reply.text());
        }
    }
    whole_afterwards(&world);
}

#[test]
fn what_is_too_large_is_told_so_at_once() {
    let world = World::on_sqlite();
    let case = world.case();
    for size in [(1 << 20) + 1, 8 << 20] {
        let body = format!("{{\"kind\":\"note\",\"body\":\"{}\"}}", "x".repeat(size));
        let call = Call::post(format!("/api/v1/cases/{case}/messages"), JSON, body);
        let reply = world.send(world.cast.amira, call);
        assert_eq!((reply.status, reply.code().as_str()), (413, "too_large"));
    }
    let fits = json!({ "kind": "note", "body": "é".repeat(20_000) });
    world.done(world.cast.amira, &format!("/cases/{case}/messages"), &fits);
    let longer = json!({ "kind": "note", "body": "é".repeat(20_001) });
    let reply = world.post(world.cast.amira, &format!("/cases/{case}/messages"), &longer);
    crate::refusals::is_problem(&reply, 422, "invalid");
}

#[test]
fn a_key_or_a_version_that_is_none_is_told_so() {
    let world = World::on_sqlite();
    let path = format!("/api/v1/cases/{}/messages", world.case());
    let note = || Call::json(&path, &json!({ "kind": "note", "body": "Once." }));
    for (name, value) in [
        ("If-Match", "x"),
        ("If-Match", "\"-1\""),
        ("If-Match", "\"99999999999999\""),
        ("If-Match", ""),
        ("Idempotency-Key", ""),
        ("Idempotency-Key", "\u{e9}"),
    ] {
        let call = note().header(name, value);
        let reply = world.send(world.cast.amira, call.clone());
        is_taken_calmly(&call, &reply);
        assert_eq!(reply.status, 400, "{name}: {value}: {}", reply.text());
    }
    for (name, value) in [
        ("Authorization", "Bearer"),
        ("Authorization", "Bearer a b"),
        ("Authorization", "Basic x"),
        ("Authorization", "Bearer \u{e9}"),
        ("Authorization", "bearer "),
    ] {
        let reply = world.client.send(&note().header(name, value));
        assert_eq!(reply.status, 401, "{value}");
    }
    let encoded = format!("/api/v1/cases/{}", encode("C-1001"));
    world.send(world.cast.amira, Call::get(encoded)).ok();
}

/// After all of this the desk works as before, and everything kept is whole.
fn whole_afterwards(world: &World) {
    world.told(&world.verified());
    let place = std::sync::Arc::clone(&world.place);
    crate::program::Program::at(&place).is_whole();
}
