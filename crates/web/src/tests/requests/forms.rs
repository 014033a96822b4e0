//! Forms of a request: refusals beside their fields, and nothing typed is lost.

use serde_json::json;

use super::super::house::{House, PRIYA, SAM, TOM};
use super::super::pages::{asked, kettle, seen};
use super::super::world::hidden;
use super::{act, read_back};

/// The version that the form on a page was made for.
fn version(page: &str) -> String {
    let rest = page.split("name=\"seen_version\" value=\"").nth(1).unwrap();
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_of_the_need_is_no_read_back_and_stays_in_its_box() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let id = asked(&house, &case).await;
    let mut tom = house.browser(TOM).await;
    let copy = "Send a new kettle to the customer";
    let typed = [
        ("outcome", copy),
        ("will_do", copy),
        ("by", "2026-12-01T12:00"),
        ("restated.customer", "C-1001"),
        ("restated.needed_by", "2026-12-01T17:00"),
        ("data_sufficient", "true"),
        ("acknowledge", "true"),
    ];
    let (form, action) =
        (format!("/requests/{id}/read-back/new"), format!("/requests/{id}/read-back"));
    let reply = tom.fill(&form, &action, &typed).await;
    assert_eq!(reply.status.as_u16(), 422, "{}", reply.text);
    assert!(reply.text.contains("<title>Error: Read it back"));
    assert!(reply.text.contains("href=\"#f-outcome\""));
    assert!(reply.text.contains("Send a new kettle to the customer</textarea>"));
    assert!(reply.text.contains("value=\"2026-12-01T12:00\""));
    let own = "A working replacement is handed over at the door, signed for";
    let better = typed.map(|(name, text)| if text == copy { (name, own) } else { (name, text) });
    let reply = tom.fill(&form, &action, &better).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let page = seen(&tom.get(reply.header("location")).await.text);
    assert!(page.contains("Customer service was asked to confirm your read-back."), "{page}");
    assert!(page.contains("Do both sides mean the same?"));
}

#[tokio::test(flavor = "multi_thread")]
async fn whether_the_data_is_enough_is_asked_and_never_taken_for_granted() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let id = asked(&house, &case).await;
    let mut tom = house.browser(TOM).await;
    let typed = [("outcome", "x"), ("will_do", "y"), ("by", "2026-12-01T12:00:00Z")];
    let (form, action) =
        (format!("/requests/{id}/read-back/new"), format!("/requests/{id}/read-back"));
    let reply = tom.fill(&form, &action, &typed).await;
    assert_eq!(reply.status.as_u16(), 422);
    assert!(reply.text.contains("Say whether what was shared is enough."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_decline_without_an_alternative_says_so_at_the_choice() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let id = asked(&house, &case).await;
    let mut tom = house.browser(TOM).await;
    let typed =
        [("reason", "no_capacity"), ("text", "All vans are out until the end of next week.")];
    let form = format!("/requests/{id}/decline/new");
    let reply = tom.fill(&form, &format!("/requests/{id}/decline"), &typed).await;
    assert_eq!(reply.status.as_u16(), 422, "{}", reply.text);
    assert!(reply.text.contains("id=\"f-alternative-kind-error\""), "{}", reply.text);
    assert!(reply.text.contains("All vans are out until the end of next week.</textarea>"));
    assert!(reply.text.contains("value=\"no_capacity\" checked"));
}

#[tokio::test(flavor = "multi_thread")]
async fn corrections_are_written_beside_the_read_back_and_empty_ones_are_not_sent() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let id = asked(&house, &case).await;
    read_back(&house, &id).await;
    let mut priya = house.browser(PRIYA).await;
    let (form, action) =
        (format!("/requests/{id}/correction/new"), format!("/requests/{id}/correction"));
    let page = priya.get(&form).await.text;
    assert!(seen(&page).contains("Asked") && page.contains("put one from stock in the van"));
    let reply = priya.fill(&form, &action, &[("right.by", ""), ("right.outcome", " ")]).await;
    assert_eq!(reply.status.as_u16(), 422);
    assert!(reply.text.contains("Say what was understood differently."));
    let reply = priya.fill(&form, &action, &[("right.by", "By noon, not later")]).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let page = priya.get(reply.header("location")).await.text;
    assert!(page.contains("By noon, not later"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_writes_while_others_act_is_told_what_changed_and_keeps_the_text() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let id = asked(&house, &case).await;
    let mut tom = house.browser(TOM).await;
    let form = tom.get(&format!("/requests/{id}/clarification/new")).await.text;
    let (token, seen_version) = (hidden(&form).unwrap(), version(&form));
    act(&house, PRIYA, &id, "notes", json!({ "text": "The door bell is broken." })).await;
    let action = format!("/requests/{id}/clarification");
    let typed = [("question", "Which floor?"), ("seen_version", seen_version.as_str())];
    let origin = [("origin", "http://desk.test")];
    let reply = tom.post(&action, &token, &typed, &origin).await;
    assert_eq!(reply.status.as_u16(), 409, "{}", reply.text);
    assert!(reply.text.contains("While you were writing"));
    assert!(reply.text.contains("The door bell is broken."));
    assert!(reply.text.contains("Which floor?</textarea>"));
    let again = [("question", "Which floor?"), ("seen_version", &version(&reply.text))];
    let reply = tom.post(&action, &hidden(&reply.text).unwrap(), &again, &origin).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_is_shared_with_its_purpose_or_the_box_says_what_is_missing() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let id = asked(&house, &case).await;
    let mut priya = house.browser(PRIYA).await;
    let (form, action) = (format!("/requests/{id}/sharing/new"), format!("/requests/{id}/sharing"));
    let page = priya.get(&form).await.text;
    assert!(!page.contains("checked"), "nothing is ticked");
    assert!(!page.contains("value=\"email\""), "what is shared already is not offered");
    let typed = [("share", "name"), ("share", "notes"), ("purpose.name", "call_back")];
    let reply = priya.fill(&form, &action, &typed).await;
    assert_eq!(reply.status.as_u16(), 422, "{}", reply.text);
    assert!(reply.text.contains("id=\"f-purpose-notes-error\""), "{}", reply.text);
    assert!(reply.text.contains("value=\"call_back\""));
    let typed = [("share", "name"), ("purpose.name", "call_back"), ("purpose.notes", "unticked")];
    let reply = priya.fill(&form, &action, &typed).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let tom = house.browser(TOM).await.get(&format!("/requests/{id}")).await.text;
    assert!(tom.contains("Ada Okafor") && !tom.contains("Lives alone"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_delivered_does_not_verify_and_is_told_why_on_the_page() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let id = asked(&house, &case).await;
    read_back(&house, &id).await;
    let mut sam = house.browser(SAM).await;
    let page = format!("/requests/{id}");
    let reply = sam.fill(&page, &format!("{page}/confirmation"), &[]).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let mut tom = house.browser(TOM).await;
    let reply = tom.fill(&page, &format!("{page}/confirmation"), &[]).await;
    assert_eq!(reply.status.as_u16(), 403);
    assert!(reply.text.contains("There is a problem"), "{}", reply.text);
}
