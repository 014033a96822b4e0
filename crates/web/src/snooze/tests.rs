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
    assert!(!today.contains("Nothing is waiting on you"), "{today}");
    let tray = seen(&tom.get("/to-us").await.text);
    assert!(tray.contains("Late, whatever you look at"), "{tray}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_runs_out_wakes_nobody() {
    let house = House::new().await;
    let request = asked(&house, &kettle(&house).await).await;
    let at = format!("/requests/{request}");
    house.post(TOM, &format!("{at}/snooze"), json!({ "when": "in a week" })).await;
    house.clock.advance(Span::hours(5));
    house.desk.run_due_jobs().await.unwrap();
    let late = house.api(PRIYA, "GET", &at, Value::Null).await;
    assert_eq!(late["escalations"][0]["late"], "acknowledge", "{late}");
    assert_eq!(sleeping(&house, TOM).await, 1);
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

#[tokio::test(flavor = "multi_thread")]
async fn what_is_snoozed_is_found_by_its_own_sleeper_alone() {
    let house = House::new().await;
    let (one, two) = (kettle(&house).await, kettle(&house).await);
    let request = asked(&house, &one).await;
    let until = json!({ "when": "in a week" });
    house.post(PRIYA, &format!("/cases/{one}/snooze"), until.clone()).await;
    house.post(TOM, &format!("/requests/{request}/snooze"), until).await;
    let (mut priya, mut tom) = (house.browser(PRIYA).await, house.browser(TOM).await);
    let found = priya.get("/cases?view=department&q=is%3Asnoozed").await.text;
    assert!(found.contains(&format!("/cases/{one}")) && !found.contains(&format!("/cases/{two}")));
    let rest = priya.get("/cases?view=department&q=-is%3Asnoozed").await.text;
    assert!(!rest.contains(&format!("tick-{one}")) && rest.contains(&format!("tick-{two}")));
    let mut sam = house.browser(SAM).await;
    assert!(!sam.get("/cases?view=department&q=is%3Asnoozed").await.text.contains(&one));
    for list in ["/to-us?q=is%3Asnoozed", "/search?q=is%3Asnoozed"] {
        let page = tom.get(list).await.text;
        assert!(seen(&page).contains("Send a new kettle"), "{list}: {}", seen(&page));
    }
    let awake = seen(&tom.get("/to-us?q=-is%3Asnoozed").await.text);
    assert!(!awake.contains("Send a new kettle"), "{awake}");
}

#[tokio::test(flavor = "multi_thread")]
async fn many_are_snoozed_at_once_and_woken_at_once() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let (one, two) = (asked(&house, &case).await, asked(&house, &case).await);
    house.post(TOM, &format!("/requests/{two}/snooze"), json!({ "when": "in 3 days" })).await;
    let many =
        json!({ "act": "snooze", "when": "tomorrow 3pm", "requests": [one, two, "C-1001/9"] });
    let done = house.post(TOM, "/bulk", many.clone()).await;
    assert_eq!(done["done"].as_array().unwrap().len(), 2, "{done}");
    assert_eq!(done["refused"][0]["code"], "not_found");
    assert_eq!((sleeping(&house, TOM).await, sleeping(&house, SAM).await), (2, 0));
    let undone = house.post(TOM, "/bulk/undo", done["undo"].clone()).await;
    assert_eq!(undone["done"].as_array().unwrap().len(), 2, "{undone}");
    let left = house.api(TOM, "GET", "/snoozes", Value::Null).await;
    assert_eq!(
        (left["items"].as_array().unwrap().len(), &left["items"][0]["request"]),
        (1, &json!(two))
    );
    let mut tom = house.browser(TOM).await;
    let ticked =
        [("act", "snooze"), ("when", "when pigs fly"), ("requests", one.as_str()), ("level", "")];
    let again = tom.fill("/to-us", "/bulk", &ticked).await;
    assert_eq!(again.status.as_u16(), 422);
    assert!(
        again.text.contains("This is not understood") && again.text.contains(&one),
        "{}",
        again.text
    );
    let ticked =
        [("act", "snooze"), ("when", "tomorrow"), ("requests", one.as_str()), ("level", "")];
    let page = tom.fill("/to-us", "/bulk", &ticked).await.text;
    assert!(
        page.contains("<h1>1 request snoozed</h1>") && page.contains(&format!("/requests/{one}"))
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_snoozes_from_the_tray_goes_on_at_the_row_after_it() {
    let house = House::new().await;
    let case = kettle(&house).await;
    asked(&house, &case).await;
    asked(&house, &case).await;
    let mut tom = house.browser(TOM).await;
    let tray = tom.get("/to-us").await.text;
    let link = tray.split("href=\"").find(|rest| rest.contains("/snooze/new?then=")).unwrap();
    let link = link.split('"').next().unwrap().replace("&amp;", "&");
    let form = tom.get(&link).await.text;
    let action = form.split("action=\"").find(|rest| rest.contains("/snooze?then=")).unwrap();
    let action = action.split('"').next().unwrap().to_owned();
    let reply = tom.fill(&link, &action, &[("when", "tomorrow")]).await;
    let to = reply.header("location").to_owned();
    assert!(to.starts_with("/to-us?view=ours#row-"), "{to}");
    let row = to.split_once('#').unwrap().1;
    assert!(tom.get("/to-us").await.text.contains(&format!("id=\"{row}\"")));
}
