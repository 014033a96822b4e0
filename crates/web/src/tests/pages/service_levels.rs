//! What customers are promised, by page: set by a lead, read by everybody, and run by cases.

use baton_core::access::Who;
use baton_core::directory::Command;

use super::super::house::{House, PRIYA, SAM};
use super::{kettle, seen};

/// Priya leads customer service; its page of the service level.
async fn led() -> (House, String) {
    let house = House::new().await;
    let directory = house.desk.directory();
    let id = directory.department_by_name("Customer service").unwrap().id;
    let mut record = directory.department_record(id).unwrap();
    record.lead = Some(house.person(PRIYA));
    let command = Command::SetDepartment { id: Some(id), record };
    house.desk.act_on_directory(&Who::system(), command).await.unwrap();
    (house, format!("/service-levels/{id}"))
}

const TYPED: &[(&str, &str)] = &[
    ("time.first_response-normal", "4 h"),
    ("time.resolution-normal", "16 h"),
    ("time.resolution-low", ""),
    ("says_next", "true"),
    ("pauses", "customer"),
    ("reopening", "resume"),
    ("raising", "retroactive"),
    ("effective_from", ""),
];

async fn set(house: &House, at: &str) {
    let mut priya = house.browser(PRIYA).await;
    let form = format!("{at}/version/new");
    let done = priya.fill(&form, &format!("{at}/version"), TYPED).await;
    assert_eq!(done.status.as_u16(), 303, "{}", done.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_says_what_the_department_promises_and_everybody_reads_it() {
    let (house, at) = led().await;
    let mut sam = house.browser(SAM).await;
    let nothing = seen(&sam.get("/service-levels").await.text);
    assert!(nothing.contains("No service level yet"), "{nothing}");
    assert_eq!(sam.get(&format!("{at}/version/new")).await.status.as_u16(), 403);
    set(&house, &at).await;
    let shown = seen(&sam.get(&at).await.text);
    for said in ["What holds now: version 1", "First response", "4 h", "not promised"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    assert!(!shown.contains("Promise something else"), "{shown}");
    let mut priya = house.browser(PRIYA).await;
    let listed = seen(&priya.get("/service-levels").await.text);
    assert!(listed.contains("Customer service") && listed.contains("Version 1"), "{listed}");
    let ended = priya.fill(&format!("{at}/ending/new"), &format!("{at}/ending"), &[]).await;
    assert_eq!(ended.status.as_u16(), 303, "{}", ended.text);
    let over = seen(&priya.get(&at).await.text);
    assert!(over.contains("Nothing is promised here now."), "{over}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_time_that_cannot_be_read_stands_beside_its_box_and_the_rest_is_kept() {
    let (house, at) = led().await;
    let mut priya = house.browser(PRIYA).await;
    let mut typed = TYPED.to_vec();
    typed[0].1 = "a day";
    let form = format!("{at}/version/new");
    let reply = priya.fill(&form, &format!("{at}/version"), &typed).await;
    assert_eq!(reply.status.as_u16(), 422, "{}", reply.text);
    assert!(reply.text.contains("value=\"a day\"") && reply.text.contains("value=\"16 h\""));
    assert!(seen(&reply.text).contains("like 30 min"), "{}", reply.text);
    let nothing: Vec<_> =
        TYPED.iter().filter(|(name, _)| !name.starts_with("time.")).copied().collect();
    let reply = priya.fill(&form, &format!("{at}/version"), &nothing).await;
    assert_eq!(reply.status.as_u16(), 422, "{}", reply.text);
    assert!(seen(&reply.text).contains("Give at least one time"), "{}", reply.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_shows_its_clocks_asks_for_what_comes_next_and_says_whether_a_request_fits() {
    let (house, at) = led().await;
    set(&house, &at).await;
    let case = kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let page = seen(&priya.get(&format!("/cases/{case}")).await.text);
    for said in ["The first response:", "13:00", "Why then?"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let why = seen(&priya.get(&format!("/cases/{case}/clocks")).await.text);
    assert!(why.contains("4 h of working time at normal priority"), "{why}");
    let form = format!("/cases/{case}/messages/new?kind=reply");
    assert!(seen(&priya.get(&form).await.text).contains("When does the customer hear again?"));
    let typed = [("kind", "reply"), ("channel", "chat"), ("body", "We look for it.")];
    let to = format!("/cases/{case}/messages");
    let reply = priya.fill(&form, &to, &typed).await;
    assert_eq!(reply.status.as_u16(), 422, "{}", reply.text);
    assert!(reply.text.contains("href=\"#f-next_update_by\""), "{}", reply.text);
    let mut typed = typed.to_vec();
    typed.push(("next_update_by", "2026-11-24T12:00"));
    let reply = priya.fill(&form, &to, &typed).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let raise = format!("/cases/{case}/requests/new?to=Logistics");
    let fits = seen(&priya.get(&raise).await.text);
    assert!(fits.contains("It may come too late for the customer"), "{fits}");
}
