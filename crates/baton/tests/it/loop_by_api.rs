//! The whole loop by the API: asked, understood, answered, told, closed.

use baton_core::time::Span;
use serde_json::json;

use crate::bodies;
use crate::scenes::text;
use crate::world::World;

fn the_loop(world: &World) {
    let cast = world.cast;
    let customer = world.done(cast.amira, "/customers", &bodies::customer());
    let case = world.done(cast.amira, "/cases", &bodies::case(customer["id"].as_str()));
    assert_eq!(case["state"], "new");
    let (id, reference) = (text(&case, "id"), text(&case, "ref"));

    let mut form = bodies::ask(world, "Logistics");
    form["service"] = json!("Delivery");
    form["shared_fields"] = json!([bodies::shared("phone")]);
    let sent = world.done(cast.amira, &format!("/cases/{reference}/requests"), &form);
    assert_eq!((&sent["state"], &sent["mover"]), (&json!("sent"), &json!("to")));
    let request = text(&sent, "id");
    let by_reference = format!("/requests/{}", text(&sent, "ref"));
    assert_eq!(by_reference, format!("/requests/{reference}/1"));

    world.clock.advance(Span::minutes(20));
    let taken = world.act(cast.tom, &request, "acknowledgement", &json!({}));
    assert_eq!(taken["assignee"], cast.tom.to_string());
    assert_eq!(taken["packet"][0]["value"], "+44 20 7946 0001");
    assert_eq!(world.get(cast.tom, &format!("/cases/{id}")).status, 404);

    let back = bodies::read_back(world, &world.seen(cast.tom, &by_reference));
    let read_back = world.act(cast.tom, &request, "read-back", &back);
    assert_eq!(read_back["state"], "read_back");
    let confirmed = world.act(cast.amira, &request, "confirmation", &json!({}));
    assert_eq!(confirmed["state"], "in_progress");

    world.clock.advance(Span::hours(3));
    let delivered = world.act(cast.tom, &request, "delivery", &bodies::delivery());
    assert_eq!(delivered["state"], "delivered");
    let verified = world.act(cast.amira, &request, "verification", &json!({}));
    assert_eq!(verified["state"], "verified");

    let closing = format!("/cases/{id}/closure");
    let early = world.post(cast.amira, &closing, &bodies::closure());
    assert_eq!((early.status, early.code().as_str()), (409, "customer_not_told"));
    world.done(cast.amira, &format!("/cases/{id}/customer-updates"), &bodies::outcome());
    let closed = world.done(cast.amira, &closing, &bodies::closure());
    assert_eq!(closed["state"], "closed");
    assert_eq!(closed["requests"][0]["state"], "closed");
    the_story_is_told(world, &id);
}

/// Step by step in the timeline, in the order in which it was.
fn the_story_is_told(world: &World, case: &str) {
    let kinds: Vec<String> =
        world.seen(world.cast.amira, &format!("/cases/{case}/timeline"))["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| text(line, "kind"))
            .collect();
    let wanted = [
        "case_opened",
        "request_sent",
        "request_acknowledged",
        "request_read_back",
        "read_back_confirmed",
        "request_delivered",
        "request_verified",
        "customer_told",
        "request_closed",
        "case_closed",
    ];
    let place = |kind: &&str| kinds.iter().position(|known| known == kind).expect(kind);
    assert!(wanted.iter().map(place).is_sorted(), "{kinds:?}");
}

#[test]
fn a_request_goes_round_the_loop_by_the_api_and_the_case_closes_when_the_customer_is_told() {
    World::both(the_loop);
}

#[test]
fn without_a_token_nothing_is_shown_and_nothing_is_done() {
    let world = World::on_sqlite();
    let scene = world.sent();
    for path in ["/cases", "/requests", "/customers", "/me", "/departments", "/events"] {
        let call = baton_testkit::http::Call::get(format!("/api/v1{path}"));
        let reply = world.client.send(&call);
        assert_eq!((reply.status, reply.code().as_str()), (401, "not_signed_in"), "{path}");
    }
    let act = format!("/api/v1/requests/{}/acknowledgement", scene.request);
    let reply = world.client.send(&baton_testkit::http::Call::json(act, &json!({})));
    assert_eq!(reply.status, 401);
}
