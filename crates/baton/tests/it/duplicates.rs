//! Two records of one customer are merged: one page for both, mail from either address, one erasure.

use baton_core::time::Span;
use serde_json::{Value, json};

use crate::bodies;
use crate::browser::{Browser, only_form, plain};
use crate::program::Program;
use crate::refusals::is_problem;
use crate::scenes::text;
use crate::world::World;

/// The record to be merged, and the one that stands for both; a case of each.
struct Pair {
    merged: String,
    survivor: String,
    cases: [String; 2],
}

fn pair(world: &World) -> Pair {
    let form = json!({
        "name": "G. Okafor", "emails": ["grace@work.example"], "phones": ["+44 20 7946 0001"],
        "account": "ACC-9",
    });
    let merged = text(&world.done(world.cast.amira, "/customers", &form), "id");
    let survivor = world.customer();
    let case = |customer: &String| {
        text(&world.done(world.cast.amira, "/cases", &bodies::case(Some(customer))), "id")
    };
    let cases = [case(&merged), case(&survivor)];
    Pair { merged, survivor, cases }
}

impl Pair {
    fn merge(&self, world: &World) -> Value {
        let form = json!({ "survivor": self.survivor, "values": { "account": "merged" } });
        world.done(world.cast.amira, &format!("/customers/{}/merger", self.merged), &form)
    }
}

fn known(world: &World, customer: &str) -> Value {
    world.seen(world.cast.amira, &format!("/customers/{customer}"))
}

fn without_version(mut customer: Value) -> Value {
    customer["version"] = json!(0);
    customer
}

#[test]
fn two_records_of_a_customer_become_one_and_can_be_taken_apart() {
    World::both(|world| {
        let two = pair(world);
        let before = [&two.merged, &two.survivor].map(|id| without_version(known(world, id)));
        let merged = two.merge(world);
        assert_eq!(merged["merged_into"], two.survivor.as_str());
        let on = known(world, &two.survivor);
        assert_eq!(on["account"], "ACC-9", "chosen");
        assert_eq!(on["name"], "Grace Okafor", "kept");
        assert_eq!(on["emails"], json!(["grace@customer.example", "grace@work.example"]));
        assert_eq!(on["joined"], json!([two.merged]));
        let path = format!("/customers/{}/revision", two.merged);
        let change = json!({ "set": { "account": "A" } });
        is_problem(&world.post(world.cast.amira, &path, &change), 409, "terminal");
        world.clock.advance(Span::times_24h(29));
        let path = format!("/customers/{}/separation", two.merged);
        world.done(world.cast.amira, &path, &json!({}));
        let after = [&two.merged, &two.survivor].map(|id| without_version(known(world, id)));
        assert_eq!(after, before);
        Program::at(&world.place).is_whole();
    });
}

#[test]
fn mail_from_either_address_and_cases_of_either_record_are_the_one_customers() {
    World::both(|world| {
        let two = pair(world);
        two.merge(world);
        let letter = "From: G <grace@work.example>\r\nTo: desk@baton.example\r\nSubject: Hello\r\n\
             Message-ID: <hello@work.example>\r\n\r\nWhere is it?\r\n";
        let taken = world.wait(world.desk.take_in(letter.as_bytes().to_vec())).unwrap();
        let case = taken.case.unwrap().to_string();
        let shown = world.seen(world.cast.amira, &format!("/cases/{case}"));
        assert_eq!(shown["customer"], two.survivor.as_str());
        let [one, other] = &two.cases;
        let into = json!({ "survivor": other });
        world.done(world.cast.amira, &format!("/cases/{one}/merger"), &into);
        let mut amira = Browser::of(world, world.cast.amira);
        let page = amira.get(&format!("/customers/{}", two.survivor)).text();
        for case in two.cases.iter().chain([&case]) {
            assert!(page.contains(&format!("/cases/{case}")), "{}", plain(&page));
        }
    });
}

#[test]
fn whoever_is_erased_is_erased_with_every_record() {
    World::both(|world| {
        let two = pair(world);
        two.merge(world);
        let reason = json!({ "reason": "She asked us to forget her, letter of Monday." });
        let path = format!("/customers/{}/erasure", two.merged);
        is_problem(&world.post(world.cast.cora, &path, &reason), 409, "terminal");
        world.done(world.cast.cora, &format!("/customers/{}/erasure", two.survivor), &reason);
        for id in [&two.merged, &two.survivor] {
            assert_ne!(known(world, id)["erased_at"], Value::Null);
        }
        let words =
            world.place.rows("select content from words where content like '%work.example%'");
        assert_eq!(words.len(), 0, "{words:?}");
        Program::at(&world.place).is_whole();
    });
}

#[test]
fn on_the_page_a_possible_duplicate_is_named_compared_and_merged() {
    World::both(|world| {
        let two = pair(world);
        let mut amira = Browser::of(world, world.cast.amira);
        let page = amira.get(&format!("/customers/{}", two.merged)).text();
        assert!(page.contains("Perhaps the same customer"), "{}", plain(&page));
        let form = format!("/customers/{}/merger/new?survivor={}", two.merged, two.survivor);
        assert!(page.contains(&form), "{}", plain(&page));
        let compared = amira.get(&form);
        assert!(compared.text().contains("values.account"));
        let path = format!("/customers/{}/merger", two.merged);
        let form = only_form(&compared, &path).fill("values.account", "merged");
        let sent = amira.submit(&form);
        assert_eq!(sent.status, 303, "{}", plain(&sent.text()));
        assert_eq!(known(world, &two.survivor)["account"], "ACC-9");
        let page = amira.get(&format!("/customers/{}", two.merged)).text();
        assert!(page.contains("Another one stands for this customer"), "{}", plain(&page));
        let path = format!("/customers/{}/separation", two.merged);
        let asked = amira.get(&format!("{path}/new"));
        assert_eq!(amira.submit(&only_form(&asked, &path)).status, 303);
        assert_eq!(known(world, &two.merged)["merged_into"], Value::Null);
    });
}
