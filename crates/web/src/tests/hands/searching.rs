//! What somebody types to find something, and what they are told about it.

use serde_json::{Value, json};

use super::super::house::{House, PRIYA, SAM, TOM};
use super::super::pages::{answered, asked, kettle, seen};

/// References of the cases that a program finds.
async fn found(house: &House, who: &str, query: &str) -> Vec<String> {
    let path = format!("/cases?view=all&q={}", crate::ui::address::encode(query));
    let page = house.api(who, "GET", &path, Value::Null).await;
    let items = page["items"].as_array().unwrap();
    items.iter().map(|item| item["ref"].as_str().unwrap().to_owned()).collect()
}

async fn toaster(house: &House) -> String {
    let customer = json!({ "name": "Bob Smith", "emails": ["bob@example.com"] });
    let customer = house.post(SAM, "/customers", customer).await;
    let case = json!({
        "customer": customer["id"], "subject": "Toaster hums", "channel": "phone",
        "priority": "urgent", "body": "It hums like a blue whale.",
    });
    house.post(SAM, "/cases", case).await["id"].as_str().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_words_phrases_and_their_opposites_narrow_the_cases() {
    let house = House::new().await;
    let case = kettle(&house).await;
    toaster(&house).await;
    asked(&house, &case).await;
    for (query, wanted) in [
        ("kettle", &["C-1001"][..]),
        ("hums", &["C-1002"]),
        ("kettle OR toaster", &["C-1002", "C-1001"]),
        ("-kettle", &["C-1002"]),
        ("\"arrived broken\"", &["C-1001"]),
        ("\"broken arrived\"", &[]),
        ("\"blue whale\" -kettle", &["C-1002"]),
        ("is:urgent", &["C-1002"]),
        ("-is:urgent", &["C-1001"]),
        ("with:logistics", &["C-1001"]),
        ("-with:logistics", &["C-1002"]),
        ("waiting:them", &["C-1001"]),
        ("waiting:us", &["C-1002"]),
        ("owner:sam", &["C-1002"]),
        ("owner:me", &["C-1001"]),
        ("from:okafor", &["C-1001"]),
        ("-from:okafor", &["C-1002"]),
        ("is:closed", &[]),
        ("is:open is:closed", &[]),
        ("opened:today", &["C-1002", "C-1001"]),
        ("opened:<today", &[]),
        ("with:nobody", &[]),
        ("is:happy", &["C-1002", "C-1001"]),
        ("is:urgent OR with:logistics", &["C-1002", "C-1001"]),
        ("kettle is:urgent", &[]),
    ] {
        assert_eq!(found(&house, PRIYA, query).await, wanted, "{query}");
    }
    assert!(found(&house, TOM, "kettle").await.is_empty());
    assert!(found(&house, TOM, "is:open").await.is_empty(), "cases of others are not there");
}

#[tokio::test(flavor = "multi_thread")]
async fn late_and_due_are_counted_on_the_day_on_which_somebody_asks() {
    let house = House::new().await;
    let case = kettle(&house).await;
    asked(&house, &case).await;
    assert!(found(&house, PRIYA, "is:late").await.is_empty());
    assert_eq!(found(&house, PRIYA, "due:<nextweek").await, ["C-1001"]);
    house.clock.advance(baton_core::time::Span::times_24h(30));
    assert_eq!(found(&house, PRIYA, "is:late").await, ["C-1001"]);
    assert_eq!(found(&house, PRIYA, "due:<today -is:closed").await, ["C-1001"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_trays_are_narrowed_by_the_same_words() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let request = asked(&house, &case).await;
    let mut tom = house.browser(TOM).await;
    for (query, there) in [
        ("kettle", true),
        ("from:customer", true),
        ("from:logistics", false),
        ("is:new waiting:us", true),
        ("waiting:them", false),
        ("due:>friday", false),
        ("is:urgent OR kettle", true),
    ] {
        let path = format!("/to-us?view=open&q={}", crate::ui::address::encode(query));
        let page = tom.get(&path).await.text;
        assert_eq!(page.contains(&format!("row-{request}")), there, "{query}");
        let path = format!("/requests?q={}", crate::ui::address::encode(query));
        let items = house.api(TOM, "GET", &path, Value::Null).await;
        assert_eq!(items["items"].as_array().unwrap().len() == 1, there, "{query}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn chips_say_how_it_was_understood_and_what_was_not() {
    let house = House::new().await;
    kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let page = priya.get("/search?q=kettle+is%3Alate+is%3Ahappy+colour%3Ablue").await;
    assert_eq!(page.status.as_u16(), 200);
    let text = seen(&page.text);
    assert!(text.contains("“is:happy” was left out. After “is:” comes one of open, closed"));
    assert!(text.contains("“colour:” is none of the fields"));
    assert!(page.text.contains("/search?q=is%3Alate%20colour%3Ablue"), "a chip takes itself out");
    let list = priya.get("/cases?view=department&q=owner%3Ame").await.text;
    assert!(seen(&list).contains("Kettle arrived broken") && list.contains("value=\"owner:me\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn search_groups_departments_and_people_too_and_an_answer_that_ended() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let request = asked(&house, &case).await;
    answered(&house, &request).await;
    let mut priya = house.browser(PRIYA).await;
    let page = seen(&priya.get("/search?q=logistics").await.text);
    assert!(page.contains("Departments 1"), "{page}");
    assert!(seen(&priya.get("/search?q=sam").await.text).contains("Sam Okoro"));
    assert!(seen(&priya.get("/search?q=is%3Aresolved").await.text).contains("Send a new kettle"));
}
