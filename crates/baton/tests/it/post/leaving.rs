//! Letters leave when they can no longer be taken back, whatever happens in between.

use std::time::Duration;

use baton_testkit::Place;
use baton_testkit::http::Call;
use baton_testkit::post::PostOffice;
use baton_testkit::wait::{pause, until_at_most};
use serde_json::json;

use crate::bodies;
use crate::program::{Program, Served};
use crate::refusals::is_problem;
use crate::scenes::text;

/// Longer than a letter can be taken back, with time for a slow machine.
const PATIENCE: Duration = Duration::from_secs(40);

struct Desk<'p> {
    program: Program<'p>,
    token: String,
    case: String,
}

impl<'p> Desk<'p> {
    fn new(place: &'p Place, post: &PostOffice) -> Self {
        let program = Program::at(place).with(&[
            "smtp.host=127.0.0.1",
            &format!("smtp.port={}", post.port),
            "smtp.tls=none",
            "smtp.from=desk@baton.example",
        ]);
        let token = program.init();
        let served = program.serve();
        let customer = served.post(&token, "/customers", &bodies::customer());
        let case = served.post(&token, "/cases", &bodies::case(customer["id"].as_str()));
        served.stop();
        Self { program, token, case: text(&case, "id") }
    }

    fn write(&self, served: &Served, body: &str) -> String {
        let update = json!({ "kind": "progress", "channel": "email", "body": body });
        let path = format!("/cases/{}/customer-updates", self.case);
        text(&served.post(&self.token, &path, &update), "id")
    }

    fn dispatch(&self, served: &Served, message: &str) -> String {
        let case = served.get(&self.token, &format!("/cases/{}", self.case)).ok();
        let messages = case["messages"].as_array().unwrap();
        let found = messages.iter().find(|known| known["id"] == message).unwrap();
        text(found, "dispatch")
    }
}

fn bodies_of(post: &PostOffice) -> Vec<&'static str> {
    let delivered = post.for_address("grace@customer.example");
    let mut found: Vec<&str> = delivered
        .iter()
        .flat_map(|mail| {
            ["stays in", "taken back", "waits long"]
                .into_iter()
                .filter(|words| mail.text.contains(words))
        })
        .collect();
    found.sort_unstable();
    found
}

fn a_letter_taken_back_never_leaves(place: &Place) {
    let post = PostOffice::open(&[]);
    let desk = Desk::new(place, &post);
    let mut served = desk.program.serve();
    let stays = desk.write(&served, "This letter stays in.");
    let back = desk.write(&served, "This letter is taken back.");
    let undo = format!("/cases/{}/messages/{back}/undo", desk.case);
    served.post(&desk.token, &undo, &json!({}));
    let waits = desk.write(&served, "This letter waits long enough.");
    served.kill();
    assert_eq!(bodies_of(&post), Vec::<&str>::new(), "nothing leaves while it can be taken back");

    let served = desk.program.serve();
    assert_eq!(desk.dispatch(&served, &back), "undone", "taking back is durable");
    assert_eq!(desk.dispatch(&served, &stays), "held");
    until_at_most("two letters", PATIENCE, || (bodies_of(&post).len() >= 2).then_some(()));
    pause(Duration::from_secs(2));
    assert_eq!(bodies_of(&post), ["stays in", "waits long"], "each once, and nothing else");
    for message in [&stays, &waits] {
        until_at_most("left", PATIENCE, || {
            (desk.dispatch(&served, message) == "left").then_some(())
        });
    }
    served.stop();
    desk.program.is_whole();
}

/// The server died while two letters could still be taken back: one was written long before it comes
/// back, the other just now. Both can be taken back for five seconds more.
fn a_letter_can_be_taken_back_after_the_server_was_dead(place: &Place) {
    let post = PostOffice::open(&[]);
    let desk = Desk::new(place, &post);
    let mut served = desk.program.serve();
    let back = desk.write(&served, "This letter is taken back.");
    let stays = desk.write(&served, "This letter stays in.");
    served.kill();
    pause(Duration::from_secs(17));
    let served = desk.program.serve();
    let undo = Call::json(format!("/api/v1/cases/{}/messages/{back}/undo", desk.case), &json!({}));
    let undone = served.client.send(&undo.token(&desk.token));
    assert_eq!(undone.status, 200, "{}", undone.text());
    until_at_most("a letter", PATIENCE, || (!bodies_of(&post).is_empty()).then_some(()));
    until_at_most("left", PATIENCE, || (desk.dispatch(&served, &stays) == "left").then_some(()));
    assert_eq!(bodies_of(&post), ["stays in"]);
    assert_eq!(desk.dispatch(&served, &back), "undone");
    served.stop();
    desk.program.is_whole();
}

/// The server will never take it: the customer does not know, the owner is told so, and the address
/// stands nowhere but in the case.
fn a_letter_that_is_refused_comes_back(place: &Place) {
    let post = PostOffice::open(&["--refuse", "grace@customer.example"]);
    let desk = Desk::new(place, &post);
    let served = desk.program.serve();
    let update = json!({ "kind": "outcome", "channel": "email", "body": "It comes on Wednesday." });
    let path = format!("/cases/{}", desk.case);
    let told = served.post(&desk.token, &format!("{path}/customer-updates"), &update);
    until_at_most("a bounce", PATIENCE, || {
        (desk.dispatch(&served, &text(&told, "id")) == "bounced").then_some(())
    });
    let close = Call::json(format!("/api/v1{path}/closure"), &bodies::closure());
    is_problem(&served.client.send(&close.token(&desk.token)), 409, "customer_not_told");
    let jobs = until_at_most("a job that was given up", PATIENCE, || {
        let jobs = served.get(&desk.token, "/jobs").text();
        jobs.contains("send_message").then_some(jobs)
    });
    assert!(jobs.contains("no such mailbox") && !jobs.contains("grace@"), "{jobs}");
    let talk = served.stop().join("\n");
    assert!(!talk.contains("grace@"), "{talk}");
}

#[test]
fn letters_leave_once_unless_taken_back_even_if_the_server_dies_and_a_refusal_is_known() {
    std::thread::scope(|scope| {
        for place in Place::both() {
            scope.spawn(move || a_letter_taken_back_never_leaves(&place));
        }
        for place in Place::both() {
            scope.spawn(move || a_letter_can_be_taken_back_after_the_server_was_dead(&place));
        }
        scope.spawn(|| a_letter_that_is_refused_comes_back(&Place::sqlite()));
    });
}
