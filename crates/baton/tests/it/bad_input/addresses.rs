//! Addresses and queries that lead nowhere, or not where somebody hoped.

use baton_testkit::http::{Call, encode};
use baton_web::route::{Method, Route, all};
use baton_web::table::table;

use super::is_taken_calmly;
use crate::browser::Browser;
use crate::canary::{Things, paths, plant};
use crate::world::World;

/// What may stand where an id should.
fn nowhere() -> Vec<String> {
    let mut texts: Vec<String> = [
        "x",
        "C-",
        "c-1",
        "C-0",
        "C-99999999999999999999",
        "C-1001%2F0",
        "C-1001%2F99999999999",
        "C-1001%2F-1",
        "00000000000000000000000000",
        "zzzzzzzzzzzzzzzzzzzzzzzzzz",
        "%00",
        "%ff",
        "..%2F..%2Fetc%2Fpasswd",
        "%2e%2e",
        "'%20or%201=1",
        "%F0%9F%98%80",
        "null",
        "-1",
        "a;b",
        "*",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("x".repeat(2_000));
    texts
}

/// The route's path with one of its parameters replaced.
fn led_astray(route: &Route, things: &Things) -> Vec<String> {
    let right = paths(route, things).remove(0);
    let mut paths = Vec::new();
    for (place, part) in route.path.split('/').enumerate() {
        if part.starts_with('{') {
            for text in nowhere() {
                let mut parts: Vec<&str> = right.split('/').collect();
                parts[place] = &text;
                paths.push(parts.join("/"));
            }
        }
    }
    paths
}

/// What may be typed into a search, or stand in an address by mistake or on purpose.
fn queries(route: &Route) -> Vec<String> {
    let values = [
        "",
        "-1",
        "0",
        "999999999999999999999",
        "abc",
        "%00",
        "%ff%fe",
        "%F0%9F%98%80",
        "a%0d%0ab",
        "'; drop table cases; --",
        "%22",
        "%22%22%22",
        "*",
        "a*",
        "^a",
        "a AND",
        "OR",
        "NEAR(a b)",
        "subject:a",
        "(((",
        ")",
        "a -b",
        "\\",
        "%25",
        "0.x",
        "1.2.3",
        "..",
        "true",
    ];
    let mut queries: Vec<String> =
        ["?", "?&&&", "?=", "?unknown=1", "?limit=1&limit=2", "?%ff=1"].map(str::to_owned).to_vec();
    for field in route.query {
        queries.extend(values.iter().map(|value| {
            let value = value.replace(' ', "%20");
            format!("?{}={value}", field.name)
        }));
        queries.push(format!("?{}={}", field.name, "x".repeat(4_000)));
        queries.push(format!("?{}={}", field.name, encode(&"é ".repeat(90))));
    }
    queries
}

#[test]
fn no_address_and_no_query_breaks_an_answer() {
    let world = World::on_sqlite();
    let planted = plant(&world);
    let things = Things::of(&world, &planted);
    let mut browser = Browser::of(&world, world.cast.amira);
    for route in all(table()).filter(|route| route.method == Method::Get) {
        let right = paths(route, &things).remove(0);
        let astray = led_astray(route, &things).into_iter();
        let queried = queries(route).into_iter().map(|query| format!("{right}{query}"));
        for path in astray.chain(queried) {
            let call = Call::get(path);
            let reply = if route.is_api() {
                world.send(world.cast.amira, call.clone())
            } else {
                browser.send(call.clone())
            };
            // Assets and health are for machines, which read the status.
            if route.path.starts_with("/assets/") {
                assert!(reply.status < 500, "{}", call.path);
            } else {
                is_taken_calmly(&call, &reply);
            }
        }
    }
}

#[test]
fn a_method_that_is_not_taken_is_told_which_ones_are() {
    let world = World::on_sqlite();
    for (method, path) in [
        ("PUT", "/api/v1/cases"),
        ("DELETE", "/api/v1/me"),
        ("PATCH", "/cases/new"),
        ("POST", "/"),
        ("TRACE", "/api/v1/cases"),
        ("POST", "/api/v1/me"),
    ] {
        let call = Call { method, ..Call::get(path) };
        let reply = world.client.send(&call);
        assert_eq!(reply.status, 405, "{method} {path}: {}", reply.text());
        assert!(reply.header("allow").contains("OPTIONS"), "{method} {path}");
    }
    let head = Call { method: "HEAD", ..Call::get("/api/v1/cases") };
    assert_eq!(world.send(world.cast.amira, head).status, 200);
}
