//! Refusals of the call itself: keys, versions, fields, and what may not be seen.

use baton_testkit::http::Call;
use serde_json::json;

use super::is_problem;
use crate::bodies;
use crate::scenes::text;
use crate::world::World;

fn keys(world: &World) {
    let cast = world.cast;
    let path = format!("/api/v1/cases/{}/messages", world.case());
    let note = |body: &str| {
        Call::json(&path, &json!({ "kind": "note", "body": body })).header("Idempotency-Key", "k-1")
    };
    let (first, again) =
        (world.send(cast.amira, note("Once.")), world.send(cast.amira, note("Once.")));
    assert_eq!((first.status, again.status), (201, 201));
    assert_eq!(first.json()["id"], again.json()["id"], "the same key gives the same answer");
    is_problem(&world.send(cast.amira, note("Twice.")), 422, "idempotency_mismatch");
    // Another person's key is another key.
    assert_ne!(world.send(cast.sam, note("Once.")).ok()["id"], first.json()["id"]);
    let new = Call::json(&path, &json!({ "kind": "note", "body": "Twice." }));
    world.send(cast.amira, new.header("Idempotency-Key", "k-2")).ok();
    let long = Call::json(&path, &json!({ "kind": "note", "body": "x" }));
    let long = long.header("Idempotency-Key", &"k".repeat(201));
    is_problem(&world.send(cast.amira, long), 400, "bad_request");
}

fn a_key_holds_for_every_act(world: &World) {
    let cast = world.cast;
    for (path, person, body) in [
        ("/customers", cast.amira, bodies::customer()),
        ("/cases", cast.amira, bodies::case(None)),
        ("/departments", cast.ada, json!({ "name": "Workshop", "purpose": "Mends." })),
        ("/people", cast.ada, json!({ "name": "Wim", "email": "wim@baton.example" })),
    ] {
        let call = || Call::json(format!("/api/v1{path}"), &body).header("Idempotency-Key", path);
        let (first, again) = (world.send(person, call()), world.send(person, call()));
        assert_eq!((first.status, again.status), (201, 201), "{path}: {}", again.text());
        assert_eq!(first.json()["id"], again.json()["id"], "{path}");
        let mut another = call();
        another.body = Some(b"{\"name\":\"Another\"}".to_vec());
        is_problem(&world.send(person, another), 422, reused(path));
    }
}

/// A body that the form itself refuses is refused before the key is looked at.
fn reused(path: &str) -> &'static str {
    if path == "/cases" { "invalid" } else { "idempotency_mismatch" }
}

fn versions(world: &World) {
    let cast = world.cast;
    let scene = world.sent();
    let act = |noun: &str, version: &str| {
        let path = format!("/api/v1/requests/{}/{noun}", scene.request);
        Call::json(path, &json!({})).header("If-Match", version)
    };
    let seen = world.get(cast.tom, &format!("/requests/{}", scene.request));
    let version = seen.header("etag").to_owned();
    assert_eq!(version, format!("\"{}\"", seen.json()["version"]));
    is_problem(&world.send(cast.tom, act("acknowledgement", "\"99\"")), 409, "stale_version");
    is_problem(&world.send(cast.tom, act("acknowledgement", "seven")), 400, "bad_request");
    world.send(cast.tom, act("acknowledgement", &version)).ok();
    is_problem(&world.send(cast.tom, act("acknowledgement", &version)), 409, "stale_version");
    let customer = world.customer();
    let path = format!("/api/v1/customers/{customer}/revision");
    let revise = |version: &str| {
        let body = json!({ "set": { "name": "Grace N. Okafor" } });
        Call::json(&path, &body).header("If-Match", version)
    };
    is_problem(&world.send(cast.amira, revise("\"9\"")), 409, "stale_version");
    world.send(cast.amira, revise("\"1\"")).ok();
    let department = format!("/api/v1/departments/{}/revision", cast.billing);
    let body = json!({ "name": "Billing", "purpose": "Sends the bills." });
    let revise = |version: &str| Call::json(&department, &body).header("If-Match", version);
    is_problem(&world.send(cast.ada, revise("\"99\"")), 409, "stale_version");
    world.send(cast.ada, revise("\"1\"")).ok();
}

fn fields(world: &World) {
    let cast = world.cast;
    let mut form = bodies::case(None);
    form["colour"] = json!("red");
    let reply = world.post(cast.amira, "/cases", &form);
    is_problem(&reply, 422, "unknown_field");
    assert_eq!(super::named_fields(&reply.json()), ["colour"]);
    let reply = world.post(cast.amira, "/cases", &json!({ "channel": 7 }));
    is_problem(&reply, 422, "invalid");
    assert_eq!(super::named_fields(&reply.json()), ["channel"]);
    is_problem(&world.get(cast.amira, "/cases?limit=0"), 422, "invalid");
    is_problem(&world.get(cast.amira, "/cases?after=nonsense"), 422, "invalid");
    is_problem(&world.get(cast.amira, "/cases?colour=red"), 422, "unknown_field");
    is_problem(&world.get(cast.amira, "/cases?limit=1&limit=2"), 400, "duplicate_parameter");
}

fn sight(world: &World) {
    let cast = world.cast;
    let scene = world.sent();
    let missing = "00000000000000000000000000";
    // What may not be seen is told in the very words of what does not exist.
    for (person, hidden, nothing) in [
        (cast.tom, format!("/cases/{}", scene.case), format!("/cases/{missing}")),
        (cast.priya, format!("/requests/{}", scene.request), format!("/requests/{missing}")),
        (cast.priya, "/requests/C-1001/1".to_owned(), "/requests/C-9999/1".to_owned()),
    ] {
        let (hidden, nothing) = (world.get(person, &hidden), world.get(person, &nothing));
        is_problem(&hidden, 404, "not_found");
        for part in ["title", "detail", "code", "status", "type"] {
            assert_eq!(hidden.json()[part], nothing.json()[part]);
        }
    }
    is_problem(&world.get(cast.tom, "/customers"), 403, "not_allowed");
    is_problem(&world.get(cast.tom, "/events"), 403, "not_allowed");
    let customer = world.seen(cast.amira, &format!("/cases/{}", scene.case));
    let customer = format!("/customers/{}", text(&customer, "customer"));
    is_problem(&world.get(cast.tom, &customer), 404, "not_found");
    let erase = json!({ "reason": "She asked us to forget her, letter of Monday." });
    is_problem(&world.post(cast.amira, &format!("{customer}/erasure"), &erase), 404, "not_found");
    world.done(cast.cora, &format!("{customer}/erasure"), &erase);
    is_problem(&world.get(cast.amira, "/nowhere"), 404, "not_found");
    let unknown = Call { method: "DELETE", ..Call::get("/api/v1/cases") };
    let reply = world.send(cast.amira, unknown);
    is_problem(&reply, 405, "wrong_method");
    assert_eq!(reply.header("allow"), "GET, POST, HEAD, OPTIONS");
}

fn too_many(world: &World) {
    let token = world.wait(world.desk.make_token(world.cast.ben, "busy")).unwrap();
    let call = Call::get("/api/v1/me").token(&token);
    for _ in 0..600 {
        assert_eq!(world.client.send(&call).status, 200);
    }
    let reply = world.client.send(&call);
    is_problem(&reply, 429, "too_many");
    assert_eq!(reply.header("retry-after"), "60");
}

#[test]
fn a_call_acts_once_on_what_was_seen_and_only_on_what_may_be_seen() {
    World::both(|world| {
        keys(world);
        a_key_holds_for_every_act(world);
        versions(world);
        fields(world);
        sight(world);
        too_many(world);
    });
}
