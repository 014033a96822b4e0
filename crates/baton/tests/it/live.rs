//! What a colleague hears while it happens, and what they do not hear.

use std::io::{BufRead, BufReader, Write};
use std::net::TcpStream;
use std::time::Duration;

use baton_core::access::Who;
use baton_core::directory::Command;
use baton_core::ids::PersonId;
use baton_core::time::Span;
use baton_testkit::Place;
use baton_testkit::http::Call;
use baton_testkit::wait::until;
use serde_json::{Value, json};

use crate::scenes::text;
use crate::world::World;

/// Longer than this is a hang.
const PATIENCE: Duration = Duration::from_secs(20);

/// One event as it came: its kind of event, its id and what it says.
#[derive(Debug)]
struct Heard {
    event: String,
    id: String,
    data: Value,
}

/// Takes the lines of a stream together to what they say.
#[derive(Default)]
struct Lines {
    event: String,
    id: String,
}

impl Lines {
    /// Each event ends with its data; ours have one line of it.
    fn take(&mut self, line: &str) -> Option<Heard> {
        match line.trim_end().split_once(": ") {
            Some(("event", event)) => self.event = event.to_owned(),
            Some(("id", id)) => self.id = id.to_owned(),
            Some(("data", data)) => {
                let Self { event, id } = std::mem::take(self);
                return Some(Heard { event, id, data: serde_json::from_str(data).unwrap() });
            }
            _ => {}
        }
        None
    }
}

/// A stream that stays open.
struct Stream {
    connection: BufReader<TcpStream>,
    lines: Lines,
}

impl Stream {
    /// Open when this returns: whatever happens now is heard.
    fn open(world: &World, path: &str, header: &str) -> Self {
        let mut connection = TcpStream::connect(world.client.address()).unwrap();
        connection.set_read_timeout(Some(PATIENCE)).unwrap();
        write!(
            connection,
            "GET {path} HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n{header}\r\n\r\n"
        )
        .unwrap();
        let mut stream = Self { connection: BufReader::new(connection), lines: Lines::default() };
        while !stream.line().expect("the stream begins").starts_with("retry:") {}
        stream
    }

    fn of(world: &World, person: PersonId) -> Self {
        Self::open(world, "/api/v1/live", &format!("Authorization: Bearer {}", world.token(person)))
    }

    /// The next line; `None` when the stream is over.
    fn line(&mut self) -> Option<String> {
        let mut line = String::new();
        let read = self.connection.read_line(&mut line).expect("something comes, or the end");
        (read > 0).then_some(line)
    }

    #[track_caller]
    fn next(&mut self) -> Heard {
        loop {
            let line = self.line().expect("the stream goes on");
            if let Some(heard) = self.lines.take(&line) {
                return heard;
            }
        }
    }

    /// Reads to the end; gives what was still said.
    fn until_the_end(mut self) -> Vec<Heard> {
        let mut heard = Vec::new();
        while let Some(line) = self.line() {
            heard.extend(self.lines.take(&line));
        }
        heard
    }
}

/// What somebody is told of what happened after an event.
fn told(world: &World, person: PersonId, after: &str) -> Vec<Heard> {
    let call = Call::get("/api/v1/live?after=0").header("Last-Event-ID", after);
    let mut lines = Lines::default();
    world.send(person, call).text().lines().filter_map(|line| lines.take(line)).collect()
}

/// On PostgreSQL a follower reads what is settled: while others write on the same server, that is
/// less than what is there.
fn settled(world: &World) {
    crate::agreement_figures::every_event(world);
}

fn kinds(heard: &[Heard]) -> Vec<String> {
    heard.iter().map(|one| text(&one.data, "kind")).collect()
}

#[test]
fn each_hears_what_they_may_see_and_whoever_was_not_asked_hears_nothing() {
    World::both(|world| {
        let (cast, scene) = (world.cast, world.delivered());
        // On PostgreSQL the log is settled when no transaction runs that began before, of anybody.
        let all = until("the answer is heard of", || {
            let all = told(world, cast.amira, "0");
            kinds(&all).iter().any(|kind| kind == "request_delivered").then_some(all)
        });
        assert_eq!(kinds(&all).first().unwrap(), "case_opened");
        assert!(all.iter().all(|one| one.data["case"] == scene.case));

        let asked = told(world, cast.tom, "0");
        let wanted = ["request_drafted", "request_sent", "request_acknowledged"];
        assert_eq!(kinds(&asked)[..3], wanted);
        let part = |one: &Heard| one.data["case"].is_null() && one.data["request"] == scene.request;
        assert!(asked.iter().all(part), "{asked:?}");
        assert!(asked.len() < all.len());

        assert!(told(world, cast.ben, "0").is_empty());
        assert!(told(world, cast.ada, "0").is_empty());
    });
}

#[test]
fn ids_are_heard_and_no_words() {
    let world = World::on_sqlite();
    let scene = world.sent();
    let reply = world.get(world.cast.tom, "/live?after=0");
    assert!(reply.text().contains(&scene.request));
    let shown = world.seen(world.cast.tom, &format!("/requests/{}", scene.request));
    assert!(!reply.text().contains(&text(&shown, "need")));
}

#[test]
fn a_draft_is_not_heard_of_by_the_department_that_it_will_ask() {
    let world = World::on_sqlite();
    let mut form = crate::bodies::ask(&world, world.cast.logistics);
    form["draft"] = json!(true);
    let scene = world.raised(&form);
    assert!(told(&world, world.cast.tom, "0").is_empty());
    world.act(world.cast.amira, &scene.request, "sending", &json!({}));
    assert_eq!(kinds(&told(&world, world.cast.tom, "0")).last().unwrap(), "request_sent");
}

#[test]
fn it_is_heard_while_it_happens_and_once() {
    World::both(|world| {
        let (cast, scene) = (world.cast, world.sent());
        settled(world);
        let mut amira = Stream::of(world, cast.amira);
        world.act(cast.tom, &scene.request, "acknowledgement", &json!({}));
        world.reads_back(&scene);
        // Beside each act stands what the clock said that stopped by it.
        let (first, clock, second) = (amira.next(), amira.next(), amira.next());
        assert_eq!(clock.data["kind"], "clock_stopped");
        assert_eq!(first.data["kind"], "request_acknowledged");
        assert_eq!(first.data["request"], scene.request.as_str());
        assert_eq!(second.data["kind"], "request_read_back");
        let seqs = [&first.id, &second.id].map(|id| id.parse::<i64>().unwrap());
        assert!(seqs[0] < seqs[1]);
    });
}

#[test]
fn whoever_comes_back_hears_what_they_missed_and_nothing_twice() {
    World::both(|world| {
        world.delivered();
        settled(world);
        let all = told(world, world.cast.amira, "0");
        let (before, after) = all.split_at(3);
        let missed = told(world, world.cast.amira, &before.last().unwrap().id);
        assert_eq!(kinds(&missed), kinds(after));
        let end = &all.last().unwrap().id;
        assert!(told(world, world.cast.amira, end).is_empty());
        // A place beyond the end of the log is of another log.
        assert!(told(world, world.cast.amira, &i64::MAX.to_string()).is_empty());
    });
}

#[test]
fn whoever_falls_behind_reads_the_log_and_misses_nothing() {
    let world = World::on_sqlite();
    let case = world.case();
    let mut ear = world.wait(world.desk.listen(None)).unwrap();
    for n in 0..300 {
        let note = json!({ "kind": "note", "body": format!("Note {n}.") });
        world.done(world.cast.amira, &format!("/cases/{case}/messages"), &note);
    }
    let mut last = 0;
    for _ in 0..300 {
        let news = world.wait(ear.next()).unwrap().unwrap();
        assert_eq!((news.kind.as_str(), news.case.id.to_string()), ("message_added", case.clone()));
        assert!(news.seq > last);
        last = news.seq;
    }
}

#[test]
fn whoever_is_made_inactive_hears_nothing_more() {
    let world = World::on_sqlite();
    let (cast, stream) = (world.cast, Stream::of(&world, world.cast.tom));
    let mut record = world.desk.directory().person_record(cast.tom).unwrap();
    record.active = false;
    let gone = Command::SetPerson { id: Some(cast.tom), record };
    world.wait(world.desk.act_on_directory(&Who::system(), gone)).unwrap();
    world.sent();
    assert!(stream.until_the_end().is_empty());
}

#[test]
fn whoever_signs_out_hears_nothing_more() {
    let world = World::on_sqlite();
    let mut browser = crate::browser::Browser::of(&world, world.cast.amira);
    let stream = Stream::open(&world, "/live", &format!("Cookie: {}", browser.cookie_line()));
    let token = browser.token();
    let out = baton_testkit::http::form(&[("form_token", &token)]);
    assert_eq!(browser.post("/sign-out", out).status, 303);
    assert!(stream.until_the_end().is_empty());
}

#[test]
fn the_streams_end_when_the_node_stops() {
    let world = World::on_sqlite();
    let stream = Stream::of(&world, world.cast.amira);
    world.desk.stop_following();
    assert!(stream.until_the_end().is_empty());
}

/// Names of the others at a thing, with what they do, as they are told to somebody who is there.
fn others(told: &Value) -> Vec<(String, String)> {
    let others = told["others"].as_array().unwrap().iter();
    others.map(|one| (text(one, "name"), text(one, "doing"))).collect()
}

fn is(name: &str, doing: &str) -> (String, String) {
    (name.to_owned(), doing.to_owned())
}

#[test]
fn who_is_at_a_case_is_told_to_whoever_is_there_too() {
    let world = World::on_sqlite();
    let (cast, scene) = (world.cast, world.sent());
    let path = format!("/cases/{}/presence", scene.case);
    assert!(others(&world.done(cast.amira, &path, &json!({}))).is_empty());
    let mut amira = Stream::of(&world, cast.amira);
    let replying = json!({ "doing": "replying" });
    assert_eq!(others(&world.done(cast.sam, &path, &replying)), [is("Amira", "viewing")]);
    let heard = amira.next();
    assert_eq!((heard.event.as_str(), heard.id.as_str()), ("presence", ""));
    assert_eq!(heard.data["case"], scene.case.as_str());
    assert_eq!(others(&heard.data), [is("Sam", "replying")]);
    assert_eq!(heard.data["others"][0]["says"], "Sam is writing a reply.");

    world.clock.advance(Span::seconds(25));
    assert!(others(&world.done(cast.amira, &path, &json!({}))).is_empty());
}

#[test]
fn who_is_at_a_case_is_told_to_whoever_is_there_by_another_node() {
    let world = World::new(Place::postgres());
    let (cast, scene) = (world.cast, world.sent());
    let other = world.another_node();
    let path = format!("/cases/{}/presence", scene.case);
    let told = until("the other node tells of it", || {
        world.done(cast.amira, &path, &json!({ "doing": "replying" }));
        let call = Call::json(format!("/api/v1{path}"), &json!({})).token(&world.token(cast.sam));
        let told = others(&other.send(&call).ok());
        (!told.is_empty()).then_some(told)
    });
    assert_eq!(told, [is("Amira", "replying")]);
}

#[test]
fn who_is_at_a_case_is_not_told_to_whoever_may_not_see_it() {
    let world = World::on_sqlite();
    let (cast, scene) = (world.cast, world.sent());
    let (case, request) = (
        format!("/cases/{}/presence", scene.case),
        format!("/requests/{}/presence", scene.request),
    );
    world.done(cast.amira, &case, &json!({}));
    world.done(cast.amira, &request, &json!({}));
    for stranger in [cast.ben, cast.ada] {
        assert_eq!(world.post(stranger, &case, &json!({})).status, 404);
        assert_eq!(world.post(stranger, &request, &json!({})).status, 404);
    }
    assert_eq!(world.post(cast.tom, &case, &json!({})).status, 404);
    // Both sides meet at the request.
    assert_eq!(others(&world.done(cast.tom, &request, &json!({}))), [is("Amira", "viewing")]);
    assert!(others(&world.done(cast.sam, &case, &json!({}))).contains(&is("Amira", "viewing")));
}
