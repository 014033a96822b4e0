//! How somebody likes their own pages.

use serde_json::{Value, json};

use super::super::house::{House, PRIYA, SAM};
use super::super::pages::kettle;

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_sets_shows_on_their_own_pages_and_on_nobody_elses() {
    let house = House::new().await;
    let (mut priya, mut sam) = (house.browser(PRIYA).await, house.browser(SAM).await);
    let usual = priya.get("/settings").await;
    assert_eq!(usual.status.as_u16(), 200);
    assert!(!usual.text.contains("data-theme") && !usual.text.contains("data-keys"));
    let typed = [
        ("zone", "America/New_York"),
        ("theme", "dark"),
        ("density", "compact"),
        ("signature", "Priya, Customer service"),
    ];
    let reply = priya.fill("/settings", "/settings", &typed).await;
    assert_eq!((reply.status.as_u16(), reply.header("location")), (303, "/settings"));
    let page = priya.get("/settings").await.text;
    assert!(page.contains("data-theme=\"dark\" data-density=\"compact\" data-keys=\"off\""));
    assert!(page.contains("Priya, Customer service</textarea>"));
    assert!(page.contains("value=\"America/New_York\" selected"));
    assert!(!sam.get("/").await.text.contains("data-theme"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_zone_that_there_is_not_is_refused_and_the_rest_is_kept_as_typed() {
    let house = House::new().await;
    let mut priya = house.browser(PRIYA).await;
    let typed = [("zone", "Mars/Olympus"), ("theme", "light"), ("signature", "P.")];
    let reply = priya.fill("/settings", "/settings", &typed).await;
    assert_eq!(reply.status.as_u16(), 422);
    assert!(reply.text.contains("Choose a time zone") && reply.text.contains("P.</textarea>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_changes_one_setting_and_leaves_the_others() {
    let house = House::new().await;
    house.post(PRIYA, "/me/settings", json!({ "theme": "contrast", "signature": "P." })).await;
    let kept = house.post(PRIYA, "/me/settings", json!({ "density": "compact" })).await;
    let wanted = json!({
        "zone": null, "theme": "contrast", "density": "compact", "single_keys": true,
        "signature": "P.",
    });
    assert_eq!(kept, wanted);
    assert_eq!(house.api(PRIYA, "GET", "/me/settings", Value::Null).await, wanted);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signature_stands_at_the_end_of_a_letter_that_is_begun_and_of_no_note() {
    let house = House::new().await;
    let case = kettle(&house).await;
    house.post(PRIYA, "/me/settings", json!({ "signature": "Priya, Customer service" })).await;
    let mut priya = house.browser(PRIYA).await;
    let (form, to) = (format!("/cases/{case}/messages/new"), format!("/cases/{case}/messages"));
    let reply = priya.get(&format!("{form}?kind=reply")).await.text;
    assert!(reply.contains("\n\n\nPriya, Customer service</textarea>"), "{reply}");
    let update = priya.get(&format!("/cases/{case}/customer-updates/new")).await.text;
    assert!(update.contains("Priya, Customer service</textarea>"));
    assert!(
        !priya.get(&format!("{form}?kind=note")).await.text.contains("Priya, Customer service")
    );
    let alone = [("kind", "reply"), ("channel", "email"), ("body", "Priya, Customer service")];
    let refused = priya.fill(&form, &to, &alone).await;
    assert_eq!(refused.status.as_u16(), 422);
    assert!(refused.text.contains("nothing but your signature stands there"), "{}", refused.text);
    let typed = "We look.\n\nPriya, Customer service";
    let place = format!("case:{case}:messages/new?kind=reply");
    let kept =
        [("kind", "reply"), ("body", typed), ("draft_place", &place), ("keep_draft", "pressed")];
    priya.fill(&form, &to, &kept).await;
    let back = priya.get(&format!("{form}?kind=reply&draft=restore")).await.text;
    assert_eq!(back.matches("Priya, Customer service").count(), 1, "{back}");
    let body = json!({ "kind": "reply", "channel": "email", "body": typed });
    let sent = house.post(PRIYA, &format!("/cases/{case}/messages"), body).await;
    let undo = format!("/cases/{case}/messages/{}/undo", sent["id"].as_str().unwrap());
    house.post(PRIYA, &undo, json!({})).await;
    let again = format!("{form}?kind=reply&again={}", sent["id"].as_str().unwrap());
    let again = priya.get(&again).await.text;
    assert_eq!(again.matches("Priya, Customer service").count(), 1, "{again}");
}
