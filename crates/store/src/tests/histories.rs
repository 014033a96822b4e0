//! Ten thousand histories in the log of either database: what is made of them there is, to the
//! byte, what the rules made of them before any database saw them.

use std::sync::Arc;

use baton_core::case::{Case, account, apply, clocks, service_clocks};
use baton_core::ids::StreamId;
use baton_core::log::Changes;
use baton_core::time::Instant;
use baton_testkit::casebook::histories::history;
use baton_testkit::casebook::people::ground;

use super::support::{Site, both};
use crate::{Durability, Options, Store, journal, rebuild};

const HISTORIES: u64 = 10_000;

/// Histories that are appended in one transaction.
const TOGETHER: u64 = 50;

/// Account and clocks of a case and of each of its requests at a moment, written out in full.
fn reckoned(case: &Case, now: Instant) -> String {
    let calendars = &ground().calendars;
    let own = service_clocks::clocks(case, service_clocks::calendar_of(case, calendars), now);
    let mut all = format!("{:?} {own:?}", account::of_case(case, calendars, now));
    for request in &case.requests {
        let account = account::of_request(request, calendars, now);
        all += &format!("\n{account:?} {:?}", clocks::clocks(request, calendars, now));
    }
    all
}

/// One history as the rules made it.
struct Made {
    stream: StreamId,
    changes: Vec<Changes>,
    ends: Instant,
    reckoned: String,
}

fn made(seed: u64) -> Made {
    let world = history(seed);
    let (stream, ends) = (StreamId::Case(world.case.id), world.now);
    Made { stream, ends, reckoned: reckoned(&world.case, ends), changes: world.changes }
}

async fn append(store: &Store, histories: &Arc<Vec<Made>>) {
    let histories = Arc::clone(histories);
    let work = store.keep(move |tx| {
        let histories = Arc::clone(&histories);
        Box::pin(async move {
            for changes in histories.iter().flat_map(|made| &made.changes) {
                journal::append(tx, changes).await?;
            }
            Ok(())
        })
    });
    work.await.unwrap();
}

/// The rows of clocks as boards read them.
async fn rows_of_clocks(site: &Site) -> Vec<Vec<String>> {
    let numbers =
        ["version", "started_at", "stopped_at", "due_at", "warn_at", "used_ms", "excused"]
            .map(|column| format!("cast({column} as text)"))
            .join(", ");
    let texts = "id, case_id, request, kind, service_class, from_department, to_department, side,
        person, agreement, still, left_out";
    let raw = site.raw().await;
    let rows = raw.texts(&format!("select {texts}, {numbers} from clocks order by id")).await;
    raw.close();
    rows
}

async fn told(site: &Site) -> Vec<Vec<String>> {
    let options = Options { durability: Durability::Bulk, ..Options::default() };
    let store = Store::open(site.place(), options).await.unwrap();
    let mut events = 0;
    for first in (0..HISTORIES).step_by(TOGETHER as usize) {
        let histories = Arc::new((first..first + TOGETHER).map(made).collect::<Vec<_>>());
        append(&store, &histories).await;
        for made in histories.iter() {
            let recorded = journal::load(&store.link(), made.stream, 0).await.unwrap();
            events += recorded.len();
            let case = apply::fold(None, &recorded).unwrap().unwrap();
            assert_eq!(reckoned(&case, made.ends), made.reckoned, "{}", case.reference());
        }
    }
    assert!(events > 80_000, "{events} events");
    let calendars = Arc::new(ground().calendars.clone());
    let rebuilt = rebuild::rebuild(&store, &calendars).await.unwrap();
    assert_eq!(rebuilt.cases, HISTORIES);
    store.close().await.unwrap();
    rows_of_clocks(site).await
}

#[test]
fn accounts_and_clocks_of_ten_thousand_histories_are_the_same_bytes_on_both_databases() {
    let [on_sqlite, on_postgres] = both!(told);
    assert!(on_sqlite.len() > 20_000, "{} clocks", on_sqlite.len());
    for (one, other) in on_sqlite.iter().zip(&on_postgres) {
        assert_eq!(one, other);
    }
    assert_eq!(on_sqlite.len(), on_postgres.len());
}
