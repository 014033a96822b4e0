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

/// Runs a story on SQLite, then on PostgreSQL.
pub fn on_both<F>(story: F)
where
    F: for<'a> Fn(&'a Site) -> Boxed<'a, ()>,
{
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        for site in [Site::sqlite(), Site::postgres().await] {
            story(&site).await;
            site.clear().await;
        }
    });
}

/// `on_both(story)` for an async function, as one word.
macro_rules! both {
    ($story:path) => {
        $crate::tests::support::on_both(|site| Box::pin($story(site)))
    };
}
pub(super) use both;
