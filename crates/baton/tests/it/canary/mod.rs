//! Need to know: a marker stands in every field that is not shared; then whoever is not entitled to
//! it asks every address there is, in every way, and no marker comes back in any byte.

mod addresses;
mod erased;
mod planted;
pub mod valid;

use baton_core::ids::PersonId;
use baton_core::vault::hex;
use baton_testkit::http::{Call, Reply, encode};
use baton_web::route::{Method, Route, all};
use baton_web::table::table;

use crate::browser::{Browser, plain};
use crate::world::World;
use addresses::queries;
pub use addresses::{Things, paths};
use planted::Planted;
pub use planted::plant;

/// Somebody who asks, by token and by page, and what must never reach them.
struct Asker<'w> {
    world: &'w World,
    person: PersonId,
    browser: Browser<'w>,
    /// The markers as they might stand in an answer: plain, and in hexadecimal.
    forbidden: Vec<(String, String)>,
    asked: usize,
}

impl<'w> Asker<'w> {
    fn new(world: &'w World, planted: &Planted, person: PersonId) -> Self {
        Self::without(world, planted.forbidden_for(world, person), person)
    }

    /// Somebody who must not hear these words.
    fn without(world: &'w World, forbidden: Vec<String>, person: PersonId) -> Self {
        let forbidden = forbidden.into_iter().map(|marker| {
            let coded = hex(marker.as_bytes());
            (marker, coded)
        });
        let browser = Browser::of(world, person);
        Self { world, person, browser, forbidden: forbidden.collect(), asked: 0 }
    }

    fn send(&mut self, route: &Route, call: Call) -> Reply {
        self.asked += 1;
        if route.is_api() { self.world.send(self.person, call) } else { self.browser.send(call) }
    }

    #[track_caller]
    fn hears_no_marker(&self, call: &Call, reply: &Reply, typed: Option<&str>) {
        assert!(reply.status < 500, "{} {}: {}", call.method, call.path, reply.text());
        let mut bytes = reply.body.clone();
        for (name, value) in &reply.headers {
            bytes.extend(name.bytes().chain(value.bytes()));
        }
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        for (marker, coded) in &self.forbidden {
            // What was asked may be said back in the place where it was typed.
            let said = text.contains(marker.as_str()) && typed != Some(marker.as_str());
            let name = self.world.cast.name(self.person);
            assert!(
                !said && !text.contains(coded.as_str()),
                "{name} reads {marker} at {} {}\n{}",
                call.method,
                call.path,
                plain(&reply.text())
            );
        }
    }

    /// Every address that can be read, with every id that there is and every way to filter.
    fn reads_everything(&mut self, things: &Things, planted: &Planted) {
        for route in all(table()).filter(|route| route.method == Method::Get) {
            for path in paths(route, things) {
                for (query, typed) in queries(route, planted) {
                    let call = Call::get(format!("{path}{query}"));
                    let reply = self.send(route, call.clone());
                    self.hears_no_marker(&call, &reply, typed.as_deref());
                    if let Some(typed) = typed.filter(|typed| self.is_forbidden(typed)) {
                        self.finds_nothing(route, &call, &reply, &typed);
                    }
                }
            }
        }
    }

    fn is_forbidden(&self, word: &str) -> bool {
        self.forbidden.iter().any(|(marker, _)| marker == word)
    }

    /// A word that stands where they may not look is answered like one that stands nowhere.
    fn finds_nothing(&mut self, route: &Route, call: &Call, reply: &Reply, word: &str) {
        let nowhere = "nowhereatall";
        let path = call.path.replace(&encode(word), nowhere);
        let other = self.send(route, Call::get(path));
        let (found, nothing) = (told(route, reply), told(route, &other));
        assert_eq!(found.replace(word, nowhere), nothing, "{}", call.path);
    }

    /// Every act, on everything that there is: with nothing, with nonsense, and as if it were right.
    fn tries_everything(&mut self, things: &Things) {
        for route in all(table()).filter(|route| route.method == Method::Post) {
            if ["sign_out.create", "account.sessions.ending.create"].contains(&route.name) {
                continue;
            }
            for path in paths(route, things) {
                for body in valid::bodies(route, things, self.world) {
                    let call = if route.is_api() {
                        Call::json(&path, &body)
                    } else {
                        let token = self.browser.token();
                        Call::post(&path, route.content_type(), valid::form_of(&body, &token))
                    };
                    let reply = self.send(route, call.clone());
                    self.hears_no_marker(&call, &reply, None);
                }
            }
        }
    }
}

/// What an answer says, without what differs each time: tokens, nonces and the operation.
fn told(route: &Route, reply: &Reply) -> String {
    let text = if route.is_api() { reply.text() } else { plain(&reply.text()) };
    text.replace(reply.header("x-operation"), "")
}

fn letters_tell_nothing(world: &World, planted: &Planted) {
    world.clock.advance(baton_core::time::Span::minutes(1));
    world.wait(world.desk.run_due_jobs()).unwrap();
    let outbox = world.place.folder().join("outbox");
    let mut letters = 0;
    for entry in std::fs::read_dir(outbox).unwrap() {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let to = text.lines().find(|line| line.starts_with("To:")).unwrap().to_owned();
        if to.contains("@baton.example") {
            letters += 1;
            for marker in &planted.markers {
                assert!(!text.to_lowercase().contains(marker.as_str()), "{marker} in {text}");
            }
        }
    }
    assert!(letters > 2, "only {letters} colleagues were written to");
}

fn canary(world: &World, people: &[PersonId]) {
    let planted = plant(world);
    let things = Things::of(world, &planted);
    letters_tell_nothing(world, &planted);
    let late = world.get(world.cast.amira, "/clocks?state=breached").text();
    assert!(late.contains("canarysubjectzz"), "no clock of a case is on the board: {late}");
    for person in people {
        let mut asker = Asker::new(world, &planted, *person);
        asker.reads_everything(&things, &planted);
        assert!(asker.asked > 200, "only {} calls", asker.asked);
    }
    for person in people.iter().take(2) {
        let mut asker = Asker::new(world, &planted, *person);
        asker.tries_everything(&things);
        asker.reads_everything(&things, &planted);
    }
}

#[test]
fn nobody_reads_a_field_that_was_not_shared_with_them_on_any_path() {
    let world = World::on_sqlite();
    let cast = world.cast;
    canary(&world, &[cast.tom, cast.ben, cast.priya, cast.ken, cast.ada, cast.cora, cast.artur]);
}

#[test]
fn nobody_reads_a_field_that_was_not_shared_with_them_on_postgresql() {
    let world = World::new(baton_testkit::Place::postgres());
    canary(&world, &[world.cast.tom]);
}

#[test]
fn whoever_is_asked_reads_the_shared_field_and_the_case_keeps_its_own() {
    World::both(|world| {
        let planted = plant(world);
        let shown = world.get(world.cast.tom, &format!("/requests/{}", planted.to_tom));
        assert!(shown.text().contains(planted::SHARED), "{}", shown.text());
        let packet = shown.json()["packet"].clone();
        let fields: Vec<&str> =
            packet.as_array().unwrap().iter().map(|item| item["field"].as_str().unwrap()).collect();
        assert_eq!(fields, ["phone"]);
        // Every marker was planted where its own department reads it, or this story proves nothing.
        let own = planted.own_view(world);
        for marker in &planted.markers {
            assert!(own.contains(marker.as_str()), "{marker} was never planted");
        }
    });
}
