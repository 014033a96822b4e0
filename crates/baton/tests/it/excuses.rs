//! What was late stays late; whoever waited may excuse it, and both sides read why.

use baton_core::time::Span;
use serde_json::{Value, json};

use crate::moves::offered;
use crate::refusals::is_problem;
use crate::scenes::Scene;
use crate::world::World;

/// Delivered a week after it was needed.
fn late(world: &World) -> Scene {
    let scene = world.in_progress();
    world.clock.advance(Span::times_24h(9));
    world.act(world.cast.tom, &scene.request, "delivery", &crate::bodies::delivery());
    scene
}

fn delivering(world: &World, scene: &Scene) -> Value {
    let shown = world.seen(world.cast.tom, &format!("/requests/{}", scene.request));
    let clocks = shown["clocks"].as_array().unwrap();
    clocks.iter().find(|clock| clock["kind"] == "deliver").unwrap().clone()
}

#[test]
fn the_lead_who_waited_excuses_a_late_delivery_and_it_stays_late() {
    World::both(|world| {
        let scene = late(world);
        let path = format!("/requests/{}", scene.request);
        let at = format!("{path}/excuse");
        let excuse = json!({ "clock": "deliver", "reason": "The depot was flooded." });
        // Who was late, or does not lead, does not excuse it.
        for who in [world.cast.tom, world.cast.sam] {
            is_problem(&world.post(who, &at, &excuse), 403, "not_your_side");
        }
        let lead = world.cast.lena;
        let on_time = json!({ "clock": "acknowledge", "reason": "It was not." });
        is_problem(&world.post(lead, &at, &on_time), 422, "invalid");
        let offer = || offered(world, lead, &path);
        assert!(offer().iter().any(|mv| mv == "excuse"), "{:?}", offer());

        world.done(lead, &at, &excuse);

        let clock = delivering(world, &scene);
        assert_eq!(clock["state"], "breached");
        assert_eq!(clock["excused"]["by"], json!(lead.to_string()));
        assert_eq!(clock["excused"]["reason"], "The depot was flooded.");
        assert!(!offer().iter().any(|mv| mv == "excuse"), "once is enough");
        is_problem(&world.post(lead, &at, &excuse), 409, "illegal_move");
    });
}

#[test]
fn a_result_is_the_same_however_much_later_somebody_looks() {
    World::both(|world| {
        let scene = late(world);
        let before = delivering(world, &scene);
        world.clock.advance(Span::times_24h(30));
        assert_eq!(delivering(world, &scene), before);
    });
}
