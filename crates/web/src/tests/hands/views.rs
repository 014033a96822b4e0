//! Lists that are kept under a name.

use serde_json::{Value, json};

use super::super::house::{House, PRIYA, SAM, TOM};
use super::super::pages::{kettle, seen};

#[tokio::test(flavor = "multi_thread")]
async fn a_saved_view_is_an_address_that_shows_each_person_what_they_may_see() {
    let house = House::new().await;
    kettle(&house).await;
    let mut priya = house.browser(PRIYA).await;
    let form = priya.get("/views/new?view=department&q=kettle").await.text;
    assert!(form.contains("value=\"kettle\""));
    let typed = [("name", "Kettles"), ("view", "department"), ("q", "kettle"), ("department", "")];
    let reply = priya.fill("/views/new", "/views", &typed).await;
    assert_eq!(reply.header("location"), "/cases?view=department&q=kettle", "{}", reply.text);
    let page = seen(&priya.get("/cases").await.text);
    assert!(page.contains("Kettles 1"), "{page}");
    let (mut tom, mut sam) = (house.browser(TOM).await, house.browser(SAM).await);
    assert!(!seen(&sam.get("/cases").await.text).contains("Kettles"), "it is Priya's alone");
    let page = seen(&tom.get(reply.header("location")).await.text);
    assert!(page.contains("No case fits") && page.contains("kettle"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_is_shared_with_ones_own_department_and_let_go_by_its_owner() {
    let house = House::new().await;
    kettle(&house).await;
    let service = house.api(PRIYA, "GET", "/departments", Value::Null).await;
    let service = service["items"].as_array().unwrap().iter();
    let service = service.clone().find(|one| one["name"] == "Customer service").unwrap();
    let view = json!({ "name": "Late", "view": "department", "q": "is:late", "department": service["id"] });
    let made = house.post(PRIYA, "/views", view).await;
    assert_eq!(made["href"], "/cases?view=department&q=is%3Alate");
    let sams = house.api(SAM, "GET", "/views", Value::Null).await;
    assert_eq!(
        (&sams["items"][0]["name"], &sams["items"][0]["mine"]),
        (&json!("Late"), &json!(false))
    );
    assert!(seen(&house.browser(SAM).await.get("/cases").await.text).contains("Late 0 shared"));
    let toms = house.api(TOM, "GET", "/views", Value::Null).await;
    assert_eq!(toms["items"], json!([]));
    let removal = format!("/api/v1/views/{}/removal", made["id"].as_str().unwrap());
    for (who, status) in [(TOM, 404), (SAM, 403), (PRIYA, 200), (PRIYA, 404)] {
        let token = house.desk.make_token(house.person(who), "test").await.unwrap();
        let reply = house.world.call("POST", &removal, &token, "{}").await;
        assert_eq!(reply.status.as_u16(), status, "{who}: {}", reply.text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_cannot_be_shared_with_a_department_of_others() {
    let house = House::new().await;
    let token = house.desk.make_token(house.person(TOM), "test").await.unwrap();
    let body = json!({ "name": "x", "department": "Customer service" }).to_string();
    let reply = house.world.call("POST", "/api/v1/views", &token, &body).await;
    assert_eq!(reply.status.as_u16(), 422, "{}", reply.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_view_of_somebody_who_left_is_the_leads() {
    use baton_core::access::Who;
    use baton_core::directory::Command;
    use baton_store::keys::SigningKey;

    let house = House::new().await;
    let directory = house.desk.directory();
    let id = directory.department_by_name("Customer service").unwrap().id;
    let view = json!({ "name": "Late", "view": "department", "q": "is:late", "department": id.to_string() });
    house.post(PRIYA, "/views", view).await;
    let mut record = directory.department_record(id).unwrap();
    record.lead = Some(house.person(SAM));
    let command = Command::SetDepartment { id: Some(id), record };
    house.desk.act_on_directory(&Who::system(), command).await.unwrap();
    let mut priya = directory.person_record(house.person(PRIYA)).unwrap();
    priya.active = false;
    let command = Command::SetPerson { id: Some(house.person(PRIYA)), record: priya };
    house.desk.act_on_directory(&Who::system(), command).await.unwrap();
    let key = SigningKey::from_seed(&[7; 32]).unwrap();
    house.desk.tidy(&key).await.unwrap();
    let sams = house.api(SAM, "GET", "/views", Value::Null).await;
    assert_eq!(
        (&sams["items"][0]["name"], &sams["items"][0]["mine"]),
        (&json!("Late"), &json!(true))
    );
}
