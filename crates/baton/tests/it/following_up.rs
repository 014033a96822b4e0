//! A closed case is reopened for fourteen days; whatever comes later is a new case that follows it,
//! by API, page and mail, and lands in one place.

use baton_core::time::Span;
use serde_json::{Value, json};

use crate::bodies;
use crate::browser::{Browser, plain};
use crate::refusals::is_problem;
use crate::scenes::text;
use crate::service_levels;
use crate::world::World;

fn seen(world: &World, case: &str) -> Value {
    world.seen(world.cast.amira, &format!("/cases/{case}"))
}

/// A case of long ago, closed.
fn closed_long_ago(world: &World) -> String {
    let case = world.closed().case;
    world.clock.advance(Span::times_24h(16));
    case
}

fn opening(world: &World, follows: &str, customer: &Value) -> Value {
    let mut form = bodies::case(customer.as_str());
    form["follows"] = json!(follows);
    form["owner"] = json!(world.cast.amira.to_string());
    form
}

#[test]
fn what_was_closed_long_ago_is_not_reopened_and_a_case_that_follows_it_is_opened() {
    World::both(|world| {
        let amira = world.cast.amira;
        service_levels::set(world, 40);
        let fresh = world.closed().case;
        world.clock.advance(Span::times_24h(13));
        let reopened = format!("/cases/{fresh}/reopening");
        world.done(amira, &reopened, &bodies::reason());
        let case = closed_long_ago(world);
        let shown = seen(world, &case);
        let moves = world.seen(amira, &format!("/cases/{case}/moves"));
        assert!(!moves.to_string().contains("reopen"), "{moves}");
        let path = format!("/cases/{case}");
        let refused = world.post(amira, &format!("{path}/reopening"), &bodies::reason());
        is_problem(&refused, 409, "terminal");
        let came = json!({ "kind": "inbound", "channel": "phone", "body": "It is broken." });
        is_problem(&world.post(amira, &format!("{path}/messages"), &came), 409, "terminal");
        // Only a closed case of the same customer is followed.
        let reference = text(&shown, "ref");
        let other = opening(world, &reference, &json!(world.customer()));
        is_problem(&world.post(amira, "/cases", &other), 422, "invalid");
        let open = opening(world, &fresh, &seen(world, &fresh)["customer"]);
        is_problem(&world.post(amira, "/cases", &open), 422, "invalid");
        let hidden = opening(world, "C-999999", &shown["customer"]);
        is_problem(&world.post(amira, "/cases", &hidden), 422, "invalid");
        let next = world.done(amira, "/cases", &opening(world, &reference, &shown["customer"]));
        assert_eq!(next["follows"], json!(reference));
        let due = |case: &Value| case["clocks"].as_array().unwrap()[0]["started"].clone();
        assert_eq!(due(&next), next["received_at"], "its clocks start anew");
        assert_eq!(seen(world, &case)["state"], "closed");
    });
}

#[test]
fn the_pages_offer_the_case_that_follows_and_lead_both_ways() {
    World::both(|world| {
        let case = closed_long_ago(world);
        let shown = seen(world, &case);
        let (reference, customer) = (text(&shown, "ref"), text(&shown, "customer"));
        let mut browser = Browser::of(world, world.cast.amira);
        let page = browser.get(&format!("/cases/{case}")).text();
        let href = format!("/cases/new?follows={reference}&amp;customer={customer}");
        assert!(page.contains(&href) && !page.contains("reopening/new"), "{}", plain(&page));
        let page = browser.get(&format!("/cases/{case}/reopening/new")).text();
        assert!(page.contains(&href) && plain(&page).contains("more than 14 days ago"));
        let form = browser.get(&href.replace("&amp;", "&")).text();
        for said in [format!("name=\"follows\" value=\"{reference}\""), text(&shown, "subject")] {
            assert!(form.contains(&said), "{said}: {form}");
        }
        let fields = [
            ("form_token", browser.token()),
            ("customer", customer),
            ("follows", reference.clone()),
            ("channel", "phone".to_owned()),
            ("subject", "Broken again".to_owned()),
            ("body", "It broke on the first day.".to_owned()),
        ];
        let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
        let reply = browser.post("/cases", baton_testkit::http::form(&fields));
        let next = reply.header("location").trim_start_matches("/cases/").to_owned();
        let next = text(&seen(world, &next), "ref");
        let old = plain(&browser.get(&format!("/cases/{case}")).text());
        assert!(old.contains(&format!("taken up again in {next}")), "{old}");
        let new = plain(&browser.get(&format!("/cases/{next}")).text());
        assert!(new.contains(&format!("what was closed in {reference}")), "{new}");
    });
}

fn mail(answers: &str, word: &str) -> Vec<u8> {
    format!(
        "From: Grace <grace@customer.example>\r\nTo: desk@localhost\r\nSubject: Broken, {word}\r\n\
         Message-ID: <{word}@customer.example>\r\nIn-Reply-To: {answers}\r\n\r\nIt broke, {word}.\r\n"
    )
    .into_bytes()
}

#[test]
fn an_answer_to_an_old_letter_opens_one_case_that_follows_and_later_ones_land_there() {
    World::both(|world| {
        let first = mail("<nobody@customer.example>", "first");
        let opened = world.wait(world.desk.take_in(first)).unwrap().case.unwrap().to_string();
        let lena = world.cast.lena;
        let path = format!("/cases/{opened}");
        let told = json!({ "kind": "outcome", "channel": "phone", "body": "We sent another." });
        world.done(lena, &format!("{path}/customer-updates"), &told);
        world.done(lena, &format!("{path}/closure"), &bodies::closure());
        let shown = world.seen(lena, &path);
        world.clock.advance(Span::times_24h(16));
        let answer = |word: &str| {
            let taken = world.wait(world.desk.take_in(mail("<first@customer.example>", word)));
            taken.unwrap().case.unwrap().to_string()
        };
        let next = answer("second");
        assert_ne!(next, opened);
        let following = world.seen(lena, &format!("/cases/{next}"));
        assert_eq!(following["follows"], shown["ref"]);
        assert_eq!(following["subject"], "Broken, second");
        for same in ["customer", "owner", "department", "channel"] {
            assert_eq!(following[same], shown[same], "{same}");
        }
        assert_eq!(world.seen(lena, &path)["state"], "closed");
        assert_eq!(world.seen(lena, &path)["messages"], shown["messages"]);
        assert_eq!(answer("third"), next, "one case takes it up again, not two");
        let messages = world.seen(lena, &format!("/cases/{next}"))["messages"].clone();
        assert_eq!(messages.as_array().unwrap().len(), 2);
    });
}
