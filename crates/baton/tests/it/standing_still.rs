//! What stops the clock of a delivery, and what keeps the clocks of who is asked from starting.

use baton_core::time::{Instant, Span};
use serde_json::{Value, json};

use crate::agreements::{proposed, sign};
use crate::bodies;
use crate::browser::{Browser, only_form, plain};
use crate::scenes::Scene;
use crate::world::World;

fn shown(world: &World, scene: &Scene) -> Value {
    world.seen(world.cast.amira, &format!("/requests/{}", scene.request))
}

#[track_caller]
fn clock(request: &Value, kind: &str) -> Value {
    let clocks = request["clocks"].as_array().unwrap();
    clocks.iter().rfind(|clock| clock["kind"] == kind).cloned().unwrap_or(Value::Null)
}

fn moment(value: &Value) -> Instant {
    value.as_str().unwrap().parse().unwrap()
}

fn page(world: &World, scene: &Scene) -> String {
    let page = Browser::of(world, world.cast.amira).get(&format!("/requests/{}", scene.request));
    plain(&page.text())
}

#[test]
fn waiting_for_the_customer_moves_the_due_time_and_is_charged_to_the_customer() {
    World::both(|world| {
        let scene = world.in_progress();
        let before = clock(&shown(world, &scene), "deliver");
        assert_eq!((&before["state"], &before["paused_seconds"]), (&json!("running"), &json!(0)));
        let told = format!("/cases/{}/customer-updates", scene.case);
        world.done(world.cast.amira, &told, &bodies::holding());
        world.act(world.cast.tom, &scene.request, "wait", &bodies::wait(world, "customer"));
        assert_eq!(clock(&shown(world, &scene), "deliver")["state"], "paused");
        assert!(page(world, &scene).contains("Stands still"));
        world.clock.advance(Span::hours(2));
        world.act(world.cast.tom, &scene.request, "resumption", &json!({}));
        let request = shown(world, &scene);
        let after = clock(&request, "deliver");
        assert_eq!((&after["state"], &after["paused_seconds"]), (&json!("running"), &json!(7_200)));
        let by = world.desk.calendars().standard().due(moment(&before["due"]), Span::hours(2));
        assert_eq!(moment(&after["due"]), by);
        let account = request["account"].as_array().unwrap();
        let customer = account.iter().find(|share| share["hand"] == "customer").unwrap();
        assert_eq!(customer["seconds"], 7_200);
        let told = page(world, &scene);
        assert!(told.contains("Waiting for the customer: 2 h"), "{told}");
        let case = Browser::of(world, world.cast.amira).get(&format!("/cases/{}", scene.case));
        assert!(plain(&case.text()).contains("Waiting for the customer: 2 h"));
    });
}

#[test]
fn a_fact_that_is_missing_holds_the_clocks_and_sharing_it_starts_them() {
    World::both(|world| {
        let id = proposed(world, 60);
        sign(world, world.cast.lena, &id);
        sign(world, world.cast.ken, &id);
        let scene = world.raised(&bodies::ask(world, world.cast.logistics));
        let held = shown(world, &scene);
        assert_eq!((&held["clocks"], &held["missing_facts"]), (&json!([]), &json!(["phone"])));
        assert_eq!(held["mover"], "from");
        let told = page(world, &scene);
        let words = "has to share what the agreement asks for (Telephone)";
        assert!(told.contains(words), "{told}");
        world.clock.advance(Span::hours(2));
        let body = json!({ "shared_fields": [bodies::shared("phone")] });
        world.act(world.cast.amira, &scene.request, "sharing", &body);
        let runs = shown(world, &scene);
        assert_eq!((&runs["missing_facts"], &runs["mover"]), (&json!([]), &json!("to")));
        let acknowledge = clock(&runs, "acknowledge");
        assert_eq!(moment(&acknowledge["started"]), world.now());
        assert_eq!(moment(&acknowledge["due"]), world.now() + Span::hours(1));
    });
}

/// The days of the newest clock of a kind, as the API tells them.
fn days(world: &World, scene: &Scene, kind: &str) -> Vec<String> {
    let path = format!("/requests/{}/clocks", scene.request);
    let all = world.seen(world.cast.tom, &path);
    let all = all["items"].as_array().unwrap();
    let one = all.iter().rfind(|one| one["clock"]["kind"] == kind).unwrap();
    let counted: i64 = one["days"]
        .as_array()
        .unwrap()
        .iter()
        .map(|day| day["counted_seconds"].as_i64().unwrap())
        .sum();
    assert!(counted > 0, "{one}");
    let words = one["days"].as_array().unwrap().iter();
    words.map(|day| day["words"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn why_a_clock_is_due_then_is_told_by_the_hours_that_were_counted_and_those_that_were_not() {
    World::both(|world| {
        let scene = world.in_progress();
        let acknowledge = "Monday 23 November 2026: 10:00 to 14:00, 4 h";
        assert_eq!(days(world, &scene, "acknowledge"), [acknowledge]);
        let told = format!("/cases/{}/customer-updates", scene.case);
        world.done(world.cast.amira, &told, &bodies::holding());
        world.act(world.cast.tom, &scene.request, "wait", &bodies::wait(world, "customer"));
        world.clock.advance(Span::hours(2));
        world.act(world.cast.tom, &scene.request, "resumption", &json!({}));
        let delivery = days(world, &scene, "deliver");
        assert!(delivery[0].ends_with("without 2 h of a pause"), "{delivery:?}");
        let path = format!("/requests/{}/clocks", scene.request);
        for person in [world.cast.amira, world.cast.tom] {
            let page = plain(&Browser::of(world, person).get(&path).text());
            assert!(page.contains(acknowledge) && page.contains(&delivery[0]), "{page}");
            assert!(page.contains("4 h of working time are usual"), "{page}");
        }
        assert_eq!(world.get(world.cast.ben, &path).status, 404);
    });
}

fn of_case(world: &World, case: &str) -> Value {
    world.seen(world.cast.amira, &format!("/cases/{case}"))
}

#[test]
fn a_case_waits_for_its_customer_by_api_and_page_and_the_time_is_theirs() {
    World::both(|world| {
        let (case, amira) = (world.case(), world.cast.amira);
        let below = format!("/cases/{case}");
        let silent = world.post(amira, &format!("{below}/wait"), &bodies::wait(world, "customer"));
        assert_eq!(
            (silent.status, silent.json()["code"].clone()),
            (409, json!("wait_without_evidence"))
        );
        world.done(amira, &format!("{below}/customer-updates"), &bodies::holding());
        world.done(amira, &format!("{below}/wait"), &bodies::wait(world, "customer"));
        let waiting = of_case(world, &case);
        assert_eq!(
            (&waiting["state"], &waiting["waiting"]["on"]),
            (&json!("waiting"), &json!("customer"))
        );
        let mut browser = Browser::of(world, amira);
        let shown = plain(&browser.get(&below).text());
        assert!(shown.contains("Waiting for the customer, until"), "{shown}");
        assert!(shown.contains("They look for it."), "{shown}");
        world.clock.advance(Span::hours(2));
        let asked = browser.get(&format!("{below}/resumption/new"));
        assert!(asked.text().contains("Call at noon."), "{}", asked.text());
        let gone_on = browser.submit(&only_form(&asked, &format!("{below}/resumption")));
        assert_eq!(gone_on.status, 303, "{}", gone_on.text());
        assert_eq!(of_case(world, &case)["waiting"], Value::Null);
        let shown = plain(&browser.get(&below).text());
        assert!(shown.contains("Waiting for the customer: 2 h"), "{shown}");
    });
}

#[test]
fn a_case_goes_on_when_its_time_is_over_and_its_owner_is_told() {
    World::both(|world| {
        let (case, amira) = (world.case(), world.cast.amira);
        let path = format!("/cases/{case}/wait");
        world.done(amira, &path, &bodies::wait(world, "third_party"));
        world.clock.advance(Span::hours(8));
        world.wait(world.desk.run_due_jobs()).unwrap();
        assert_eq!(of_case(world, &case)["waiting"], Value::Null);
        let told = world.seen(amira, "/notifications");
        assert!(told.to_string().contains("wait_over"), "{told}");
    });
}
