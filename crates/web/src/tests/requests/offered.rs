//! What a request's page offers: exactly what would be accepted, each with a form that opens.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::super::house::{House, PRIYA, TOM};
use super::super::pages::{asked, kettle, seen};
use super::super::samples::looked_at;
use super::super::world::Browser;
use super::{act, read_back, reference};

/// The nouns of the acts that a page offers, as links to forms and as buttons.
fn offered(page: &str, href: &str) -> BTreeSet<String> {
    let start = format!("\"{href}/");
    let ends = page.split(&start).skip(1).filter_map(|rest| rest.split('"').next());
    ends.map(|end| end.trim_end_matches("/new").to_owned()).collect()
}

/// The nouns of the moves that the API lists.
async fn legal(house: &House, who: &str, id: &str) -> BTreeSet<String> {
    let moves = house.api(who, "GET", &format!("/requests/{id}/moves"), Value::Null).await;
    let hrefs = moves.as_array().unwrap().iter().map(|one| one["href"].as_str().unwrap());
    hrefs.map(|href| href.rsplit('/').next().unwrap().to_owned()).collect()
}

/// The browsers of either side.
type Sides<'a> = [(&'static str, Browser<'a>); 2];

/// Both sides look at the page; everything that it offers opens.
async fn both_sides(house: &House, browsers: &mut Sides<'_>, id: &str, stage: &str) {
    let reference = reference(house, id).await;
    let href = format!("/requests/{reference}");
    for (who, browser) in browsers {
        let page = browser.get(&href).await;
        assert_eq!(page.status.as_u16(), 200, "{stage} for {who}");
        looked_at(stage, &page.text);
        let mut legal = legal(house, who, id).await;
        // With a read-back it can be acknowledged in one go.
        if legal.contains("acknowledgement") {
            legal.insert("read-back".to_owned());
        }
        let mut offered = offered(&page.text, &href);
        // Snoozing is no act on the request, it is for one's own lists; its clocks are looked at.
        for other in ["snooze", "clocks"] {
            offered.remove(other);
        }
        assert_eq!(offered, legal, "{stage} for {who}");
        for noun in offered {
            let form = browser.get(&format!("{href}/{noun}/new")).await;
            assert_eq!(form.status.as_u16(), 200, "{stage} for {who}: {noun}: {}", form.text);
            looked_at(&format!("{stage}: {noun}"), &form.text);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_offers_exactly_the_legal_acts_in_every_stage_of_the_loop() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let id = asked(&house, &case).await;
    let mut sides = [(PRIYA, house.browser(PRIYA).await), (TOM, house.browser(TOM).await)];
    let sides = &mut sides;
    both_sides(&house, sides, &id, "sent").await;
    act(&house, TOM, &id, "acknowledgement", json!({})).await;
    both_sides(&house, sides, &id, "acknowledged").await;
    act(&house, TOM, &id, "clarification", json!({ "question": "Which colour?" })).await;
    both_sides(&house, sides, &id, "clarifying").await;
    act(&house, PRIYA, &id, "answer", json!({ "text": "Any." })).await;
    let counter = json!({
        "by": "2026-12-03T17:00:00Z", "reason": "No van before", "effect_on_customer": "Two days",
    });
    act(&house, TOM, &id, "counter", counter).await;
    both_sides(&house, sides, &id, "countered").await;
    act(&house, PRIYA, &id, "counter-reply", json!({ "accept": false, "text": "No." })).await;
    read_back(&house, &id).await;
    both_sides(&house, sides, &id, "read back").await;
    act(&house, PRIYA, &id, "confirmation", json!({})).await;
    both_sides(&house, sides, &id, "in progress").await;
    let wait = json!({
        "on": "third_party", "reason": "The carrier", "evidence": "Order 7",
        "resume_by": "2026-11-24T12:00:00Z",
    });
    act(&house, TOM, &id, "wait", wait).await;
    both_sides(&house, sides, &id, "waiting").await;
    act(&house, TOM, &id, "resumption", json!({})).await;
    let delivery = json!({ "outcome": "Sent", "customer_may_be_told": "It is on its way." });
    act(&house, TOM, &id, "delivery", delivery).await;
    both_sides(&house, sides, &id, "delivered").await;
    act(&house, PRIYA, &id, "verification", json!({})).await;
    both_sides(&house, sides, &id, "verified").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_asked_department_sees_the_packet_and_nothing_else_of_case_or_customer() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let id = asked(&house, &case).await;
    let href = format!("/requests/{}", reference(&house, &id).await);
    let mut tom = house.browser(TOM).await;
    for page in [href.clone(), format!("{href}/read-back/new"), "/to-us".to_owned()] {
        let text = tom.get(&page).await.text;
        for secret in ["Kettle arrived broken", "Ada Okafor", "Lives alone", "/cases/C-"] {
            assert!(!text.contains(secret), "{page}: {secret}");
        }
    }
    let text = tom.get(&href).await.text;
    assert!(text.contains("ada@example.com") && text.contains("Arrange delivery"));
    let priya = house.browser(PRIYA).await.get(&href).await.text;
    assert!(priya.contains("href=\"/cases/C-"), "who has the case is led to it");
}

#[tokio::test(flavor = "multi_thread")]
async fn one_sentence_says_whose_move_it_is_and_by_when() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let id = asked(&house, &case).await;
    let href = format!("/requests/{id}");
    let mut tom = house.browser(TOM).await;
    let text = seen(&tom.get(&href).await.text);
    assert!(
        text.contains("Your move. Logistics has to acknowledge it, due in 4 h (13:00)."),
        "{text}"
    );
    read_back(&house, &id).await;
    let text = seen(&tom.get(&href).await.text);
    assert!(text.contains("Customer service has to confirm or correct the read-back"), "{text}");
    assert!(!text.contains("Your move."));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reference_with_its_slash_and_one_that_is_encoded_lead_to_the_same_page() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let id = asked(&house, &case).await;
    let reference = reference(&house, &id).await;
    let mut tom = house.browser(TOM).await;
    let encoded = reference.replace('/', "%2F");
    for name in [id.as_str(), reference.as_str(), encoded.as_str()] {
        for below in ["", "/read-back/new", "/decline/new"] {
            let reply = tom.get(&format!("/requests/{name}{below}")).await;
            assert_eq!(reply.status.as_u16(), 200, "{name}{below}");
        }
    }
    let posted =
        house.post(TOM, &format!("/requests/{reference}/acknowledgement"), json!({})).await;
    assert_eq!(posted["state"], "acknowledged");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_act_that_is_not_legal_now_says_why_and_leads_back() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let id = asked(&house, &case).await;
    let mut tom = house.browser(TOM).await;
    let reply = tom.get(&format!("/requests/{id}/delivery/new")).await;
    assert_eq!(reply.status.as_u16(), 409);
    assert!(reply.text.contains("Both sides must mean the same before work counts"));
    assert!(reply.text.contains("Back to the request"));
    let reply = tom.get(&format!("/requests/{id}/confirmation/new")).await;
    assert_eq!(reply.status.as_u16(), 403, "the other side's act");
}
