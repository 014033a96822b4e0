//! A case as a page: who has the ball, what is offered, and what nobody else may see.

use serde_json::{Value, json};

use super::super::house::{House, PRIYA, TOM};
use super::{agreed, answered, asked, kettle, seen, text};

#[tokio::test(flavor = "multi_thread")]
async fn a_case_says_in_one_sentence_who_has_the_ball() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let at = format!("/cases/{case}");
    let page = priya.get(&at).await;
    assert_eq!(page.status.as_u16(), 200);
    assert!(page.text.contains("<h1>Kettle arrived broken</h1>"));
    assert!(seen(&page.text).contains("The customer wrote last."));
    let request = asked(&house, &case).await;
    let page = seen(&priya.get(&at).await.text);
    assert!(page.contains("Logistics has the ball: to acknowledge it and read it back"), "{page}");
    answered(&house, &request).await;
    let page = seen(&priya.get(&at).await.text);
    assert!(page.contains("The answer of Logistics is in"), "{page}");
    assert!(page.contains("Your new kettle is with your neighbour"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_wrote_is_text_and_never_markup() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let page = house.browser(PRIYA).await.get(&format!("/cases/{case}")).await.text;
    assert!(page.contains("The kettle &lt;b&gt;arrived&lt;/b&gt; broken."));
    assert!(!page.contains("<b>arrived</b>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_asked_department_is_led_to_its_request_and_sees_nothing_of_the_case() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut tom = house.browser(TOM).await;
    let before = tom.get(&format!("/cases/{case}")).await;
    assert_eq!(before.status.as_u16(), 404);
    let request = asked(&house, &case).await;
    let after = tom.get(&format!("/cases/{case}")).await;
    assert_eq!(after.status.as_u16(), 404);
    assert!(after.text.contains(&format!("/requests/{request}")));
    for page in [before, after] {
        for secret in ["Kettle arrived broken", "Ada", "Lives alone", "ada@example.com"] {
            assert!(!page.text.contains(secret), "{secret}");
        }
    }
    for below in ["messages/new?kind=note", "customer-updates/new", "closure/new", "owner/new"] {
        let page = tom.get(&format!("/cases/{case}/{below}")).await;
        assert_eq!(page.status.as_u16(), 404, "{below}");
        assert!(!page.text.contains("Kettle arrived"), "{below}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn exactly_the_acts_that_are_legal_are_offered_and_each_of_them_opens() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let page = priya.get(&format!("/cases/{case}")).await.text;
    let acts = page.split_once("What you can do").unwrap().1.split_once("</nav>").unwrap().0;
    assert!(!acts.contains("reopening"));
    let hrefs = acts.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let mut opened = 0;
    for href in hrefs.filter(|href| !href.contains("requests/new")) {
        let reply = priya.get(&href.replace("&amp;", "&")).await;
        assert_eq!(reply.status.as_u16(), 200, "{href}");
        assert_eq!(reply.text.matches("<h1>").count(), 1, "{href}");
        opened += 1;
    }
    assert!(opened >= 5, "{acts}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_of_another_department_is_not_there_though_the_case_is() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let request = asked(&house, &case).await;
    agreed(&house, &request).await;
    house.add("Warehouse", "Wim Bakker", "wim@example.org").await;
    let draft = json!({
        "mode": "delegate", "to": "Warehouse", "need": "A half-written thought of Tom",
        "draft": true,
    });
    let draft = house.post(TOM, &format!("/requests/{request}/delegation"), draft).await;
    assert_eq!(draft["state"], "draft");
    let api = format!("/cases/{case}");
    let shown = house.api(PRIYA, "GET", &api, Value::Null).await.to_string();
    let told = house.api(PRIYA, "GET", &format!("{api}/timeline"), Value::Null).await.to_string();
    let page = house.browser(PRIYA).await.get(&api).await.text;
    for answer in [shown, told, page] {
        assert!(!answer.contains("half-written") && !answer.contains(&text(&draft["id"])));
        assert!(answer.contains(&request));
    }
}
