//! Help with writing: by a button without script, by a call, and never past what somebody may see.

use serde_json::json;

use super::super::house::{House, PRIYA, TOM};
use super::{asked, kettle, seen};

#[tokio::test(flavor = "multi_thread")]
async fn checking_the_words_shows_the_form_again_and_sends_nothing() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let logistics = house.desk.directory().department_by_name("Logistics").unwrap().id.to_string();
    let mut priya = house.browser(PRIYA).await;
    let form = format!("/cases/{case}/requests/new?to={logistics}");
    let fields = [
        ("to", logistics.as_str()),
        ("need", "Please sort out the kettle of Ada asap."),
        ("background", "Ring ada@example.com first."),
        ("check_words", "yes"),
    ];
    let page = priya.fill(&form, &format!("/cases/{case}/requests"), &fields).await;
    assert_eq!(page.status.as_u16(), 200);
    let text = seen(&page.text);
    assert!(text.contains("Nothing has been sent."), "{text}");
    assert!(text.contains("“asap” can mean anything. Say the day and the time."), "{text}");
    assert!(text.contains("This is Ada’s name. Share it as a field instead"), "{text}");
    assert!(text.contains("This is Ada’s e-mail address."), "{text}");
    assert!(page.text.contains("Please sort out the kettle of Ada asap."), "what was typed stays");
    assert!(!text.contains("There is a problem"));
    let case = house.api(PRIYA, "GET", &format!("/cases/{case}"), json!(null)).await;
    assert_eq!(case["requests"], json!([]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_for_colleagues_and_a_reply_for_the_customer() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    for (kind, helped) in [("reply", true), ("note", false)] {
        let form = format!("/cases/{case}/messages/new?kind={kind}");
        let fields =
            [("kind", kind), ("body", "Unfortunately it is late."), ("check_words", "yes")];
        let page = priya.fill(&form, &format!("/cases/{case}/messages"), &fields).await;
        assert_eq!(seen(&page.text).contains("shuts a door"), helped, "{kind}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_program_gets_places_reasons_and_other_words() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let body =
        json!({ "kind": "need", "text": "Send it to Ada soon", "case": case, "dated": true });
    let found = house.post(PRIYA, "/writing-help", body).await;
    let rules: Vec<&str> = found["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["rule"].as_str().unwrap())
        .collect();
    assert_eq!(rules, ["personal_data", "vague"]);
    assert_eq!(
        (&found["findings"][1]["start"], &found["findings"][1]["end"]),
        (&json!(15), &json!(19))
    );
    assert_eq!(found["findings"][1]["suggestion"], "by Friday 17:00");
    assert_eq!(found["reading_age"], json!(null));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sees_only_a_packet_is_not_told_what_the_record_holds() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let request = asked(&house, &case).await;
    let text = "Ring Ada on ada@example.com";
    let body = json!({ "kind": "colleague", "text": text, "request": request });
    let found = house.post(TOM, "/writing-help", body.clone()).await;
    assert_eq!(found["findings"], json!([]));
    let found = house.post(PRIYA, "/writing-help", body).await;
    assert_eq!(found["findings"].as_array().map(Vec::len), Some(2));
    let token = house.desk.make_token(house.person(TOM), "test").await.unwrap();
    let body = json!({ "kind": "colleague", "text": text, "case": case }).to_string();
    let reply = house.world.call("POST", "/api/v1/writing-help", &token, &body).await;
    assert_eq!(reply.status.as_u16(), 404);
}
