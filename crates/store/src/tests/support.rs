//! Places to run a story in, and people to run it with.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use baton_core::draw::Draw;
use baton_core::ids::{CaseId, CustomerId, Id, PersonId, StreamId};
use baton_core::log::{Actor, Entry};
use baton_core::time::Instant;
use baton_core::vault::{Class, Ink, Retention, Subject, Word};

use crate::db::{Boxed, Options, Place, Store, Tx};
use crate::{Result, journal};

pub const NOON: Instant = Instant::from_millis(1_780_000_000_000);

pub fn draw(seed: u8) -> Draw {
    Draw::new([seed; 32], NOON)
}

pub fn a_case(n: u128) -> CaseId {
    CaseId::from_bits(n)
}
pub fn a_stream(n: u128) -> StreamId {
    StreamId::Case(a_case(n))
}
pub fn mary() -> CustomerId {
    CustomerId::from_bits(0xa11)
}

/// An event that points to the words, as the log would hold it.
pub fn entry(kind: &'static str, words: &[baton_core::vault::WordRef]) -> Entry {
    let data = serde_json::json!({ "words": words, "n": 1 }).to_string();
    Entry { at: NOON, actor: Actor::Person(PersonId::from_bits(7)), kind, v: 1, data }
}

/// `count` events, the first of which points to as many words about `subject`.
pub fn said(
    draw: &mut Draw,
    subject: Subject,
    texts: &[&str],
    count: usize,
) -> (Vec<Entry>, Vec<Word>) {
    let mut ink = Ink::new(draw, subject, Retention::OrdinaryCase);
    let refs: Vec<_> = texts.iter().map(|text| ink.write(Class::P2, text)).collect();
    let mut entries = vec![entry("message_added", &refs)];
    entries.extend((1..count).map(|_| entry("note_added", &[])));
    (entries, ink.dry())
}

/// Appends to a stream whatever a rule would have decided.
pub async fn append(
    store: &Store,
    stream: StreamId,
    expected: u32,
    entries: Vec<Entry>,
    words: Vec<Word>,
) -> Result<()> {
    struct Append(StreamId, u32, Vec<Entry>, Vec<Word>);
    impl crate::Task for Append {
        type Out = ();
        fn stream(&self) -> Option<StreamId> {
            Some(self.0)
        }
        async fn run(&mut self, tx: &Tx<'_>) -> Result<crate::Verdict<()>> {
            journal::write(tx, self.0, self.1, &self.2, &self.3).await?;
            Ok(crate::Verdict::Keep(()))
        }
    }
    store.write(Append(stream, expected, entries, words)).await
}

/// Waits until everything that was appended is settled: on PostgreSQL a transaction of another
/// test, in another database, holds it up.
pub async fn settle(store: &Store) {
    crate::db::statements! {
        LAST = "select coalesce(max(seq), 0) from events";
    }
    let last: i64 = store.link().only(LAST, &[], |row| row.get(0)).await.unwrap();
    for _ in 0..2_000 {
        if journal::settled(&store.link()).await.unwrap() > last {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    panic!("a transaction on this server has been running for ten seconds");
}

/// A database of one test's own, gone when the test is.
pub enum Site {
    Sqlite { folder: PathBuf },
    Postgres { server: String, name: String },
}

fn unique() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let nanos = std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map(|since| since.as_nanos())
        .unwrap();
    format!("{}_{}_{count}", std::process::id(), nanos % 1_000_000_000)
}

fn server() -> String {
    std::env::var("BATON_TEST_POSTGRES")
        .unwrap_or_else(|_| "postgres://root@127.0.0.1:5432/postgres".to_owned())
}

async fn on_server(url: &str, statement: &str) {
    let (client, connection) =
        tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap_or_else(|error| {
            panic!("no PostgreSQL at {url} ({error}): start one, or name it in BATON_TEST_POSTGRES")
        });
    let driving = tokio::spawn(connection);
    client.batch_execute(statement).await.unwrap();
    drop(client);
    driving.await.unwrap().unwrap();
}

impl Site {
    pub fn sqlite() -> Self {
        let folder = std::env::temp_dir().join(format!("baton-t-{}", unique()));
        std::fs::create_dir_all(&folder).unwrap();
        Self::Sqlite { folder }
    }

    pub async fn postgres() -> Self {
        let (server, name) = (server(), format!("baton_t_{}", unique()));
        on_server(&server, &format!("create database {name}")).await;
        Self::Postgres { server, name }
    }

    pub fn place(&self) -> Place {
        match self {
            Self::Sqlite { folder } => Place::Sqlite(folder.join("baton.db")),
            Self::Postgres { server, name } => {
                let (start, _) = server.rsplit_once('/').unwrap();
                Place::Postgres(format!("{start}/{name}"))
            }
        }
    }

    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::Sqlite { folder } => Some(folder),
            Self::Postgres { .. } => None,
        }
    }

    pub async fn open(&self) -> Store {
        Store::open(self.place(), Options::default()).await.unwrap()
    }

    pub async fn clear(self) {
        match self {
            Self::Sqlite { folder } => std::fs::remove_dir_all(folder).unwrap(),
            Self::Postgres { server, name } => {
                on_server(&server, &format!("drop database {name} with (force)")).await;
            }
        }
    }
}

/// The database without the store, for changing what nobody may change.
pub enum Raw {
    Sqlite(std::sync::Mutex<rusqlite::Connection>),
    Postgres(tokio_postgres::Client),
}

impl Site {
    pub async fn raw(&self) -> Raw {
        match self.place() {
            Place::Sqlite(path) => {
                let connection = rusqlite::Connection::open(path).unwrap();
                connection.pragma_update(None, "synchronous", "off").unwrap();
                connection.pragma_update(None, "busy_timeout", 5_000).unwrap();
                Raw::Sqlite(std::sync::Mutex::new(connection))
            }
            Place::Postgres(url) => {
                let (client, connection) =
                    tokio_postgres::connect(&url, tokio_postgres::NoTls).await.unwrap();
                tokio::spawn(connection);
                Raw::Postgres(client)
            }
        }
    }
}

impl Raw {
    pub async fn run(&self, statements: &str) -> std::result::Result<(), String> {
        match self {
            Self::Sqlite(connection) => {
                connection.lock().unwrap().execute_batch(statements).map_err(|e| e.to_string())
            }
            Self::Postgres(client) => {
                client.batch_execute(statements).await.map_err(|e| e.to_string())
            }
        }
    }

    /// Rows of texts; a missing value is empty.
    pub async fn texts(&self, query: &str) -> Vec<Vec<String>> {
        match self {
            Self::Sqlite(connection) => {
                let connection = connection.lock().unwrap();
                let mut statement = connection.prepare(query).unwrap();
                let width = statement.column_count();
                let rows = statement.query_map([], |row| {
                    (0..width)
                        .map(|n| Ok(row.get::<_, Option<String>>(n)?.unwrap_or_default()))
                        .collect()
                });
                rows.unwrap().map(std::result::Result::unwrap).collect()
            }
            Self::Postgres(client) => {
                let rows = client.query(query, &[]).await.unwrap();
                let text = |row: &tokio_postgres::Row, n| {
                    row.get::<_, Option<String>>(n).unwrap_or_default()
                };
                rows.iter().map(|row| (0..row.len()).map(|n| text(row, n)).collect()).collect()
            }
        }
    }

    pub fn text_type(&self) -> &'static str {
        "text"
    }

    /// The bytes as a text in a statement, where the database can hold them.
    pub fn literal(&self, bytes: &[u8]) -> Option<String> {
        match self {
            Self::Sqlite(_) => Some(format!("cast(x'{}' as text)", baton_core::vault::hex(bytes))),
            Self::Postgres(_) => {
                let text = std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))?;
                Some(format!("'{}'", text.replace('\'', "''")))
            }
        }
    }

    pub fn close(self) {}
}

/// Runs a story on SQLite, then on PostgreSQL; gives what it told on each.
pub fn on_both<T, F>(story: F) -> [T; 2]
where
    F: for<'a> Fn(&'a Site) -> Boxed<'a, T>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    let on = async |site: Site| {
        let told = story(&site).await;
        site.clear().await;
        told
    };
    runtime.block_on(async { [on(Site::sqlite()).await, on(Site::postgres().await).await] })
}

/// `on_both(story)` for an async function, as one word.
macro_rules! both {
    ($story:path) => {
        $crate::tests::support::on_both(|site| Box::pin($story(site)))
    };
}
pub(super) use both;
