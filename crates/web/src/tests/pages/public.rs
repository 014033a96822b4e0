//! The customer's side: asking without an account, and following what was asked.

use serde_json::{Value, json};

use super::super::house::{House, PRIYA};
use super::super::world::{Browser, Reply, hidden};
use super::{answered, asked, kettle, seen, text};

/// The page's form, sent on with more fields: what stands in it already goes along.
async fn on(browser: &mut Browser<'_>, page: &Reply, fields: &[(&str, &str)]) -> Reply {
    let token = hidden(&page.text).unwrap();
    let mut all: Vec<(String, String)> = Vec::new();
    for tag in page.text.split("<input type=\"hidden\" ").skip(1) {
        let part = |name: &str| {
            let (_, rest) = tag.split_once(&format!("{name}=\"")).unwrap_or_default();
            rest.split('"').next().unwrap_or_default().to_owned()
        };
        if part("name") != "form_token" {
            all.push((part("name"), part("value")));
        }
    }
    all.extend(fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    let all: Vec<(&str, &str)> = all.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    browser.post("/ask", &token, &all, &[]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_asks_one_question_a_page_and_gets_a_reference() {
    let house = House::new().await;
    let mut grace = Browser::new(&house.world);
    let first = grace.get("/ask").await;
    let wrong = on(&mut grace, &first, &[("about", " "), ("go", "next")]).await;
    assert_eq!(wrong.status.as_u16(), 422);
    assert!(wrong.text.contains("There is a problem") && wrong.text.contains("<title>Error: "));
    let page = on(&mut grace, &wrong, &[("about", "A broken kettle"), ("go", "next")]).await;
    assert!(page.text.contains("What has happened?"), "{}", seen(&page.text));
    let page = on(&mut grace, &page, &[("happened", "It came in pieces."), ("go", "next")]).await;
    let page = on(&mut grace, &page, &[("wanted", "A whole one."), ("go", "next")]).await;
    let bad = on(&mut grace, &page, &[("name", "Grace"), ("email", "grace"), ("go", "next")]).await;
    assert_eq!(bad.status.as_u16(), 422);
    assert!(bad.text.contains("value=\"Grace\"") && bad.text.contains("It came in pieces."));
    let good = [("name", "Grace"), ("email", "grace@customer.example"), ("go", "next")];
    let check = on(&mut grace, &bad, &good).await;
    let read = seen(&check.text);
    for said in ["A broken kettle", "It came in pieces.", "A whole one.", "grace@customer.example"]
    {
        assert!(read.contains(said), "{said}: {read}");
    }
    let sent = on(&mut grace, &check, &[("go", "send")]).await;
    assert_eq!(sent.header("location"), "/ask/sent?number=1001");
    let twice = on(&mut grace, &check, &[("go", "send")]).await;
    assert_eq!(twice.header("location"), "/ask/sent?number=1001", "the same form acts once");
    assert!(seen(&grace.get("/ask/sent?number=1001").await.text).contains("C-1001"));
    let case = house.api(PRIYA, "GET", "/cases/C-1001", Value::Null).await;
    assert_eq!((&case["channel"], &case["subject"]), (&json!("web"), &json!("A broken kettle")));
    assert!(!grace.cookies.keys().any(|name| !name.contains("visit")), "{:?}", grace.cookies);
}

#[tokio::test(flavor = "multi_thread")]
async fn whatever_is_wrong_with_a_reference_is_answered_alike() {
    let house = House::new().await;
    kettle(&house).await;
    let mut stranger = Browser::new(&house.world);
    let mut answers = Vec::new();
    for (reference, contact) in [
        ("C-1001", "somebody@else.example"),
        ("C-9999", "ada@example.com"),
        ("C-9999", "somebody@else.example"),
        ("nonsense", "ada@example.com"),
    ] {
        let fields = [("reference", reference), ("contact", contact)];
        let reply = stranger.fill("/status", "/status", &fields).await;
        assert_eq!(reply.status.as_u16(), 422);
        answers.push(seen(&reply.text));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_reads_what_they_were_told_and_nothing_from_inside() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let at = format!("/cases/{case}/messages");
    for (kind, body) in [("note", "Between us: a bad batch."), ("call", "She was cross.")] {
        house.post(PRIYA, &at, json!({ "kind": kind, "body": body })).await;
    }
    let told = json!({
        "kind": "holding", "channel": "phone", "body": "We are on it.",
        "next_update_by": "2026-11-25T12:00:00Z",
    });
    house.post(PRIYA, &format!("/cases/{case}/customer-updates"), told).await;
    let request = asked(&house, &case).await;
    let mut ada = Browser::new(&house.world);
    let fields = [("reference", "c-1001"), ("contact", " Ada@example.com ")];
    let shown = ada.fill("/status", "/status", &fields).await.text;
    for read in ["We are on it.", "with the help of others", "You hear from us by"] {
        assert!(shown.contains(read), "{read}: {}", seen(&shown));
    }
    answered(&house, &request).await;
    let shown = shown + &ada.fill("/status", "/status", &fields).await.text;
    for inside in [
        "bad batch",
        "cross",
        "Logistics",
        "Priya",
        "Tom",
        "Kettle arrived",
        "Lives alone",
        "Van 4",
    ] {
        assert!(!shown.contains(inside), "{inside}: {}", seen(&shown));
    }
    let more = [("reference", "C-1001"), ("contact", "ada@example.com"), ("text", "The lid, too.")];
    let added = ada.fill("/status", "/status/information", &more).await;
    assert!(seen(&added.text).contains("We have what you added."), "{}", seen(&added.text));
    let messages = house.api(PRIYA, "GET", &format!("/cases/{case}"), Value::Null).await;
    let last = messages["messages"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (text(&last["kind"]), text(&last["body"])),
        ("inbound".into(), "The lid, too.".into())
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_wants_the_form_it_is_not_there() {
    let house = House::new().await;
    let mut chosen = (*house.desk.house()).clone();
    chosen.asking = false;
    house.desk.set_house(&chosen).await.unwrap();
    let mut grace = Browser::new(&house.world);
    assert_eq!(grace.get("/ask").await.status.as_u16(), 404);
    assert_eq!(grace.get("/status").await.status.as_u16(), 200);
}
