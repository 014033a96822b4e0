//! How fast writes are, beside the raw driver. Run alone, in release:
//! `cargo test --release -p baton-store speed -- --ignored --nocapture`

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use baton_core::draw::Draw;
use baton_core::ids::{Id, JobId, PersonId, StreamId};
use baton_core::log::{Entry, Version};
use baton_core::vault::{Subject, Word};

use super::support::{NOON, Raw, Site, a_case, a_stream, said};
use crate::db::{Store, Tx};
use crate::notices::{self, NewNotice};
use crate::verify::{Against, verify};
use crate::{Result, Task, Verdict, journal};

const FOR: Duration = Duration::from_secs(3);

/// What a command costs: the head of its stream, two events, a word and a row.
struct Act {
    stream: StreamId,
    version: Version,
    entries: Vec<Entry>,
    words: Vec<Word>,
    notice: NewNotice,
}

impl Act {
    fn new(client: u64, version: Version, draw: &mut Draw) -> Self {
        let (entries, words) = said(draw, Subject::Nobody, &["The parcel has not come yet."], 2);
        let (id, case) = (draw.id::<JobId>(), a_case(client.into()));
        let person = PersonId::from_bits(u128::from(client));
        let about = "acknowledge".to_owned();
        let notice = NewNotice { id, person, case, request: None, about, at: NOON };
        Self { stream: a_stream(u128::from(client) + 1), version, entries, words, notice }
    }
}

impl Task for Act {
    type Out = ();
    fn stream(&self) -> Option<StreamId> {
        Some(self.stream)
    }
    async fn run(&mut self, tx: &Tx<'_>) -> Result<Verdict<()>> {
        journal::write(tx, self.stream, self.version, &self.entries, &self.words).await?;
        notices::add(tx, &self.notice).await?;
        Ok(Verdict::Keep(()))
    }
}

/// Acts a second, and the 99th percentile of their time.
async fn measure(store: &Store, clients: u64, base: u64) -> (f64, Duration) {
    let (count, times) = (Arc::new(AtomicU64::new(0)), Arc::new(Mutex::new(Vec::new())));
    let began = Instant::now();
    let running: Vec<_> = (0..clients)
        .map(|client| {
            let (store, count, times) = (store.clone(), Arc::clone(&count), Arc::clone(&times));
            tokio::spawn(async move {
                let mut seed = [7; 32];
                seed[..8].copy_from_slice(&(base + client).to_le_bytes());
                let (mut draw, mut version, mut own) = (Draw::new(seed, NOON), 0, Vec::new());
                while began.elapsed() < FOR {
                    let act = Act::new(base + client, version, &mut draw);
                    let asked = Instant::now();
                    store.write(act).await.unwrap();
                    own.push(asked.elapsed());
                    version += 2;
                    count.fetch_add(1, Ordering::Relaxed);
                }
                times.lock().unwrap().extend(own);
            })
        })
        .collect();
    for client in running {
        client.await.unwrap();
    }
    let rate = count.load(Ordering::Relaxed) as f64 / began.elapsed().as_secs_f64();
    let mut times = times.lock().unwrap();
    times.sort_unstable();
    (rate, times[times.len() * 99 / 100])
}

/// The same statements straight to the driver, `batch` acts in one transaction.
fn raw_rate(raw: &Raw, batch: u64) -> f64 {
    let Raw::Sqlite(connection) = raw else { return 0.0 };
    let connection = connection.lock().unwrap();
    connection.pragma_update(None, "synchronous", "full").unwrap();
    connection.set_prepared_statement_cache_capacity(64);
    let hash = "0".repeat(64);
    let data = r#"{"n":1,"words":["01ksr49200g5xx03mgzacx11h9.0000000000000000000000000000000000000000000000000000000000000000"]}"#;
    let (began, mut done) = (Instant::now(), 0_u64);
    static NEXT: AtomicU64 = AtomicU64::new(1 << 40);
    let known = i64::try_from(batch).unwrap();
    for n in 0..known {
        connection
            .prepare_cached("insert into streams (id, kind, version, first_seq, seq, head) values ($1, 'case', 0, 0, 0, $2) on conflict do nothing")
            .unwrap()
            .execute((format!("case-{n:026}"), &hash))
            .unwrap();
    }
    let mut draw = Draw::new([9; 32], NOON + baton_core::time::Span::millis(known));
    while began.elapsed() < FOR {
        connection.prepare_cached("begin immediate").unwrap().execute([]).unwrap();
        for _ in 0..batch {
            let seq = i64::try_from(NEXT.fetch_add(2, Ordering::Relaxed)).unwrap();
            let stream = format!("case-{:026}", done % batch);
            connection
                .prepare_cached("select version, head from streams where id = $1")
                .unwrap()
                .query_row([&stream], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))
                .unwrap();
            connection
                .prepare_cached("update streams set version = $1, seq = $2, head = $3 where id = $4 and version = $5 and seq < $6")
                .unwrap()
                .execute((0, seq, &hash, &stream, 0, seq))
                .unwrap();
            for n in 0..2 {
                connection
                    .prepare_cached("insert into events (seq, stream, version, at, actor, kind, v, data, words, prev, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)")
                    .unwrap()
                    .execute((seq + n, &stream, seq + n, 0, "person-00000000000000000000000007", "message_added", 1, data, &hash, &hash, &hash))
                    .unwrap();
            }
            let id = draw.id::<JobId>().to_string();
            connection
                .prepare_cached("insert into words (id, stream, version, subject, class, retention, salt, content) values ($1, $2, $3, $4, $5, $6, $7, $8)")
                .unwrap()
                .execute((&id, &stream, seq, "nobody", 2, "ordinary_case", &hash[..32], "The parcel has not come yet."))
                .unwrap();
            connection
                .prepare_cached("insert into notices (id, person, case_id, request, kind, at) values ($1, $2, $3, $4, $5, $6)")
                .unwrap()
                .execute((&id, &id, &id, None::<i64>, "acknowledge", 0))
                .unwrap();
            done += 1;
        }
        connection.prepare_cached("commit").unwrap().execute([]).unwrap();
    }
    done as f64 / began.elapsed().as_secs_f64()
}

#[test]
#[allow(clippy::disallowed_macros, reason = "it has figures to tell")]
#[ignore = "a measurement: run it alone and in release"]
fn speed_of_writes_beside_the_raw_driver() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        for site in [Site::sqlite(), Site::postgres().await] {
            let store = site.open().await;
            // A database of its own: it numbers events without asking.
            let other = Site::sqlite();
            other.open().await.close().await.unwrap();
            let raw = other.raw().await;
            for (n, clients) in [1_u64, 8, 32, 128].into_iter().enumerate() {
                let (rate, p99) = measure(&store, clients, (n as u64 + 1) * 1_000).await;
                let raw = raw_rate(&raw, clients);
                println!(
                    "{clients:>4} clients: {rate:>7.0}/s, p99 {p99:?}; raw SQLite {raw:>7.0}/s"
                );
            }
            let began = Instant::now();
            let report = verify(&store.link(), &Against::default()).await.unwrap();
            let seconds = began.elapsed().as_secs_f64();
            assert_eq!(report.first_bad, None);
            println!(
                "verified {} events and {} words in {seconds:.1} s",
                report.events, report.words
            );
            store.close().await.unwrap();
            raw.close();
            other.clear().await;
            site.clear().await;
        }
    });
}
