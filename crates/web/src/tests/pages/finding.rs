//! Today, lists, search, and opening a case.

use super::super::house::{House, PRIYA, TOM};
use super::{answered, asked, kettle, seen};

#[tokio::test(flavor = "multi_thread")]
async fn today_shows_each_person_what_waits_for_them_and_nobody_an_empty_page() {
    let house = House::new().await;
    let (mut priya, mut tom) = (house.browser(PRIYA).await, house.browser(TOM).await);
    for browser in [&mut priya, &mut tom] {
        let page = browser.get("/").await;
        assert_eq!(page.status.as_u16(), 200);
        assert!(page.text.contains("Nothing is waiting on you"));
    }
    let case = kettle(&house).await;
    let request = asked(&house, &case).await;
    let page = seen(&tom.get("/").await.text);
    assert!(page.contains("Asked of you") && page.contains("Send a new kettle to the customer"));
    answered(&house, &request).await;
    let page = seen(&priya.get("/").await.text);
    assert!(page.contains("Customers to tell") && page.contains("Kettle arrived broken"), "{page}");
    assert!(seen(&tom.get("/").await.text).contains("Nothing is waiting on you"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_says_what_belongs_there_and_pages_by_cursor() {
    let house = House::new().await;
    let mut priya = house.browser(PRIYA).await;
    assert!(priya.get("/cases").await.text.contains("You own no open case"));
    let closed = priya.get("/cases?state=closed&view=department").await.text;
    assert!(closed.contains("No case is “Closed”"));
    for _ in 0..3 {
        kettle(&house).await;
    }
    let page = priya.get("/cases?limit=2").await.text;
    assert_eq!(page.matches("class=\"row\"").count(), 2);
    let next = page.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap();
    let next = next.split('"').next().unwrap().replace("&amp;", "&");
    let page = priya.get(&next).await.text;
    assert_eq!(page.matches("class=\"row\"").count(), 1, "{next}");
    assert!(page.contains("First page"));
}

#[tokio::test(flavor = "multi_thread")]
async fn search_groups_what_it_finds_and_finds_for_each_only_what_they_may_see() {
    let house = House::new().await;
    let case = kettle(&house).await;
    asked(&house, &case).await;
    let (mut priya, mut tom) = (house.browser(PRIYA).await, house.browser(TOM).await);
    let page = seen(&priya.get("/search?q=kettle").await.text);
    assert!(page.contains("Cases 1") && page.contains("Requests 1"), "{page}");
    assert!(seen(&priya.get("/search?q=Okafor").await.text).contains("Ada Okafor"));
    assert!(seen(&priya.get("/search?q=c-1001").await.text).contains("Kettle arrived broken"));
    let page = seen(&tom.get("/search?q=kettle").await.text);
    assert!(page.contains("Send a new kettle") && !page.contains("Kettle arrived broken"));
    assert!(tom.get("/search?q=Okafor").await.text.contains("Nothing was found"));
    for words in ["C-1001", "arrived", "Lives"] {
        let page = tom.get(&format!("/search?q={words}")).await;
        assert!(!page.text.contains("Kettle arrived") && !page.text.contains("Ada"), "{words}");
    }
    for browser in [&mut priya, &mut tom] {
        let page = browser.get("/search?q=tom+re").await.text;
        assert!(seen(&page).contains("People 1") && page.contains("/people/"), "{page}");
        assert!(seen(&browser.get("/search?q=logistics").await.text).contains("Tom Reid"));
    }
    let odd = "/search?q=%22%27%29%20OR%20*%20%00";
    assert!(priya.get(odd).await.status.as_u16() < 500);
    assert!(priya.get("/search").await.text.contains("What are you looking for?"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_opened_for_somebody_new_once_however_often_the_form_is_sent() {
    let house = House::new().await;
    let mut priya = house.browser(PRIYA).await;
    let form = priya.get("/cases/new?q=bo@example.com").await.text;
    assert!(form.contains("value=\"bo@example.com\""), "what was looked for is kept");
    let token = super::super::world::hidden(&form).unwrap();
    let typed = [
        ("new_customer.name", "Bo Lind"),
        ("new_customer.email", "bo@example.com"),
        ("channel", "phone"),
        ("subject", "Lamp does not shine"),
    ];
    let first = priya.post("/cases", &token, &typed, &[]).await;
    assert_eq!(first.status.as_u16(), 303, "{}", first.text);
    let second = priya.post("/cases", &token, &typed, &[]).await;
    assert_eq!(second.header("location"), first.header("location"));
    let another = priya.fill("/cases/new", "/cases", &typed).await;
    assert_eq!(another.status.as_u16(), 422);
    assert!(seen(&another.text).contains("Somebody with this address or number is known already"));
    assert!(another.text.contains("/cases/new?customer="), "and is there to be chosen");
    assert!(another.text.contains("value=\"Lamp does not shine\""));
    let somebody_else = [typed[0], typed[1], ("new_customer.another", "true"), typed[2], typed[3]];
    let reply = priya.fill("/cases/new", "/cases", &somebody_else).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_department_without_customers_opens_internal_cases() {
    let house = House::new().await;
    let mut tom = house.browser(TOM).await;
    let form = tom.get("/cases/new").await.text;
    assert!(
        form.contains("internal case of your own department") && !form.contains("Somebody new")
    );
    let typed = [("channel", "internal"), ("subject", "Van 4 rattles")];
    let reply = tom.fill("/cases/new", "/cases", &typed).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let page = tom.get(reply.header("location")).await.text;
    assert!(page.contains("Van 4 rattles") && !page.contains("Tell the customer"));
}
