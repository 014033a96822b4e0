//! What people do on a case: the forms, what they keep, and what can be taken back.

use baton_core::time::Span;
use serde_json::json;

use super::super::house::{House, PRIYA, SAM};
use super::super::world::hidden;
use super::{answered, asked, kettle, seen};

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_form_is_shown_again_with_what_was_typed() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let typed = [
        ("kind", "reply"),
        ("channel", "email"),
        ("body", "Dear Ada, sorry!"),
        ("to", "no address"),
    ];
    let form = format!("/cases/{case}/messages/new?kind=reply");
    let reply = priya.fill(&form, &format!("/cases/{case}/messages"), &typed).await;
    assert_eq!(reply.status.as_u16(), 422, "{}", reply.text);
    let page = &reply.text;
    assert!(page.contains("<title>Error: Reply to the customer"));
    assert!(page.contains("There is a problem") && page.contains("href=\"#f-to\""));
    assert!(page.contains("Dear Ada, sorry!</textarea>") && page.contains("value=\"no address\""));
    assert!(page.contains("value=\"email\" checked"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reply_can_be_taken_back_for_fifteen_seconds_and_its_text_is_not_lost() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let at = format!("/cases/{case}");
    let typed = [("kind", "reply"), ("channel", "email"), ("body", "We send a new one.")];
    let form = format!("{at}/messages/new?kind=reply");
    let reply = priya.fill(&form, &format!("{at}/messages"), &typed).await;
    assert_eq!((reply.status.as_u16(), reply.header("location")), (303, at.as_str()));
    let page = priya.get(&at).await.text;
    assert!(page.contains("Your message has not left yet") && page.contains("Take it back"));
    let undo = page.split("action=\"").find(|rest| rest.contains("/undo\"")).unwrap();
    let undo = undo.split('"').next().unwrap().to_owned();
    let reply = priya.post(&undo, &hidden(&page).unwrap(), &[], &[]).await;
    assert_eq!(reply.status.as_u16(), 303);
    let form = priya.get(reply.header("location")).await.text;
    assert!(form.contains("We send a new one.</textarea>"), "{form}");
    assert!(priya.get(&at).await.text.contains("Taken back: it did not leave"));
}

#[tokio::test(flavor = "multi_thread")]
async fn after_fifteen_seconds_taking_back_is_not_offered_and_says_why_not() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let at = format!("/cases/{case}");
    let body = json!({ "kind": "reply", "channel": "email", "body": "We send a new one." });
    let message = house.post(PRIYA, &format!("{at}/messages"), body).await;
    let message = super::text(&message["id"]);
    house.clock.advance(Span::seconds(15));
    let page = priya.get(&at).await.text;
    assert!(!page.contains("Take it back"));
    let token = hidden(&page).unwrap();
    let reply = priya.post(&format!("{at}/messages/{message}/undo"), &token, &[], &[]).await;
    assert_eq!((reply.status.as_u16(), reply.header("location")), (303, at.as_str()));
    assert!(seen(&priya.get(&at).await.text).contains("can be taken back for 15 seconds"));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_who_answer_at_once_hear_of_each_other_and_lose_nothing() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let at = format!("/cases/{case}");
    let form = priya.get(&format!("{at}/messages/new?kind=reply")).await.text;
    let (token, version) = (hidden(&form).unwrap(), version(&form));
    let body = json!({ "kind": "reply", "channel": "letter", "body": "Sam was faster." });
    house.post(SAM, &format!("{at}/messages"), body).await;
    let typed = [
        ("seen_version", version.as_str()),
        ("kind", "reply"),
        ("channel", "email"),
        ("body", "Priya has another answer."),
    ];
    let late = priya.post(&format!("{at}/messages"), &token, &typed, &[]).await;
    assert_eq!(late.status.as_u16(), 409);
    assert!(late.text.contains("What changed while you were writing"));
    assert!(late.text.contains("Sam was faster.") && late.text.contains("Sam Okoro replied"));
    assert!(late.text.contains("Priya has another answer.</textarea>"));
    let (token, version) = (hidden(&late.text).unwrap(), self::version(&late.text));
    let typed = [("seen_version", version.as_str()), typed[1], typed[2], typed[3]];
    let again = priya.post(&format!("{at}/messages"), &token, &typed, &[]).await;
    assert_eq!(again.status.as_u16(), 303, "{}", again.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn ones_own_acts_do_not_make_a_form_stale() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let at = format!("/cases/{case}");
    let form = priya.get(&format!("{at}/priority/new")).await.text;
    let (token, version) = (hidden(&form).unwrap(), version(&form));
    let note = json!({ "kind": "note", "body": "Ask about the colour." });
    house.post(PRIYA, &format!("{at}/messages"), note).await;
    let typed =
        [("seen_version", version.as_str()), ("priority", "high"), ("reason", "She waits.")];
    let reply = priya.post(&format!("{at}/priority"), &token, &typed, &[]).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    assert!(priya.get(&at).await.text.contains("High priority"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_may_be_told_is_at_hand_and_can_be_started_from() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let request = asked(&house, &case).await;
    answered(&house, &request).await;
    let mut priya = house.browser(PRIYA).await;
    let at = format!("/cases/{case}");
    let form = priya.get(&format!("{at}/customer-updates/new")).await.text;
    assert!(seen(&form).contains("Your new kettle is with your neighbour at number 12."));
    assert!(form.contains("value=\"outcome\" checked"), "an answer is there to be told");
    let from = format!("{at}/customer-updates/new?kind=outcome&from={request}");
    let form = priya.get(&from).await.text;
    assert!(form.contains("Your new kettle is with your neighbour at number 12.</textarea>"));
    let typed = [("kind", "outcome"), ("channel", "phone"), ("body", "It is at number 12.")];
    let told = priya.fill(&from, &format!("{at}/customer-updates"), &typed).await;
    assert_eq!(told.status.as_u16(), 303, "{}", told.text);
    let page = seen(&priya.get(&at).await.text);
    assert!(page.contains("Priya Raman told the customer the outcome"), "{page}");
    assert!(page.contains("Loop closed"));
}

#[tokio::test(flavor = "multi_thread")]
async fn owner_and_promise_have_their_forms() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let at = format!("/cases/{case}");
    let typed = [("what", "A new kettle"), ("by.date", "2026-11-27"), ("by.time", "17:00")];
    let form = format!("{at}/promises/new");
    let promised = priya.fill(&form, &format!("{at}/promises"), &typed).await;
    assert_eq!(promised.status.as_u16(), 303, "{}", promised.text);
    let past = [("what", "A new kettle"), ("by.date", "2020-11-27"), ("by.time", "17:00")];
    let refused = priya.fill(&form, &format!("{at}/promises"), &past).await;
    assert_eq!(refused.status.as_u16(), 422);
    assert!(refused.text.contains("value=\"2020-11-27\""));
    let sam = house.person(SAM).to_string();
    let owner = format!("{at}/owner");
    let given = priya.fill(&format!("{owner}/new"), &owner, &[("person", &sam)]).await;
    assert_eq!(given.status.as_u16(), 303, "{}", given.text);
    let page = seen(&priya.get(&at).await.text);
    assert!(page.contains("Sam Okoro owns the case now.") && page.contains("A new kettle"));
}

fn version(page: &str) -> String {
    let after = page.split_once("name=\"seen_version\" value=\"").unwrap().1;
    after.split_once('"').unwrap().0.to_owned()
}
