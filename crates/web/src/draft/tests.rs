//! Drafts by page and by the API, on a real desk.

use baton_core::time::Span;
use serde_json::{Value, json};

use crate::draft::Place;
use crate::tests::house::{House, PRIYA, SAM, TOM};
use crate::tests::pages::{asked, kettle, seen, text};
use crate::tests::world::{Browser, Reply, hidden};

const REPLY: &str = "We send a new kettle tomorrow.";

fn place_of(case: &str) -> String {
    format!("case:{case}:messages/new?kind=reply")
}

async fn typed(browser: &mut Browser<'_>, case: &str, how: &str, body: &str) -> Reply {
    let form = format!("/cases/{case}/messages/new?kind=reply");
    let place = place_of(case);
    let fields = [
        ("draft_place", place.as_str()),
        ("keep_draft", how),
        ("kind", "reply"),
        ("channel", "email"),
        ("body", body),
    ];
    let fields = if how.is_empty() {
        [fields[0], fields[2], fields[3], fields[4], ("to", "")]
    } else {
        fields
    };
    browser.fill(&form, &format!("/cases/{case}/messages"), &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_saved_as_a_draft_is_offered_again_and_gone_once_it_was_sent() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let form = format!("/cases/{case}/messages/new?kind=reply");
    assert!(priya.get(&form).await.text.contains("Save as draft"));
    let saved = typed(&mut priya, &case, "pressed", REPLY).await;
    let restored = format!("{form}&draft=restore");
    assert_eq!((saved.status.as_u16(), saved.header("location")), (303, restored.as_str()));
    house.clock.advance(Span::minutes(10));
    let offered = priya.get(&form).await.text;
    assert!(seen(&offered).contains("not sent it. Saved 10 min ago (09:00)"), "{offered}");
    assert!(!offered.contains(REPLY), "nothing is put in unasked");
    let back = priya.get(&restored).await.text;
    assert!(back.contains(&format!("{REPLY}</textarea>")), "{back}");
    let today = seen(&priya.get("/").await.text);
    assert!(today.contains("Drafts you have not sent") && today.contains("Kettle arrived broken"));
    let sent = typed(&mut priya, &case, "", REPLY).await;
    assert_eq!(sent.status.as_u16(), 303, "{}", sent.text);
    assert!(!priya.get("/").await.text.contains("Drafts you have not sent"));
    assert!(!priya.get(&form).await.text.contains("draft=restore"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_script_that_saves_while_somebody_types_hears_when_it_was_kept() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let kept = typed(&mut priya, &case, "typing", "We se").await;
    assert_eq!(kept.status.as_u16(), 200);
    assert_eq!(kept.json()["saved"], "09:00");
    // Everything was deleted again: nothing is left to be offered.
    assert_eq!(typed(&mut priya, &case, "typing", "  ").await.status.as_u16(), 204);
    assert!(!priya.get("/").await.text.contains("Drafts you have not sent"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_was_refused_keeps_its_draft() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    typed(&mut priya, &case, "typing", REPLY).await;
    let refused = typed(&mut priya, &case, "", "").await;
    assert_eq!(refused.status.as_u16(), 422);
    assert!(priya.get("/").await.text.contains("Drafts you have not sent"));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_reads_the_draft_of_somebody_else() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    typed(&mut priya, &case, "pressed", REPLY).await;
    let mut sam = house.browser(SAM).await;
    let form = sam.get(&format!("/cases/{case}/messages/new?kind=reply&draft=restore")).await;
    assert!(!form.text.contains(REPLY) && !form.text.contains("draft=restore"));
    let listed = house.api(SAM, "GET", "/drafts", Value::Null).await;
    assert_eq!(listed["items"], json!([]));
    let own = house.api(PRIYA, "GET", "/drafts", Value::Null).await;
    assert_eq!(own["items"][0]["fields"][2], json!({ "name": "body", "value": REPLY }));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_belongs_to_a_form_of_something_that_its_writer_may_see() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let request = asked(&house, &case).await;
    let token = house.desk.make_token(house.person(TOM), "test").await.unwrap();
    let put = |place: String| {
        let body = json!({ "place": place, "fields": [{ "name": "body", "value": "x" }] });
        let (world, token) = (&house.world, token.clone());
        async move { world.call("POST", "/api/v1/drafts", &token, &body.to_string()).await }
    };
    assert_eq!(put(place_of(&case)).await.status.as_u16(), 404, "not his case");
    assert_eq!(put(format!("request:{request}:read-back/new")).await.status.as_u16(), 200);
    for place in ["x", "case:1:messages/new", "request:x:read-back/new"] {
        assert_eq!(put(place.to_owned()).await.status.as_u16(), 422, "{place}");
    }
    let nowhere = format!("request:{request}:nothing/new");
    assert_eq!(put(nowhere).await.status.as_u16(), 422);
    let mut tom = house.browser(TOM).await;
    let today = seen(&tom.get("/").await.text);
    assert!(today.contains("Read it back: Send a new kettle to the customer"), "{today}");
    let body = json!({ "place": format!("request:{request}:read-back/new") }).to_string();
    let gone = house.world.call("POST", "/api/v1/drafts/discarding", &token, &body).await;
    assert_eq!(gone.status.as_u16(), 204);
    assert!(!tom.get("/").await.text.contains("Drafts you have not sent"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_discarded_draft_leads_back_to_the_empty_form() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    typed(&mut priya, &case, "pressed", REPLY).await;
    let form = format!("/cases/{case}/messages/new?kind=reply");
    let place = place_of(&case);
    let fields = [("place", place.as_str()), ("back", "form")];
    let gone = priya.fill(&form, "/drafts/discarding", &fields).await;
    assert_eq!((gone.status.as_u16(), gone.header("location")), (303, form.as_str()));
    assert!(seen(&priya.get("/drafts").await.text).contains("You have no draft"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_about_a_customer_who_is_erased_is_no_draft_any_more() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    typed(&mut priya, &case, "pressed", REPLY).await;
    let shown = house.api(PRIYA, "GET", &format!("/cases/{case}"), Value::Null).await;
    let erasure = format!("/customers/{}/erasure", text(&shown["customer"]));
    let reason = json!({ "reason": "Asked to be forgotten, by letter." });
    house.post(crate::tests::house::CORA, &erasure, reason).await;
    let listed = house.api(PRIYA, "GET", "/drafts", Value::Null).await;
    assert_eq!(listed["items"], json!([]));
    let page = priya.get("/").await.text;
    let token = hidden(&page).unwrap();
    let place = place_of(&case);
    let late = [("draft_place", place.as_str()), ("keep_draft", "typing"), ("body", REPLY)];
    let late = priya.post(&format!("/cases/{case}/messages"), &token, &late, &[]).await;
    assert_eq!(late.status.as_u16(), 422, "a page that stayed open keeps nothing either");
}

#[test]
fn a_place_names_one_form_and_reads_back_as_itself() {
    let id = "0123456789abcdefghjkmnpqrs";
    let reply: Place = format!("case:{id}:messages/new?kind=reply").parse().unwrap();
    assert_eq!(reply.to_string().parse(), Ok(reply.clone()));
    assert_eq!(reply.restored(), format!("/cases/{id}/messages/new?kind=reply&draft=restore"));
    assert_eq!(reply.words(), "Reply to the customer");
    for text in [
        format!("case:{id}:messages"),
        format!("case:{id}:../new"),
        format!("customer:{id}:revision/new"),
        format!("case:{id}:messages/new?kind=\"reply"),
        format!("case:{id}:messages/new?{}", "a".repeat(200)),
    ] {
        assert!(text.parse::<Place>().is_err(), "{text}");
    }
}
