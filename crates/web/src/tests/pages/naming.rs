//! Naming a colleague in a note.

use serde_json::{Value, json};

use super::super::house::{House, PRIYA, SAM, TOM};
use super::{asked, kettle, seen, text};

async fn unread(house: &House, email: &str) -> Value {
    house.api(email, "GET", "/notifications/unread", Value::Null).await["unread"].clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_named_is_told_if_they_may_see_it_and_the_writer_hears_who_was_not() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let note = json!({ "kind": "note", "body": "@Sam Okoro and @Tom Reid, who has the stock?" });
    let written = house.post(PRIYA, &format!("/cases/{case}/messages"), note).await;
    let said = text(&written["not_told"][0]);
    assert!(said.starts_with("Tom Reid cannot see this and was not told"), "{said}");
    assert_eq!(unread(&house, SAM).await, 1);
    assert_eq!(unread(&house, TOM).await, 0);
    let mut sam = house.browser(SAM).await;
    let page = seen(&sam.get("/notifications").await.text);
    assert!(page.contains("Somebody named you in a note."), "{page}");
    let read = sam.fill("/notifications", "/notifications/reading", &[]).await;
    assert_eq!(read.status.as_u16(), 303);
    assert_eq!(unread(&house, SAM).await, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_by_page_says_who_was_not_told() {
    let house = House::new().await;
    let case = kettle(&house).await;
    asked(&house, &case).await;
    let mut priya = house.browser(PRIYA).await;
    let form = format!("/cases/{case}/messages/new?kind=note");
    let fields = [("kind", "note"), ("body", "@Tom do you know?")];
    priya.fill(&form, &format!("/cases/{case}/messages"), &fields).await;
    let page = seen(&priya.get(&format!("/cases/{case}")).await.text);
    assert!(page.contains("Tom Reid cannot see this and was not told."), "{page}");
}
