//! The demo is made twice and looked at.

use std::collections::BTreeMap;
use std::sync::Arc;

use baton_core::case::kinds::StageName;
use baton_core::case::{Case, account, apply, clocks, service_clocks};
use baton_core::ids::StreamId;
use baton_core::log::Actor;
use baton_core::time::Instant;
use baton_desk::clock::HandClock;
use baton_desk::entropy::NumberedEntropy;
use baton_desk::settings::Settings;
use baton_desk::{Desk, Parts};
use baton_store::files::Files;
use baton_store::{Durability, Options, Store, journal, rebuild};
use baton_testkit::Place;

use super::prose::Book;
use super::{Made, Plan, make};

/// A Thursday afternoon.
const UNTIL: &str = "2026-11-19T15:20:00Z";

struct Stage {
    desk: Desk,
    made: Made,
    place: Place,
}

async fn stage(cases: usize, empty: bool) -> Stage {
    stage_at(Place::sqlite(), cases, empty).await
}

async fn stage_at(place: Place, cases: usize, empty: bool) -> Stage {
    let options = Options { durability: Durability::Bulk, ..Options::default() };
    let store = Store::open(place.database(), options).await.unwrap();
    let until: Instant = UNTIL.parse().unwrap();
    let clock = Arc::new(HandClock::new(until));
    let parts = Parts {
        store,
        files: Files::open(place.folder().join("attachments")).unwrap(),
        clock: clock.clone(),
        entropy: Arc::new(NumberedEntropy::new(7)),
        settings: Settings::default(),
        mail_secret: [7; 32],
    };
    let desk = Desk::open(parts).await.unwrap();
    let plan = Plan { seed: 7, until, cases, empty };
    let made = make(&desk, &clock, plan, |_| {}).await.unwrap();
    Stage { desk, made, place }
}

impl Stage {
    /// The hash at the end of the log covers every event before it.
    async fn last_hashes(&self) -> Vec<String> {
        let mut hashes = Vec::new();
        let (mut after, link) = (0, self.desk.store().link());
        loop {
            let events = journal::after(&link, after, 1_000).await.unwrap();
            let Some(last) = events.last() else { return hashes };
            after = last.seq;
            hashes.extend(events.into_iter().map(|event| event.hash.to_string()));
        }
    }

    async fn cases(&self) -> Vec<Arc<Case>> {
        let link = self.desk.store().link();
        let streams = journal::streams(&link, "case", None, 10_000).await.unwrap();
        let mut cases = Vec::new();
        for (stream, _) in streams {
            if let StreamId::Case(id) = stream {
                cases.push(self.desk.case(id).await.unwrap());
            }
        }
        cases
    }
}

#[tokio::test]
async fn the_same_seed_makes_the_same_events() {
    let first = stage(60, false).await;
    let second = stage(60, false).await;
    let (one, two) = (first.last_hashes().await, second.last_hashes().await);
    assert!(one.len() > 1_000, "{} events", one.len());
    assert_eq!(one, two);
    assert_eq!(first.made, second.made);
}

impl Stage {
    /// The account and every clock of each case, written out in full, made from the log alone.
    async fn accounts(&self) -> Vec<String> {
        let (link, calendars) = (self.desk.store().link(), self.desk.calendars());
        let now = self.desk.now();
        let mut all = Vec::new();
        for (stream, _) in journal::streams(&link, "case", None, 10_000).await.unwrap() {
            let recorded = journal::load(&link, stream, 0).await.unwrap();
            let case = apply::fold(None, &recorded).unwrap().unwrap();
            let hours = service_clocks::calendar_of(&case, &calendars);
            let (account, own) = (
                account::of_case(&case, &calendars, now),
                service_clocks::clocks(&case, hours, now),
            );
            all.push(format!("{} {account:?} {own:?}", case.id));
            for request in &case.requests {
                let account = account::of_request(request, &calendars, now);
                let clocks = clocks::clocks(request, &calendars, now);
                all.push(format!("{} {account:?} {clocks:?}", request.id));
            }
        }
        all
    }

    /// The rows of clocks as boards read them.
    fn clock_rows(&self) -> Vec<Vec<String>> {
        self.place.rows(
            "select id, case_id, request, kind, from_department, to_department, side, person,
                started_at, stopped_at, due_at, warn_at, still, left_out, used_ms
            from clocks order by id",
        )
    }
}

#[tokio::test]
async fn accounts_and_clocks_made_from_the_log_are_the_same_bytes_on_both_databases() {
    let [first, second] = Place::both();
    let (one, two) = (stage_at(first, 600, false).await, stage_at(second, 600, false).await);
    let (accounts, rows) = (one.accounts().await, one.clock_rows());
    assert!(accounts.len() > 900, "{} accounts", accounts.len());
    assert!(
        accounts.iter().any(|account| account.contains("FirstResponse")),
        "nothing is promised"
    );
    assert!(rows.len() > 2_000, "{} rows", rows.len());
    for stage in [&one, &two] {
        assert_eq!(stage.accounts().await, accounts);
        assert_eq!(stage.clock_rows(), rows);
        stage.place.run("delete from clocks");
        rebuild::rebuild(stage.desk.store(), &stage.desk.calendars()).await.unwrap();
        assert_eq!(stage.accounts().await, accounts);
        assert_eq!(stage.clock_rows(), rows);
    }
}

#[tokio::test]
async fn requests_stand_in_every_stage_when_the_demo_ends() {
    let stage = stage(220, false).await;
    let mut stages: BTreeMap<&str, usize> = BTreeMap::new();
    for case in stage.cases().await {
        for request in &case.requests {
            *stages.entry(request.stage.name().name()).or_default() += 1;
        }
    }
    for stage in StageName::ALL {
        assert!(stages.contains_key(stage.name()), "no request is {stage}: {stages:?}");
    }
}

#[tokio::test]
async fn people_act_while_they_are_at_work() {
    let stage = stage(60, false).await;
    let (calendars, directory) = (stage.desk.calendars(), stage.desk.directory());
    let calendar = calendars.standard();
    let mut acts = 0;
    for case in stage.cases().await {
        for (stamp, event) in stage.desk.history(&case).await.unwrap().iter() {
            let Actor::Person(person) = stamp.actor else { continue };
            let name = directory.person_name(person);
            assert!(calendar.is_open(stamp.at), "{name}: {} at {}", event.kind(), stamp.at);
            acts += 1;
        }
    }
    assert!(acts > 500, "{acts} acts");
}

#[tokio::test]
async fn departments_count_by_calendars_of_their_own() {
    let stage = stage(1, true).await;
    let (directory, calendars) = (stage.desk.directory(), stage.desk.calendars());
    let of = |name: &str| {
        let department = directory.department_by_name(name).unwrap();
        calendars.of(department.calendar)
    };
    let saturday = jiff::civil::date(2026, 11, 28);
    assert!(of("Customer service").opens_on(saturday) && !of("Logistics").opens_on(saturday));
    assert_eq!(of("Logistics").day(saturday.yesterday().unwrap()).hours.len(), 2, "a split day");
    let saint_andrew = jiff::civil::date(2026, 11, 30);
    assert!(!of("Data protection").opens_on(saint_andrew) && of("Billing").opens_on(saint_andrew));
}

#[tokio::test]
async fn the_planted_trouble_is_there() {
    let stage = stage(160, false).await;
    let (calendars, directory) = (stage.desk.calendars(), stage.desk.directory());
    let calendar = calendars.standard();
    let days = |from: Instant, to: Option<Instant>| {
        calendar.elapsed(from, to.unwrap_or(from)).as_seconds() / (8 * 3_600 + 1_800)
    };
    let (mut slow, mut unread, mut passed_on) = (0, 0, 0);
    for request in stage.cases().await.iter().flat_map(|case| &case.requests) {
        let from = directory.department_name(request.from);
        let to = directory.department_name(request.ask.to);
        if from == "Billing" && to == "Logistics" {
            slow += 1;
            let taken = request.sent_at.filter(|_| request.acknowledged_at.is_some());
            assert!(taken.is_none_or(|sent| days(sent, request.acknowledged_at) >= 2));
        }
        if from == "Sales" {
            unread += 1;
            let read = request.read_back_at.filter(|_| request.rounds == 0);
            let read = read.filter(|at| request.confirmed_at.is_some_and(|to| to > *at));
            assert!(read.is_none_or(|at| days(at, request.confirmed_at) >= 2));
        }
        passed_on += usize::from(request.hops > 0);
    }
    let planted = stage.made.planted;
    assert_eq!((slow, unread), (planted.slow_pair, planted.unread_read_backs));
    assert!(slow > 2 && unread > 4 && passed_on > 1 && planted.told_late > 5, "{planted:?}");
    assert!(planted.ping_pong >= passed_on, "{planted:?}");
}

#[test]
fn every_text_names_facts_that_there_are() {
    let known = [
        "agent",
        "alternative",
        "amount",
        "carrier",
        "date",
        "day",
        "fault",
        "first",
        "hour",
        "item",
        "name",
        "needed",
        "next",
        "order",
        "part",
        "product",
        "where",
    ];
    for text in [
        include_str!("texts/any.txt"),
        include_str!("texts/errands_logistics.txt"),
        include_str!("texts/errands_technical.txt"),
        include_str!("texts/errands_sales.txt"),
        include_str!("texts/errands_other.txt"),
        include_str!("texts/notices.txt"),
        include_str!("texts/topics.txt"),
        include_str!("texts/voices.txt"),
    ] {
        for piece in text.split('{').skip(1) {
            let (name, _) = piece.split_once('}').unwrap();
            assert!(known.contains(&name), "{{{name}}}");
        }
    }
}

#[test]
fn every_errand_has_what_a_request_needs() {
    let book = Book::open().unwrap();
    let any = ["ask", "answer", "progress", "third", "counter", "decline"];
    for topic in &book.topics {
        let errands = topic.one("errands").unwrap_or_default();
        for name in errands.split(['>', '+']).map(str::trim).filter(|name| !name.is_empty()) {
            let errand = book.errand(name).unwrap();
            for key in ["to", "service", "days", "need", "wanted", "why", "whydept", "background"] {
                assert!(errand.has(key), "{name} lacks {key}");
            }
            for key in ["read", "will", "done", "told", "failed"] {
                assert!(errand.has(key), "{name} lacks {key}");
            }
        }
        let answers = topic.has("answer") || topic.has("hold");
        assert!(topic.has("subject") && topic.has("body") && answers, "{}", topic.name);
    }
    let nothing = super::prose::Facts::new();
    for key in any {
        assert!(book.any_nth(key, &nothing, 0).is_ok(), "{key}");
    }
}

#[tokio::test]
async fn an_empty_demo_has_people_and_services_and_no_cases() {
    let stage = stage(100, true).await;
    assert!(stage.cases().await.is_empty());
    let directory = stage.desk.directory();
    assert_eq!(directory.departments.len(), 8);
    assert!(directory.people.len() >= 40 && directory.services.len() >= 20);
    let roles: Vec<_> = stage.made.people.iter().map(|person| person.role).collect();
    assert_eq!(
        roles,
        ["agent", "colleague", "second_colleague", "lead", "arbiter", "administrator"]
    );
    for department in directory.active_departments() {
        let name = directory.department_name(department.id);
        let faces = ["Customer service", "Complaints"].contains(&name);
        assert_eq!(department.customer_facing, faces, "{name}");
        assert!(department.lead.is_some(), "{name}");
    }
}
