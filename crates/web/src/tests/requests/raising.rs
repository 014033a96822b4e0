//! Asking another department from a case: whom, the form, drafts, and what is missing.

use super::super::house::{House, PRIYA, TOM};
use super::super::pages::{kettle, seen};
use super::super::samples::looked_at;

const COMPLETE: &[(&str, &str)] = &[
    ("mode", "delegate"),
    ("to", "Logistics"),
    ("need", "Send a new kettle"),
    ("outcome_wanted", "They have one that works"),
    ("why", "Theirs arrived broken"),
    ("why_department", "You run the couriers"),
    ("background", "Order 5512"),
    ("needed_by", "2026-12-01T17:00:00Z"),
    ("needed_by_reason", "customer_promise"),
    ("service_class", "standard"),
    ("channel", "desk"),
    ("customer_told.what", ""),
    ("customer_told.when.date", ""),
    ("authority.sum", ""),
    ("authority.currency", ""),
];

#[tokio::test(flavor = "multi_thread")]
async fn whom_to_ask_is_chosen_by_what_they_do() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let page = priya.get(&format!("/cases/{case}/requests/new")).await.text;
    assert!(page.contains("Moves things from place to place."));
    assert!(!page.contains("Looks after customers."), "the own department is not asked");
    let form = page.split("href=\"").find(|rest| rest.contains("requests/new?to=")).unwrap();
    let form = priya.get(form.split('"').next().unwrap()).await.text;
    looked_at("whom to ask", &page);
    looked_at("the form of a request", &form);
    assert!(form.contains("<h1>Ask Logistics</h1>") && form.contains("Ada Okafor"));
    assert!(!form.contains("type=\"checkbox\" name=\"share\" value=\"name\" checked"));
    assert!(seen(&form).contains("The next working day: tomorrow 17:30"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complete_request_leaves_and_its_page_is_next() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let (form, action) = (format!("/cases/{case}/requests/new"), format!("/cases/{case}/requests"));
    let reply = priya.fill(&form, &action, COMPLETE).await;
    // The page of whom to ask holds no form of its own: the token is that of signing out.
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let page = priya.get(reply.header("location")).await.text;
    assert!(page.contains("Your request was sent to Logistics."));
    assert!(seen(&page).contains("They acknowledge it next."));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_named_at_its_field_and_everything_typed_stays() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let (form, action) = (format!("/cases/{case}/requests/new"), format!("/cases/{case}/requests"));
    let typed = [
        ("mode", "delegate"),
        ("to", "Logistics"),
        ("need", "Send a new kettle"),
        ("needed_by.date", "2026-12-01"),
        ("needed_by.time", "17:00"),
        ("authority.sum", "249.00"),
        ("share", "notes"),
        ("purpose.notes", "know whom to expect"),
    ];
    let reply = priya.fill(&form, &action, &typed).await;
    assert_eq!(reply.status.as_u16(), 422, "{}", reply.text);
    for field in ["why", "why_department", "background", "channel", "outcome_wanted"] {
        assert!(reply.text.contains(&format!("href=\"#f-{field}\"")), "{field}");
        assert!(reply.text.contains(&format!("id=\"f-{field}\"")), "{field}");
    }
    assert!(reply.text.contains("Send a new kettle</textarea>"));
    assert!(reply.text.contains("value=\"notes\" checked"));
    assert!(reply.text.contains("value=\"know whom to expect\""));
    assert!(reply.text.contains("value=\"2026-12-01\"") && reply.text.contains("value=\"249.00\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_for_the_own_department_until_it_is_finished_and_sent() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let (form, action) = (format!("/cases/{case}/requests/new"), format!("/cases/{case}/requests"));
    let typed = [
        ("mode", "delegate"),
        ("to", "Logistics"),
        ("need", "A kettle"),
        ("authority.sum", "£1,250.50"),
        ("draft", "true"),
    ];
    let reply = priya.fill(&form, &action, &typed).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let at = reply.header("location").to_owned();
    let mut tom = house.browser(TOM).await;
    assert_eq!(tom.get(&at).await.status.as_u16(), 404);
    let page = priya.get(&at).await.text;
    assert!(seen(&page).contains("£1,250.50") && page.contains("Change the draft"));
    let revision = priya.get(&format!("{at}/revision/new")).await.text;
    assert!(revision.contains("A kettle</textarea>") && revision.contains("value=\"1250.50\""));
    let refused = priya.fill(&at, &format!("{at}/sending"), &[]).await;
    assert_eq!(refused.status.as_u16(), 422, "a draft with gaps does not leave");
    let sent = priya.fill(&format!("{at}/revision/new"), &format!("{at}/revision"), COMPLETE).await;
    assert_eq!(sent.status.as_u16(), 303, "{}", sent.text);
    assert_eq!(tom.get(&at).await.status.as_u16(), 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_date_that_has_passed_is_told_at_the_date() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let (form, action) = (format!("/cases/{case}/requests/new"), format!("/cases/{case}/requests"));
    let mut typed = COMPLETE.to_vec();
    typed.retain(|(name, _)| *name != "needed_by");
    typed.extend([("needed_by.date", "2026-11-01"), ("needed_by.time", "17:00")]);
    let reply = priya.fill(&form, &action, &typed).await;
    assert_eq!(reply.status.as_u16(), 422, "{}", reply.text);
    assert!(reply.text.contains("id=\"f-needed_by-error\""), "{}", reply.text);
}
