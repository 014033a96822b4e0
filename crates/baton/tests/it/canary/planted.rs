//! A case with a marker in everything that is not shared with logistics.

use baton_core::ids::PersonId;
use baton_core::time::Span;
use serde_json::{Value, json};

use crate::bodies;
use crate::scenes::text;
use crate::world::World;

/// What logistics is given: the one field that Tom may read.
pub const SHARED: &str = "+44 20 7946 0777";

/// A day of birth cannot hold a word; nothing else happened on it.
const BORN: &str = "1907-03-09";
/// The name of a field that this organisation has made up.
pub const TAG: &str = "canarytag";

pub struct Planted {
    /// Lower-case words that stand nowhere else.
    pub markers: Vec<String>,
    /// What Priya was asked, and given, and so may read.
    of_priya: Vec<String>,
    pub customer: String,
    pub cases: Vec<String>,
    pub to_tom: String,
    pub requests: Vec<String>,
}

/// Makes words that nobody would write, and remembers them.
#[derive(Default)]
struct Marks(Vec<String>);

impl Marks {
    fn word(&mut self, name: &str) -> String {
        let word = format!("canary{name}zz");
        self.0.push(word.clone());
        word
    }
}

fn customer(marks: &mut Marks) -> Value {
    let mut word = |name| marks.word(name);
    json!({
        "name": format!("Grace {}", word("name")),
        "emails": [format!("{}@post.example", word("email")), "second@canaryhost.example"],
        "phones": [SHARED],
        "address": format!("4 {} Street", word("address")),
        "account": word("account"),
        "date_of_birth": BORN,
        "notes": format!("Rings twice, {}.", word("notes")),
        "fields": { TAG: word("custom"), "loyalty_card": word("loyalty") },
    })
}

/// A request with a marker in each of its texts.
fn secret_request(world: &World, marks: &mut Marks, to: impl ToString, name: &str) -> Value {
    let mut form = bodies::ask(world, to);
    for field in ["need", "outcome_wanted", "why", "why_department", "background", "contingency"] {
        form[field] = json!(format!("It is about {}.", marks.word(&format!("{name}{field}"))));
    }
    form["customer_told"] =
        json!({ "what": marks.word(&format!("{name}told")), "channel": "phone" });
    form
}

pub fn plant(world: &World) -> Planted {
    let cast = world.cast;
    let mut marks = Marks::default();
    marks.0.extend(["canaryhost", TAG, BORN].map(str::to_owned));
    let made = world.done(cast.amira, "/customers", &customer(&mut marks));
    let customer = text(&made, "id");
    let mut opening = bodies::case(Some(&customer));
    opening["subject"] = json!(format!("Where is {}?", marks.word("subject")));
    opening["body"] = json!(format!("I wait for {}.", marks.word("body")));
    let case = text(&world.done(cast.amira, "/cases", &opening), "id");
    messages(world, &mut marks, &case);
    let to_tom = asked_of_tom(world, &case);
    typed_and_not_sent(world, &mut marks, &case);
    let mut priya = Marks::default();
    let to_priya = asked_of_priya(world, &mut priya, &case);
    let mut draft = secret_request(world, &mut marks, cast.logistics, "draft");
    draft["draft"] = json!(true);
    let draft = world.done(cast.amira, &format!("/cases/{case}/requests"), &draft);
    let merged = merged_case(world, &mut marks, &customer, &case);
    let mut cases = vec![case, closed_case(world, &mut marks, &customer), merged];
    cases.push(mail(world, &mut marks));
    merged_record(world, &mut marks, &customer);
    let mut of_priya = priya.0.clone();
    of_priya.push("canaryemailzz".to_owned());
    of_priya.push("canaryhost".to_owned());
    marks.0.extend(priya.0);
    let requests = vec![to_tom.clone(), to_priya, text(&draft, "id")];
    Planted { markers: marks.0, of_priya, customer, cases, to_tom, requests }
}

fn messages(world: &World, marks: &mut Marks, case: &str) {
    let cast = world.cast;
    for (kind, channel) in
        [("note", "internal"), ("reply", "email"), ("call", "phone"), ("inbound", "web")]
    {
        let body = format!("About {}.", marks.word(kind));
        let message = json!({ "kind": kind, "channel": channel, "body": body });
        world.done(cast.amira, &format!("/cases/{case}/messages"), &message);
    }
    let file = handed_in(world, marks, "papered");
    let note = json!({ "kind": "note", "body": "With a file.", "files": [file] });
    world.done(cast.amira, &format!("/cases/{case}/messages"), &note);
    let update = json!({
        "kind": "holding", "channel": "email", "body": marks.word("update"),
        "next_update_by": world.in_hours(30),
    });
    world.done(cast.amira, &format!("/cases/{case}/customer-updates"), &update);
    // The advice shows the words that suggest something.
    let heard =
        json!({ "kind": "inbound", "body": format!("I am deaf, {}.", marks.word("heard")) });
    world.done(cast.amira, &format!("/cases/{case}/messages"), &heard);
    let wait = json!({
        "on": "customer", "reason": marks.word("wait"), "evidence": marks.word("waitshown"),
        "resume_by": world.in_hours(20),
    });
    world.done(cast.amira, &format!("/cases/{case}/wait"), &wait);
    // One of them is late by the time somebody asks, and on the board.
    let soon = (world.now() + Span::seconds(30)).to_string();
    for (name, by) in [("promise", world.in_hours(48)), ("soon", soon)] {
        let promise = json!({ "what": marks.word(name), "by": by });
        world.done(cast.amira, &format!("/cases/{case}/promises"), &promise);
    }
    let priority = json!({ "priority": "high", "reason": marks.word("priority") });
    world.done(cast.amira, &format!("/cases/{case}/priority"), &priority);
}

/// A file whose name is a marker, ready to be named; its bytes are one too.
fn handed_in(world: &World, marks: &mut Marks, name: &str) -> String {
    let file = json!({ "name": format!("{}.txt", marks.word(name)), "data": "Y2FuYXJ5Ynl0ZXM=" });
    text(&world.done(world.cast.amira, "/uploads", &file), "id")
}

fn typed_and_not_sent(world: &World, marks: &mut Marks, case: &str) {
    let draft = json!({
        "place": format!("case:{case}:messages/new?kind=reply"),
        "fields": [{ "name": "body", "value": marks.word("typed") }],
    });
    world.done(world.cast.amira, "/drafts", &draft);
}

/// With a field that was shared and taken back: from then on it is as if it never had been.
fn asked_of_tom(world: &World, case: &str) -> String {
    let cast = world.cast;
    let mut form = bodies::ask(world, cast.logistics);
    form["shared_fields"] = json!([bodies::shared("phone"), bodies::shared("address")]);
    let raised = world.done(cast.amira, &format!("/cases/{case}/requests"), &form);
    let request = text(&raised, "id");
    let back = json!({ "field": "address", "reason": "It is collected at the depot." });
    world.act(cast.amira, &request, "unsharing", &back);
    request
}

fn asked_of_priya(world: &World, marks: &mut Marks, case: &str) -> String {
    let cast = world.cast;
    let mut form = secret_request(world, marks, cast.technical, "other");
    form["shared_fields"] = json!([bodies::shared("email")]);
    form["files"] = json!([handed_in(world, marks, "asked")]);
    let raised = world.done(cast.amira, &format!("/cases/{case}/requests"), &form);
    let request = text(&raised, "id");
    let mut say = |who, noun: &str, field: &str, name: &str| {
        world.act(who, &request, noun, &json!({ field: marks.word(name) }));
    };
    say(cast.priya, "clarification", "question", "question");
    say(cast.amira, "answer", "text", "answer");
    say(cast.priya, "notes", "text", "othernote");
    let level = json!({
        "level": 1, "reason": marks.word("escalated"), "decision_wanted": marks.word("wanted"),
    });
    world.act(cast.amira, &request, "escalation", &level);
    request
}

fn closed_case(world: &World, marks: &mut Marks, customer: &str) -> String {
    let cast = world.cast;
    let mut opening = bodies::case(Some(customer));
    opening["subject"] = json!(marks.word("second"));
    let case = text(&world.done(cast.amira, "/cases", &opening), "id");
    let told = json!({ "kind": "outcome", "channel": "phone", "body": marks.word("told") });
    world.done(cast.amira, &format!("/cases/{case}/customer-updates"), &told);
    let closure = json!({ "outcome": marks.word("closing") });
    world.done(cast.amira, &format!("/cases/{case}/closure"), &closure);
    let note = json!({ "kind": "note", "body": marks.word("after") });
    world.done(cast.amira, &format!("/cases/{case}/messages"), &note);
    case
}

/// It was merged into the case of which logistics has a request.
fn merged_case(world: &World, marks: &mut Marks, customer: &str, survivor: &str) -> String {
    let cast = world.cast;
    let mut opening = bodies::case(Some(customer));
    opening["subject"] = json!(marks.word("merged"));
    opening["body"] = json!(marks.word("mergedbody"));
    let case = text(&world.done(cast.amira, "/cases", &opening), "id");
    let note = json!({ "kind": "note", "body": marks.word("mergednote") });
    world.done(cast.amira, &format!("/cases/{case}/messages"), &note);
    let into = json!({ "survivor": survivor });
    world.done(cast.amira, &format!("/cases/{case}/merger"), &into);
    case
}

/// Another record of the customer, for which the first one stands.
fn merged_record(world: &World, marks: &mut Marks, survivor: &str) {
    let form = json!({ "name": marks.word("other"), "account": marks.word("otheraccount") });
    let record = text(&world.done(world.cast.amira, "/customers", &form), "id");
    let values = json!({ "name": "survivor", "account": "survivor" });
    let into = json!({ "survivor": survivor, "values": values });
    world.done(world.cast.amira, &format!("/customers/{record}/merger"), &into);
}

/// A mail of the customer, with a page and a file of its own.
fn mail(world: &World, marks: &mut Marks) -> String {
    let (subject, body, page) = (marks.word("mailed"), marks.word("mailbody"), marks.word("html"));
    let (name, bytes) = (marks.word("file"), marks.word("bytes"));
    let letter = format!(
        "From: Grace <canaryemailzz@post.example>\r\nTo: desk@localhost\r\nSubject: {subject}\r\n\
         Message-ID: <canary-1@post.example>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/mixed; boundary=b\r\n\r\n\
         --b\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n\
         --a\r\nContent-Type: text/plain\r\n\r\nSee {body}.\r\n\
         --a\r\nContent-Type: text/html\r\n\r\n<p>See <b>{page}</b>.</p>\r\n--a--\r\n\
         --b\r\nContent-Type: text/plain; name={name}.txt\r\n\
         Content-Disposition: attachment; filename={name}.txt\r\n\r\n{bytes}\r\n--b--\r\n"
    );
    let taken = world.wait(world.desk.take_in(letter.into_bytes())).unwrap();
    taken.case.expect("a mail of a person opens a case").to_string()
}

impl Planted {
    pub fn forbidden_for(&self, world: &World, person: PersonId) -> Vec<String> {
        let mut markers = self.markers.clone();
        if person == world.cast.priya {
            markers.retain(|marker| !self.of_priya.contains(marker));
        }
        if person == world.cast.ada {
            // The log names fields that were set and shared, by their tags; it holds no values.
            markers.retain(|marker| marker != TAG);
        }
        markers
    }

    /// Everything that the department of the case can read of it, in one text.
    pub fn own_view(&self, world: &World) -> String {
        let amira = world.cast.amira;
        let customer = world.get(amira, &format!("/customers/{}", self.customer));
        let mut text = customer.text();
        for record in customer.json()["joined"].as_array().unwrap() {
            let record = record.as_str().unwrap();
            text.push_str(&world.get(amira, &format!("/customers/{record}")).text());
        }
        for case in &self.cases {
            let shown = world.get(amira, &format!("/cases/{case}"));
            text.push_str(&shown.text());
            text.push_str(&world.get(amira, &format!("/cases/{case}/timeline")).text());
            for message in shown.json()["messages"].as_array().unwrap() {
                for file in message["attachments"].as_array().unwrap() {
                    assert!(file["href"].as_str().unwrap().starts_with("/cases/"));
                }
            }
        }
        let mail = world.seen(amira, "/mail?state=case");
        for letter in mail["items"].as_array().unwrap() {
            let path = format!("/mail/{}/raw", letter["id"].as_str().unwrap());
            text.push_str(&world.get(amira, &path).text());
        }
        text.push_str(&world.get(amira, "/drafts").text());
        text.to_lowercase()
    }
}
