//! What every answer has, whatever was asked.

use super::world::{TOKEN, World};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::problem::Trouble;
use crate::route::{Access, Pending, Route};
use crate::table::table;

fn panics(_: Ctx) -> Pending {
    Box::pin(async { panic!("the secret of the house") })
}

fn breaks(_: Ctx) -> Pending {
    Box::pin(async { Err(Trouble::broken("disk at /var/secret is gone")) })
}

fn fine(_: Ctx) -> Pending {
    Box::pin(async { Answer::json(&serde_json::json!({ "fine": true })) })
}

static PROBES: crate::route::Table = &[&[
    Route::get("/panics", "probe.panics", Access::Open, panics),
    Route::get("/api/v1/breaks", "probe.breaks", Access::SignedIn, breaks),
    Route::get("/api/v1/fine", "probe.fine", Access::SignedIn, fine),
    Route::get("/api/v1/admin", "probe.admin", Access::Administrator, fine),
    Route::post("/api/v1/fine", "probe.fine.create", Access::SignedIn, fine).limit(64),
]];

#[tokio::test]
async fn a_path_that_is_no_route_is_a_problem_for_programs_and_a_page_for_people() {
    let world = World::new(table());
    let api = world.call("GET", "/api/v1/nothing", "", "").await;
    assert_eq!((api.status.as_u16(), api.code().as_str()), (404, "not_found"));
    assert_eq!(api.header("content-type"), "application/problem+json");
    let page = world.call("GET", "/nothing", "", "").await;
    assert_eq!(page.status.as_u16(), 404);
    assert!(page.text.starts_with("<!DOCTYPE html>") && page.text.contains("<h1>"));
}

#[tokio::test]
async fn a_method_that_the_path_does_not_take_is_405_and_says_which_it_takes() {
    let world = World::new(PROBES);
    let reply = world.call("DELETE", "/api/v1/fine", TOKEN, "").await;
    assert_eq!((reply.status.as_u16(), reply.code().as_str()), (405, "wrong_method"));
    assert_eq!(reply.header("allow"), "GET, POST, HEAD, OPTIONS");
    let options = world.call("OPTIONS", "/api/v1/fine", "", "").await;
    assert_eq!(
        (options.status.as_u16(), options.header("allow")),
        (204, "GET, POST, HEAD, OPTIONS")
    );
}

#[tokio::test]
async fn head_is_get_without_a_body() {
    let world = World::new(PROBES);
    let reply = world.call("HEAD", "/api/v1/fine", TOKEN, "").await;
    assert_eq!((reply.status.as_u16(), reply.text.as_str()), (200, ""));
    assert_eq!(reply.header("content-type"), "application/json");
}

#[tokio::test]
async fn a_panic_is_a_500_that_names_the_operation_and_nothing_else() {
    let world = World::new(PROBES);
    let page = world.call("GET", "/panics", "", "").await;
    assert_eq!(page.status.as_u16(), 500);
    assert!(!page.text.contains("secret"));
    assert!(page.text.contains(page.header("x-operation")));
    let api = world.call("GET", "/api/v1/breaks", TOKEN, "").await;
    assert_eq!((api.status.as_u16(), api.code().as_str()), (500, "internal"));
    assert!(!api.text.contains("secret"));
    assert_eq!(api.json()["operation"], api.header("x-operation"));
}

#[tokio::test]
async fn what_is_too_large_is_413_and_what_is_no_json_is_415() {
    let world = World::new(PROBES);
    let large = format!("{{{}}}", " ".repeat(70));
    let reply = world.call("POST", "/api/v1/fine", TOKEN, &large).await;
    assert_eq!((reply.status.as_u16(), reply.code().as_str()), (413, "too_large"));
    for media in
        ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1"]
    {
        let request = axum::http::Request::post("/api/v1/fine")
            .header("authorization", format!("Bearer {TOKEN}"))
            .header("content-type", media);
        let reply = world.send(request.body("{}".into()).unwrap()).await;
        assert_eq!(
            (reply.status.as_u16(), reply.code().as_str()),
            (415, "wrong_content_type"),
            "{media}"
        );
    }
}

#[tokio::test]
async fn a_parameter_that_stands_twice_or_is_unknown_is_refused() {
    let world = World::new(PROBES);
    let twice = world.call("GET", "/api/v1/fine?a=1&a=2", TOKEN, "").await;
    assert_eq!((twice.status.as_u16(), twice.code().as_str()), (400, "duplicate_parameter"));
    let unknown = world.call("GET", "/api/v1/fine?colour=red", TOKEN, "").await;
    assert_eq!((unknown.status.as_u16(), unknown.code().as_str()), (422, "unknown_field"));
}

#[tokio::test]
async fn a_route_for_administrators_is_not_there_for_others() {
    let world = World::new(PROBES);
    assert_eq!(world.call("GET", "/api/v1/admin", TOKEN, "").await.status.as_u16(), 404);
    *world.fake.administrator.lock().unwrap() = true;
    assert_eq!(world.call("GET", "/api/v1/admin", TOKEN, "").await.status.as_u16(), 200);
}

#[tokio::test]
async fn health_needs_nobody_and_readiness_needs_the_database() {
    let world = World::new(table());
    assert_eq!(world.call("GET", "/livez", "", "").await.status.as_u16(), 200);
    assert_eq!(world.call("GET", "/readyz", "", "").await.status.as_u16(), 200);
    *world.fake.active.lock().unwrap() = false;
    assert_eq!(world.call("GET", "/livez", "", "").await.status.as_u16(), 200);
    assert_eq!(world.call("GET", "/readyz", "", "").await.status.as_u16(), 503);
}

#[tokio::test]
async fn assets_may_be_kept_for_ever_and_pages_not_at_all() {
    let world = World::new(table());
    let sheet = world.call("GET", &crate::assets::href("app.css"), "", "").await;
    assert_eq!(sheet.header("cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(sheet.header("content-type"), "text/css; charset=utf-8");
    let page = world.call("GET", "/sign-in", "", "").await;
    assert_eq!(page.header("cache-control"), "no-store");
    assert_eq!(page.header("x-content-type-options"), "nosniff");
    assert_eq!(world.call("GET", "/assets/other.css", "", "").await.status.as_u16(), 404);
}

#[tokio::test]
async fn a_large_answer_is_compressed_for_who_takes_it() {
    let world = World::new(table());
    let request = axum::http::Request::get(crate::assets::href("app.css"))
        .header("accept-encoding", "gzip")
        .body(axum::body::Body::empty());
    assert_eq!(world.send(request.unwrap()).await.header("content-encoding"), "gzip");
}
