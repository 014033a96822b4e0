//! The directory: for everybody to read, kept by those whose it is.

use baton_core::access::Who;
use baton_core::directory::{Command, Role};

use super::super::house::{House, PRIYA, TOM};
use super::super::pages::{kettle, seen};
use super::super::samples::looked_at;

async fn make_administrator(house: &House, email: &str) {
    let directory = house.desk.directory();
    let id = house.person(email);
    let mut record = directory.person_record(id).unwrap();
    record.roles = vec![Role::Administrator];
    let command = Command::SetPerson { id: Some(id), record };
    house.desk.act_on_directory(&Who::system(), command).await.unwrap();
}

async fn make_lead(house: &House, email: &str) -> String {
    let directory = house.desk.directory();
    let id = house.person(email);
    let department = directory.person(id).unwrap().departments[0];
    let mut record = directory.department_record(department).unwrap();
    record.lead = Some(id);
    let command = Command::SetDepartment { id: Some(department), record };
    house.desk.act_on_directory(&Who::system(), command).await.unwrap();
    department.to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_reads_the_directory_and_only_its_keepers_are_offered_to_change_it() {
    let house = House::new().await;
    let department = make_lead(&house, TOM).await;
    let (mut priya, mut tom) = (house.browser(PRIYA).await, house.browser(TOM).await);
    let at = format!("/directory/{department}");
    let text = priya.get("/directory").await.text;
    assert!(text.contains("Moves things from place to place.") && text.contains("Tom Reid"));
    assert!(!text.contains("Add a department"));
    let text = priya.get(&at).await.text;
    assert!(text.contains("Ask this department") && !text.contains("Change what it says"));
    assert_eq!(priya.get(&format!("{at}/revision/new")).await.status.as_u16(), 403);
    assert_eq!(priya.get("/directory/new").await.status.as_u16(), 404);
    let text = tom.get(&at).await.text;
    assert!(text.contains("Change what it says") && !text.contains("Ask this department"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lead_changes_what_the_department_says_and_keeps_what_was_typed_when_refused() {
    let house = House::new().await;
    let department = make_lead(&house, TOM).await;
    let mut tom = house.browser(TOM).await;
    let (form, action) = (
        format!("/directory/{department}/revision/new"),
        format!("/directory/{department}/revision"),
    );
    let typed = [
        ("purpose", ""),
        ("needs_from_you", "The order number\n\nDays at home"),
        ("channels[0].kind", "phone"),
        ("channels[0].address", "020 7946 0320"),
        ("channels[1].kind", ""),
        ("channels[1].address", ""),
    ];
    let reply = tom.fill(&form, &action, &typed).await;
    assert_eq!(reply.status.as_u16(), 422, "{}", reply.text);
    assert!(reply.text.contains("href=\"#f-purpose\""));
    assert!(reply.text.contains("The order number\n\nDays at home</textarea>"));
    let mut typed = typed.to_vec();
    typed[0] = ("purpose", "Brings things to people.");
    let reply = tom.fill(&form, &action, &typed).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let page = tom.get(reply.header("location")).await.text;
    assert!(page.contains("Brings things to people.") && page.contains("<li>Days at home</li>"));
    assert!(page.contains("020 7946 0320") && page.contains("<h1>Logistics</h1>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_adds_a_department_a_person_and_a_service() {
    let house = House::new().await;
    make_administrator(&house, PRIYA).await;
    let mut priya = house.browser(PRIYA).await;
    let own = house.desk.directory().person(house.person(PRIYA)).unwrap().departments[0];
    for page in [
        "/directory",
        "/directory/new",
        "/people",
        "/people/new",
        &format!("/directory/{own}"),
        &format!("/directory/{own}/revision/new"),
        &format!("/directory/{own}/services/new"),
        &format!("/people/{}", house.person(TOM)),
        &format!("/people/{}/revision/new", house.person(TOM)),
        &format!("/people/{}/absences/new", house.person(TOM)),
    ] {
        let reply = priya.get(page).await;
        assert_eq!(reply.status.as_u16(), 200, "{page}");
        looked_at(page, &reply.text);
    }
    let typed = [("name", "Billing"), ("purpose", "Takes and gives money.")];
    let reply = priya.fill("/directory/new", "/directory", &typed).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let at = reply.header("location").to_owned();
    let id = at.rsplit('/').next().unwrap().to_owned();
    let typed = [
        ("name", "Bill Pound"),
        ("email", "bill@example.org"),
        ("departments", id.as_str()),
        ("kind", "human"),
        ("zone", "Europe/London"),
        ("active", "true"),
    ];
    let reply = priya.fill("/people/new", "/people", &typed).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let typed = [
        ("name", "Refund"),
        ("description", "Pays back."),
        ("required_fields", "account"),
        ("active", "true"),
    ];
    let reply = priya.fill(&format!("{at}/services/new"), &format!("{at}/services"), &typed).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let page = seen(&priya.get(&at).await.text);
    assert!(page.contains("Refund") && page.contains("Needs of the customer: Account"), "{page}");
    assert!(page.contains("Bill Pound"));
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_records_that_they_are_away_and_that_they_are_back() {
    let house = House::new().await;
    let mut tom = house.browser(TOM).await;
    let at = format!("/people/{}", house.person(TOM));
    let typed = [
        ("from.date", "2026-11-23"),
        ("from.time", "08:00"),
        ("to.date", "2026-11-20"),
        ("to.time", "09:00"),
    ];
    let (form, action) = (format!("{at}/absences/new"), format!("{at}/absences"));
    let reply = tom.fill(&form, &action, &typed).await;
    assert_eq!(reply.status.as_u16(), 422, "{}", reply.text);
    assert!(reply.text.contains("value=\"2026-11-20\""));
    let mut typed = typed.to_vec();
    typed[2] = ("to.date", "2026-11-30");
    let reply = tom.fill(&form, &action, &typed).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    let page = tom.get(&at).await.text;
    assert!(page.contains("They are back"), "{page}");
    let from = page.split("name=\"from\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let reply = tom.fill(&at, &format!("{at}/absences/ending"), &[("from", from)]).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text);
    assert!(tom.get(&at).await.text.contains("Nothing is planned."));
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_from_the_directory_leads_through_a_case() {
    let house = House::new().await;
    kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let logistics = house.desk.directory().department_by_name("Logistics").unwrap().id;
    let at = format!("/directory/{logistics}/requests/new");
    assert_eq!(priya.get(&at).await.status.as_u16(), 200);
    let reply = priya.get(&format!("{at}?case=C-9999")).await;
    assert!(reply.text.contains("No case of your departments has this reference."));
    let reply = priya.get(&format!("{at}?case=C-1001")).await;
    assert_eq!(reply.status.as_u16(), 303);
    assert!(reply.header("location").starts_with("/cases/C-1001/requests/new?to="));
}
