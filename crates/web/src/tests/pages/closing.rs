//! The close check: what is missing and where to settle it; then closing, and opening again.

use serde_json::json;

use super::super::house::{House, PRIYA};
use super::{answered, asked, kettle, seen};

#[tokio::test(flavor = "multi_thread")]
async fn the_close_check_names_exactly_what_is_missing_and_links_to_it() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let request = asked(&house, &case).await;
    let promise = json!({ "what": "A call", "by": "2026-11-24T12:00:00Z" });
    house.post(PRIYA, &format!("/cases/{case}/promises"), promise).await;
    let mut priya = house.browser(PRIYA).await;
    let check = priya.get(&format!("/cases/{case}/closure/new")).await.text;
    assert_eq!(check.matches("Missing").count(), 3);
    for link in
        [format!("/requests/{request}"), "customer-updates/new".into(), "settlement/new".into()]
    {
        assert!(check.contains(&link), "{link}");
    }
    assert!(!check.contains("name=\"outcome\""), "no form that would be refused");
    answered(&house, &request).await;
    let told = json!({ "kind": "outcome", "channel": "phone", "body": "It is at number 12." });
    house.post(PRIYA, &format!("/cases/{case}/customer-updates"), told).await;
    let check = priya.get(&format!("/cases/{case}/closure/new")).await.text;
    assert_eq!(check.matches("Missing").count(), 0, "an outcome settles what was promised before");
    let closure = format!("/cases/{case}/closure");
    let blank = priya.fill(&format!("{closure}/new"), &closure, &[("outcome", " ")]).await;
    assert_eq!(blank.status.as_u16(), 422);
    assert!(blank.text.contains("Say how it ended."));
    let closed = priya.fill(&format!("{closure}/new"), &closure, &[("outcome", "Replaced.")]).await;
    assert_eq!(closed.status.as_u16(), 303, "{}", closed.text);
    let page = seen(&priya.get(&format!("/cases/{case}")).await.text);
    assert!(page.contains("Closed: Replaced.") && page.contains("Reopen"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_is_pushed_to_close_all_the_same_is_refused_and_the_check_is_shown() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let closure = format!("/cases/{case}/closure");
    let reply = priya.fill(&format!("{closure}/new"), &closure, &[("outcome", "Done.")]).await;
    assert_eq!(reply.status.as_u16(), 409);
    assert!(reply.text.contains("The customer has not been told the outcome."));
    assert!(reply.text.contains("Tell the customer") && reply.text.contains("Done.</textarea>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_who_cannot_be_told_is_a_second_form_with_its_proof() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let closure = format!("/cases/{case}/closure");
    let form = format!("{closure}/new");
    let unproven = [("exemption.kind", "told_by_agreed_party"), ("outcome", "Settled.")];
    let reply = priya.fill(&form, &closure, &unproven).await;
    assert_eq!(reply.status.as_u16(), 409);
    assert!(seen(&reply.text).contains("Say who told the customer, when, and how you know"));
    assert!(reply.text.contains("value=\"told_by_agreed_party\" checked"));
    let evidence =
        ("exemption.evidence", "The shop in Leeds told her on Monday; Jo rang to say so.");
    let proven = [unproven[0], evidence, unproven[1]];
    let reply = priya.fill(&form, &closure, &proven).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_case_is_reopened_with_a_reason() {
    let house = House::new().await;
    let internal = json!({ "subject": "Count the kettles", "channel": "internal" });
    let case = super::text(&house.post(PRIYA, "/cases", internal).await["id"]);
    house.post(PRIYA, &format!("/cases/{case}/closure"), json!({ "outcome": "412." })).await;
    let mut priya = house.browser(PRIYA).await;
    let at = format!("/cases/{case}/reopening");
    let blank = priya.fill(&format!("{at}/new"), &at, &[("reason", "")]).await;
    assert_eq!(blank.status.as_u16(), 422);
    let open = priya.fill(&format!("{at}/new"), &at, &[("reason", "Counted again.")]).await;
    assert_eq!(open.status.as_u16(), 303, "{}", open.text);
    assert!(seen(&priya.get(&format!("/cases/{case}")).await.text).contains("Counted again."));
}
