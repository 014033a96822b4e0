//! How somebody likes their own pages.

use serde_json::{Value, json};

use super::super::house::{House, PRIYA, SAM};

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
