//! Two leads agree; what is sent afterwards runs by it, and keeps it whatever is agreed later.

use baton_core::ids::DepartmentId;
use baton_core::time::Span;
use serde_json::{Value, json};

use crate::scenes::text;
use crate::world::World;

fn terms(minutes: u32) -> Value {
    json!({
        "in_scope": ["Tracing a parcel"],
        "targets": [{ "class": "standard", "clock": "acknowledge", "minutes": minutes }],
        "facts": ["phone"],
        "from_duties": ["Names the parcel"],
        "to_duties": ["Answers by noon"],
        "pauses": ["customer"],
        "review_on": "2027-06-01",
    })
}

/// Proposed by Lena, who leads customer service; nobody has signed.
pub fn proposed(world: &World, minutes: u32) -> String {
    let cast = &world.cast;
    proposed_between(world, cast.customer_service, cast.logistics, minutes)
}

fn proposed_between(world: &World, from: DepartmentId, to: DepartmentId, minutes: u32) -> String {
    let (from, to) = (from.to_string(), to.to_string());
    let body = json!({ "from": from, "to": to, "terms": terms(minutes) });
    text(&world.done(world.cast.lena, "/agreements", &body), "id")
}

/// One agreement from its proposal to its notice.
pub fn every_act(world: &World) {
    let cast = &world.cast;
    let id = proposed_between(world, cast.logistics, cast.customer_service, 60);
    let path = |noun: &str| format!("/agreements/{id}/{noun}");
    world.done(cast.ken, &path("revision"), &json!({ "terms": terms(90) }));
    sign(world, cast.ken, &id);
    sign(world, cast.lena, &id);
    world.done(cast.lena, &path("revision"), &json!({ "terms": terms(30) }));
    world.done(cast.ken, &path("withdrawal"), &json!({ "reason": "Not this year." }));
    let notice = json!({ "from": world.in_hours(24 * 30), "reason": "We part." });
    let ended = world.done(cast.ken, &path("ending"), &notice);
    assert_eq!((&ended["standing"], &ended["binding"]), (&json!("active"), &json!(1)));
}

pub fn sign(world: &World, person: baton_core::ids::PersonId, id: &str) -> Value {
    let path = format!("/agreements/{id}");
    let seen = world.seen(person, &path);
    let written = seen["versions"].as_array().unwrap().last().unwrap()["written"].clone();
    world.done(person, &format!("{path}/signature"), &json!({ "written": written }))
}

/// Whether a request that is sent now is bound, and how much working time it gives to acknowledge.
fn allowed(world: &World) -> (Value, String) {
    let scene = world.sent();
    let request = world.seen(world.cast.amira, &format!("/requests/{}", scene.request));
    let clocks = request["clocks"].as_array().unwrap();
    let clock = clocks.iter().find(|clock| clock["kind"] == "acknowledge").unwrap();
    (request["agreement"].clone(), text(clock, "due"))
}

fn in_minutes(world: &World, minutes: i64) -> String {
    (world.now() + Span::minutes(minutes)).to_string()
}

#[test]
fn nothing_binds_before_both_leads_have_signed_and_then_requests_run_by_it() {
    World::both(|world| {
        let id = proposed(world, 60);
        assert_eq!(allowed(world), (Value::Null, in_minutes(world, 240)));
        let half = sign(world, world.cast.lena, &id);
        assert_eq!(
            (half["standing"].clone(), half["binding"].clone()),
            (json!("proposed"), json!(null))
        );
        assert_eq!(allowed(world), (Value::Null, in_minutes(world, 240)));
        let whole = sign(world, world.cast.ken, &id);
        assert_eq!(
            (whole["standing"].clone(), whole["binding"].clone()),
            (json!("active"), json!(1))
        );
        let bound = json!({ "id": id, "number": 1 });
        assert_eq!(allowed(world), (bound, in_minutes(world, 60)));
    });
}

#[test]
fn a_running_request_keeps_its_version() {
    World::both(|world| {
        let id = proposed(world, 60);
        sign(world, world.cast.lena, &id);
        sign(world, world.cast.ken, &id);
        let scene = world.sent();
        let path = format!("/requests/{}", scene.request);
        let before = world.seen(world.cast.amira, &path)["clocks"].clone();
        world.done(
            world.cast.ken,
            &format!("/agreements/{id}/revision"),
            &json!({ "terms": terms(15) }),
        );
        sign(world, world.cast.lena, &id);
        sign(world, world.cast.ken, &id);
        let after = world.seen(world.cast.amira, &path);
        assert_eq!(after["clocks"], before);
        assert_eq!(after["agreement"]["number"], 1);
        assert_eq!(allowed(world), (json!({ "id": id, "number": 2 }), in_minutes(world, 15)));
    });
}

#[test]
fn whoever_leads_neither_side_cannot_act_and_stale_terms_are_not_signed() {
    let world = World::on_sqlite();
    let (cast, id) = (&world.cast, proposed(&world, 60));
    let written =
        world.seen(cast.ken, &format!("/agreements/{id}"))["versions"][0]["written"].clone();
    let body = json!({ "written": written });
    for person in [cast.amira, cast.priya, cast.ada] {
        let refused = world.post(person, &format!("/agreements/{id}/signature"), &body);
        assert_eq!((refused.status, refused.json()["code"].clone()), (403, json!("not_your_side")));
        assert_eq!(world.seen(person, &format!("/agreements/{id}"))["moves"], json!([]));
    }
    world.done(cast.lena, &format!("/agreements/{id}/revision"), &json!({ "terms": terms(30) }));
    let late = world.post(cast.ken, &format!("/agreements/{id}/signature"), &body);
    assert_eq!((late.status, late.json()["code"].clone()), (409, json!("stale_version")));
    sign(&world, cast.ken, &id);
    assert_eq!(world.seen(cast.lena, &format!("/agreements/{id}"))["standing"], "proposed");
}

#[test]
fn a_pair_has_one_agreement_and_everybody_can_read_it() {
    let world = World::on_sqlite();
    let id = proposed(&world, 60);
    sign(&world, world.cast.lena, &id);
    sign(&world, world.cast.ken, &id);
    let again = json!({
        "from": world.cast.customer_service.to_string(),
        "to": world.cast.logistics.to_string(),
        "terms": terms(5),
    });
    let refused = world.post(world.cast.ken, "/agreements", &again);
    assert_eq!((refused.status, refused.json()["code"].clone()), (409, json!("illegal_move")));
    let listed = world.seen(world.cast.tom, "/agreements");
    assert_eq!(listed["items"].as_array().unwrap().len(), 1);
    let billing = world.cast.billing;
    assert_eq!(
        world.seen(world.cast.tom, &format!("/agreements?department={billing}"))["items"],
        json!([])
    );
}
