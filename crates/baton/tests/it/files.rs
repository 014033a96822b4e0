//! Files go with a request, with its answer and with what the customer is told, and nowhere else.

use baton_core::ids::PersonId;
use baton_core::time::Span;
use baton_testkit::http::Call;
use serde_json::{Value, json};

use crate::bodies;
use crate::browser::{Browser, Form, only_form, plain};
use crate::refusals::is_problem;
use crate::scenes::text;
use crate::world::World;

/// `The kettle.` and `The label.` in Base64.
const KETTLE: &str = "VGhlIGtldHRsZS4=";
const LABEL: &str = "VGhlIGxhYmVsLg==";

fn handed_in(world: &World, person: PersonId, name: &str, data: &str) -> String {
    let form = json!({ "name": name, "media_type": "text/plain", "data": data });
    text(&world.done(person, "/uploads", &form), "id")
}

/// A request with a file, to logistics.
fn asked(world: &World) -> (String, String) {
    let (amira, case) = (world.cast.amira, world.case());
    let mut form = bodies::ask(world, world.cast.logistics);
    form["files"] = json!([handed_in(world, amira, "kettle.txt", KETTLE)]);
    let raised = world.done(amira, &format!("/cases/{case}/requests"), &form);
    (case, text(&raised, "id"))
}

fn opened(world: &World, person: PersonId, request: &str, place: usize) -> u16 {
    world.get(person, &format!("/requests/{request}/files/{place}")).status
}

#[test]
fn a_file_goes_with_the_request_comes_with_the_answer_and_leaves_with_the_outcome() {
    World::both(|world| {
        let cast = world.cast;
        let (case, request) = asked(world);
        let shown = world.seen(cast.tom, &format!("/requests/{request}"));
        assert_eq!(shown["files"][0]["name"], "kettle.txt");
        assert_eq!(shown["files"][0]["side"], "from");
        let at = format!("/requests/{request}/files/0");
        assert_eq!(world.seen(cast.tom, &at)["data"], KETTLE);
        assert_eq!(opened(world, cast.priya, &request, 0), 404, "nobody else asked or was asked");

        world.act(cast.tom, &request, "acknowledgement", &json!({}));
        let shown = world.seen(cast.tom, &format!("/requests/{request}"));
        world.act(cast.tom, &request, "read-back", &bodies::read_back(world, &shown));
        world.act(cast.amira, &request, "confirmation", &json!({}));
        let mut answer = bodies::delivery();
        answer["files"] = json!([handed_in(world, cast.tom, "label.txt", LABEL)]);
        world.act(cast.tom, &request, "delivery", &answer);
        assert_eq!(world.seen(cast.amira, &format!("/requests/{request}/files/1"))["data"], LABEL);
        world.act(cast.amira, &request, "verification", &json!({}));

        let told = json!({
            "kind": "outcome", "channel": "email", "body": "The label is in this mail.",
            "files": [format!("request-{request}/1")],
        });
        world.done(cast.amira, &format!("/cases/{case}/customer-updates"), &told);
        world.clock.advance(Span::minutes(1));
        world.wait(world.desk.run_due_jobs()).unwrap();
        let letters = letters(world);
        let letter = letters.iter().find(|letter| letter.contains("label is in this mail"));
        let letter = letter.expect("the customer is told");
        assert!(letter.contains("label.txt") && letter.contains("The label."), "{letter}");
        assert!(!letter.contains("kettle.txt"), "what they did not tick stays here");
    });
}

/// All that left by mail.
fn letters(world: &World) -> Vec<String> {
    let folder = std::fs::read_dir(world.place.folder().join("outbox")).unwrap();
    folder.map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap()).collect()
}

#[test]
fn a_file_of_another_person_or_of_another_case_is_no_file() {
    World::both(|world| {
        let cast = world.cast;
        let (case, request) = asked(world);
        let at = format!("/cases/{case}/requests");
        let of_tom = handed_in(world, cast.tom, "kettle.txt", KETTLE);
        let elsewhere = format!("request-{request}/0");
        let beside = world.beside(&case);
        let unheard = "0".repeat(64);
        for (path, named) in [
            (&at, of_tom.as_str()),
            (&at, "draft/0"),
            (&at, "message-00000000000000000000000000/0"),
            (&at, "../../etc/passwd"),
            (&at, &unheard),
            (&format!("/cases/{beside}/requests"), &elsewhere),
        ] {
            let mut form = bodies::ask(world, cast.logistics);
            form["files"] = json!([named]);
            let reply = world.post(cast.amira, path, &form);
            is_problem(&reply, 422, "invalid");
            assert_eq!(reply.json()["fields"][0]["field"], "files", "{named}");
        }
    });
}

#[test]
fn whoever_was_asked_opens_the_files_until_five_working_days_after_the_end() {
    World::both(|world| {
        let cast = world.cast;
        let (_, request) = asked(world);
        world.act(cast.amira, &request, "withdrawal", &json!({ "reason": "It has come." }));
        world.clock.advance(Span::times_24h(4));
        assert_eq!(opened(world, cast.tom, &request, 0), 200);
        world.clock.advance(Span::times_24h(9));
        assert_eq!(opened(world, cast.tom, &request, 0), 404);
        assert_eq!(opened(world, cast.amira, &request, 0), 200, "it is their customer");
        let page = Browser::of(world, cast.tom).get(&format!("/requests/{request}"));
        assert!(
            plain(&page.text()).contains("kettle.txt"),
            "what it was called is part of the ask"
        );
        assert!(!page.text().contains("/files/0"), "and leads nowhere");
    });
}

#[test]
fn what_cannot_be_a_file_is_refused_with_the_reason() {
    World::both(|world| {
        let (amira, case) = (world.cast.amira, world.case());
        let hand_in = |form: Value| world.post(amira, "/uploads", &form);
        for (form, field, code) in [
            (json!({ "name": "a.txt", "data": "no base64!" }), "data", "not_base64"),
            (json!({ "name": "a.txt", "data": " " }), "data", "blank"),
            (json!({ "data": KETTLE }), "name", "missing"),
        ] {
            let reply = hand_in(form);
            is_problem(&reply, 422, "invalid");
            let error = &reply.json()["fields"][0];
            assert_eq!(
                (error["field"].as_str(), error["code"].as_str()),
                (Some(field), Some(code))
            );
        }
        let one = handed_in(world, amira, "kettle.txt", KETTLE);
        let note = json!({ "kind": "note", "body": "Many.", "files": vec![one; 11] });
        let reply = world.post(amira, &format!("/cases/{case}/messages"), &note);
        is_problem(&reply, 422, "invalid");
        assert_eq!(reply.json()["fields"][0]["field"], "files");
    });
}

#[test]
fn bytes_that_nobody_sent_go_after_a_day_and_what_was_sent_stays() {
    World::both(|world| {
        let amira = world.cast.amira;
        let (_, request) = asked(world);
        let waiting = handed_in(world, amira, "label.txt", LABEL);
        let kept = || world.wait(baton_store::files::list(&world.desk.store().link(), "", 99));
        let erased = || kept().unwrap().iter().filter(|file| file.erased_at.is_some()).count();
        let key = || baton_store::keys::SigningKey::from_seed(&[7; 32]).unwrap();
        world.clock.advance(Span::hours(23));
        world.wait(world.desk.tidy(&key())).unwrap();
        assert_eq!(erased(), 0);
        world.clock.advance(Span::hours(2));
        world.wait(world.desk.tidy(&key())).unwrap();
        assert_eq!(erased(), 1, "the label, which nobody sent");
        assert_eq!(opened(world, amira, &request, 0), 200);
        let note = json!({ "kind": "note", "body": "Late.", "files": [waiting] });
        let case = world.case();
        is_problem(&world.post(amira, &format!("/cases/{case}/messages"), &note), 422, "invalid");
    });
}

/// A form as a browser sends it with files; the line that parts it differs each time.
fn multipart(form: &Form, files: &[(&str, &str)], boundary: &str) -> (String, Vec<u8>) {
    let mut body = String::new();
    for (name, value) in &form.pairs {
        body.push_str(&format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        ));
    }
    for (name, text) in files {
        body.push_str(&format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"files\"; \
             filename=\"{name}\"\r\nContent-Type: text/plain\r\n\r\n{text}\r\n"
        ));
    }
    body.push_str(&format!("--{boundary}--\r\n"));
    (format!("multipart/form-data; boundary={boundary}"), body.into_bytes())
}

#[test]
fn a_form_that_needs_another_look_keeps_its_files_and_sent_twice_acts_once() {
    World::both(|world| {
        let (cast, case) = (world.cast, world.case());
        let mut amira = Browser::of(world, cast.amira);
        let at = format!("/cases/{case}/requests");
        let asked = amira.get(&format!("{at}/new?to={}", cast.logistics));
        let form = only_form(&asked, &at).fill("mode", "delegate").fill("need", "Find the kettle.");
        let (kind, body) = multipart(&form, &[("kettle.txt", "The kettle.")], "x");
        let again = amira.send(Call::post(&at, &kind, body));
        assert_eq!(again.status, 422);
        let mut form = only_form(&again, &at);
        assert!(form.value("files").ends_with(" kettle.txt"), "it is ticked: {}", again.text());
        let ask = bodies::ask(world, cast.logistics);
        for name in ["outcome_wanted", "why", "why_department", "background"] {
            form = form.fill(name, ask[name].as_str().unwrap());
        }
        form = form.fill("needed_by.date", "2031-12-01").fill("needed_by.time", "12:00");
        let (kind, body) = multipart(&form, &[("second.txt", "Two."), ("", "")], "y");
        let done = amira.send(Call::post(&at, &kind, body));
        assert_eq!(done.status, 303, "{}", plain(&done.text()));
        let (kind, body) = multipart(&form, &[("second.txt", "Two."), ("", "")], "z");
        let twice = amira.send(Call::post(&at, &kind, body));
        assert_eq!(twice.header("location"), done.header("location"), "it is the same request");

        let shown = world.seen(cast.amira, &format!("/cases/{case}"));
        assert_eq!(shown["requests"].as_array().unwrap().len(), 1);
        let names: Vec<&str> =
            shown["requests"][0]["files"].as_array().unwrap().iter().map(name_of).collect();
        assert_eq!(names, ["kettle.txt", "second.txt"]);
        let page = amira.get(done.header("location"));
        assert!(page.text().contains("/files/1"), "the page leads to it");
        let file = amira.get(&format!("/requests/{}/files/0", text(&shown["requests"][0], "id")));
        assert_eq!(file.text(), "The kettle.");
        assert_eq!(file.header("content-type"), "application/octet-stream");
        assert!(file.header("content-disposition").starts_with("attachment;"));
    });
}

fn name_of(file: &Value) -> &str {
    file["name"].as_str().unwrap()
}
