//! Two write to one thing at the same moment: nobody overwrites what they have not seen.

use std::sync::Barrier;

use baton_core::ids::PersonId;
use baton_testkit::Place;
use baton_testkit::http::{Call, Reply};
use serde_json::{Value, json};

use crate::refusals::is_problem;
use crate::scenes::text;
use crate::world::World;

/// Two calls that start together; their answers.
fn together(world: &World, calls: [(PersonId, Call); 2]) -> [Reply; 2] {
    let start = Barrier::new(2);
    std::thread::scope(|scope| {
        let threads = calls.map(|(who, call)| {
            let start = &start;
            scope.spawn(move || {
                start.wait();
                world.send(who, call)
            })
        });
        threads.map(|thread| thread.join().unwrap())
    })
}

fn version(world: &World, case: &str) -> String {
    world.get(world.cast.amira, &format!("/cases/{case}")).header("etag").to_owned()
}

fn rank(case: &str, reason: &str, seen: Option<&str>) -> Call {
    let body = json!({ "priority": "high", "reason": reason });
    let call = Call::json(format!("/api/v1/cases/{case}/priority"), &body);
    match seen {
        Some(version) => call.header("If-Match", version),
        None => call,
    }
}

/// One of two who saw the same version wins; the other is told, and sends it again knowingly.
fn contend(world: &World, case: &str, round: usize) {
    let cast = world.cast;
    let seen = version(world, case);
    let reasons = [format!("amira {round}"), format!("sam {round}")];
    let people = [cast.amira, cast.sam];
    let calls = [0, 1].map(|n| (people[n], rank(case, &reasons[n], Some(&seen))));
    let replies = together(world, calls);
    let won = replies.iter().filter(|reply| reply.status == 200).count();
    assert_eq!(won, 1, "{} / {}", replies[0].text(), replies[1].text());
    let lost = replies.iter().position(|reply| reply.status != 200).unwrap();
    is_problem(&replies[lost], 409, "stale_version");
    let newest = version(world, case);
    assert_ne!(newest, seen);
    world.send(people[lost], rank(case, &reasons[lost], Some(&newest))).ok();
}

/// Without saying what they saw, both are decided anew, and both are there.
fn join(world: &World, case: &str, round: usize) {
    let cast = world.cast;
    let calls = [(cast.amira, "amira"), (cast.sam, "sam")]
        .map(|(who, name)| (who, rank(case, &format!("{name} {round}"), None)));
    for reply in together(world, calls) {
        reply.ok();
    }
}

fn reasons(world: &World, case: &str) -> Vec<String> {
    let lines = world.seen(world.cast.amira, &format!("/cases/{case}/timeline"));
    let lines = lines["items"].as_array().unwrap().iter();
    let changed = lines.filter(|line| line["kind"] == "priority_changed");
    let mut reasons: Vec<String> = changed.map(|line| text(&line["quotes"][0], "text")).collect();
    reasons.sort();
    reasons
}

/// So many rounds, on cases of a hundred rounds each.
fn rounds(world: &World, count: usize, round: fn(&World, &str, usize)) {
    for hundred in 0..count.div_ceil(100) {
        let case = world.case();
        let of_this = (count - hundred * 100).min(100);
        for n in 0..of_this {
            round(world, &case, n);
        }
        let mut expected: Vec<String> =
            (0..of_this).flat_map(|n| [format!("amira {n}"), format!("sam {n}")]).collect();
        expected.sort();
        assert_eq!(reasons(world, &case), expected, "nothing is lost and nothing is there twice");
    }
}

/// Two of a department take a request in at the same moment: one has it, the other is told so.
fn takers(world: &World, count: usize) {
    let cast = world.cast;
    for _ in 0..count {
        let scene = world.sent();
        let path = format!("/api/v1/requests/{}/acknowledgement", scene.request);
        let people = [cast.tom, cast.ken];
        let calls = people.map(|who| (who, Call::json(&path, &json!({}))));
        let replies = together(world, calls);
        let won: Vec<usize> = (0..2).filter(|n| replies[*n].status == 200).collect();
        assert_eq!(won.len(), 1, "{} / {}", replies[0].text(), replies[1].text());
        is_problem(&replies[1 - won[0]], 409, "illegal_move");
        let shown: Value = world.seen(cast.amira, &format!("/requests/{}", scene.request));
        assert_eq!(shown["assignee"], people[won[0]].to_string());
    }
}

#[test]
fn two_who_saw_the_same_never_overwrite_each_other_in_a_thousand_rounds() {
    let world = World::on_sqlite();
    rounds(&world, 500, contend);
    rounds(&world, 500, join);
    takers(&world, 50);
}

#[test]
fn two_who_saw_the_same_never_overwrite_each_other_on_postgresql() {
    let world = World::new(Place::postgres());
    rounds(&world, 150, contend);
    rounds(&world, 150, join);
    takers(&world, 20);
}
