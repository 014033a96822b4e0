//! Two cases of one matter are merged: nothing is lost, nothing is forgotten, and it can be taken
//! back.

use baton_core::time::Span;
use baton_testkit::http::Call;
use serde_json::{Value, json};

use crate::bodies;
use crate::browser::{Browser, only_form, plain};
use crate::program::Program;
use crate::refusals::is_problem;
use crate::scenes::text;
use crate::world::World;

/// Two cases of one customer: the one to be merged, and the one that goes on.
struct Pair {
    merged: String,
    survivor: String,
}

fn pair(world: &World) -> Pair {
    let merged = world.case();
    let survivor = world.beside(&merged);
    Pair { merged, survivor }
}

impl Pair {
    #[track_caller]
    fn merge(&self, world: &World) -> Value {
        let into = json!({ "survivor": self.survivor });
        world.done(world.cast.amira, &format!("/cases/{}/merger", self.merged), &into)
    }

    #[track_caller]
    fn separate(&self, world: &World) -> Value {
        let path = format!("/cases/{}/separation", self.merged);
        world.done(world.cast.amira, &path, &json!({}))
    }
}

fn seen(world: &World, case: &str) -> Value {
    world.seen(world.cast.amira, &format!("/cases/{case}"))
}

fn said(case: &Value) -> Vec<String> {
    case["messages"].as_array().unwrap().iter().map(|message| text(message, "body")).collect()
}

fn references(world: &World, query: &str) -> Vec<String> {
    let page = world.seen(world.cast.amira, &format!("/cases?{query}&limit=200"));
    page["items"].as_array().unwrap().iter().map(|item| text(item, "ref")).collect()
}

#[test]
fn the_merged_case_rests_and_is_found_and_says_where_it_goes_on() {
    World::both(|world| {
        let two = pair(world);
        let shown = two.merge(world);
        let on = seen(world, &two.survivor);
        assert_eq!(shown["state"], "merged");
        assert_eq!(shown["merger"]["ref"], on["ref"]);
        assert_eq!(on["joined"][0]["ref"], shown["ref"]);
        assert_eq!(on["received_at"], shown["received_at"], "the earliest counts");
        let (own, goes_on) = (text(&shown, "ref"), text(&on, "ref"));
        let due = references(world, "view=mine&order=due");
        assert!(due.contains(&goes_on) && !due.contains(&own), "{due:?}");
        assert!(references(world, "view=all&q=stayed").contains(&own));
        let rows = world.seen(world.cast.amira, "/cases?view=all&state=merged");
        assert_eq!(rows["items"][0]["merged_into"], on["ref"]);
        let note = json!({ "kind": "note", "body": "She rang." });
        let path = format!("/cases/{}/messages", two.merged);
        let refused = world.post(world.cast.amira, &path, &note);
        is_problem(&refused, 409, "terminal");
        assert!(refused.text().contains(&goes_on), "{}", refused.text());
        Program::at(&world.place).is_whole();
    });
}

#[test]
fn taken_back_both_cases_are_what_they_were_and_the_rows_too() {
    World::both(|world| {
        let two = pair(world);
        let before = seen(world, &two.merged);
        two.merge(world);
        world.clock.advance(Span::times_24h(29));
        let after = two.separate(world);
        for field in ["messages", "promises", "requests", "owner", "received_at", "merger"] {
            assert_eq!(after[field], before[field], "{field}");
        }
        assert_eq!(seen(world, &two.survivor)["joined"], json!([]));
        assert!(references(world, "view=mine&order=due").contains(&text(&after, "ref")));
        is_problem(
            &world.post(world.cast.amira, &format!("/cases/{}/separation", two.merged), &json!({})),
            409,
            "illegal_move",
        );
        two.merge(world);
        world.clock.advance(Span::times_24h(31));
        world.wait(world.desk.run_due_jobs()).unwrap();
        let shown = seen(world, &two.merged);
        assert_eq!(shown["merger"]["until"], Value::Null, "{shown}");
        let path = format!("/cases/{}/separation", two.merged);
        is_problem(&world.post(world.cast.amira, &path, &json!({})), 409, "terminal");
        Program::at(&world.place).is_whole();
    });
}

#[test]
fn the_same_merger_sent_twice_is_made_once() {
    World::both(|world| {
        let two = pair(world);
        let call = || {
            let into = json!({ "survivor": two.survivor });
            let path = format!("/api/v1/cases/{}/merger", two.merged);
            Call::json(path, &into).header("Idempotency-Key", "merge-1")
        };
        let first = world.send(world.cast.amira, call()).ok();
        let again = world.send(world.cast.amira, call()).ok();
        assert_eq!(first["version"], again["version"]);
        assert_eq!(seen(world, &two.survivor)["joined"].as_array().unwrap().len(), 1);
    });
}

/// The Message-ID of the letter that was written in a case, once it has left.
fn letter_of(world: &World, case: &str) -> String {
    let reference = text(&seen(world, case), "ref");
    world.clock.advance(Span::seconds(16));
    world.wait(world.desk.run_due_jobs()).unwrap();
    let outbox = std::fs::read_dir(world.place.folder().join("outbox")).unwrap();
    let letters = outbox.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let tag = format!("[{reference}]");
    let ours = |letter: &String| letter.contains(&tag) && letter.contains("grace@customer.example");
    let letter = letters.into_iter().find(ours).expect("a letter left");
    let id = letter.lines().find(|line| line.to_lowercase().starts_with("message-id:")).unwrap();
    id.split_once(':').map(|(_, id)| id.trim().to_owned()).unwrap()
}

fn writes(world: &World, case: &str) {
    let reply = json!({ "kind": "reply", "channel": "email", "body": "We look for it." });
    world.done(world.cast.amira, &format!("/cases/{case}/messages"), &reply);
}

fn mail(id: &str, word: &str) -> Vec<u8> {
    format!(
        "From: Grace <grace@customer.example>\r\nTo: desk@baton.example\r\nSubject: Re: it\r\n\
         Message-ID: <{word}@customer.example>\r\nIn-Reply-To: {id}\r\n\r\nIt came, {word}.\r\n"
    )
    .into_bytes()
}

#[test]
fn an_answer_to_a_letter_of_the_merged_case_lands_where_it_goes_on() {
    World::both(|world| {
        let two = pair(world);
        writes(world, &two.merged);
        let id = letter_of(world, &two.merged);
        two.merge(world);
        let taken = world.wait(world.desk.take_in(mail(&id, "thanks"))).unwrap();
        assert_eq!(taken.case.map(|case| case.to_string()), Some(two.survivor.clone()));
        assert!(said(&seen(world, &two.survivor)).iter().any(|body| body.contains("thanks")));
        // On its own again, it takes its own answers; what came meanwhile stays where it was read.
        two.separate(world);
        let taken = world.wait(world.desk.take_in(mail(&id, "again"))).unwrap();
        assert_eq!(taken.case.map(|case| case.to_string()), Some(two.merged.clone()));
        assert!(said(&seen(world, &two.survivor)).iter().any(|body| body.contains("thanks")));
    });
}

#[test]
fn a_letter_of_the_merged_case_that_comes_back_keeps_the_other_one_open() {
    World::both(|world| {
        let two = pair(world);
        let mut told = bodies::outcome();
        told["channel"] = json!("email");
        let path = format!("/cases/{}/customer-updates", two.merged);
        world.done(world.cast.amira, &path, &told);
        let path = format!("/cases/{}/merger", two.merged);
        let into = json!({ "survivor": two.survivor });
        is_problem(&world.post(world.cast.amira, &path, &into), 409, "illegal_move");
        let id = letter_of(world, &two.merged);
        let path = format!("/cases/{}/customer-updates", two.survivor);
        world.done(world.cast.amira, &path, &bodies::outcome());
        two.merge(world);
        assert_eq!(seen(world, &two.survivor)["state"], "resolved");
        let report = crate::post::letters::bounce(&id, "grace@customer.example");
        world.wait(world.desk.take_in(report.into_bytes())).unwrap();
        let path = format!("/cases/{}/closure", two.survivor);
        let refused = world.post(world.cast.amira, &path, &bodies::closure());
        is_problem(&refused, 409, "customer_not_told");
    });
}

#[test]
fn only_whoever_has_both_merges_them_and_nobody_else_learns_of_them() {
    World::both(|world| {
        let (two, cast) = (pair(world), world.cast);
        let path = format!("/cases/{}/merger", two.merged);
        let into = |survivor: &str| json!({ "survivor": survivor });
        is_problem(&world.post(cast.sam, &path, &into(&two.survivor)), 403, "not_your_side");
        is_problem(&world.post(cast.tom, &path, &into(&two.survivor)), 404, "not_found");
        let stranger = world.case();
        for wrong in [&two.merged, &stranger, &"C-1".to_owned()] {
            is_problem(&world.post(cast.amira, &path, &into(wrong)), 422, "invalid");
        }
        let open = world.sent();
        let path = format!("/cases/{}/merger", open.case);
        let refused = world.post(cast.amira, &path, &into(&world.beside(&open.case)));
        is_problem(&refused, 409, "request_open");
        world.done(cast.lena, &format!("/cases/{}/merger", two.merged), &into(&two.survivor));
    });
}

#[test]
fn on_the_page_the_other_case_is_found_compared_and_merged_and_its_story_stays() {
    World::both(|world| {
        let two = pair(world);
        let on = text(&seen(world, &two.survivor), "ref");
        let mut amira = Browser::of(world, world.cast.amira);
        let form = format!("/cases/{}/merger/new", two.merged);
        let found = amira.get(&form);
        assert!(found.text().contains(&format!("?survivor={on}")), "{}", plain(&found.text()));
        let compared = amira.get(&format!("{form}?survivor={on}"));
        assert!(compared.text().contains("Both cases side by side"));
        let path = format!("/cases/{}/merger", two.merged);
        let sent = amira.submit(&only_form(&compared, &path));
        assert_eq!(sent.status, 303, "{}", plain(&sent.text()));
        let page = amira.get(&format!("/cases/{}", two.survivor)).text();
        assert!(page.contains("Merged into this case"), "{}", plain(&page));
        assert!(page.contains("I have stayed at home for two days."), "{}", plain(&page));
        let page = amira.get(&format!("/cases/{}", two.merged)).text();
        assert!(page.contains(&format!("Merged into {on}. It goes on there.")));
        let path = format!("/cases/{}/separation", two.merged);
        let asked = amira.get(&format!("{path}/new"));
        let back = amira.submit(&only_form(&asked, &path));
        assert_eq!(back.status, 303, "{}", plain(&back.text()));
        assert_eq!(seen(world, &two.merged)["state"], "open");
    });
}
