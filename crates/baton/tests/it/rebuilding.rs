//! Everything but the log can be thrown away: made again from it, it is what it was.

use baton_testkit::Place;
use serde_json::json;

use crate::bodies;
use crate::moves;
use crate::program::Program;
use crate::world::World;

/// What a clock says; its version is that of the event that wrote it, and no part of that.
const CLOCK: &str = "id, case_id, request, kind, service_class, from_department, to_department, side, \
    person, agreement, started_at, stopped_at, due_at, warn_at, still, left_out, used_ms, excused";

/// Rows of every table that is derived from the log, in order.
fn rows(place: &Place) -> Vec<(&'static str, Vec<Vec<String>>)> {
    let tables = ["cases", "requests", "customers", "customer_addresses"];
    let mut all = Vec::new();
    let columns = tables.map(|table| (table, "*")).into_iter().chain([("clocks", CLOCK)]);
    for (table, columns) in columns {
        let mut rows = place.rows(&format!("select {columns} from {table}"));
        rows.sort();
        assert!(!rows.is_empty(), "{table} is empty");
        all.push((table, rows));
    }
    all
}

/// A request in every stage, a customer erased, a case reopened.
fn history(world: &World) {
    for (_, make) in moves::STAGES.iter().chain(moves::CASES) {
        make(world);
    }
    let closed = world.closed();
    let path = format!("/cases/{}/reopening", closed.case);
    world.done(world.cast.amira, &path, &bodies::reason());
    crate::service_levels::set(world, 40);
    world.case();
    let gone = world.customer();
    let reason = json!({ "reason": "She asked us to forget her, letter of Monday." });
    world.done(world.cast.cora, &format!("/customers/{gone}/erasure"), &reason);
}

fn found(world: &World, words: &str) -> Vec<String> {
    let page = world.seen(world.cast.amira, &format!("/cases?view=all&q={words}&limit=200"));
    let items = page["items"].as_array().unwrap().iter();
    let mut found: Vec<String> = items.map(|item| crate::scenes::text(item, "ref")).collect();
    found.sort();
    found
}

#[test]
fn lists_and_search_made_again_from_the_log_are_what_they_were() {
    World::both(|world| {
        history(world);
        let program = Program::at(&world.place);
        let (before, hits) = (rows(&world.place), found(world, "parcel"));
        assert!(hits.len() > 20, "{hits:?}");
        program.is_whole();
        program.done(&["rebuild"]);
        assert_eq!(rows(&world.place), before);
        assert_eq!(found(world, "parcel"), hits);
        // Not only left alone: what was spoilt is made again too.
        world
            .place
            .run("update cases set state = 'closed', owner = department, open_requests = 99");
        world.place.run("delete from requests");
        world.place.run("delete from clocks where request is null");
        world.place.run("delete from customer_addresses");
        assert_eq!(program.run(&["verify"]).code, 6);
        program.done(&["rebuild"]);
        assert_eq!(rows(&world.place), before);
        program.is_whole();
    });
}
