//! Customers: found, shown, revised, erased; and for other departments, why there are none.

use serde_json::Value;

use super::super::house::{CORA, House, PRIYA, TOM};
use super::super::world::hidden;
use super::{kettle, seen, text};

async fn ada(house: &House) -> String {
    let case = kettle(house).await;
    text(&house.api(PRIYA, "GET", &format!("/cases/{case}"), Value::Null).await["customer"])
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_is_one_page_with_all_their_cases() {
    let house = House::new().await;
    let id = ada(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let list = priya.get("/customers").await.text;
    assert!(list.contains(&format!("/customers/{id}")));
    let page = seen(&priya.get(&format!("/customers/{id}")).await.text);
    for known in ["Ada Okafor", "ada@example.com", "Lives alone.", "Kettle arrived broken"] {
        assert!(page.contains(known), "{known}");
    }
    assert!(!page.contains("Erase every word"), "that is for compliance");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_without_customers_reads_why_and_where_to_go() {
    let house = House::new().await;
    let id = ada(&house).await;
    let mut tom = house.browser(TOM).await;
    for path in ["/customers".to_owned(), format!("/customers/{id}"), "/customers/new".to_owned()] {
        let page = tom.get(&path).await;
        assert_eq!(page.status.as_u16(), 403, "{path}");
        assert!(page.text.contains("not shared with your department"), "{path}");
        assert!(page.text.contains("href=\"/to-us\"") && !page.text.contains("Ada"), "{path}");
    }
    assert_eq!(tom.get(&format!("/customers/{id}/revision/new")).await.status.as_u16(), 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revision_keeps_sets_and_removes_and_is_not_lost_when_somebody_was_faster() {
    let house = House::new().await;
    let id = ada(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let at = format!("/customers/{id}/revision");
    let form = priya.get(&format!("{at}/new")).await.text;
    assert!(form.contains("value=\"Ada Okafor\"") && form.contains("Lives alone.</textarea>"));
    let typed = [
        ("name", "Ada Okafor-Lind"),
        ("emails[0]", "ada@example.com"),
        ("phones[0]", "020 7946 0160"),
    ];
    let done = priya.fill(&format!("{at}/new"), &at, &typed).await;
    assert_eq!(done.status.as_u16(), 303, "{}", done.text);
    let page = seen(&priya.get(&format!("/customers/{id}")).await.text);
    assert!(page.contains("Ada Okafor-Lind") && page.contains("020 7946 0160"));
    assert!(!page.contains("Lives alone."), "what is emptied is removed");
    let token = hidden(&form).unwrap();
    let stale = [("seen_version", "1"), ("name", "A. Okafor")];
    let late = priya.post(&at, &token, &stale, &[]).await;
    assert_eq!(late.status.as_u16(), 409, "{}", late.text);
    assert!(late.text.contains("How it stands now") && late.text.contains("value=\"A. Okafor\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_without_a_name_or_an_address_is_refused_beside_the_field() {
    let house = House::new().await;
    let mut priya = house.browser(PRIYA).await;
    let typed = [("emails[0]", "not an address"), ("account", "A-17")];
    let reply = priya.fill("/customers/new", "/customers", &typed).await;
    assert_eq!(reply.status.as_u16(), 422);
    assert!(
        reply.text.contains("href=\"#f-emails-0-\"") && reply.text.contains("id=\"f-emails-0-\"")
    );
    assert!(
        reply.text.contains("value=\"not an address\"") && reply.text.contains("value=\"A-17\"")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn compliance_erases_a_customer_and_every_page_forgets_them() {
    let house = House::new().await;
    let id = ada(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let at = format!("/customers/{id}/erasure");
    assert_eq!(priya.get(&format!("{at}/new")).await.status.as_u16(), 404);
    let mut cora = house.browser(CORA).await;
    let short = cora.fill(&format!("{at}/new"), &at, &[("reason", "asked")]).await;
    assert_eq!(short.status.as_u16(), 422);
    let reason = [("reason", "Article 17, asked for in a letter of 20 November.")];
    let done = cora.fill(&format!("{at}/new"), &at, &reason).await;
    assert_eq!(done.status.as_u16(), 303, "{}", done.text);
    for path in [
        format!("/customers/{id}"),
        "/cases?view=department".to_owned(),
        // What was typed is shown as it was typed: in small letters it is nobody's name.
        "/search?q=okafor".to_owned(),
    ] {
        let page = priya.get(&path).await.text;
        assert!(!page.contains("Ada") && !page.contains("Okafor"), "{path}");
    }
}
