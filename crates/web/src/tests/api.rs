//! Tokens, limits, and answers that are what the description says.

use baton_core::refusal::{Code, Refusal};
use serde_json::json;

use super::world::{TOKEN, World};
use crate::answer::Answer;
use crate::ctx::Ctx;
use crate::openapi::{conforms, document};
use crate::route::{Access, Pending, Reply, Route, Table};
use crate::shape::{Field, Out, Shape, Thing};

static NEED: Shape = Shape::new(
    "Need",
    &[Field::lines("need", 20).required(), Field::time("needed_by"), Field::flag("draft")],
)
.incomplete(Code::RequestIncomplete);

static MADE: Thing = Thing::new(
    "Made",
    &[("need", Out::Text), ("needed_by", Out::Maybe(&Out::Time)), ("draft", Out::Flag)],
);

fn create(ctx: Ctx) -> Pending {
    Box::pin(async move {
        if ctx.input.words("need") == "forbidden" {
            return Err(Refusal::new(Code::SameDepartment, "Ask another department.").into());
        }
        let due = ctx.input.time("needed_by").map(|at| at.to_string());
        let made = json!({
            "need": ctx.input.words("need"), "needed_by": due, "draft": ctx.input.flag("draft"),
        });
        Answer::created("/api/v1/needs/1", &made)
    })
}

static PROBES: Table = &[&[Route::post("/api/v1/needs", "needs.create", Access::SignedIn, create)
    .summary("Make a need")
    .body(&NEED)
    .answers(&[Reply::created("It was made", &Out::Thing(&MADE))])
    .refusals(&[Code::SameDepartment])]];

#[tokio::test]
async fn without_a_token_or_with_a_wrong_one_nothing_is_done() {
    let world = World::new(PROBES);
    for token in ["", "wrong"] {
        let reply = world.call("POST", "/api/v1/needs", token, "{}").await;
        assert_eq!((reply.status.as_u16(), reply.code().as_str()), (401, "not_signed_in"));
        assert!(reply.header("www-authenticate").starts_with("Bearer"));
    }
    *world.fake.active.lock().unwrap() = false;
    assert_eq!(world.call("POST", "/api/v1/needs", TOKEN, "{}").await.status.as_u16(), 401);
}

#[tokio::test]
async fn every_answer_is_what_the_description_declares() {
    let world = World::new(PROBES);
    let described = document(PROBES);
    let bodies = [
        (201, r#"{"need":"A kettle","needed_by":"2026-12-01T18:00:00+01:00"}"#),
        (201, r#"{"need":"A kettle","needed_by":null,"draft":true}"#),
        (400, r#"{"need""#),
        (422, r#"{}"#),
        (422, r#"{"need":"A kettle","colour":"red"}"#),
        (422, r#"{"need":"forbidden"}"#),
    ];
    for (status, body) in bodies {
        let reply = world.call("POST", "/api/v1/needs", TOKEN, body).await;
        assert_eq!(reply.status.as_u16(), status, "{body}: {}", reply.text);
        let content = &described["paths"]["/api/v1/needs"]["post"]["responses"]
            [reply.status.as_str()]["content"];
        let schema = &content[reply.header("content-type")]["schema"];
        assert!(schema.is_object(), "{status} is not described");
        assert_eq!(conforms(&described, schema, &reply.json()), Ok(()), "{body}");
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_field_by_field() {
    let world = World::new(PROBES);
    let body = r#"{"need":"  ","needed_by":"tomorrow","colour":"red"}"#;
    let reply = world.call("POST", "/api/v1/needs", TOKEN, body).await;
    assert_eq!((reply.status.as_u16(), reply.code().as_str()), (422, "request_incomplete"));
    let fields: Vec<_> = reply.json()["fields"]
        .as_array()
        .unwrap()
        .iter()
        .map(|field| (field["field"].to_string(), field["code"].to_string()))
        .collect();
    let expected = [("need", "blank"), ("needed_by", "not_a_time"), ("colour", "unknown_field")];
    let expected = expected.map(|(field, code)| (format!("\"{field}\""), format!("\"{code}\"")));
    assert_eq!(fields, expected);
    let only_unknown = r#"{"need":"x","colour":"red"}"#;
    let reply = world.call("POST", "/api/v1/needs", TOKEN, only_unknown).await;
    assert_eq!(reply.code(), "unknown_field");
}

#[tokio::test]
async fn the_601st_call_of_a_token_in_a_minute_must_wait() {
    let world = World::new(PROBES);
    for _ in 0..600 {
        let reply = world.call("POST", "/api/v1/needs", TOKEN, "{\"need\":\"x\"}").await;
        assert_eq!(reply.status.as_u16(), 201);
    }
    let reply = world.call("POST", "/api/v1/needs", TOKEN, "{\"need\":\"x\"}").await;
    assert_eq!((reply.status.as_u16(), reply.header("retry-after")), (429, "60"));
}

#[tokio::test]
async fn the_description_is_served_and_names_every_route_of_the_api() {
    let world = World::new(crate::table::table());
    let reply = world.call("GET", "/api/v1/openapi.json", "", "").await;
    assert_eq!(reply.status.as_u16(), 200);
    let described = reply.json();
    assert_eq!(described["openapi"], "3.1.0");
    for route in crate::route::all(crate::table::table()).filter(|route| route.is_api()) {
        let operation = &described["paths"][route.path][route.method.name().to_lowercase()];
        assert_eq!(operation["operationId"], route.name);
    }
}
