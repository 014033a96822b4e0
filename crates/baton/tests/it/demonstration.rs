//! `baton demo` as whoever looks around finds it: one line of JSON, and an organisation behind it.

use std::collections::BTreeMap;

use baton_testkit::Place;
use baton_testkit::wait::in_seconds;
use serde_json::{Value, json};

use crate::bodies;
use crate::browser::Browser;
use crate::program::{Program, Served};
use crate::scenes::text;

/// The people of the first line, by role.
fn people(ready: &Value) -> BTreeMap<String, Value> {
    let people = ready["people"].as_array().unwrap();
    people.iter().map(|person| (text(person, "role"), person.clone())).collect()
}

fn token<'a>(people: &'a BTreeMap<String, Value>, role: &str) -> &'a str {
    people[role]["token"].as_str().unwrap()
}

/// The agent asks the colleague, who takes it in: the case.
fn ask(served: &Served, people: &BTreeMap<String, Value>) -> String {
    let agent = token(people, "agent");
    let customer = served.post(agent, "/customers", &bodies::customer());
    let case = served.post(agent, "/cases", &bodies::case(customer["id"].as_str()));
    let ask = json!({
        "mode": "delegate", "to": people["colleague"]["department"], "need": bodies::NEED,
        "outcome_wanted": "A day.", "why": "She waits.", "why_department": "The depots.",
        "background": "Order 7731.", "needed_by": in_seconds(86_400), "channel": "desk",
        "shared_fields": [bodies::shared("phone")],
    });
    let request = served.post(agent, &format!("/cases/{}/requests", text(&case, "id")), &ask);
    let colleague = token(people, "colleague");
    let path = format!("/requests/{}", text(&request, "id"));
    let taken = served.post(colleague, &format!("{path}/acknowledgement"), &json!({}));
    assert_eq!(taken["packet"][0]["field"], "phone");
    assert_eq!(served.get(token(people, "second_colleague"), &path).status, 404);
    text(&case, "id")
}

#[test]
fn an_empty_demonstration_has_its_people_and_keeps_what_they_did() {
    let place = Place::sqlite();
    let program = Program::at(&place);
    let (ready, served) = program.demo(&["--empty"]);
    let first = people(&ready);
    let roles: Vec<&str> = first.keys().map(String::as_str).collect();
    assert_eq!(
        roles,
        ["administrator", "agent", "arbiter", "colleague", "lead", "second_colleague"]
    );
    assert_eq!(first["agent"]["department"], first["lead"]["department"]);
    let none = served.get(token(&first, "agent"), "/cases?view=all").ok();
    assert_eq!(none["items"], json!([]), "no cases");
    let case = ask(&served, &first);
    let mut browser = Browser::new(&served.client);
    browser.sign_in(&text(&first["agent"], "email"), &text(&first["agent"], "password"));
    assert_eq!(browser.get(&format!("/cases/{case}")).status, 200);
    served.stop();
    program.is_whole();

    let (ready, served) = program.demo(&["--empty"]);
    let second = people(&ready);
    served.get(token(&second, "agent"), &format!("/cases/{case}")).ok();
    assert_eq!(served.get(token(&first, "agent"), "/me").status, 401, "made anew at every start");
    served.stop();
}

#[test]
fn a_demonstration_is_made_nowhere_but_in_a_folder_of_its_own() {
    let place = Place::sqlite();
    let program = Program::at(&place);
    program.init();
    let ran = program.run(&["demo", "--json", "--listen", "127.0.0.1:0"]);
    assert_eq!((ran.code, ran.out.as_str()), (5, ""), "{}", ran.talk);
    program.is_whole();
}
