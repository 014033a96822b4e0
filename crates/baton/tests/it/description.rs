//! The description is the API: nothing is missing from it, and what it says is so.

use std::collections::BTreeSet;

use baton_core::case::moves::CaseMove;
use baton_core::case::request::moves::Move;
use baton_core::time::Span;
use baton_testkit::http::Call;
use baton_web::route::{Access, Method, all};
use baton_web::table::table;
use serde_json::json;

use crate::bodies;
use crate::canary::{Things, paths, plant};
use crate::moves::{self, body, case_body, offered};
use crate::scenes::text;
use crate::world::World;

#[test]
fn the_description_is_served_and_names_every_route_of_the_api() {
    let world = World::on_sqlite();
    let reply = world.client.send(&Call::get("/api/v1/openapi.json"));
    assert_eq!(reply.header("content-type"), "application/json");
    let served = reply.ok();
    assert_eq!(&served, world.declared.document());
    let mut described = 0;
    for route in all(table()).filter(|route| route.is_api()) {
        let operation = &served["paths"][route.path][route.method.name().to_lowercase()];
        assert_eq!(operation["operationId"], route.name);
        assert!(!text(operation, "summary").is_empty(), "{}", route.name);
        described += 1;
    }
    let operations = served["paths"].as_object().unwrap().values();
    let named: usize = operations.map(|path| path.as_object().unwrap().len()).sum();
    assert_eq!(named, described, "and no others");
}

/// Every act that is offered, once, to whoever it is offered.
fn every_act(world: &World) {
    for (_, make) in moves::STAGES {
        for who in [world.cast.amira, world.cast.tom, world.cast.lena, world.cast.artur] {
            let scene = make(world);
            let below = format!("/requests/{}", scene.request);
            for name in offered(world, who, &below) {
                let mv = Move::ALL.iter().find(|mv| mv.name() == name).unwrap();
                let fresh = make(world).request;
                let shown = world.seen(who, &format!("/requests/{fresh}"));
                world.act(who, &fresh, mv.path(), &body(world, &shown, *mv));
            }
        }
    }
    for (_, make) in moves::CASES {
        let case = make(world).case;
        for name in offered(world, world.cast.amira, &format!("/cases/{case}")) {
            let mv = CaseMove::ALL.iter().find(|mv| mv.name() == name).unwrap();
            let case = make(world).case;
            let path = format!("/cases/{case}/{}", mv.path());
            world.done(world.cast.amira, &path, &case_body(world, &case, *mv));
        }
    }
}

/// What was late is excused by the lead of who waited.
fn excuses(world: &World) {
    let request = world.in_progress().request;
    world.clock.advance(Span::times_24h(9));
    world.act(world.cast.tom, &request, "delivery", &crate::bodies::delivery());
    let excuse = json!({ "clock": "deliver", "reason": "The depot was flooded." });
    world.act(world.cast.lena, &request, "excuse", &excuse);
}

/// Two records of a customer are merged and taken apart.
fn records(world: &World) {
    let amira = world.cast.amira;
    let record = format!("/customers/{}", world.customer());
    let into = json!({ "survivor": world.customer(), "values": {} });
    world.done(amira, &format!("{record}/merger"), &into);
    world.done(amira, &format!("{record}/separation"), &json!({}));
}

/// What is not among the moves: taking back, settling, the directory, customers.
fn every_other_act(world: &World) {
    let cast = world.cast;
    let case = format!("/cases/{}", world.case());
    let mail = json!({ "kind": "reply", "channel": "email", "body": "We look for it." });
    let letter = text(&world.done(cast.amira, &format!("{case}/messages"), &mail), "id");
    world.done(cast.amira, &format!("{case}/messages/{letter}/undo"), &json!({}));
    let place = format!("case:{}:messages/new?kind=reply", case.trim_start_matches("/cases/"));
    let typed = json!({ "place": place, "fields": [{ "name": "body", "value": "We look" }] });
    world.done(cast.amira, "/drafts", &typed);
    assert_eq!(world.seen(cast.amira, "/drafts")["items"][0]["place"], json!(place));
    let gone = world.post(cast.amira, "/drafts/discarding", &json!({ "place": place }));
    assert_eq!(gone.status, 204, "{}", gone.text());
    let promise = json!({ "what": "A call.", "by": world.in_hours(30) });
    let promise = text(&world.done(cast.amira, &format!("{case}/promises"), &promise), "id");
    let kept = json!({ "kept": true });
    world.done(cast.amira, &format!("{case}/promises/{promise}/settlement"), &kept);
    crate::waivers::every_act(world);
    world.done(cast.amira, &format!("{case}/presence"), &json!({ "doing": "replying" }));
    world.done(cast.amira, &format!("{case}/advice"), &json!({ "need": "She goes to court." }));
    let words = json!({ "kind": "need", "text": "Sort it out soon." });
    world.done(cast.amira, "/writing-help", &words);
    let request = world.sent().request;
    world.done(cast.tom, &format!("/requests/{request}/presence"), &json!({}));
    records(world);
    let customer = format!("/customers/{}", world.customer());
    let known = json!({ "set": { "account": "ACC-1" }, "remove": ["notes"] });
    world.done(cast.amira, &format!("{customer}/revision"), &known);
    let reason = json!({ "reason": "She asked us to forget her, letter of Monday." });
    world.done(cast.cora, &format!("{customer}/erasure"), &reason);
    let department = json!({ "name": "Workshop", "purpose": "Mends what is broken." });
    let made = text(&world.done(cast.ada, "/departments", &department), "id");
    world.done(cast.ada, &format!("/departments/{made}/revision"), &department);
    let service = json!({ "department": made, "name": "Repair", "description": "Mends." });
    let service_id = text(&world.done(cast.ada, "/services", &service), "id");
    world.done(cast.ada, &format!("/services/{service_id}/revision"), &service);
    let person = json!({ "name": "Wim", "email": "wim@baton.example", "departments": [made] });
    let wim = text(&world.done(cast.ada, "/people", &person), "id");
    world.done(cast.ada, &format!("/people/{wim}/revision"), &person);
    let many = json!({
        "act": "priority", "priority": "high", "reason": "All of them wait.", "cases": [world.case()],
    });
    let done = world.done(cast.amira, "/bulk", &many);
    world.done(cast.amira, "/bulk/undo", &done["undo"]);
    let view = json!({ "name": "Late", "view": "mine", "q": "is:late" });
    let view = text(&world.done(cast.amira, "/views", &view), "id");
    world.done(cast.amira, &format!("/views/{view}/removal"), &json!({}));
    world.done(cast.amira, "/me/settings", &json!({ "theme": "dark", "zone": "Europe/Paris" }));
    let (from, to) = (world.in_hours(24), world.in_hours(48));
    let away = json!({ "from": from, "to": to, "deputy": "sam@baton.example" });
    let absences = format!("/people/{}/absences", cast.amira);
    world.done(cast.amira, &absences, &away);
    world.done(cast.amira, &format!("{absences}/ending"), &json!({ "from": from }));
}

fn macros(world: &World) {
    let (amira, case) = (world.cast.amira, world.case());
    let made = text(&world.done(amira, "/macros", &bodies::greeting()), "id");
    let at = format!("/macros/{made}");
    world.done(amira, &format!("{at}/revision"), &bodies::greeting());
    let shown = world.seen(amira, &format!("/cases/{case}{at}"));
    assert_eq!(shown["missing"], json!([]));
    let version = json!({ "version": shown["version"] });
    let done = world.done(amira, &format!("/cases/{case}{at}/acts"), &version);
    assert_eq!(done["done"], json!(["add_note"]));
    world.done(amira, &format!("{at}/removal"), &json!({}));
    world.seen(amira, &format!("/mentions?case={case}&q=a"));
}

fn talks(world: &World) {
    let scene = world.sent();
    for about in [&scene.case, &scene.request] {
        let talk = json!({ "about": about, "with": "The customer", "said": "It is urgent." });
        world.done(world.cast.amira, "/log", &talk);
    }
}

/// What is put out of one's own lists, and taken back.
fn snoozes(world: &World) {
    let scene = world.sent();
    for (who, thing) in [
        (world.cast.amira, format!("/cases/{}", scene.case)),
        (world.cast.tom, format!("/requests/{}", scene.request)),
    ] {
        world.done(who, &format!("{thing}/snooze"), &json!({ "when": "next Tuesday 3pm" }));
        assert_eq!(world.seen(who, "/snoozes")["items"].as_array().unwrap().len(), 1);
        let woken = world.post(who, &format!("{thing}/snooze/ending"), &json!({}));
        assert_eq!(woken.status, 204, "{}", woken.text());
    }
}

/// Two jobs that were given up, as if a mail server had refused them.
fn jobs_given_up(world: &World) {
    for (n, noun) in [(1, "revival"), (2, "dismissal")] {
        let id = format!("0000000000000000000000000{n}");
        world.place.run(&format!(
            "insert into jobs (id, kind, key, run_at, attempts, lease_until, payload, last_error, \
             dead_at, owner) values ('{id}', 'send_message', '', 1, 12, 0, '{{}}', 'refused', 2, '{}')",
            world.cast.amira
        ));
        let listed = world.seen(world.cast.amira, "/jobs");
        assert_eq!(listed["items"][0]["id"], id);
        let why =
            if n == 2 { json!({ "reason": "She was told by telephone." }) } else { json!({}) };
        let reply = world.post(world.cast.amira, &format!("/jobs/{id}/{noun}"), &why);
        assert_eq!(reply.status, 204, "{}", reply.text());
    }
}

/// A customer asks, follows what they asked, and adds to it. Nobody needs to be signed in.
fn customers_side(world: &World) {
    let question = json!({
        "about": "A broken kettle", "happened": "It arrived broken.", "wanted": "A whole one.",
        "name": "Grace", "email": "grace@customer.example",
    });
    let asked = world.done(world.cast.tom, "/questions", &question);
    let mut which = json!({ "reference": asked["ref"], "contact": "Grace@customer.example" });
    let stands = world.done(world.cast.tom, "/questions/status", &which);
    assert_eq!(stands["state"], "We have your question");
    which["text"] = json!("The lid is broken too.");
    world.done(world.cast.tom, "/questions/information", &which);
}

fn notifications(world: &World) {
    let told = world.seen(world.cast.ken, "/notifications");
    let id = text(&told["items"][0], "id");
    for path in [format!("/notifications/{id}/reading"), "/notifications/reading".to_owned()] {
        assert_eq!(world.post(world.cast.ken, &path, &json!({})).status, 204);
    }
    assert_eq!(world.seen(world.cast.ken, "/notifications/unread")["unread"], 0);
    let daily = json!({ "moves": "daily", "quiet_from": "22:00", "quiet_to": "07:00" });
    let kept = world.done(world.cast.ken, "/notifications/settings", &daily);
    assert_eq!((&kept["moves"], &kept["requests"]), (&json!("daily"), &json!("at_once")));
}

/// The organisation's choices, a test letter, tokens, sessions, and letters in quarantine.
fn administration(world: &World) {
    let cast = world.cast;
    let house = json!({ "name": "Harbour Home", "asking": true });
    assert_eq!(world.done(cast.ada, "/organisation", &house)["name"], "Harbour Home");
    let letter = world.done(cast.ada, "/test-letter", &json!({ "to": "ada@baton.example" }));
    assert_eq!(letter["left"], true);
    world.done(cast.tom, "/tokens", &json!({ "label": "A script" }));
    let own = world.seen(cast.tom, "/tokens");
    let scripts = |token: &&serde_json::Value| token["label"] == "A script";
    let made = own["items"].as_array().unwrap().iter().find(scripts).unwrap();
    let revoked = format!("/tokens/{}/revocation", text(made, "id"));
    assert_eq!(world.post(cast.ada, &revoked, &json!({})).status, 204);
    notifications(world);
    customers_side(world);
    assert_eq!(world.seen(cast.ada, "/first-steps")["items"].as_array().unwrap().len(), 7);
    assert_eq!(world.post(cast.ada, "/first-steps/hiding", &json!({})).status, 204);
    let _browser = crate::browser::Browser::of(world, cast.ben);
    let session = text(&world.seen(cast.ben, "/sessions")["items"][0], "id");
    let ended = world.post(cast.ben, &format!("/sessions/{session}/ending"), &json!({}));
    assert_eq!(ended.status, 204);
    for (noun, form, status) in [
        ("filing", json!({ "subject": "A letter without a sender" }), 201),
        ("discarding", json!({ "reason": "An advertisement." }), 204),
    ] {
        let bytes = format!("Subject: {noun}\r\n\r\nNobody says who wrote this.\r\n");
        let taken = world.wait(world.desk.take_in(bytes.into_bytes())).unwrap();
        let path = format!("/mail/{}/{noun}", taken.mail);
        let reply = world.post(cast.amira, &path, &form);
        assert_eq!(reply.status, status, "{}", reply.text());
    }
}

fn every_reading(world: &World) {
    let planted = plant(world);
    let things = Things::of(world, &planted);
    for route in all(table()).filter(|route| route.method == Method::Get && route.is_api()) {
        let closed = route.access == Access::Administrator || route.name == "events.list";
        // What a draft would have meant is for who may sign it.
        let signs = route.name == "agreements.simulation.show";
        let who = match (closed, signs) {
            (true, _) => world.cast.ada,
            (_, true) => world.cast.lena,
            _ => world.cast.amira,
        };
        let mut went_well = 0;
        for path in paths(route, &things) {
            let value = |name: &str| match name {
                "from" => world.cast.customer_service.to_string(),
                "to" => world.cast.logistics.to_string(),
                _ => "parcel".to_owned(),
            };
            let needed = route.query.iter().filter(|field| field.required);
            let needed: Vec<String> =
                needed.map(|field| format!("{}={}", field.name, value(field.name))).collect();
            let query =
                if needed.is_empty() { String::new() } else { format!("?{}", needed.join("&")) };
            let reply = world.send(who, Call::get(format!("{path}{query}")));
            // Not every request has a file.
            let may_lack = route.name == "requests.files.show" && reply.status == 404;
            assert!(reply.went_well() || may_lack, "{path}: {}", reply.text());
            went_well += usize::from(reply.went_well());
        }
        assert!(went_well > 0, "{}", route.name);
    }
}

#[test]
fn every_route_of_the_api_answers_as_it_is_described() {
    let world = World::on_sqlite();
    every_act(&world);
    every_other_act(&world);
    snoozes(&world);
    talks(&world);
    macros(&world);
    crate::agreements::every_act(&world);
    crate::calendars::every_act(&world);
    crate::service_levels::every_act(&world);
    crate::signing::lost::every_act(&world);
    jobs_given_up(&world);
    administration(&world);
    every_reading(&world);
    excuses(&world);
    let met = world.declared.met();
    let missing: BTreeSet<&str> = all(table())
        .filter(|route| route.is_api())
        .map(|route| route.name)
        .filter(|name| !met.contains(name))
        .collect();
    assert!(missing.is_empty(), "no story has met these: {missing:?}");
    bodies_are_described(&world);
}

/// What the cast types fits the description of bodies, so that whoever writes by it is accepted.
fn bodies_are_described(world: &World) {
    let document = world.declared.document();
    for (route, body) in [
        ("/api/v1/customers", bodies::customer()),
        ("/api/v1/cases", bodies::case(None)),
        ("/api/v1/cases/{id}/requests", bodies::ask(world, world.cast.logistics)),
        ("/api/v1/requests/{id}/delivery", bodies::delivery()),
        ("/api/v1/requests/{id}/decline", bodies::decline("Billing")),
        ("/api/v1/cases/{id}/customer-updates", bodies::outcome()),
    ] {
        let body_of = &document["paths"][route]["post"]["requestBody"];
        let schema = &body_of["content"]["application/json"]["schema"];
        assert!(schema.is_object(), "{route}");
        // What is absent may be left out; null says the same.
        assert_eq!(baton_web::openapi::conforms(document, schema, &body), Ok(()), "{route}");
    }
}
