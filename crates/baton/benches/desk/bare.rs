//! The limit of a page: the same web server and database, one query, one rendering, no rules.

#![allow(clippy::disallowed_types, reason = "the bare driver is what the store is held against")]

use std::cell::RefCell;
use std::path::PathBuf;

use axum::Router;
use axum::extract::{Path, State};
use axum::response::Html;
use axum::routing::get;
use rusqlite::Connection;

use crate::Fault;
use crate::raw_sqlite::connect;

const QUERY: &str = "select id, content from words where stream = $1 and content is not null";

#[derive(Clone)]
struct Bare {
    database: PathBuf,
    bytes: usize,
}

thread_local! {
    static READER: RefCell<Option<Connection>> = const { RefCell::new(None) };
}

/// Serves until the process is ended.
pub fn serve(database: PathBuf, bytes: usize, listen: &str) -> Result<(), Fault> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(listen).await?;
        let router = Router::new()
            .route("/livez", get(|| async { "alive" }))
            .route("/cases/{id}", get(page))
            .with_state(Bare { database, bytes });
        Ok(axum::serve(listener, router).await?)
    })
}

async fn page(State(bare): State<Bare>, Path(id): Path<String>) -> Html<String> {
    Html(bare.render(&id).unwrap_or_default())
}

impl Bare {
    fn render(&self, id: &str) -> Result<String, Fault> {
        let texts = READER.with_borrow_mut(|reader| {
            let connection = match reader {
                Some(connection) => connection,
                None => reader.insert(connect(&self.database)?),
            };
            let mut statement = connection.prepare_cached(QUERY)?;
            let rows = statement.query_map([format!("case-{id}")], |row| {
                Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
            })?;
            Ok::<_, Fault>(rows.collect::<Result<Vec<_>, _>>()?)
        })?;
        let mut body = maud::html! {};
        // As often as it takes to be as long as the real one.
        while !texts.is_empty() && body.0.len() < self.bytes.saturating_sub(100) {
            for (id, text) in &texts {
                body.0.push_str(&maud::html! { li id=(id) { p class="text" { (text) } } }.0);
                if body.0.len() >= self.bytes.saturating_sub(100) {
                    break;
                }
            }
        }
        let page = maud::html! {
            (maud::DOCTYPE)
            html lang="en-GB" { head { title { "Case" } } body { ul { (body) } } }
        };
        Ok(page.into_string())
    }
}
