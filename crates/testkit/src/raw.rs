//! The database without the store: for making one, and for changing what nobody may change.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test does here what the store never would"
)]

use crate::place::Place;

/// Runs statements on a server, outside of any transaction.
pub fn on_server(url: &str, statements: &str) {
    let (url, statements) = (url.to_owned(), statements.to_owned());
    alone(async move {
        let client = connect(&url).await;
        client.batch_execute(&statements).await.unwrap();
    });
}

async fn connect(url: &str) -> tokio_postgres::Client {
    let (client, connection) =
        tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap_or_else(|error| {
            panic!("no PostgreSQL at {url} ({error}): start one, or name it in BATON_TEST_POSTGRES")
        });
    tokio::spawn(connection);
    client
}

/// On a thread and a runtime of its own, so that it may be called from anywhere.
fn alone<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    let thread = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(work)
    });
    thread.join().unwrap()
}

impl Place {
    /// Runs statements in the database, behind the back of whoever serves it.
    pub fn run(&self, statements: &str) {
        match self.url() {
            Some(url) => on_server(&url, statements),
            None => self.sqlite_connection().execute_batch(statements).unwrap(),
        }
    }

    /// Rows as texts; a missing value is empty, a number is written out.
    pub fn rows(&self, query: &str) -> Vec<Vec<String>> {
        let Some(url) = self.url() else { return self.sqlite_rows(query) };
        let query = query.to_owned();
        alone(async move {
            let client = connect(&url).await;
            let messages = client.simple_query(&query).await.unwrap();
            let rows = messages.iter().filter_map(|message| match message {
                tokio_postgres::SimpleQueryMessage::Row(row) => Some(row),
                _ => None,
            });
            rows.map(|row| {
                (0..row.len()).map(|n| row.get(n).unwrap_or_default().to_owned()).collect()
            })
            .collect()
        })
    }

    fn sqlite_rows(&self, query: &str) -> Vec<Vec<String>> {
        let connection = self.sqlite_connection();
        let mut statement = connection.prepare(query).unwrap();
        let width = statement.column_count();
        let text = |row: &rusqlite::Row<'_>, n| {
            row.get_ref(n).map(|value| match value {
                rusqlite::types::ValueRef::Null => String::new(),
                rusqlite::types::ValueRef::Integer(whole) => whole.to_string(),
                rusqlite::types::ValueRef::Real(real) => real.to_string(),
                rusqlite::types::ValueRef::Text(bytes) | rusqlite::types::ValueRef::Blob(bytes) => {
                    String::from_utf8_lossy(bytes).into_owned()
                }
            })
        };
        let rows = statement.query_map([], |row| (0..width).map(|n| text(row, n)).collect());
        rows.unwrap().map(Result::unwrap).collect()
    }

    fn sqlite_connection(&self) -> rusqlite::Connection {
        let connection = rusqlite::Connection::open(self.file()).unwrap();
        connection.pragma_update(None, "busy_timeout", 5_000).unwrap();
        connection
    }
}
