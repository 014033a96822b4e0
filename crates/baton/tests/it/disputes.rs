//! Two departments see it differently: both say how, the log stands beside it, and somebody who is
//! neither decides by a clock.

use baton_core::time::Span;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::scenes::Scene;
use crate::world::World;

fn disputed(world: &World) -> Scene {
    let scene = world.in_progress();
    let dispute = json!({ "subject": "clock", "position": "It began on Tuesday." });
    world.act(world.cast.tom, &scene.request, "dispute", &dispute);
    scene
}

fn heard(world: &World, scene: &Scene) {
    let position = json!({ "position": "It began when it was sent, on Monday." });
    world.act(world.cast.amira, &scene.request, "position", &position);
}

fn seen(world: &World, scene: &Scene) -> Value {
    world.seen(world.cast.amira, &format!("/requests/{}", scene.request))
}

fn delivery_clock(request: &Value) -> Value {
    let clocks = request["clocks"].as_array().unwrap();
    clocks.iter().find(|clock| clock["kind"] == "deliver").unwrap().clone()
}

#[test]
fn both_sides_say_how_they_see_it_and_only_the_other_side_answers() {
    World::both(|world| {
        let scene = disputed(world);
        let position = json!({ "position": "It began when it was sent, on Monday." });
        let noun = format!("/requests/{}/position", scene.request);
        for own in [world.cast.tom, world.cast.ken] {
            let refused = world.post(own, &noun, &position);
            assert_eq!(
                (refused.status, refused.json()["code"].clone()),
                (403, json!("not_your_side"))
            );
        }
        let after = world.done(world.cast.amira, &noun, &position);
        let dispute = &after["dispute"];
        assert_eq!(
            (&dispute["side"], &dispute["position"], &dispute["other"]["position"]),
            (&json!("to"), &json!("It began on Tuesday."), &position["position"])
        );
        assert_eq!(world.post(world.cast.sam, &noun, &position).status, 409, "once said");
        assert_eq!(after["state"], "in_progress");
        let mut artur = Browser::of(world, world.cast.artur);
        let page = artur.get(&format!("/requests/{}", scene.request)).text();
        for both in ["It began on Tuesday.", "It began when it was sent, on Monday."] {
            assert!(page.contains(both), "{both}");
        }
        assert!(page.contains("What the log says"));
    });
}

#[test]
fn a_ruling_sets_a_clock_anew_and_keeps_what_it_was() {
    World::both(|world| {
        let scene = disputed(world);
        let before = delivery_clock(&seen(world, &scene));
        heard(world, &scene);
        let path = format!("/requests/{}/ruling", scene.request);
        let mut ruling = json!({
            "decision": "A day more.", "reason": "The order came late.", "precedent": true,
            "clock": "deliver",
        });
        let refused = world.post(world.cast.artur, &path, &ruling);
        assert_eq!(refused.json()["fields"][0]["field"], "clock_due");
        ruling["clock_due"] = json!(world.in_hours(72));
        assert_eq!(
            world.post(world.cast.tom, &path, &ruling).status,
            403,
            "no judge in one's own case"
        );
        world.done(world.cast.artur, &path, &ruling);
        let after = seen(world, &scene);
        let clock = delivery_clock(&after);
        assert_eq!((&clock["due"], &clock["was_due"]), (&ruling["clock_due"], &before["due"]));
        assert_eq!(after["dispute"], Value::Null);
        let kept = &after["rulings"][0];
        assert_eq!(kept["dispute"]["position"], "It began on Tuesday.");
        assert_eq!(kept["dispute"]["other"]["position"], "It began when it was sent, on Monday.");
        assert_eq!(
            (&kept["restated"]["due"], &kept["restated"]["was_due"]),
            (&ruling["clock_due"], &before["due"])
        );
        assert_eq!(after["needed_by"], seen(world, &scene)["needed_by"]);
    });
}

#[test]
fn without_a_ruling_in_time_the_last_level_is_asked_and_the_work_goes_on() {
    World::both(|world| {
        let scene = disputed(world);
        let before = seen(world, &scene);
        assert_eq!(before["level"], 0);
        // Sixteen hours of working time are two working days.
        world.clock.advance(Span::times_24h(3));
        world.wait(world.desk.run_due_jobs()).unwrap();
        world.wait(world.desk.run_due_jobs()).unwrap();
        let after = seen(world, &scene);
        assert_eq!((&after["level"], &after["state"]), (&json!(3), &before["state"]));
        let asked = after["escalations"][0]["asked"].as_array().unwrap();
        assert!(asked.contains(&json!(world.cast.artur.to_string())), "{asked:?}");
        assert!(!after["dispute"].is_null());
    });
}
