//! The trays of either side.

use baton_core::time::Span;

use super::super::house::{House, PRIYA, TOM};
use super::super::pages::{answered, asked, kettle, seen};
use super::super::samples::looked_at;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_late_stays_on_top_whatever_is_looked_at() {
    let house = House::new().await;
    let case = kettle(&house).await;
    asked(&house, &case).await;
    let mut tom = house.browser(TOM).await;
    looked_at("to us", &tom.get("/to-us").await.text);
    let page = seen(&tom.get("/to-us").await.text);
    assert!(page.contains("Our move (1)") && page.contains("Send a new kettle"), "{page}");
    assert!(page.contains("nobody has it yet") && page.contains("Due in 4 h"));
    let theirs = seen(&tom.get("/to-us?view=theirs").await.text);
    assert!(theirs.contains("Nothing here is waiting for you"));
    house.clock.advance(Span::hours(5));
    let theirs = seen(&tom.get("/to-us?view=theirs&state=closed&person=me").await.text);
    assert!(theirs.contains("Late, whatever you look at"), "{theirs}");
    assert!(theirs.contains("Send a new kettle"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_answered_while_the_customer_does_not_know_it_comes_first_and_is_marked() {
    let house = House::new().await;
    let case = kettle(&house).await;
    asked(&house, &case).await;
    let request = asked(&house, &case).await;
    answered(&house, &request).await;
    let mut priya = house.browser(PRIYA).await;
    let page = seen(&priya.get("/from-us").await.text);
    let (first, rest) = page.split_once("The rest").unwrap();
    assert!(first.contains("Answered, but the customer does not know it yet"), "{page}");
    assert!(first.contains("C-1001/2") && !first.contains("C-1001/1"));
    assert!(rest.contains("C-1001/1") && !rest.contains("C-1001/2"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fresh_tray_says_what_belongs_here_and_what_to_do() {
    let house = House::new().await;
    let mut tom = house.browser(TOM).await;
    for (path, text) in [
        ("/to-us", "Nothing here is waiting for you"),
        ("/to-us?view=open", "Nobody is asking for anything"),
        ("/from-us", "Nothing is asked of others"),
        ("/from-us?view=theirs", "Nothing here fits"),
    ] {
        let page = tom.get(path).await;
        assert_eq!(page.status.as_u16(), 200);
        assert!(page.text.contains(text), "{path}");
    }
}
