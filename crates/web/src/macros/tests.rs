//! Macros by page and by the API, on a real desk.

use baton_core::access::Who;
use baton_core::directory::Command;
use serde_json::{Value, json};

use crate::tests::house::{House, PRIYA, SAM, TOM};
use crate::tests::pages::{kettle, seen, text};

const LATE: &str =
    "Hello {{customer.first_name or \"there\"}},\n\n{{case.ref}} is late.\n{{person.first_name}}";

fn late() -> Value {
    let steps = json!([
        { "act": "set_priority", "priority": "high", "text": "They have waited twice." },
        { "act": "add_note", "text": "Told {{customer.name}} that it is late." },
        { "act": "snooze", "text": "tomorrow 3pm" },
    ]);
    json!({ "name": "Parcel is late", "text": LATE, "steps": steps })
}

/// Sam leads customer service.
async fn sam_leads(house: &House) -> String {
    let directory = house.desk.directory();
    let id = directory.department_by_name("Customer service").unwrap().id;
    let mut record = directory.department_record(id).unwrap();
    record.lead = Some(house.person(SAM));
    let command = Command::SetDepartment { id: Some(id), record };
    house.desk.act_on_directory(&Who::system(), command).await.unwrap();
    id.to_string()
}

async fn status(house: &House, who: &str, path: &str, body: &Value) -> (u16, Value) {
    let token = house.desk.make_token(house.person(who), "test").await.unwrap();
    let path = format!("/api/v1{path}");
    let reply = house.world.call("POST", &path, &token, &body.to_string()).await;
    (reply.status.as_u16(), reply.json())
}

async fn names(house: &House, who: &str) -> Vec<String> {
    let listed = house.api(who, "GET", "/macros", Value::Null).await;
    listed["items"].as_array().unwrap().iter().map(|one| text(&one["name"])).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_macro_is_put_into_a_reply_and_what_it_does_is_listed_before_it_is_done() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let made = house.post(PRIYA, "/macros", late()).await;
    let id = text(&made["id"]);
    let mut priya = house.browser(PRIYA).await;
    let (form, to) =
        (format!("/cases/{case}/messages/new?kind=reply"), format!("/cases/{case}/messages"));
    assert!(priya.get(&form).await.text.contains("Parcel is late"));
    let typed = [
        ("kind", "reply"),
        ("channel", "email"),
        ("body", "Thank you for ringing."),
        ("to", "new@example.com"),
        ("macro_chosen", id.as_str()),
        ("insert_macro", "yes"),
    ];
    let page = priya.fill(&form, &to, &typed).await;
    assert_eq!(page.status.as_u16(), 200, "{}", page.text);
    assert!(page.text.contains("Thank you for ringing.\n\nHello Ada,\n\nC-"), "{}", page.text);
    assert!(
        page.text.contains("is late.\nPriya</textarea>") && page.text.contains("new@example.com")
    );
    let plain = seen(&page.text);
    assert!(plain.contains("The priority becomes high: They have waited twice."), "{plain}");
    assert!(plain.contains("A note is kept: Told Ada Okafor that it is late."));
    assert!(plain.contains("The case is snoozed, for yourself: tomorrow 3pm"));
    let shown = house.api(PRIYA, "GET", &format!("/cases/{case}"), Value::Null).await;
    assert_eq!(
        (&shown["priority"], shown["messages"].as_array().unwrap().len()),
        (&json!("normal"), 1)
    );
    let ticked = format!("{id}.1");
    let send = [
        ("kind", "reply"),
        ("channel", "email"),
        ("body", "Hello Ada"),
        ("macro_acts", ticked.as_str()),
        ("macro_chosen", ""),
    ];
    let sent = priya.fill(&form, &to, &send).await;
    assert_eq!(sent.status.as_u16(), 303, "{}", sent.text);
    let told = seen(&priya.get(&format!("/cases/{case}")).await.text);
    assert!(
        told.contains(
            "Done, too: the priority is high, a note is kept, it is snoozed (tomorrow 3pm)."
        ),
        "{told}"
    );
    let shown = house.api(PRIYA, "GET", &format!("/cases/{case}"), Value::Null).await;
    assert_eq!(shown["priority"], "high");
    assert_eq!(shown["messages"][2]["body"], "Told Ada Okafor that it is late.");
    assert_eq!(
        house.api(PRIYA, "GET", "/snoozes", Value::Null).await["items"][0]["case"],
        json!(case)
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blank_that_nothing_is_known_for_is_named_and_what_holds_it_is_not_sent() {
    let house = House::new().await;
    let customer = house.post(PRIYA, "/customers", json!({ "emails": ["x@example.com"] })).await;
    let case = json!({ "customer": customer["id"], "subject": "No name", "channel": "email" });
    let case = text(&house.post(PRIYA, "/cases", case).await["id"]);
    let body = json!({ "name": "Greet", "text": "Dear {{customer.name}}, we look." });
    let id = text(&house.post(PRIYA, "/macros", body).await["id"]);
    let shown = house.api(PRIYA, "GET", &format!("/cases/{case}/macros/{id}"), Value::Null).await;
    assert_eq!(
        shown["missing"],
        json!([{ "blank": "{{customer.name}}", "stands_for": "the customer's name" }])
    );
    let mut priya = house.browser(PRIYA).await;
    let form = format!("/cases/{case}/customer-updates/new");
    let to = format!("/cases/{case}/customer-updates");
    let typed = [
        ("kind", "holding"),
        ("channel", "email"),
        ("body", ""),
        ("macro_chosen", id.as_str()),
        ("insert_macro", "yes"),
    ];
    let page = priya.fill(&form, &to, &typed).await;
    assert_eq!(page.status.as_u16(), 422);
    assert!(seen(&page.text).contains("Baton does not know the customer's name"), "{}", page.text);
    let send =
        [("kind", "holding"), ("channel", "email"), ("body", "Dear {{customer.name}}, we look.")];
    let refused = priya.fill(&form, &to, &send).await;
    assert_eq!(refused.status.as_u16(), 422);
    assert!(seen(&refused.text).contains("is not filled in, so nothing was sent"));
    for (path, body) in [
        (
            "customer-updates",
            json!({ "kind": "holding", "channel": "email", "body": "Dear {{ x }}," }),
        ),
        (
            "messages",
            json!({ "kind": "reply", "channel": "letter", "body": "Dear {{customer.name}}," }),
        ),
    ] {
        let (code, problem) = status(&house, PRIYA, &format!("/cases/{case}/{path}"), &body).await;
        assert_eq!((code, &problem["fields"][0]["code"]), (422, &json!("unresolved")), "{problem}");
    }
    let none = priya.fill(&form, &to, &[("kind", "holding"), ("insert_macro", "yes")]).await;
    assert!(seen(&none.text).contains("Choose the macro that is to be put in."), "{}", none.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_macro_of_a_department_is_kept_by_its_leads_and_seen_by_nobody_else() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let service = sam_leads(&house).await;
    let mut ours = late();
    ours["department"] = json!(service);
    let (code, _) = status(&house, PRIYA, "/macros", &ours).await;
    assert_eq!(code, 422, "Priya leads nothing");
    let made = house.post(SAM, "/macros", ours.clone()).await;
    let own = json!({ "name": "Mine", "text": "Kind regards" });
    house.post(PRIYA, "/macros", own).await;
    assert_eq!(names(&house, PRIYA).await, ["Mine", "Parcel is late"]);
    assert_eq!(names(&house, SAM).await, ["Parcel is late"]);
    assert_eq!(names(&house, TOM).await, Vec::<String>::new());
    let at = format!("/macros/{}", text(&made["id"]));
    for (who, noun, code) in [
        (TOM, "revision", 404),
        (PRIYA, "revision", 403),
        (TOM, "removal", 404),
        (PRIYA, "removal", 403),
        (SAM, "revision", 200),
        (SAM, "removal", 200),
        (SAM, "removal", 404),
    ] {
        let body = if noun == "removal" { json!({}) } else { ours.clone() };
        let (found, said) = status(&house, who, &format!("{at}/{noun}"), &body).await;
        assert_eq!(found, code, "{who} {noun}: {said}");
    }
    let acts = format!("/cases/{case}{at}/acts");
    assert_eq!(status(&house, PRIYA, &acts, &json!({ "version": 1 })).await.0, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_looked_at_is_not_done_and_what_is_not_legal_is_said() {
    let house = House::new().await;
    let case = kettle(&house).await;
    let made = house.post(PRIYA, "/macros", late()).await;
    let at = format!("/macros/{}", text(&made["id"]));
    let mut changed = late();
    changed["text"] = json!("");
    let revised = house.post(PRIYA, &format!("{at}/revision"), changed).await;
    assert_eq!((&revised["version"], &revised["text"]), (&json!(2), &json!("")));
    let acts = format!("/cases/{case}{at}/acts");
    let (code, problem) = status(&house, PRIYA, &acts, &json!({ "version": 1 })).await;
    assert_eq!((code, &problem["code"]), (409, &json!("stale_version")), "{problem}");
    let done = house.post(PRIYA, &acts, json!({ "version": 2 })).await;
    assert_eq!(done["done"], json!(["set_priority", "add_note", "snooze"]));
    let again = house.post(PRIYA, &acts, json!({ "version": 2 })).await;
    assert_eq!(again["refused"][0]["why"], "It has this priority already.");
    let shown = house.api(PRIYA, "GET", &format!("/cases/{case}{at}"), Value::Null).await;
    assert_eq!(shown["acts"][0]["why_not"], "It has this priority already.");
    let mut priya = house.browser(PRIYA).await;
    let ticked = format!("{}.1", text(&made["id"]));
    let note = [("kind", "note"), ("body", "They rang."), ("macro_acts", ticked.as_str())];
    let form = format!("/cases/{case}/messages/new?kind=note");
    priya.fill(&form, &format!("/cases/{case}/messages"), &note).await;
    let page = seen(&priya.get(&format!("/cases/{case}")).await.text);
    assert!(page.contains("was changed after you looked at it"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_macro_is_made_changed_and_removed_on_pages() {
    let house = House::new().await;
    let mut priya = house.browser(PRIYA).await;
    assert!(seen(&priya.get("/macros").await.text).contains("No macro yet"));
    let wrong = [
        ("name", ""),
        ("text", "{{case.nr}}"),
        ("steps[0].act", "snooze"),
        ("steps[0].text", "never"),
    ];
    let again = priya.fill("/macros/new", "/macros", &wrong).await;
    assert_eq!(again.status.as_u16(), 422);
    assert!(
        again.text.contains("{{case.nr}}") && again.text.contains("value=\"never\""),
        "{}",
        again.text
    );
    let right = [
        ("name", "Later"),
        ("text", "We look."),
        ("steps[0].act", ""),
        ("steps[0].text", ""),
        ("steps[1].act", "snooze"),
        ("steps[1].text", "in 2 days"),
    ];
    let made = priya.fill("/macros/new", "/macros", &right).await;
    assert_eq!((made.status.as_u16(), made.header("location")), (303, "/macros"), "{}", made.text);
    let listed = house.api(PRIYA, "GET", "/macros", Value::Null).await;
    let id = text(&listed["items"][0]["id"]);
    let at = format!("/macros/{id}");
    let form = priya.get(&format!("{at}/revision/new")).await.text;
    assert!(form.contains("We look.</textarea>") && form.contains("value=\"in 2 days\""), "{form}");
    let change = [("name", "Later"), ("text", "We still look."), ("seen_version", "1")];
    let page = format!("{at}/revision/new");
    priya.fill(&page, &format!("{at}/revision"), &change).await;
    let stale = priya.fill(&page, &format!("{at}/revision"), &change).await;
    assert_eq!(stale.status.as_u16(), 409);
    assert!(seen(&stale.text).contains("How it stands now"));
    assert!(seen(&priya.get("/macros").await.text).contains("We still look."));
    priya.fill("/macros", &format!("{at}/removal"), &[]).await;
    assert!(seen(&priya.get("/macros").await.text).contains("No macro yet"));
}
