//! A house without anybody is set up once, by whoever holds the token.

use super::super::house::House;
use super::super::world::{Browser, hidden};
use super::seen;

fn form<'a>(token: &'a str, password: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("token", token),
        ("organisation", "Harbour Home"),
        ("departments", "Customer service\n Logistics \n\n"),
        ("name", "Ada Kay"),
        ("email", "ada@example.org"),
        ("password", password),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_holds_the_token_sets_the_house_up_and_is_its_administrator() {
    let house = House::empty().await;
    let token = house.desk.begin_first_run().await.unwrap().unwrap();
    let mut browser = Browser::new(&house.world);
    let wrong = browser.fill("/first-run", "/first-run", &form("00", "long enough")).await;
    assert_eq!(wrong.status.as_u16(), 422);
    assert!(seen(&wrong.text).contains("This is not the token"), "{}", seen(&wrong.text));
    assert!(wrong.text.contains("Harbour Home") && !wrong.text.contains("long enough"));
    let short = browser.fill("/first-run", "/first-run", &form(&token, "short")).await;
    assert_eq!(short.status.as_u16(), 422);
    assert!(house.desk.is_empty(), "nothing was made of what was refused");
    let done = browser.fill("/first-run", "/first-run", &form(&token, "long enough")).await;
    assert_eq!(done.status.as_u16(), 303, "{}", seen(&done.text));
    let today = browser.get("/").await.text;
    assert!(today.contains("Harbour Home") && seen(&today).contains("First steps"), "{today}");
    assert!(seen(&today).contains("2 of 7 done"), "{}", seen(&today));
    for page in ["/admin", "/admin/mail", "/admin/tokens", "/admin/sessions", "/more"] {
        assert_eq!(browser.get(page).await.status.as_u16(), 200, "{page}");
    }
    assert_eq!(browser.get("/first-run").await.status.as_u16(), 404);
    let token = hidden(&browser.get("/more").await.text).unwrap_or_default();
    let again = browser.post("/first-run", &token, &form("00", "long enough"), &[]).await;
    assert_eq!(again.status.as_u16(), 404);
    assert_eq!(house.desk.begin_first_run().await.unwrap(), None);
}

#[tokio::test(flavor = "multi_thread")]
async fn first_steps_are_done_by_what_is_there_and_can_be_hidden() {
    let house = House::empty().await;
    let token = house.desk.begin_first_run().await.unwrap().unwrap();
    let mut ada = Browser::new(&house.world);
    ada.fill("/first-run", "/first-run", &form(&token, "long enough")).await;
    let choices = [("name", "Harbour Home"), ("asking", "true")];
    let kept = ada.fill("/admin/organisation", "/admin/organisation", &choices).await;
    assert_eq!(kept.status.as_u16(), 303);
    house.add("Repairs", "Wim Bos", "wim@example.org").await;
    assert!(seen(&ada.get("/").await.text).contains("3 of 7 done"));
    let hidden = ada.fill("/", "/first-steps/hiding", &[]).await;
    assert_eq!(hidden.status.as_u16(), 303);
    assert!(!seen(&ada.get("/").await.text).contains("First steps"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_without_a_mail_server_says_so_and_what_to_do() {
    let house = House::empty().await;
    let token = house.desk.begin_first_run().await.unwrap().unwrap();
    let mut ada = Browser::new(&house.world);
    ada.fill("/first-run", "/first-run", &form(&token, "long enough")).await;
    let health = seen(&ada.get("/admin").await.text);
    assert!(health.contains("No mail server is set"), "{health}");
    assert!(health.contains("Set smtp.host in the settings"), "{health}");
    let letter = ada.fill("/admin/mail", "/admin/mail", &[("to", "ada@example.org")]).await;
    assert!(seen(&letter.text).contains("No mail server is set"), "{}", seen(&letter.text));
}
