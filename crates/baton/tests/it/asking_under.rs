//! Asking under an agreement: what it gives and takes is said before the request is sent.

use serde_json::{Value, json};

use crate::agreements::sign;
use crate::bodies;
use crate::browser::{Browser, plain};
use crate::scenes::text;
use crate::world::World;

fn terms() -> Value {
    json!({
        "in_scope": ["Tracing a parcel"],
        "out_of_scope": ["Refunds"],
        "targets": [{ "class": "standard", "clock": "deliver", "minutes": 960 }],
        "facts": ["phone"],
        "from_duties": ["Names the parcel"],
        "to_duties": ["Answers by noon"],
        "to_needs": ["No second ask while one is open"],
        "review_on": "2027-06-01",
    })
}

fn agreed(world: &World) -> String {
    let cast = &world.cast;
    let (from, to) = (cast.customer_service.to_string(), cast.logistics.to_string());
    let body = json!({ "from": from, "to": to, "terms": terms() });
    let id = text(&world.done(cast.lena, "/agreements", &body), "id");
    sign(world, cast.lena, &id);
    sign(world, cast.ken, &id);
    id
}

fn form_of(world: &World, case: &str) -> String {
    let path = format!("/cases/{case}/requests/new?to={}", world.cast.logistics);
    Browser::of(world, world.cast.amira).get(&path).text()
}

#[test]
fn the_form_says_which_agreement_binds_and_what_holds_the_clock() {
    World::both(|world| {
        let (case, id) = (world.case(), agreed(world));
        let page = form_of(world, &case);
        assert!(page.contains(&format!("/agreements/{id}")), "{page}");
        let page = plain(&page);
        for said in ["version 1", "Refunds", "Their clock starts when you share it", "As agreed:"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        let path = format!(
            "/agreements/in-force?from={}&to={}&service_class=standard",
            world.cast.customer_service, world.cast.logistics
        );
        let shown = world.seen(world.cast.amira, &path);
        assert_eq!(shown["agreement"], json!(id));
        assert_eq!((&shown["facts"], &shown["number"]), (&json!(["phone"]), &json!(1)));
        assert_eq!(shown["delivery_due"], json!("2026-11-24T17:30:00Z"));
    });
}

#[test]
fn where_nothing_is_agreed_the_form_says_so_and_offers_a_lead_to_propose() {
    let world = World::on_sqlite();
    let case = world.case();
    let page = form_of(&world, &case);
    assert!(plain(&page).contains("have agreed on nothing yet"), "{page}");
    assert!(!page.contains("/agreements/new"), "Amira leads nothing");
    let path = format!("/cases/{case}/requests/new?to={}", world.cast.logistics);
    let page = Browser::of(&world, world.cast.lena).get(&path).text();
    let (from, to) = (world.cast.customer_service, world.cast.logistics);
    let href = format!("/agreements/new?from={from}&amp;to={to}");
    assert!(page.contains(&href), "{page}");
    let form = Browser::of(&world, world.cast.lena).get(&href.replace("&amp;", "&")).text();
    assert!(form.contains(&format!("value=\"{from}\" selected")), "{form}");
    let path = format!("/agreements/in-force?from={from}&to={to}");
    let shown = world.seen(world.cast.lena, &path);
    assert_eq!((&shown["agreement"], &shown["may_propose"]), (&json!(null), &json!(true)));
}

#[test]
fn sooner_than_agreed_asks_for_a_reason_which_stays_with_the_request() {
    World::both(|world| {
        agreed(world);
        let path = format!("/cases/{}/requests", world.case());
        let mut form = bodies::ask(world, world.cast.logistics);
        form["shared_fields"] = json!([bodies::shared("phone")]);
        form["service_class"] = json!("standard");
        form["needed_by"] = json!("2026-11-24T10:00:00Z");
        let refused = world.post(world.cast.amira, &path, &form);
        assert_eq!(refused.status, 422);
        let refused = refused.json();
        assert_eq!(refused["code"], "request_incomplete");
        assert_eq!(refused["fields"][0]["field"], "sooner_reason");
        let message = refused["fields"][0]["message"].as_str().unwrap();
        assert!(message.contains("16 h"), "{message}");
        form["sooner_reason"] = json!("The van leaves tomorrow at noon.");
        let sent = world.done(world.cast.amira, &path, &form);
        assert_eq!(sent["sooner_reason"], "The van leaves tomorrow at noon.");
        let page =
            Browser::of(world, world.cast.tom).get(&format!("/requests/{}", text(&sent, "id")));
        assert!(plain(&page.text()).contains("Sooner than agreed: The van leaves tomorrow"));
        form["needed_by"] = json!("2026-11-25T10:00:00Z");
        form["sooner_reason"] = json!(null);
        world.done(world.cast.amira, &path, &form);
    });
}

#[test]
fn a_request_says_why_this_department() {
    World::both(|world| {
        let path = format!("/cases/{}/requests", world.case());
        let mut form = bodies::ask(world, world.cast.logistics);
        form["shared_fields"] = json!([bodies::shared("phone")]);
        form["why_department"] = json!(" ");
        let refused = world.post(world.cast.amira, &path, &form);
        assert_eq!(refused.status, 422);
        assert_eq!(refused.json()["fields"][0]["field"], "why_department");
        let why = "Only logistics can reach the depot.";
        form["why_department"] = json!(why);
        let sent = world.done(world.cast.amira, &path, &form);
        assert_eq!(sent["why_department"], why);
        let page =
            Browser::of(world, world.cast.tom).get(&format!("/requests/{}", text(&sent, "id")));
        assert!(plain(&page.text()).contains(why));
    });
}
