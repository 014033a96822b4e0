//! Whoever is asked to decide finds it on Today, on a page of its own and by the API, until it is
//! decided or there is nothing left to decide.

use baton_core::ids::PersonId;
use baton_core::time::Span;
use serde_json::{Value, json};

use crate::bodies;
use crate::browser::{Browser, plain};
use crate::scenes::Scene;
use crate::world::World;

fn wanted(world: &World, of: PersonId) -> Vec<Value> {
    world.seen(of, "/decisions")["items"].as_array().unwrap().clone()
}

fn wants(world: &World, of: PersonId, scene: &Scene) -> Vec<Value> {
    let mut all = wanted(world, of);
    all.retain(|one| one["request"] == scene.request);
    all
}

fn today(world: &World, of: PersonId) -> String {
    plain(&Browser::of(world, of).get("/").text())
}

/// Nobody has taken it in within four hours, and the timer has looked.
fn nobody_took_it_in(world: &World) -> Scene {
    let scene = world.raised(&bodies::ask(world, world.cast.logistics));
    world.clock.advance(Span::seconds(4 * 3_600 + 1));
    world.wait(world.desk.run_due_jobs()).unwrap();
    scene
}

#[test]
fn a_clock_that_runs_out_is_on_todays_list_of_both_leads_until_the_step_is_done() {
    World::both(|world| {
        let cast = &world.cast;
        let scene = nobody_took_it_in(world);
        for lead in [cast.ken, cast.lena] {
            let [one] = &wants(world, lead, &scene)[..] else { panic!("one for each lead") };
            assert_eq!((&one["wanted"], &one["level"]), (&json!("level"), &json!(1)));
            assert_eq!(one["late"], "acknowledge");
            let text = today(world, lead);
            assert!(text.contains("To decide 1") && text.contains("Level 1"), "{text}");
            assert!(text.contains("the time for acknowledging ran out"), "{text}");
        }
        assert!(wanted(world, cast.tom).is_empty(), "he is not asked");
        let request = world.seen(cast.ken, &format!("/requests/{}", scene.request));
        let level = &request["escalations"][0];
        assert_eq!((&level["state"], &level["late"]), (&json!("waiting"), &json!("acknowledge")));
        let reason = level["reason"].as_str().unwrap();
        assert!(reason.starts_with("The clock of acknowledging ran out on 23 November 2026"));
        let page = format!("/requests/{}", scene.request);
        let shown = plain(&Browser::of(world, cast.ken).get(&page).text());
        assert!(shown.contains("Asked by Baton, as a clock ran out"), "{shown}");
        world.act(cast.tom, &scene.request, "acknowledgement", &json!({}));
        assert!(wanted(world, cast.ken).is_empty() && wanted(world, cast.lena).is_empty());
        assert!(!today(world, cast.ken).contains("To decide"));
        let request = world.seen(cast.ken, &page);
        assert_eq!(
            (&request["escalations"][0]["state"], &request["level"]),
            (&json!("done"), &json!(0))
        );
    });
}

#[test]
fn what_a_lead_decides_leaves_the_lists_of_both() {
    World::both(|world| {
        let cast = &world.cast;
        let scene = nobody_took_it_in(world);
        let decision = json!({ "decision": "Tom takes it in.", "reason": "He is there." });
        world.act(cast.ken, &scene.request, "escalation-answer", &decision);
        assert!(wants(world, cast.lena, &scene).is_empty());
        let browser = plain(&Browser::of(world, cast.ken).get("/decisions").text());
        assert!(browser.contains("Nothing waits for your decision"), "{browser}");
    });
}

#[test]
fn a_dispute_is_on_the_list_of_whoever_rules_once_both_sides_were_heard() {
    World::both(|world| {
        let cast = &world.cast;
        let scene = world.in_progress();
        let position = json!({ "subject": "routing", "position": "This was never ours." });
        world.act(cast.tom, &scene.request, "dispute", &position);
        assert!(wanted(world, cast.artur).is_empty(), "the other side has its say first");
        let answer = json!({ "position": "The depot is theirs." });
        world.act(cast.amira, &scene.request, "position", &answer);
        let [one] = &wanted(world, cast.artur)[..] else { panic!("he rules") };
        assert_eq!((&one["wanted"], &one["level"]), (&json!("ruling"), &Value::Null));
        assert!(today(world, cast.artur).contains("Dispute"));
        let ruling = json!({ "decision": "It is theirs.", "reason": "The depot is." });
        world.act(cast.artur, &scene.request, "ruling", &ruling);
        assert!(wanted(world, cast.artur).is_empty());
    });
}

#[test]
fn what_waits_for_a_decision_comes_in_pages_what_is_due_first_first() {
    World::both(|world| {
        let cast = &world.cast;
        for _ in 0..3 {
            world.raised(&bodies::ask(world, cast.logistics));
            world.clock.advance(Span::minutes(1));
        }
        world.clock.advance(Span::hours(4));
        world.wait(world.desk.run_due_jobs()).unwrap();
        let mut paged = Vec::new();
        let mut after = String::new();
        loop {
            let shown = world.seen(cast.lena, &format!("/decisions?limit=2{after}"));
            paged.extend(shown["items"].as_array().unwrap().clone());
            let Some(next) = shown["next"].as_str() else { break };
            after = format!("&after={next}");
        }
        assert_eq!(paged, wanted(world, cast.lena));
        assert_eq!(paged.len(), 3);
        let dues: Vec<_> = paged.iter().map(|one| one["due"].as_str().unwrap()).collect();
        assert!(dues.is_sorted(), "{dues:?}");
    });
}
