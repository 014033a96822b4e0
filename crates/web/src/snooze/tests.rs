//! Snoozes by page and by the API, on a real desk.

use baton_core::time::Span;
use serde_json::{Value, json};

use crate::tests::house::{House, PRIYA, SAM, TOM};
use crate::tests::pages::{asked, kettle, seen};

async fn sleeping(house: &House, email: &str) -> usize {
    let listed = house.api(email, "GET", "/snoozes", Value::Null).await;
    listed["items"].as_array().unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snoozed_request_leaves_its_readers_own_lists_until_the_moment_comes() {
    let house = House::new().await;
    let request = asked(&house, &kettle(&house).await).await;
    let mut tom = house.browser(TOM).await;
    let need = "Send a new kettle to the customer";
    assert!(tom.get("/to-us").await.text.contains(need));
    let at = format!("/requests/{request}/snooze");
    let form = seen(&tom.get(&format!("{at}/new")).await.text);
    assert!(form.contains("Tomorrow morning tomorrow 09:00"), "{form}");
    let put = tom.fill(&format!("{at}/new"), &at, &[("when", "tomorrow 3pm")]).await;
    assert_eq!((put.status.as_u16(), put.header("location")), (303, "/to-us"));
    let tray = tom.get("/to-us").await.text;
    assert!(!tray.contains(need) && seen(&tray).contains("One more is asleep"), "{}", seen(&tray));
    assert!(seen(&tray).contains("sleeps until tomorrow 15:00"));
    let today = seen(&tom.get("/").await.text);
    assert!(today.contains("Snoozed, but due 1") && !today.contains("Asked of you"), "{today}");
    let open = seen(&tom.get("/to-us?view=open").await.text);
    assert!(open.contains("You snoozed it until tomorrow 15:00"), "the department's list has it");
    assert_eq!(sleeping(&house, SAM).await, 0);
    house.clock.advance(Span::hours(30));
    assert_eq!(sleeping(&house, TOM).await, 0);
    let mut tom = house.browser(TOM).await;
    assert!(tom.get("/to-us").await.text.contains(need));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_others_do_wakes_it_and_what_its_own_sleeper_does_does_not() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let request = asked(&house, &case).await;
    let (at, until) = (format!("/requests/{request}"), json!({ "when": "in a week" }));
    house.post(TOM, &format!("{at}/snooze"), until.clone()).await;
    house.post(TOM, &format!("{at}/notes"), json!({ "text": "We look into it." })).await;
    let note = json!({ "kind": "note", "body": "Nothing of this request." });
    house.post(PRIYA, &format!("/cases/{case}/messages"), note).await;
    assert_eq!(sleeping(&house, TOM).await, 1);
    house.post(PRIYA, &format!("{at}/notes"), json!({ "text": "She rang again." })).await;
    assert_eq!(sleeping(&house, TOM).await, 0);
    house.post(PRIYA, &format!("/cases/{case}/snooze"), until).await;
    assert_eq!(sleeping(&house, PRIYA).await, 1);
    let wrote = json!({ "kind": "inbound", "body": "Where is my kettle?" });
    house.post(SAM, &format!("/cases/{case}/messages"), wrote).await;
    assert_eq!(sleeping(&house, PRIYA).await, 0, "the customer has answered");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_late_says_so_even_while_it_sleeps() {
    let house = House::new().await;
    let request = asked(&house, &kettle(&house).await).await;
    let at = format!("/requests/{request}/snooze");
    house.post(TOM, &at, json!({ "when": "in 3 weeks" })).await;
    house.clock.advance(Span::times_24h(10));
    let mut tom = house.browser(TOM).await;
    let today = seen(&tom.get("/").await.text);
    assert!(today.contains("Snoozed, but due 1") && today.contains("late by"), "{today}");
    let tray = seen(&tom.get("/to-us").await.text);
    assert!(tray.contains("Late, whatever you look at"), "{tray}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_snooze_is_seen_and_ended() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let at = format!("/cases/{case}");
    let until = [("until", "2026-11-24T09:00:00Z")];
    let put = priya.fill(&format!("{at}/snooze/new"), &format!("{at}/snooze"), &until).await;
    assert_eq!(put.status.as_u16(), 303, "{}", put.text);
    let page = seen(&priya.get(&at).await.text);
    assert!(page.contains("Out of your lists until tomorrow 09:00"), "{page}");
    assert!(seen(&priya.get("/snoozes").await.text).contains("Kettle arrived broken"));
    let woken = priya.fill(&at, &format!("{at}/snooze/ending"), &[]).await;
    assert_eq!((woken.status.as_u16(), woken.header("location")), (303, at.as_str()));
    assert!(seen(&priya.get("/snoozes").await.text).contains("Nothing sleeps"));
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_name_no_moment_are_shown_again_with_what_is_wrong() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let at = format!("/cases/{case}/snooze");
    for (words, says) in [
        ("when pigs fly", "This is not understood"),
        ("yesterday", "This is not understood"),
        ("2020-01-01", "That moment has passed"),
        ("in 5000 days", "more than a year away"),
        ("", "Choose a moment, or say one"),
    ] {
        let again = priya.fill(&format!("{at}/new"), &at, &[("when", words)]).await;
        assert_eq!(again.status.as_u16(), 422, "{words}");
        assert!(again.text.contains(says) && again.text.contains(words), "{words}");
    }
    let token = house.desk.make_token(house.person(TOM), "test").await.unwrap();
    let body = json!({ "when": "friday" }).to_string();
    let not_his = house.world.call("POST", &format!("/api/v1{at}"), &token, &body).await;
    assert_eq!(not_his.status.as_u16(), 404);
}
