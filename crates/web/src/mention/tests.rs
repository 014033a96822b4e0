//! Whom a note can name, on a real desk.

use serde_json::{Value, json};

use crate::tests::house::{House, PRIYA, TOM};
use crate::tests::pages::{asked, kettle, seen};

async fn offered(house: &House, who: &str, query: &str) -> Vec<(String, bool)> {
    let found = house.api(who, "GET", &format!("/mentions?{query}"), Value::Null).await;
    let items = found["items"].as_array().unwrap().iter();
    items
        .map(|one| (one["name"].as_str().unwrap().to_owned(), one["told"] == json!(true)))
        .collect()
}

fn named(all: &[(&str, bool)]) -> Vec<(String, bool)> {
    all.iter().map(|(name, told)| ((*name).to_owned(), *told)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn those_who_can_see_it_come_first_and_the_others_are_said_not_to_be_told() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let request = asked(&house, &case).await;
    let of_case = offered(&house, PRIYA, &format!("case={case}")).await;
    let wanted = [
        ("Cora Lind", true),
        ("Customer service", true),
        ("Sam Okoro", true),
        ("Logistics", false),
        ("Tom Reid", false),
    ];
    assert_eq!(of_case, named(&wanted));
    let by_role = offered(&house, PRIYA, &format!("case={case}&q=compl")).await;
    assert_eq!(by_role, named(&[("Cora Lind", true)]));
    let of_request = offered(&house, PRIYA, &format!("request={request}&q=to%20re")).await;
    assert_eq!(of_request, named(&[("Tom Reid", true)]));
    assert_eq!(offered(&house, PRIYA, &format!("case={case}&q=priya")).await, [], "not oneself");
    let mut priya = house.browser(PRIYA).await;
    let page = seen(&priya.get(&format!("/mentions?case={case}&q=tom")).await.text);
    assert!(page.contains("Tom Reid Logistics cannot see this, and is not told"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_may_not_see_is_nothing_to_name_people_in() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut tom = house.browser(TOM).await;
    for query in [format!("case={case}"), "request=x".to_owned()] {
        assert_eq!(tom.get(&format!("/mentions?{query}")).await.status.as_u16(), 404, "{query}");
    }
}
