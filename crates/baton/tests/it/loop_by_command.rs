//! An organisation from nothing, by the command line: set up, served, looked at, verified.

use baton_testkit::Place;
use baton_testkit::wait::in_seconds;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::program::{Program, Served};
use crate::scenes::text;

struct People {
    ada: String,
    tom: String,
}

fn set_up(program: &Program<'_>) -> People {
    let ada = program.init();
    assert!(ada.starts_with("baton_") && !ada.contains(char::is_whitespace), "one token alone");
    let again = program.run(&["init", "--name", "Eve", "--email", "eve@baton.example"]);
    assert_eq!((again.code, again.out.as_str()), (5, ""), "{}", again.talk);
    program.department("Logistics");
    let tom = program.person("Tom", "Logistics");
    let twice = program.run(&[
        "admin",
        "person",
        "create",
        "--name",
        "Tom",
        "--email",
        "tom@baton.example",
    ]);
    assert_ne!(twice.code, 0, "an address names one person");
    let people = program.done(&["admin", "person", "list", "--json"]);
    let people: Value = serde_json::from_str(&people).unwrap();
    let names: Vec<String> =
        people.as_array().unwrap().iter().map(|person| text(person, "name")).collect();
    assert_eq!(names, ["Ada Kay", "Tom"]);
    People { ada, tom }
}

/// Ada asks, Tom answers, the customer is told; the case and the request as they were in between.
fn work(program: &Program<'_>, served: &Served, people: &People) -> (String, String) {
    let (ada, tom) = (&people.ada, &people.tom);
    let case = served.post(
        ada,
        "/cases",
        &json!({
            "subject": "Where is my parcel?", "channel": "internal",
        }),
    );
    let reference = text(&case, "ref");
    let request = served.post(
        ada,
        &format!("/cases/{reference}/requests"),
        &json!({
            "mode": "delegate", "to": "Logistics",
            "need": "Find the parcel that has been waiting since Friday.",
            "outcome_wanted": "We know where it is.", "why": "She waits.",
            "why_department": "The depots.", "background": "Order 7731.",
            "needed_by": in_seconds(86_400), "channel": "desk",
        }),
    );
    let asked = format!("{reference}/1");
    assert_eq!(text(&request, "ref"), asked);
    let listed = program.ask(served, tom, &["request", "list", "--side", "to_us"]);
    assert_eq!(listed.code, 0, "{}", listed.talk);
    assert!(listed.out.starts_with(&format!("{asked}\tsent\t")), "{}", listed.out);
    let shown = program.ask(served, tom, &["request", "show", &asked, "--json"]);
    let shown: Value = serde_json::from_str(&shown.out).unwrap();
    let act = |token: &str, noun: &str, body: Value| {
        served.post(token, &format!("/requests/{}/{noun}", text(&request, "id")), &body)
    };
    act(
        tom,
        "read-back",
        json!({
            "acknowledge": true,
            "outcome": "Ada hears which depot holds it, and the day on which it comes.",
            "will_do": "I call the depots today.",
            "by": shown["needed_by"],
            "restated": { "needed_by": shown["needed_by"] },
        }),
    );
    act(ada, "confirmation", json!({}));
    act(
        tom,
        "delivery",
        json!({
            "outcome": "In Leeds, on Wednesday.", "customer_may_be_told": "On Wednesday.",
        }),
    );
    act(ada, "verification", json!({}));
    served.post(ada, &format!("/cases/{reference}/closure"), &json!({ "outcome": "Found." }));
    (reference, asked)
}

fn look(program: &Program<'_>, served: &Served, people: &People, reference: &str, asked: &str) {
    let mine = program.ask(served, &people.ada, &["case", "list", "--view", "mine"]);
    assert!(mine.out.starts_with(&format!("{reference}\tclosed\t")), "{}", mine.out);
    let found = program.ask(served, &people.ada, &["case", "list", "--words", "parcel", "--json"]);
    let found: Value = serde_json::from_str(&found.out).unwrap();
    assert_eq!(found["items"][0]["ref"], reference);
    let shown = program.ask(served, &people.ada, &["case", "show", reference]);
    assert!(
        shown.out.contains("Where is my parcel?") && shown.out.contains(asked),
        "{}",
        shown.out
    );
    let hidden = program.ask(served, &people.tom, &["case", "show", reference]);
    assert_eq!((hidden.code, hidden.out.as_str()), (3, ""), "{}", hidden.talk);
    let closed = program.ask(served, &people.tom, &["request", "show", asked]);
    assert_eq!(closed.code, 0, "{}", closed.talk);
}

/// Ada signs in at the pages with a password that was handed over on standard input.
fn signs_in(program: &Program<'_>, served: &Served, reference: &str) {
    program.set_password("ada@baton.example", "correct horse battery staple");
    let mut browser = Browser::new(&served.client);
    browser.sign_in("ada@baton.example", "correct horse battery staple");
    let page = browser.get(&format!("/cases/{reference}"));
    assert!(page.text().contains("Where is my parcel?"), "{} {}", page.status, page.text());
}

fn tokens_end(program: &Program<'_>, served: &Served, people: &People) {
    let listed = program.done(&["admin", "token", "list", "--json"]);
    let listed: Value = serde_json::from_str(&listed).unwrap();
    let of_tom = listed.as_array().unwrap().iter().find(|token| token["person"] == "Tom").unwrap();
    assert!(!listed.to_string().contains(&people.tom), "tokens are not kept");
    assert_eq!(served.get(&people.tom, "/me").status, 200);
    program.done(&["admin", "token", "revoke", &text(of_tom, "id")]);
    assert_eq!(served.get(&people.tom, "/me").status, 401);
}

/// Every working second of the case and of its request is charged to one of them.
fn adds_up(program: &Program<'_>, reference: &str, asked: &str) {
    let call = ["account", reference, "--calendar", "X24", "--json"];
    let account: Value = serde_json::from_str(&program.done(&call)).unwrap();
    assert_eq!(
        (&account["ref"], &account["requests"][0]["ref"]),
        (&reference.into(), &asked.into())
    );
    for part in [&account, &account["requests"][0]] {
        for parts in [&part["shares"], &part["intervals"]] {
            let seconds =
                parts.as_array().unwrap().iter().map(|one| one["seconds"].as_i64().unwrap());
            assert_eq!(seconds.sum::<i64>(), part["working_seconds"].as_i64().unwrap(), "{part}");
        }
    }
    let hands: Vec<&Value> = account["requests"][0]["shares"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["hand"])
        .collect();
    assert_eq!(hands, ["department", "sender", "verify"]);
    assert_eq!(account["shares"][0]["department"], "Customer service");
    let missing = program.run(&["account", "C-999999"]);
    assert_eq!((missing.code, missing.out.as_str()), (3, ""), "{}", missing.talk);
}

#[test]
fn an_organisation_is_set_up_served_and_verified_from_the_command_line() {
    for place in Place::both() {
        let program = Program::at(&place);
        let people = set_up(&program);
        let served = program.serve();
        let (reference, asked) = work(&program, &served, &people);
        look(&program, &served, &people, &reference, &asked);
        signs_in(&program, &served, &reference);
        tokens_end(&program, &served, &people);
        served.stop();
        let whole = program.is_whole();
        assert!(whole["events"].as_u64().unwrap() > 12, "{whole}");
        assert_eq!(program.done(&["rebuild"]), "1 cases, 0 customers");
        program.is_whole();
        adds_up(&program, &reference, &asked);
        // What was done is there after a restart.
        let served = program.serve();
        let shown = program.ask(&served, &people.ada, &["case", "show", &reference, "--json"]);
        let shown: Value = serde_json::from_str(&shown.out).unwrap();
        assert_eq!(shown["state"], "closed");
    }
}
