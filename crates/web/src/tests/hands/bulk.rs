//! One act on many rows.

use serde_json::{Value, json};

use super::super::house::{House, PRIYA, SAM, TOM};
use super::super::pages::{asked, kettle, seen, text};

async fn owner(house: &House, case: &str) -> Value {
    house.api(PRIYA, "GET", &format!("/cases/{case}"), Value::Null).await["owner"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_could_not_be_changed_is_said_and_the_rest_is_taken_back_at_once() {
    let house = House::new().await;
    let (one, two, three) = (kettle(&house).await, kettle(&house).await, kettle(&house).await);
    let sams = json!({ "person": SAM });
    house.post(PRIYA, &format!("/cases/{three}/owner"), sams).await;
    let before = owner(&house, &one).await;
    let many = json!({ "act": "owner", "person": SAM, "cases": [one, two, three, "C-9999"] });
    let done = house.post(PRIYA, "/bulk", many).await;
    assert_eq!(done["done"].as_array().unwrap().len(), 2, "{done}");
    let refused = done["refused"].as_array().unwrap();
    assert_eq!(
        (&refused[0]["ref"], &refused[0]["code"]),
        (&json!("C-1003"), &json!("illegal_move"))
    );
    assert_eq!((&refused[1]["ref"], &refused[1]["code"]), (&json!("C-9999"), &json!("not_found")));
    assert_ne!(owner(&house, &one).await, before);
    // Sam gives one on meanwhile: it stays where it is.
    house.post(SAM, &format!("/cases/{two}/owner"), json!({ "person": "cora@example.org" })).await;
    let undone = house.post(PRIYA, "/bulk/undo", done["undo"].clone()).await;
    assert_eq!(undone["done"], json!([{ "id": one, "ref": "C-1001" }]), "{undone}");
    assert_eq!(undone["refused"][0]["code"], "stale_version");
    assert_eq!(owner(&house, &one).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_changes_many_cases_of_others() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let many =
        json!({ "act": "priority", "priority": "high", "reason": "Because.", "cases": [case] });
    let done = house.post(TOM, "/bulk", many).await;
    assert_eq!(done["done"], json!([]));
    assert_eq!(done["refused"][0]["code"], "not_found");
    assert_eq!(done["refused"][0]["ref"], json!(case), "as it was sent, and nothing more");
}

#[tokio::test(flavor = "multi_thread")]
async fn ticked_rows_of_the_page_are_changed_and_the_page_offers_the_way_back() {
    let house = House::new().await;
    let (one, two) = (kettle(&house).await, kettle(&house).await);
    let mut priya = house.browser(PRIYA).await;
    let page = priya.get("/cases").await.text;
    assert!(page.contains(&format!("id=\"tick-{one}\"")) && page.contains("action=\"/bulk\""));
    let ticked = [("cases", one.as_str()), ("cases", two.as_str())];
    let mut typed = vec![("act", "priority"), ("priority", "high"), ("person", "")];
    typed.extend(ticked);
    let reply = priya.fill("/cases", "/bulk", &typed).await;
    assert_eq!(reply.status.as_u16(), 422);
    assert!(seen(&reply.text).contains("2 rows ticked. Nothing was changed."));
    assert!(reply.text.contains("Say why the priority changes."));
    typed.push(("reason", "The whole batch is faulty."));
    let reply = priya.fill("/cases", "/bulk", &typed).await;
    assert_eq!(reply.status.as_u16(), 200, "{}", reply.text);
    assert!(reply.text.contains("<h1>2 cases set to High</h1>"), "{}", reply.text);
    let back = [
        ("act", "priority"),
        ("back[0].case", one.as_str()),
        ("back[0].was", "normal"),
        ("back[0].is", "high"),
    ];
    for (name, value) in &back[1..] {
        assert!(reply.text.contains(&format!("name=\"{name}\" value=\"{value}\"")), "{name}");
    }
    let reply = priya.fill("/cases", "/bulk/undo", &back).await;
    assert!(reply.text.contains("<h1>1 change taken back</h1>"), "{}", reply.text);
    let case = house.api(PRIYA, "GET", &format!("/cases/{one}"), Value::Null).await;
    assert_eq!(case["priority"], "normal");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_requests_are_escalated_and_that_has_no_way_back() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let (one, two) = (asked(&house, &case).await, asked(&house, &case).await);
    let many = json!({
        "act": "escalate", "level": 1, "reason": "Nobody is there.", "decision_wanted": "Who does it?",
        "requests": [one, two, "C-1001/9"],
    });
    let done = house.post(TOM, "/bulk", many.clone()).await;
    assert_eq!(done["done"].as_array().unwrap().len(), 2, "{done}");
    assert_eq!(text(&done["refused"][0]["code"]), "not_found");
    assert_eq!(done["undo"], Value::Null);
}
