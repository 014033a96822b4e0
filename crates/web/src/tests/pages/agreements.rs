//! Agreements by page: put down, sent back with what was typed, signed by both.

use baton_core::access::Who;
use baton_core::directory::Command;

use super::super::house::{House, PRIYA, TOM};
use super::seen;

/// Priya leads customer service, Tom logistics.
async fn led() -> House {
    let house = House::new().await;
    for (name, lead) in [("Customer service", PRIYA), ("Logistics", TOM)] {
        let directory = house.desk.directory();
        let id = directory.department_by_name(name).unwrap().id;
        let mut record = directory.department_record(id).unwrap();
        record.lead = Some(house.person(lead));
        let command = Command::SetDepartment { id: Some(id), record };
        house.desk.act_on_directory(&Who::system(), command).await.unwrap();
    }
    house
}

fn typed(house: &House) -> Vec<(&'static str, String)> {
    let department = |name| house.desk.directory().department_by_name(name).unwrap().id.to_string();
    vec![
        ("from", department("Customer service")),
        ("to", department("Logistics")),
        ("in_scope", "Tracing a parcel\nChanging an address".to_owned()),
        ("from_duties", "Names the parcel".to_owned()),
        ("to_duties", "Answers by noon".to_owned()),
        ("minutes.acknowledge-standard", "1 h 30 min".to_owned()),
        ("minutes.acknowledge-expedite", String::new()),
        ("facts", String::new()),
        ("effective_from", String::new()),
        ("pauses", "customer".to_owned()),
        ("review_on", "2027-05-01".to_owned()),
    ]
}

fn borrowed<'a>(typed: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    typed.iter().map(|(name, text)| (*name, text.as_str())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_leads_agree_by_page() {
    let house = led().await;
    let mut priya = house.browser(PRIYA).await;
    let typed = typed(&house);
    let done = priya.fill("/agreements/new", "/agreements", &borrowed(&typed)).await;
    assert_eq!(done.status.as_u16(), 303, "{}", done.text);
    let book = house.desk.agreements();
    let one = book.iter().next().unwrap();
    let at = format!("/agreements/{}", one.id);
    let written = one.draft().unwrap().written.to_string();
    let page = seen(&priya.get(&at).await.text);
    for said in ["Customer service asks Logistics", "Waits for signatures", "1 h 30 min"] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let mut tom = house.browser(TOM).await;
    for browser in [&mut priya, &mut tom] {
        let signed = browser.fill(&at, &format!("{at}/signature"), &[("written", &written)]).await;
        assert_eq!(signed.status.as_u16(), 303, "{}", signed.text);
    }
    let page = seen(&tom.get(&at).await.text);
    assert!(page.contains("What binds now: version 1"), "{page}");
    let listed = seen(&tom.get("/agreements").await.text);
    assert!(listed.contains("Customer service asks Logistics") && listed.contains("Active"));
    let again = seen(&tom.get(&format!("{at}/revision/new")).await.text);
    assert!(again.contains("stays as it is until both leads have signed"), "{again}");
}

#[tokio::test(flavor = "multi_thread")]
async fn new_terms_say_what_they_change_wait_on_today_and_leave_the_old_ones_to_be_read() {
    let house = led().await;
    let (mut priya, mut tom) = (house.browser(PRIYA).await, house.browser(TOM).await);
    let mut typed = typed(&house);
    priya.fill("/agreements/new", "/agreements", &borrowed(&typed)).await;
    let at = format!("/agreements/{}", house.desk.agreements().iter().next().unwrap().id);
    let draft = || house.desk.agreements().iter().next().unwrap().draft().unwrap().written;
    let sign = format!("{at}/signature");
    for browser in [&mut priya, &mut tom] {
        browser.fill(&at, &sign, &[("written", &draft().to_string())]).await;
    }
    assert!(!seen(&tom.get("/").await.text).contains("Agreements to sign"), "nothing waits");
    typed.retain(|(name, _)| !["from", "to", "minutes.acknowledge-standard"].contains(name));
    typed.push(("minutes.acknowledge-standard", "45 min".to_owned()));
    let (form, action) = (format!("{at}/revision/new"), format!("{at}/revision"));
    let done = priya.fill(&form, &action, &borrowed(&typed)).await;
    assert_eq!(done.status.as_u16(), 303, "{}", done.text);
    let today = seen(&tom.get("/").await.text);
    assert!(today.contains("Agreements to sign") && today.contains("Waits for your signature"));
    let page = seen(&tom.get(&at).await.text);
    let (changes, _) = page.split_once("Tried on the last").unwrap();
    let (_, changes) = changes.split_once("What changes").unwrap();
    for said in ["Acknowledge, in turn", "1 h 30 min", "45 min"] {
        assert!(changes.contains(said), "{said}: {changes}");
    }
    assert!(!changes.contains("Tracing a parcel"), "what stays is not listed: {changes}");
    for browser in [&mut priya, &mut tom] {
        browser.fill(&at, &sign, &[("written", &draft().to_string())]).await;
    }
    let text = tom.get(&at).await.text;
    assert!(text.contains("id=\"version-1\"") && text.contains("id=\"version-2\""), "{text}");
    let page = seen(&text);
    for said in ["Bound from", "Customer service: Priya", "Logistics: Tom", "1 h 30 min"] {
        assert!(page.contains(said), "{said}: {page}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_stands_beside_the_box_at_once_and_what_was_typed_is_kept() {
    let house = led().await;
    let mut priya = house.browser(PRIYA).await;
    let mut typed = typed(&house);
    typed.push(("minutes.deliver-expedite", "soon".to_owned()));
    typed.retain(|(name, _)| *name != "to_duties");
    let reply = priya.fill("/agreements/new", "/agreements", &borrowed(&typed)).await;
    assert_eq!(reply.status.as_u16(), 422, "{}", reply.text);
    assert!(reply.text.contains("href=\"#f-minutes-deliver-expedite\""), "{}", reply.text);
    assert!(reply.text.contains("href=\"#f-to_duties\""), "{}", reply.text);
    assert!(seen(&reply.text).contains("like 30 min"), "{}", reply.text);
    assert!(reply.text.contains("value=\"soon\"") && reply.text.contains("Changing an address"));
    assert!(reply.text.contains("1 h 30 min"), "what could be read is kept, too");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leads_nothing_reads_and_is_told_whose_it_is() {
    let house = House::new().await;
    let mut tom = house.browser(TOM).await;
    let list = tom.get("/agreements").await;
    assert!(list.text.contains("No agreement yet") && !list.text.contains("/agreements/new"));
    assert_eq!(tom.get("/agreements/new").await.status.as_u16(), 403);
}
