//! What the writers did: each deed carries a word of its own, by which it is counted at the end.

use std::collections::BTreeMap;

use baton_testkit::http::Call;
use baton_testkit::wait::in_seconds;
use serde_json::{Value, json};

use crate::program::Served;
use crate::scenes::text;

/// How the words of Tom begin.
const TOMS: &str = "wordtom";

/// One act: sent again with the same key until it is answered.
#[derive(Clone, Debug)]
pub struct Deed {
    key: String,
    path: String,
    body: Value,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Kind {
    Customer,
    Case,
    Note,
    Promise,
    Priority,
    Raise,
    Tell,
    Take,
}

/// Everything that was answered.
#[derive(Default)]
pub struct Ledger {
    customers: Vec<String>,
    cases: Vec<String>,
    /// Requests that nobody has taken in yet.
    raised: Vec<String>,
    /// The words of what was answered, by what it was.
    done: BTreeMap<Kind, Vec<String>>,
}

impl Ledger {
    pub fn acknowledged(&mut self, deed: Deed, answer: &Value) {
        match deed.kind {
            Kind::Customer => self.customers.push(text(answer, "id")),
            // Tom's own cases are for his department alone.
            Kind::Case if !deed.key.starts_with(TOMS) => self.cases.push(text(answer, "id")),
            Kind::Raise => self.raised.push(text(answer, "id")),
            _ => {}
        }
        self.done.entry(deed.kind).or_default().push(deed.key);
    }

    pub fn count(&self) -> u64 {
        self.done.values().map(|keys| keys.len() as u64).sum()
    }

    fn of(&self, kind: Kind) -> &[String] {
        self.done.get(&kind).map(Vec::as_slice).unwrap_or_default()
    }
}

impl Deed {
    /// The next act of a writer. Several write to the same few cases.
    pub fn new(writer: &str, count: u64, ledger: &Ledger) -> Self {
        let key = format!("word{writer}{count}end");
        if writer == "tom" {
            return Self::of_tom(key, count, ledger);
        }
        let recent = |ids: &[String]| {
            let from = ids.len().saturating_sub(3);
            let place = usize::try_from(count).unwrap() % 3;
            ids.get(from + place).or(ids.last()).cloned()
        };
        let (customer, case) = (recent(&ledger.customers), recent(&ledger.cases));
        match (count % 12, customer, case) {
            (_, None, _) | (0, ..) => Self::customer(key),
            (_, Some(customer), None) | (1, Some(customer), _) => Self::case(key, &customer),
            (2 | 3, _, Some(case)) => Self::raise(key, &case),
            (4, _, Some(case)) => {
                let body = json!({ "what": key, "by": in_seconds(90_000) });
                Self::on(Kind::Promise, key, &case, "promises", body)
            }
            (5 | 6, _, Some(case)) => {
                let body = json!({ "priority": "high", "reason": key });
                Self::on(Kind::Priority, key, &case, "priority", body)
            }
            (7, _, Some(case)) => {
                let body = json!({ "kind": "holding", "channel": "email", "body": key });
                Self::on(Kind::Tell, key, &case, "customer-updates", body)
            }
            (_, _, Some(case)) => {
                let body = json!({ "kind": "note", "body": key });
                Self::on(Kind::Note, key, &case, "messages", body)
            }
        }
    }

    /// Tom takes in what was raised, each when its turn comes, and opens cases of his own between.
    fn of_tom(key: String, count: u64, ledger: &Ledger) -> Self {
        let next = ledger.raised.get(ledger.of(Kind::Take).len());
        match next.filter(|_| !count.is_multiple_of(4)) {
            Some(request) => {
                let path = format!("/requests/{request}/acknowledgement");
                Self { key, path, body: json!({}), kind: Kind::Take }
            }
            None => Self::internal_case(key),
        }
    }

    fn internal_case(key: String) -> Self {
        let body = json!({ "subject": key, "channel": "internal" });
        Self { key, path: "/cases".to_owned(), body, kind: Kind::Case }
    }

    fn customer(key: String) -> Self {
        let email = format!("{key}@customer.example");
        let body = json!({ "name": key, "emails": [email], "phones": ["+44 20 7946 0001"] });
        Self { key, path: "/customers".to_owned(), body, kind: Kind::Customer }
    }

    fn case(key: String, customer: &str) -> Self {
        let body = json!({ "customer": customer, "subject": key, "channel": "phone" });
        Self { key, path: "/cases".to_owned(), body, kind: Kind::Case }
    }

    fn raise(key: String, case: &str) -> Self {
        let body = json!({
            "mode": "delegate", "to": "Logistics", "need": key, "outcome_wanted": "A day.",
            "why": "She waits.", "why_department": "The depots.", "background": "Order 7731.",
            "needed_by": in_seconds(90_000), "channel": "desk",
        });
        Self::on(Kind::Raise, key, case, "requests", body)
    }

    fn on(kind: Kind, key: String, case: &str, noun: &str, body: Value) -> Self {
        Self { key, path: format!("/cases/{case}/{noun}"), body, kind }
    }

    pub fn call(&self) -> Call {
        Call::json(format!("/api/v1{}", self.path), &self.body).header("Idempotency-Key", &self.key)
    }
}

/// Every item of a list, page after page.
fn all(served: &Served, token: &str, path: &str) -> Vec<Value> {
    let (mut items, mut after) = (Vec::new(), String::new());
    loop {
        let page = served.get(token, &format!("{path}limit=200{after}")).ok();
        items.extend(page["items"].as_array().unwrap().iter().cloned());
        let Some(next) = page["next"].as_str() else { return items };
        after = format!("&after={}", baton_testkit::http::encode(next));
    }
}

fn texts(items: &Value, field: &str) -> Vec<String> {
    items.as_array().unwrap().iter().map(|item| text(item, field)).collect()
}

/// Counts the words in what can be read now.
pub fn check(served: &Served, token: &str, ledger: &Ledger) {
    let mut there: BTreeMap<Kind, Vec<String>> = BTreeMap::new();
    let mut put = |kind, words: Vec<String>| there.entry(kind).or_default().extend(words);
    let names = all(served, token, "/customers?");
    put(Kind::Customer, names.iter().map(|line| text(line, "name")).collect());
    for line in all(served, token, "/cases?view=all&") {
        put(Kind::Case, vec![text(&line, "subject")]);
        let path = format!("/cases/{}", text(&line, "id"));
        let case = served.get(token, &path).ok();
        put(Kind::Promise, texts(&case["promises"], "what"));
        put(Kind::Raise, texts(&case["requests"], "need"));
        for message in case["messages"].as_array().unwrap() {
            let kind = if message["kind"] == "note" { Kind::Note } else { Kind::Tell };
            put(kind, vec![text(message, "body")]);
        }
        let lines = served.get(token, &format!("{path}/timeline")).ok();
        for line in lines["items"].as_array().unwrap() {
            match line["kind"].as_str().unwrap() {
                "priority_changed" => put(Kind::Priority, vec![text(&line["quotes"][0], "text")]),
                "request_acknowledged" => put(Kind::Take, vec![text(line, "request")]),
                _ => {}
            }
        }
    }
    for kind in [Kind::Customer, Kind::Note, Kind::Promise, Kind::Priority, Kind::Raise, Kind::Tell]
    {
        same(kind, ledger.of(kind), &there);
    }
    // Tom's own cases are not seen by Ada; those of her department are.
    let of_department: Vec<String> =
        ledger.of(Kind::Case).iter().filter(|word| !word.starts_with(TOMS)).cloned().collect();
    same(Kind::Case, &of_department, &there);
    let taken = there.get(&Kind::Take).map(Vec::len).unwrap_or_default();
    assert_eq!(taken, ledger.of(Kind::Take).len(), "requests taken in");
}

/// What was answered is there, and each of it once; and nothing else is.
fn same(kind: Kind, answered: &[String], there: &BTreeMap<Kind, Vec<String>>) {
    let mut answered = answered.to_vec();
    let mut there = there.get(&kind).cloned().unwrap_or_default();
    answered.sort();
    there.sort();
    let lost: Vec<_> = answered.iter().filter(|word| !there.contains(word)).collect();
    let mut twice: Vec<_> = there.windows(2).filter(|pair| pair[0] == pair[1]).collect();
    twice.dedup();
    assert!(lost.is_empty() && twice.is_empty(), "{kind:?}: lost {lost:?}, twice {twice:?}");
    assert_eq!(there, answered, "{kind:?}");
}
