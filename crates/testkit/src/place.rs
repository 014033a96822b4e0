//! Where a story runs: a folder and a database of its own, gone when the story ends.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use crate::raw;

/// A scratch folder and an empty database: SQLite in the folder, or one made on the test server.
#[derive(Debug)]
pub struct Place {
    folder: PathBuf,
    /// The server, and the database that was made on it.
    postgres: Option<(String, String)>,
}

/// The server on which tests make their databases.
fn server() -> String {
    std::env::var("BATON_TEST_POSTGRES")
        .unwrap_or_else(|_| "postgres://root@127.0.0.1:5432/postgres".to_owned())
}

fn unique() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    format!("{}_{}_{count}", std::process::id(), crate::wait::nanoseconds() % 1_000_000_000)
}

impl Place {
    pub fn sqlite() -> Self {
        let folder = std::env::temp_dir().join(format!("baton-story-{}", unique()));
        std::fs::create_dir_all(&folder).unwrap();
        Self { folder, postgres: None }
    }

    pub fn postgres() -> Self {
        let name = format!("baton_story_{}", unique());
        raw::on_server(&server(), &format!("create database {name}"));
        let mut place = Self::sqlite();
        place.postgres = Some((server(), name));
        place
    }

    /// One of each: a story holds on both.
    pub fn both() -> [Self; 2] {
        [Self::sqlite(), Self::postgres()]
    }

    /// Of the attachments, the key, and the database file where there is one.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn is_sqlite(&self) -> bool {
        self.postgres.is_none()
    }

    /// The address of the database on the server.
    pub fn url(&self) -> Option<String> {
        let (server, name) = self.postgres.as_ref()?;
        let (start, _) = server.rsplit_once('/').expect("a server's address names a database");
        Some(format!("{start}/{name}"))
    }

    pub fn file(&self) -> PathBuf {
        self.folder.join("baton.db")
    }

    /// For the store.
    pub fn database(&self) -> baton_store::Place {
        match self.url() {
            Some(url) => baton_store::Place::Postgres(url),
            None => baton_store::Place::Sqlite(self.file()),
        }
    }

    /// As the command line names it.
    pub fn arguments(&self) -> Vec<String> {
        let mut arguments = vec!["--data".to_owned(), self.folder.display().to_string()];
        if let Some(url) = self.url() {
            arguments.extend(["--database".to_owned(), url]);
        }
        arguments
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.postgres {
            raw::on_server(server, &format!("drop database {name} with (force)"));
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}
