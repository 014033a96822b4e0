//! Talks that are logged by page and by the API, on a real desk.

use serde_json::{Value, json};

use crate::tests::house::{House, PRIYA, TOM};
use crate::tests::pages::{asked, kettle, seen, text};

#[tokio::test(flavor = "multi_thread")]
async fn a_call_is_logged_in_three_fields_and_read_on_its_case() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    assert!(priya.get("/").await.text.contains("href=\"/log/new\""));
    let fields = [("about", "c-1001"), ("with", "the customer"), ("said", "She is in on Friday.")];
    let logged = priya.fill("/log/new", "/log", &fields).await;
    let at = format!("/cases/{case}");
    assert_eq!((logged.status.as_u16(), logged.header("location")), (303, at.as_str()));
    let page = seen(&priya.get(&at).await.text);
    assert!(page.contains("Logged as a call in C-1001."), "{page}");
    assert!(page.contains("She is in on Friday."), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_word_with_a_colleague_is_a_note_and_on_a_request_both_sides_read_it() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let request = asked(&house, &case).await;
    let talk = |about: &str| json!({ "about": about, "with": "tom reid", "said": "On its way." });
    let logged = house.post(PRIYA, "/log", talk("C-1001")).await;
    assert_eq!((text(&logged["kind"]), text(&logged["ref"])), ("note".into(), "C-1001".into()));
    let logged = house.post(TOM, "/log", talk("order 5512")).await;
    assert_eq!((text(&logged["request"]), &logged["case"]), (request.clone(), &Value::Null));
    let mut priya = house.browser(PRIYA).await;
    let page = seen(&priya.get(&format!("/requests/{request}")).await.text);
    assert!(page.contains("Talked with tom reid.") && page.contains("On its way."), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_fit_several_things_ask_which_and_keep_what_was_said() {
    let house = House::new().await;
    let case = kettle(&house).await;
    asked(&house, &case).await;
    let mut priya = house.browser(PRIYA).await;
    let said = ("said", "It was the blue one.");
    let fields = [("about", "kettle"), ("with", "the customer"), said];
    let which = priya.fill("/log/new", "/log", &fields).await;
    assert_eq!(which.status.as_u16(), 422);
    let page = seen(&which.text);
    assert!(page.contains("Several things fit") && page.contains("C-1001/1 · Send a new kettle"));
    assert!(which.text.contains("It was the blue one.</textarea>"));
    let chosen = [fields[0], fields[1], said, ("choice", "C-1001")];
    let logged = priya.fill("/log/new", "/log", &chosen).await;
    assert_eq!(logged.header("location"), format!("/cases/{case}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_seen_is_not_found_by_whoever_logs_a_talk() {
    let house = House::new().await;
    kettle(&house).await;
    let mut tom = house.browser(TOM).await;
    for about in ["C-1001", "kettle", "C-9999"] {
        let fields = [("about", about), ("with", "Priya"), ("said", "What is it about?")];
        let refused = tom.fill("/log/new", "/log", &fields).await;
        assert_eq!(refused.status.as_u16(), 422, "{about}");
        assert!(refused.text.contains("Nothing that you can see fits"), "{about}");
    }
}
