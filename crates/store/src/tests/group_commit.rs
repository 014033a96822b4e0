//! What sharing a commit may not change.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::future::join_all;

use super::support::{NOON, Site, a_stream, append, both, draw, said, settle};
use crate::db::{Param, Tx, Verdict};
use crate::{Error, Result, Task, journal};
use baton_core::ids::StreamId;
use baton_core::vault::Subject;

crate::db::statements! {
    SET = "insert into settings (name, value) values ($1, $2)";
    GET = "select count(*) from settings where name = $1";
}

/// Writes one row, then does as told.
struct Writes {
    name: String,
    then: Then,
    runs: Arc<AtomicUsize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Keep,
    Drop,
    Fail,
    Panic,
    Clash,
}

impl Task for Writes {
    type Out = &'static str;
    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<&'static str>> {
        self.runs.fetch_add(1, Ordering::Relaxed);
        tx.exec(SET, &[Param::from(&self.name), Param::from(1_i64)]).await?;
        match self.then {
            Then::Keep => Ok(Verdict::Keep("kept")),
            Then::Drop => Ok(Verdict::Drop("dropped")),
            Then::Fail => Err(Error::TooMuch),
            Then::Panic => panic!("a task that panics on purpose"),
            Then::Clash => {
                tx.exec(SET, &[Param::from(&self.name), Param::from(2_i64)]).await?;
                Ok(Verdict::Keep("never"))
            }
        }
    }
}

#[test]
fn one_tasks_failure_never_fails_a_neighbour() {
    both!(neighbours);
}

async fn neighbours(site: &Site) {
    let store = site.open().await;
    let plans = [Then::Keep, Then::Drop, Then::Fail, Then::Keep, Then::Panic, Then::Clash];
    for round in 0..20 {
        let tasks = (0..60).map(|n| {
            let then = if n % 11 == 0 { plans[(round + n / 11) % plans.len()] } else { Then::Keep };
            let name = format!("{round}-{n}");
            let task = Writes { name: name.clone(), then, runs: Arc::default() };
            let store = store.clone();
            async move { (name, then, store.write(task).await) }
        });
        for (name, then, answer) in join_all(tasks).await {
            let values = [Param::from(&name)];
            let stored = store.link().only(GET, &values, |row| row.get::<i64>(0)).await.unwrap();
            match then {
                Then::Keep => assert_eq!((answer.unwrap(), stored), ("kept", 1)),
                Then::Drop => assert_eq!((answer.unwrap(), stored), ("dropped", 0)),
                Then::Fail => assert!(matches!(answer, Err(Error::TooMuch)) && stored == 0),
                Then::Panic => assert!(matches!(answer, Err(Error::Panicked)) && stored == 0),
                Then::Clash => assert!(answer.is_err() && stored == 0),
            }
        }
    }
    store.close().await.unwrap();
}

#[test]
fn a_task_that_overlooks_a_failed_statement_is_not_told_that_it_was_kept() {
    struct Overlooks;
    impl Task for Overlooks {
        type Out = ();
        async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<()>> {
            let values = [Param::from("twice"), Param::from(1_i64)];
            tx.exec(SET, &values).await?;
            // SQLite undoes the one statement; PostgreSQL spoils the whole transaction.
            assert!(tx.exec(SET, &values).await.is_err());
            Ok(Verdict::Keep(()))
        }
    }
    async fn overlooked(site: &Site) {
        let store = site.open().await;
        let kept = store.write(Overlooks).await.is_ok();
        let values = [Param::from("twice")];
        let stored = store.link().only(GET, &values, |row| row.get::<i64>(0)).await.unwrap();
        assert_eq!(kept, stored == 1);
        store.close().await.unwrap();
    }
    both!(overlooked);
}

#[test]
fn of_two_appends_to_one_version_one_is_stale() {
    both!(stale);
}

async fn stale(site: &Site) {
    let store = site.open().await;
    let answers = join_all((0..8_u8).map(|n| {
        let (entries, words) = said(&mut draw(n), Subject::Nobody, &["hello"], 2);
        append(&store, a_stream(1), 0, entries, words)
    }))
    .await;
    assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 1);
    assert!(answers.iter().flat_map(|answer| answer.as_ref().err()).all(Error::is_stale));
    assert_eq!(journal::head(&store.link(), a_stream(1)).await.unwrap(), 2);
    store.close().await.unwrap();
}

#[test]
fn a_task_that_waits_for_something_outside_is_refused_on_sqlite() {
    struct Waits;
    impl Task for Waits {
        type Out = ();
        async fn run(&mut self, _: &Tx<'_>) -> Result<Verdict<()>> {
            std::future::pending::<()>().await;
            Ok(Verdict::Keep(()))
        }
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let site = Site::sqlite();
        let store = site.open().await;
        assert!(matches!(store.write(Waits).await, Err(Error::Waited)));
        store.close().await.unwrap();
        site.clear().await;
    });
}

#[test]
fn sequence_numbers_rise_within_a_stream_and_never_repeat() {
    both!(rising);
}

async fn rising(site: &Site) {
    let store = site.open().await;
    let one = |stream: StreamId, seed: u8| {
        let store = store.clone();
        async move {
            for version in 0..20_u32 {
                let mut draw = draw(seed);
                for _ in 0..version {
                    draw.below(2);
                }
                let (entries, _) = said(&mut draw, Subject::Nobody, &[], 1);
                append(&store, stream, version, entries, Vec::new()).await.unwrap();
            }
        }
    };
    join_all((1..9_u8).map(|n| one(a_stream(n.into()), n))).await;
    settle(&store).await;
    let mut last = 0;
    let mut heads = std::collections::HashMap::new();
    let mut count = 0;
    loop {
        let page = journal::after(&store.link(), last, 50).await.unwrap();
        if page.is_empty() {
            break;
        }
        for event in page {
            assert!(event.seq > last);
            last = event.seq;
            count += 1;
            let head = heads.entry(event.stream).or_insert(0);
            *head += 1;
            assert_eq!(event.version, *head);
            assert_eq!(event.at, NOON);
        }
    }
    assert_eq!(count, 160);
    store.close().await.unwrap();
}
